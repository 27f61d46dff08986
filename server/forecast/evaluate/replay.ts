// A recorded day of a hall, asked at each arrival what it would have told. Whatever reads `visits` here may use only
// what was known by that second: who had arrived, who had been called.
import { Forecasting } from '../forecast.ts'
import { type Pace, paceOf, type Seen } from '../pace.ts'
import type { CounterScene, Scene, StepScene, Told } from '../scene.ts'
import {
  earlierPaces,
  hallState,
  type LineCall,
  LineRecord,
  type LineState,
  lineState,
  upTo,
  USUAL,
} from '../signals.ts'
import type { HallDay, Line, VisitRow } from './read.ts'

/** What was told at an arrival, uncorrected. Null: no counter was open. */
export interface Asked {
  readonly service: string
  readonly visit: VisitRow
  readonly told: Told | null
}

export type Lines = ReadonlyMap<string, LineRecord>

const DRAWS = 60
/** No mall has more counters than this for one line. */
const MOST_COUNTERS = 60
const RATES = { regular: 1, priority: 3 }
/** Somebody called in the very second of their arrival does not count as called yet when asked about. */
const AT_ONCE = 1e-6
/** Once this many who came later have been called, whoever was passed has left. */
const PASSED = 3

interface Followed {
  readonly line: Line
  readonly record: LineRecord
  /** By visit, to note what was expected of it. */
  readonly calls: ReadonlyMap<VisitRow, { expected: number | null }>
}

/** The day as later days look back on it. */
export function linesOf(day: HallDay): Lines {
  return new Map(day.lines.map((line) => [line.service, follow(line).record]))
}

/**
 * Asks at each arrival of the day. `earlier`: other days of the hall that are wholly known. `half`: days of the record
 * itself, of which only what came before the hour of the question is used, so that it does not matter at which hour
 * the record ends.
 */
export function replay(day: HallDay, earlier: readonly Lines[], half: readonly Lines[] = []): Asked[] {
  const followed = day.lines.map(follow)
  const record = { today: new Map(followed.map(({ line, record }) => [line.service, record])), earlier }
  let hour = -1
  let usual: (service: string) => number = () => USUAL
  const moments = [...new Set(day.lines.flatMap(({ visits }) => visits.map(({ arrived }) => arrived)))]
  const asked: Asked[] = []
  for (const minute of moments.sort((a, b) => a - b)) {
    if (hourOf(minute) !== hour) {
      hour = hourOf(minute)
      usual = pacesBefore(earlier, half, hour)
    }
    const hall = hallState(record, minute)
    for (const { line, record: own, calls } of followed) {
      const arrived = line.visits.slice(upTo(own.arrivals, minute - 1e-9), upTo(own.arrivals, minute))
      if (arrived.length === 0) continue
      const state = lineState(record, line.service, minute, hall, usual(line.service))
      const past = earlier.flatMap((day) => day.get(line.service) ?? [])
      const pace = paceSeen(own, past, minute, usual(line.service)) ?? state.pace
      const told = askAt(line, own.openAt(minute), minute, { ...state, pace })
      for (const visit of arrived) {
        const answer = told?.get(visit) ?? null
        const call = calls.get(visit)
        if (call && answer) call.expected = answer.basis[1] ?? null
        asked.push({ service: line.service, visit, told: answer })
      }
    }
  }
  return asked
}

/** With this many ended calls the pace is that of services, as in a hall; with fewer, that of calls. */
const ENOUGH_ENDS = 5
/** How many days to look back for them. */
const DAYS = 10

/** The pace where the record says when services ended; null where it does not. */
function paceSeen(
  today: LineRecord,
  past: readonly LineRecord[],
  minute: number,
  usual: number,
): Pace | null {
  const seen: Seen[] = []
  for (const { at, minutes } of today.ends) {
    if (at > minute) break
    seen.push({ daysAgo: 0, minutes, came: true })
  }
  for (const [nth, { ends }] of past.slice(-DAYS).toReversed().entries())
    for (const { minutes } of ends) seen.push({ daysAgo: nth + 1, minutes, came: true })
  return seen.length < ENOUGH_ENDS ? null : paceOf(usual, seen)
}

/** The last full hour, in minutes after midnight. */
export function hourOf(minute: number): number {
  return Math.floor(minute / 60) * 60
}

