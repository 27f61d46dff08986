// The fact of a step, read off the course of its visit as docs/figures.md defines each figure.
import type { PaperEntry } from '../../hall/event-parts.ts'
import type { Hall } from '../../hall/hall.ts'
import { instantOf, spansOn, waitsEnd } from '../../hall/hours.ts'
import type { Step, Visit } from '../../hall/visit.ts'
import type { Desk, Moment, StepCourse, VisitCourse } from './course.ts'
import type { Fact } from './fact.ts'
import { type Piece, seconds, within, without } from './spans.ts'

const HOUR_MS = 3_600_000

/** What became of an announcement; absent: not yet known. */
export type Heard = ReadonlyMap<string, 'heard' | 'unheard'>

/** The day whose hours apply: the one on which the visit began. */
export type Ground = Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt' | 'counters'>

/** The fact of a step as it stands at `now` (milliseconds since 1970). @throws if the course is not that of the visit */
export function factOf(
  ground: Ground,
  visit: Visit,
  step: Step,
  course: VisitCourse,
  heard: Heard,
  now: number,
): Fact {
  const own = course.steps.get(step.id)
  if (!own) throw new Error(`step ${step.id} has no course`)
  const { moments, cameBy, offer } = own
  const ended = 'endedAt' in step ? step.endedAt : null
  const desk = lastDesk(moments)
  const last = moments.at(-1)
  const isDone = step.status === 'done'
  return {
    day: visit.day,
    visit: visit.id,
    step: step.id,
    number: visit.number,
    service: step.service,
    agency: offer.agency,
    zone: desk?.zone ?? null,
    counter: desk?.counter ?? null,
    staff: (isDone ? step.endedBy : null) ?? desk?.staff ?? null,
    priority: visit.priority,
    comeToMe: visit.comeToMe,
    language: visit.language,
    cameBy,
    from: own.from,
    takenAt: visit.takenAt,
    hour: hourOf(ground, visit.takenAt),
    ...waitingOf(ground, step, own, course, now),
    ...servingOf(ground, moments, ended ?? now),
    endedAt: ended,
    calls: moments.filter(isCall).length + own.recalls,
    notHeard: notHeard(own, heard),
    slipsFailed: course.steps.keys().next().value === step.id ? course.slipsFailed : 0,
    status: step.status,
    outcome: isDone ? step.outcome : null,
    missing: isDone && step.outcome === 'incomplete' ? step.lacked : [],
    documents: isDone ? step.documents : null,
    lacks: step.missing,
    reason: isDone ? step.reason : null,
    callReason: desk?.reason ?? null,
    returns: step.returns !== null,
    end: last?.end ?? null,
    blocked: ended !== null && !isDone && moments.at(-2)?.status === 'blocked',
    levelSeconds: offer.levelSeconds,
    phase: offer.phase,
    operation: offer.operation,
  }
}

/** The hour of the day, 0 to 23, counted from the day's end, because clocks change in the small hours. */
function hourOf({ endsAt }: Pick<Ground, 'endsAt'>, at: number): number {
  return Math.max(0, Math.min(23, 24 - Math.ceil((endsAt - at) / HOUR_MS)))
}
/** A call, which a recall only repeats; a visitor served without a number was not called. */
const isCall = ({ status, desk }: Moment) => status === 'called' && desk !== null

function lastDesk(moments: readonly Moment[]): Desk | null {
  return moments.findLast(({ desk }) => desk !== null)?.desk ?? null
}

type Waiting = Pick<
  Fact,
  | 'waitsFrom'
  | 'waitedSeconds'
  | 'waitedOpenSeconds'
  | 'uncalledSeconds'
  | 'elsewhereSeconds'
  | 'walkingSeconds'
  | 'asideSeconds'
  | 'slipSeconds'
  | 'restSeconds'
  | 'calledAt'
>

const nothing = {
  waitsFrom: null,
  waitedSeconds: null,
  waitedOpenSeconds: null,
  uncalledSeconds: null,
  elsewhereSeconds: 0,
  walkingSeconds: 0,
  asideSeconds: 0,
  slipSeconds: 0,
  restSeconds: 0,
} as const

