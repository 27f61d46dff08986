// How the hall's lines have moved, today and on earlier days, as `signals.ts` needs it: who came, who was called, how
// many counters were open. Only those who stood in line from the ticket on: a referral, or a step after another, comes
// and goes differently.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { isEnded, type Step, type Visit } from '../../hall/visit.ts'
import type { CounterSpan, Fact } from '../../reports/facts/fact.ts'
import type { ToldWait } from '../../reports/watch/told.ts'
import { hallState, type LineDay, LineRecord, lineState } from '../signals.ts'
import { RestedToday } from './breaks.ts'

/** By service. */
export type Lines = ReadonlyMap<string, LineRecord>

/** Somebody in a line; milliseconds since 1970. */
interface InLine {
  readonly service: string
  readonly came: number
  readonly called: number | null
  readonly left: number | null
  /** The median that the simulation gave with the ticket, minutes. */
  readonly expected: number | null
}

/** From and to, milliseconds since 1970. */
interface Open {
  readonly counter: string
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000
/** Somebody called at the very moment of their arrival counts as called right after it. */
const AT_ONCE = 1e-6

/** A day that is over. `midnight`: that day's, milliseconds since 1970. */
export function linesOfDay(
  { layout }: Pick<Hall, 'layout'>,
  midnight: number,
  facts: readonly Fact[],
  spans: readonly CounterSpan[],
  told: readonly ToldWait[],
): Lines {
  const expected = new Map(told.map(({ step, basis }) => [step, basis?.[1] ?? null]))
  const people = facts.flatMap((fact): InLine[] => {
    const { cameBy, takenAt, waitsFrom, service, calledAt: called, endedAt } = fact
    if (cameBy !== 'ticket' || waitsFrom === null || waitsFrom - takenAt > MINUTE) return []
    const left = called === null ? endedAt : null
    return [{ service, came: takenAt, called, left, expected: expected.get(fact.step) ?? null }]
  })
  const open = spans.flatMap((span): Open[] => (span.state === 'open' ? [span] : []))
  return linesOf(layout, midnight, people, open)
}

function linesOf(
  { countersOf, plan }: Hall['layout'],
  midnight: number,
  people: readonly InLine[],
  open: readonly Open[],
): Lines {
  const minute = (at: number) => (at - midnight) / MINUTE
  const lines = new Map<string, LineRecord>()
  const byService = new Map<string, InLine[]>()
  for (const one of people) {
    const own = byService.get(one.service) ?? []
    byService.set(one.service, own)
    own.push(one)
  }
  for (const { id } of plan.services) {
    const own = byService.get(id) ?? []
    const counters = new Set((countersOf.get(id) ?? []).map((counter) => counter.id))
    if (counters.size === 0 && own.length === 0) continue
    const calls = own.flatMap(({ came, called, expected }) => {
      if (called === null) return []
      const at = Math.max(minute(called), minute(came) + AT_ONCE)
      return [{ at, waited: Math.max(0, minute(called) - minute(came)), expected }]
    })
    const day: LineDay = {
      arrivals: own.map(({ came }) => minute(came)).sort((a, b) => a - b),
      calls: calls.sort((a, b) => a.at - b.at || a.waited - b.waited),
      left: own.flatMap(({ left }) => (left === null ? [] : [minute(left)])).sort((a, b) => a - b),
      open: openOver(
        open.filter(({ counter }) => counters.has(counter)),
        minute,
      ),
    }
    lines.set(id, new LineRecord(day))
  }
  return lines
}

/** How many of these counters are open, and from when. */
function openOver(open: readonly Open[], minute: (at: number) => number): LineDay['open'] {
  const changes = open.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    ...(to === Infinity ? [] : [{ at: to, by: -1 }]),
  ])
  changes.sort((a, b) => a.at - b.at)
  const counts: { at: number; count: number }[] = []
  let count = 0
  for (const { at, by } of changes) {
    count += by
    if (counts.at(-1)?.at === minute(at)) counts.pop()
    counts.push({ at: minute(at), count })
  }
  return counts
}

/** Follows a day as it goes, for what the hall itself does not keep. Give it every event of the day, in order. */
export class DaySoFar {
  /** Counters that have had their long pause. */
  readonly rested: ReadonlySet<string>
  private readonly rests = new RestedToday()
  private over: Open[] = []
  private readonly openFrom = new Map<string, number>()
  private readonly expected = new Map<string, number>()

  constructor() {
    this.rested = this.rests.counters
  }

  /** `hall`: as it is after the event. */
  follow(hall: Hall, recorded: Recorded): void {
    const { event, at } = recorded
    this.rests.follow(recorded)
    if (event.type === 'day-opened') {
      this.over = []
      this.openFrom.clear()
      this.expected.clear()
      for (const { id } of hall.counters.values()) this.look(hall, id, at)
    } else if (event.type === 'clock-confirmed') this.move(event.from === undefined ? 0 : at - event.from)
    else if ('counter' in event && event.counter !== null) this.look(hall, event.counter, at)
  }

  /** The clock was moved by this many milliseconds, and all times of the hall with it. */
  private move(by: number): void {
    this.over = this.over.map(({ counter, from, to }) => ({ counter, from: from + by, to: to + by }))
    for (const [counter, from] of this.openFrom) this.openFrom.set(counter, from + by)
  }

  /** The median that the simulation gave with the ticket, minutes. */
  expects(step: string, minutes: number): void {
    this.expected.set(step, minutes)
  }

  /** How the lines have moved up to now. */
  lines(hall: Hall): Lines {
    const open = [...this.openFrom].map(([counter, from]): Open => ({ counter, from, to: Infinity }))
    const people = [...hall.visits.values()].flatMap((visit) =>
      visit.day === hall.day ? visit.steps.flatMap((step) => this.inLine(visit, step) ?? []) : [],
    )
    return linesOf(hall.layout, hall.startsAt, people, [...this.over, ...open])
  }

  private look({ counters }: Hall, id: string, at: number): void {
    const from = this.openFrom.get(id)
    const isOpen = counters.get(id)?.state === 'open'
    if (isOpen && from === undefined) this.openFrom.set(id, at)
    if (isOpen || from === undefined) return
    this.openFrom.delete(id)
    this.over.push({ counter: id, from, to: at })
  }

  private inLine({ takenAt: came }: Visit, step: Step): InLine | null {
    const { service, referred, comeBack, returns, after, firstCalledAt: called } = step
    if (referred || comeBack || returns || after.length > 0) return null
    const left = called === null && isEnded(step) ? step.endedAt : null
    return { service, came, called, left, expected: this.expected.get(step.id) ?? null }
  }
}

/** What the trees look at, for each service at this minute of the day: for somebody who takes a number now. */
export function signalsOf(
  today: Lines,
  earlier: readonly Lines[],
  minute: number,
  usual: (service: string) => number,
): Map<string, readonly number[]> {
  const record = { today, earlier }
  const hall = hallState(record, minute, 1)
  return new Map(
    [...today.keys()].map((id) => [id, lineState(record, id, minute, hall, usual(id), 1).signals] as const),
  )
}