function pacesBefore(
  earlier: readonly Lines[],
  half: readonly Lines[],
  hour: number,
): (service: string) => number {
  const known = earlierPaces(earlier, USUAL)
  if (half.length === 0) return known
  if (earlier.length === 0) return earlierPaces(half, USUAL, hour)
  const paces = new Map<string, number>()
  return (service) => {
    const pace = paces.get(service) ?? earlierPaces(ofLine(half, service), known(service), hour)(service)
    paces.set(service, pace)
    return pace
  }
}

function ofLine(days: readonly Lines[], service: string): Lines[] {
  return days.flatMap((day) => {
    const line = day.get(service)
    return line ? [new Map([[service, line]])] : []
  })
}

function follow(line: Line): Followed {
  const calls = line.visits.flatMap((visit) =>
    visit.called === null
      ? []
      : [
          {
            visit,
            call: {
              at: Math.max(visit.called, visit.arrived + AT_ONCE),
              waited: visit.called - visit.arrived,
              expected: null as number | null,
            },
          },
        ],
  )
  calls.sort((a, b) => a.call.at - b.call.at || a.visit.running - b.visit.running)
  const inOrder: LineCall[] = calls.map(({ call }) => call)
  return {
    line,
    record: new LineRecord({
      arrivals: line.visits.map(({ arrived }) => arrived),
      calls: inOrder,
      open: line.open,
      ends: endsOf(line),
    }),
    calls: new Map(calls.map(({ visit, call }) => [visit, call])),
  }
}

function endsOf({ visits }: Line): { at: number; minutes: number }[] {
  return visits
    .flatMap(({ called, finished }) =>
      called === null || finished === null ? [] : [{ at: finished, minutes: finished - called }],
    )
    .sort((a, b) => a.at - b.at || a.minutes - b.minutes)
}

/** What is told of each visit in the line at this minute; null if no counter is open. */
function askAt(line: Line, open: number, minute: number, state: LineState): Map<VisitRow, Told> | null {
  if (open < 1) return null
  const waiting = waitingAt(line, minute)
  const scene: Scene = {
    minute,
    seed: 1,
    rates: RATES,
    walk: 0,
    services: [{ id: '', pace: state.pace, signals: state.signals }],
    counters: countersAt(line, Math.min(MOST_COUNTERS, Math.floor(open)), minute),
    steps: waiting.map(({ visit, ago }, place) => step(String(place), visit, ago)),
  }
  const forecasting = new Forecasting(scene, null, DRAWS)
  forecasting.advance(Infinity)
  const { steps } = forecasting.result()
  return new Map(
    waiting.flatMap(({ visit }, place) => {
      const told = steps.get(String(place))
      return told ? [[visit, told] as const] : []
    }),
  )
}

function step(id: string, { priority }: VisitRow, ago: number): StepScene {
  return { id, visit: id, service: '', state: 'waiting', ago, priority, callableIn: 0, after: [] }
}

function isCalled({ called, arrived }: VisitRow, minute: number): boolean {
  return called !== null && called <= minute && arrived < minute
}

/** Those who wait at this minute, in order of number: a smaller number goes first, even if it came later. */
function waitingAt({ visits }: Line, minute: number): { visit: VisitRow; ago: number }[] {
  const here = visits.filter(({ arrived }) => arrived <= minute).sort((a, b) => a.running - b.running)
  const waiting: { visit: VisitRow; ago: number }[] = []
  const passed = { regular: 0, priority: 0 }
  const since = { regular: Infinity, priority: Infinity }
  for (const visit of here.reverse()) {
    const own = visit.priority ? 'priority' : 'regular'
    if (isCalled(visit, minute)) {
      passed[own] += 1
      continue
    }
    if (passed[own] >= PASSED && visit.arrived < minute) continue
    since[own] = Math.min(since[own], visit.arrived)
    waiting.push({ visit, ago: minute - since[own] })
  }
  return waiting.reverse()
}

/** The open counters, with whom each called last. Which is which is not known, and does not matter. */
function countersAt({ visits }: Line, open: number, minute: number): CounterScene[] {
  const called = visits
    .filter((visit) => isCalled(visit, minute))
    .map(({ called, finished }) => ({ called: called ?? 0, isOver: finished !== null && finished <= minute }))
    .sort((a, b) => b.called - a.called)
    .filter(({ isOver }) => !isOver)
  return Array.from({ length: open }, (_, place) => {
    const last = called[place]
    return {
      id: String(place),
      zone: '',
      services: [''],
      opensIn: 0,
      closesIn: null,
      rests: [],
      busy: last ? { step: `at ${place}`, service: '', ago: minute - last.called } : null,
    }
  })
}