/** From the beginning of the wait to the first call, less what kept the visitor from being called. */
function waitingOf(ground: Ground, step: Step, own: StepCourse, course: VisitCourse, now: number): Waiting {
  const { moments, cameBy } = own
  const call = moments.find(isCall)
  const calledAt = call?.at ?? null
  // A visitor who fetches something waits from then on, set aside until the return.
  const begins = moments.find(({ status }) => status === 'waiting' || status === 'held')
  if (!begins || cameBy === 'seated' || cameBy === 'paper') return { ...nothing, calledAt }
  const from = begins.at
  const to = Math.max(from, calledAt ?? waitedUntil(ground, step, moments, now))
  const whole = within([{ from, to }], from, to)
  let left: Piece[] = whole
  const less = (pieces: readonly Piece[]): number => {
    const before = seconds(left)
    left = without(left, within(pieces, from, to))
    return before - seconds(left)
  }
  const elsewhereSeconds = less(elsewhere(own, course, to))
  const walkingSeconds = less(walking(ground, step, course, call?.desk ?? null))
  const asideSeconds = less(aside(moments, to))
  const slipSeconds = less(withoutSlip(course, to))
  const waited = seconds(left)
  const open = seconds(left.flatMap((piece) => within(openHours(ground, step.service), piece.from, piece.to)))
  const isCalled = calledAt !== null
  return {
    calledAt,
    waitsFrom: from,
    waitedSeconds: isCalled ? waited : null,
    waitedOpenSeconds: isCalled ? open : null,
    uncalledSeconds: isCalled ? null : waited,
    elsewhereSeconds,
    walkingSeconds,
    asideSeconds,
    slipSeconds,
    restSeconds: waited - open,
  }
}

/** Until when a step that was never called waited; nobody waits through an empty evening until midnight. */
function waitedUntil(ground: Ground, step: Step, moments: readonly Moment[], now: number): number {
  if (!('endedAt' in step)) return now
  if (step.status !== 'expired') return step.endedAt
  const began = moments.findLast(({ status }) => status === 'waiting')?.at ?? step.endedAt
  return Math.min(step.endedAt, Math.max(began, waitsEnd(ground, step.service)))
}

/** While another step of the visit was called or being served. */
function elsewhere(own: StepCourse, { steps }: VisitCourse, to: number): Piece[] {
  return [...steps.values()]
    .filter((other) => other !== own)
    .flatMap(({ moments }) =>
      pieces(moments, to, ({ status }) => status === 'called' || status === 'serving'),
    )
}

/** On the way from another counter; a counter of that zone could have called at once. */
function walking(
  { layout }: Ground,
  { service }: Step,
  { walks }: VisitCourse,
  caller: Desk | null,
): Piece[] {
  const isThere = (zone: string) =>
    caller ? caller.zone === zone : (layout.countersOf.get(service) ?? []).some((one) => one.zone === zone)
  return walks.filter(({ zone }) => !isThere(zone)).map(({ at, until }) => ({ from: at, to: until }))
}

/** On hold, missed, late, blocked again, or ended before it was reopened: nobody could call it. */
function aside(moments: readonly Moment[], to: number): Piece[] {
  const late = moments.flatMap(({ status, at, callableFrom }, place) =>
    status === 'waiting' && callableFrom > at
      ? [{ from: at, to: Math.min(callableFrom, moments[place + 1]?.at ?? to) }]
      : [],
  )
  return [...pieces(moments, to, ({ status }) => status !== 'waiting'), ...late]
}

/** While nobody knew whether the visitor held the number. */
function withoutSlip({ slip }: VisitCourse, to: number): Piece[] {
  return slip.flatMap(({ at, held }, place) => (held ? [] : [{ from: at, to: slip[place + 1]?.at ?? to }]))
}

/** The pieces of time in which the step was in this state, the last one up to `to`. */
function pieces(moments: readonly Moment[], to: number, isSo: (moment: Moment) => boolean): Piece[] {
  return moments.flatMap((moment, place) =>
    isSo(moment) ? [{ from: moment.at, to: moments[place + 1]?.at ?? to }] : [],
  )
}

