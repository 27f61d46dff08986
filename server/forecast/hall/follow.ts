// The work of the forecast's process: it follows the journal into a hall of its own, so that the loop sends only the
// moment, and runs that hall forward.
import { Changes } from '../../hall/changes.ts'
import type { Recorded } from '../../hall/event.ts'
import { evolve } from '../../hall/rules.ts'
import { emptyHall, type Hall } from '../../hall/hall.ts'
import { layOut } from '../../hall/layout.ts'
import { waitingFor } from '../../hall/next.ts'
import { OldEvents } from '../../hall/old-events.ts'
import { standingOfNewcomer } from '../../hall/visit/standing.ts'
import { Forecasting } from '../forecast.ts'
import type { Scene, Told } from '../scene.ts'
import { adviceOf } from './advice.ts'
import type { Advice } from './tells.ts'
import { DaySoFar, signalsOf } from './lines.ts'
import { nothingPast, pastOf, type PastDays, type PastSource } from './past.ts'
import type { Quiet } from './quiet.ts'
import { sceneOf } from './scene.ts'
import { widened, widthFor } from './week.ts'

export interface ForecastSource {
  readonly journal: {
    lastSeq(): number
    currentDay(): Iterable<Recorded>
    events(from: number): Iterable<Recorded>
  }
  /** Changes whenever the facts of any day are made: yesterday's come a few moments after this day's first event. */
  factsMark(): number
  /** Runs with the journal as it is at one moment. */
  atOnce<T>(read: () => T): T
}

/** What somebody who takes a number for a service now is told. */
export interface ForNewcomer {
  readonly regular: Told | null
  readonly priority: Told | null
  /** How many would be called before them, and the minutes that one more would cost. */
  readonly ahead: number
  readonly each: number
  /** How much wider its ranges are told because too few waits had fallen into them. */
  readonly width: number
  /** It rests on the plan's minutes: hardly anybody has been served yet. */
  readonly isFirst: boolean
  /** As `ForNewcomers` has it. */
  readonly spare: number | null
  /** How many of those who wait for it will not be called before the counters close: the sum of their chances. */
  readonly notCalled: number
  /** When people lately waited least for it; null: too few were seen. */
  readonly quiet: Quiet | null
}

/** What a hall can tell, as of one moment. */
export interface Foresight {
  /** The last event that it knows. */
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly steps: ReadonlyMap<string, Told | null>
  readonly newcomers: ReadonlyMap<string, ForNewcomer>
  /** What a manager could do; at most half a minute old. */
  readonly advice: Advice
  /** How many times the hall was run forward; 0: nothing is known. */
  readonly draws: number
}

const MINUTE = 60_000
/** After this many calls a forecast is no longer a first estimate. */
const ENOUGH = 5

/**
 * What the hall can tell at `now` (milliseconds since 1970). `soFar`: what was seen of today, null: nothing; `most`:
 * the most times it is run forward.
 */
export function foresee(
  hall: Hall,
  now: number,
  past: PastDays = nothingPast,
  most = Infinity,
  soFar: DaySoFar | null = null,
  advice: Advice | null = null,
): Foresight {
  const { seen, correction, marks, quiet } = past
  const scene = sceneOf(
    hall,
    now,
    (service) => seen.get(service) ?? [],
    { ...past.breaks, rested: soFar?.rested ?? new Set() },
    soFar ? signalsOf(soFar.lines(hall), past.lines, (now - hall.startsAt) / MINUTE, past.usual) : undefined,
  )
  const forecasting = new Forecasting(scene, correction)
  forecasting.advance(most)
  const { steps, newcomers, draws } = forecasting.result()
  const notCalled = notCalledOf(scene, steps)
  const found = new Map<string, ForNewcomer>()
  const widths = new Map<string, number>()
  for (const [service, told] of newcomers) {
    const known = (seen.get(service) ?? []).length + (hall.pace.get(service)?.count ?? 0)
    const ahead = standingOfNewcomer(hall, service, now).ahead ?? 0
    const width = widthFor(marks, service, hall.layout.services.get(service)?.agency ?? '')
    widths.set(service, width)
    const [regular, priority] = [told.regular, told.priority].map((one) => one && wider(one, width))
    found.set(service, {
      regular: regular ?? null,
      priority: priority ?? null,
      width,
      ahead,
      each: eachOf(hall, scene, service),
      isFirst: known < ENOUGH,
      spare: told.spare,
      notCalled: notCalled.get(service) ?? 0,
      quiet: quiet.get(service) ?? null,
    })
  }
  const told = new Map<string, Told | null>()
  for (const { id, service } of scene.steps) {
    const one = steps.get(id)
    // What a forecast rests on is kept only with tickets, which are told as newcomers: for the rest it need not be
    // sent.
    if (one !== undefined) told.set(id, one && { ...wider(one, widths.get(service) ?? 1), basis: [] })
  }
  return {
    seq: hall.seq,
    at: now,
    steps: told,
    newcomers: found,
    draws,
    advice: advice ?? adviceOf(hall, now, scene, found),
  }
}