/** The service's hours of the day; the whole day if it has none, as hours then say nothing. */
function openHours(ground: Ground, service: string): Piece[] {
  const spans = spansOn(ground.layout, { of: 'service', id: service }, ground.day)
  if (spans.length === 0) return [{ from: -Infinity, to: Infinity }]
  return spans.map(({ from, to }) => ({ from: instantOf(ground, from), to: instantOf(ground, to) }))
}

type Serving = Pick<Fact, 'leadingCallAt' | 'startedAt' | 'walkSeconds' | 'servedSeconds'>

/** A step still being served this long after its day's end was forgotten: the visitor left long before. */
const FORGOTTEN_MS = 4 * HOUR_MS

function servingOf({ endsAt }: Ground, moments: readonly Moment[], to: number): Serving {
  const first = moments.findIndex(({ status }) => status === 'serving')
  const start = moments[first]
  if (!start) return { leadingCallAt: null, startedAt: null, walkSeconds: null, servedSeconds: null }
  const call = start.desk?.seat ? undefined : moments.slice(0, first).findLast(isCall)
  const spans = pieces(moments, to, ({ status }) => status === 'serving')
  return {
    leadingCallAt: call?.at ?? null,
    startedAt: start.at,
    walkSeconds: call ? (start.at - call.at) / 1000 : null,
    servedSeconds: spans.some((span) => span.to > endsAt + FORGOTTEN_MS)
      ? null
      : seconds(spans.map(({ from, to: end }) => ({ from, to: Math.max(from, end) }))),
  }
}

/** Calls that had announcements of which none was confirmed. */
function notHeard({ announced }: StepCourse, heard: Heard): number {
  const ofCalls = (fate: 'heard' | 'unheard') =>
    new Set(announced.filter(({ id }) => heard.get(id) === fate).map(({ call }) => call))
  const confirmed = ofCalls('heard')
  return [...ofCalls('unheard')].filter((call) => !confirmed.has(call)).length
}

// The fact of an emergency number: what somebody wrote on paper and entered later. It has no waiting, as nobody knows
// when it could have been called.

/** What an entry does not say about the day `of`. */
export interface PaperGround {
  readonly of: string
  /** When that day ended, milliseconds since 1970. */
  readonly endsAt: number
  /** Only kept; paper is not judged by it. */
  readonly levelSeconds: number
}

/** The fact of an entry. */
export function paperFact(entry: PaperEntry, { of, endsAt, levelSeconds }: PaperGround): Fact {
  const { calledAt, startedAt, endedAt, outcome } = entry
  const isServed = outcome !== 'not-served'
  const came = isServed ? startedAt : null
  const between = (from: number | null, to: number | null) =>
    from === null || to === null ? null : Math.max(0, to - from) / 1000
  return {
    day: of,
    visit: entry.visit,
    step: entry.step,
    number: entry.number,
    service: entry.service,
    agency: entry.agency,
    zone: entry.zone,
    counter: entry.counter,
    staff: null,
    priority: entry.priority,
    comeToMe: false,
    language: entry.language,
    cameBy: 'paper',
    from: null,
    takenAt: entry.takenAt,
    hour: hourOf({ endsAt }, entry.takenAt),
    ...nothing,
    calledAt,
    leadingCallAt: came === null ? null : calledAt,
    startedAt: came,
    endedAt,
    walkSeconds: between(calledAt, came),
    servedSeconds: between(came, endedAt),
    calls: calledAt === null ? 0 : 1,
    notHeard: 0,
    slipsFailed: 0,
    status: isServed ? 'done' : 'expired',
    outcome: isServed ? outcome : null,
    missing: outcome === 'incomplete' ? entry.missing : [],
    documents: null,
    lacks: [],
    reason: null,
    callReason: null,
    returns: false,
    end: isServed ? null : 'day',
    blocked: false,
    levelSeconds,
    phase: entry.phase,
    operation: entry.operation,
  }
}