/** Steps set aside without a time, and those behind them, are not expected today: neither is counted. */
function notCalledOf({ steps }: Scene, told: ReadonlyMap<string, Told | null>): Map<string, number> {
  const open = new Set(steps.flatMap(({ id, callableIn }) => (callableIn === null ? [id] : [])))
  const sums = new Map<string, number>()
  for (const { id, service, state, after } of steps) {
    if (state === 'at-counter' || open.has(id) || after.some((one) => open.has(one))) continue
    sums.set(service, (sums.get(service) ?? 0) + 1 - (told.get(id)?.today ?? 0))
  }
  return sums
}

function wider(told: Told, width: number): Told {
  const [low, high] = widened(told, width)
  return { ...told, low, high }
}

/** Minutes of work that one more person in a service's lines makes, shared by the counters that call. */
function eachOf(hall: Hall, { services, counters }: Scene, service: string): number {
  const open = counters.filter((one) => one.opensIn === 0 && one.services.includes(service)).length
  const rivals = new Set(hall.layout.rivals.get(service) ?? [service])
  let [people, minutes] = [0, 0]
  for (const { id, pace } of services) {
    if (!rivals.has(id)) continue
    const weight = waitingFor(hall, id) + (id === service ? 1 : 0)
    people += weight
    minutes += weight * (pace.minutes * (1 - pace.noShow) + pace.missMinutes * pace.noShow)
  }
  return people === 0 ? 0 : minutes / people / Math.max(1, open)
}

/** What a manager could do is tried again after this long, and whenever a counter opens, pauses or closes. */
const ADVICE_MS = 30_000

const statesOf = ({ counters }: Hall) => [...counters.values()].map(({ state }) => state).join()
/**
 * Newly made facts are learnt after this long: a hall whose facts are all being rebuilt must not learn after each day.
 */
const LEARN_MS = 60_000

/** Follows one journal. */
export function followHall(source: ForecastSource & PastSource) {
  let hall: Hall | null = null
  let past: {
    readonly day: string
    readonly mark: number
    readonly at: number
    readonly known: PastDays
  } | null = null
  const changes = new Changes()
  let soFar = new DaySoFar()
  /** What newcomers were last told: those who have come since stand in line with that. */
  let latest: Foresight['newcomers'] = new Map()
  let advised: { readonly at: number; readonly states: string; readonly advice: Advice } | null = null

  function follow(followed: Hall, recorded: Recorded): void {
    const { event } = recorded
    evolve(followed, changes, recorded)
    changes.keep()
    soFar.follow(followed, recorded)
    if (event.type !== 'visit-taken') return
    for (const { id, service } of followed.visits.get(event.visit)?.steps ?? []) {
      const found = latest.get(service)
      const expected = (event.priority ? found?.priority : found?.regular)?.basis[1]
      if (expected !== undefined) soFar.expects(id, expected)
    }
  }

  function begin(): Hall | null {
    const [first, ...others] = source.journal.currentDay()
    if (first?.event.type !== 'day-opened') return null
    const begun = emptyHall(layOut(first.event.plan))
    const old = new OldEvents()
    soFar = new DaySoFar()
    latest = new Map()
    for (const recorded of [first, ...others]) follow(begun, old.complete(recorded))
    for (const { step, basis } of source.toldOf(begun.day))
      if (basis?.[1] !== undefined) soFar.expects(step, basis[1])
    return begun
  }

  function catchUp(): Hall | null {
    if (hall === null || source.journal.lastSeq() < hall.seq) hall = begin()
    else for (const recorded of source.journal.events(hall.seq + 1)) follow(hall, recorded)
    return hall
  }

  function learnt(followed: Hall, at: number): PastDays {
    const mark = source.factsMark()
    const isSame = past?.day === followed.day && (past.mark === mark || Math.abs(at - past.at) < LEARN_MS)
    if (!past || !isSame) past = { day: followed.day, mark, at, known: pastOf(source, followed) }
    return past.known
  }

  return {
    /** What the hall can tell at `now` (milliseconds since 1970); null before its first day. @throws StorageError */
    foresee(now: number): Foresight | null {
      try {
        return source.atOnce(() => {
          const followed = catchUp()
          if (!followed) return null
          const at = Math.max(now, followed.at)
          const states = statesOf(followed)
          const isFresh = advised?.states === states && at >= advised.at && at - advised.at < ADVICE_MS
          const known = isFresh && advised ? advised.advice : null
          const foresight = foresee(followed, at, learnt(followed, at), Infinity, soFar, known)
          latest = foresight.newcomers
          if (known === null) advised = { at, states, advice: foresight.advice }
          return foresight
        })
      } catch (error) {
        // What was followed may be half done: the next question starts over.
        hall = null
        throw error
      }
    },
  }
}
