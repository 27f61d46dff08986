// What is known about a step once all its lines were read: its result, its times, whether it was in time.
import {
  type Day,
  ENDED,
  hoursOn,
  instant,
  type Known,
  last,
  nowOf,
  servesIt,
  serviceOf,
  type Span,
  type Step,
  type Visit,
  type Was,
} from './lines.ts'

/** All that is known about a step in the end. */
export function know(day: Day, visit: Visit, step: Step): Known {
  const { plan, until } = day
  const { was } = step
  const calls = was.filter(({ status }) => status === 'called')
  const calledAt = calls[0]?.at ?? null
  const desks = was.filter(({ counter }) => counter !== undefined)
  const desk = last(desks)
  const began = was.find(({ status }) => status === 'waiting' || status === 'held')
  const isNone = step.seat || step.cameBy === 'seated' || !began
  const waits = isNone || !began ? null : waitsOf(day, visit, step, began.at, calls[0])
  const start = was.findIndex(({ status }) => status === 'serving')
  const startedAt = was[start]?.at ?? null
  const ledBy =
    step.seat && start === desksBefore(was)
      ? undefined
      : last(was.slice(0, Math.max(0, start)).filter(({ status }) => status === 'called'))
  const served = was.reduce(
    (sum, { at, status }, place) =>
      status === 'serving' ? sum + ((was[place + 1]?.at ?? until) - at) / 1000 : sum,
    0,
  )
  const result = resultOf(step, calledAt !== null || startedAt !== null)
  const { hour, weekday } = clockOf(plan.timeZone, visit.takenAt)
  const waiting = calledAt === null ? null : (waits?.whole ?? null)
  const uncalled = calledAt === null ? (waits?.whole ?? null) : null
  return {
    day: visit.day,
    visit: visit.id,
    step: step.id,
    service: step.service,
    agency: step.agency,
    counter: desk?.counter ?? null,
    zone: desk?.zone ?? null,
    priority: visit.priority,
    language: visit.language,
    hour,
    weekday,
    result,
    called: calledAt !== null,
    waiting,
    waitingOpen: calledAt === null ? null : (waits?.open ?? null),
    uncalled,
    walking: startedAt !== null && ledBy ? (startedAt - ledBy.at) / 1000 : null,
    serving: startedAt === null ? null : served,
    level: levelOf(step, result, waiting, uncalled, isNone),
    levelSeconds: step.level,
    missing: step.missing,
    documents: result === 'served' ? step.documents : 0,
    takenAt: visit.takenAt,
    startedAt,
    endedAt: step.endedAt,
  }
}

/** Looked at millisecond by millisecond in effect: the borders of all that matters cut the time into pieces. */
function waitsOf(day: Day, visit: Visit, step: Step, from: number, call: Was | undefined) {
  const { plan, until } = day
  const ended = step.endedAt
  const isExpired = nowOf(step) === 'expired'
  const lastWait = last(step.was.filter(({ status }) => status === 'waiting'))
  const to = Math.max(
    from,
    call?.at ??
      (ended === null
        ? until
        : isExpired
          ? Math.min(ended, Math.max(lastWait?.at ?? ended, waitsEnd(day, step.service)))
          : ended),
  )
  const off: { from: number; to: number }[] = []
  for (const other of visit.steps)
    if (other !== step)
      for (const [place, { at, status }] of other.was.entries())
        if (status === 'called' || status === 'serving')
          off.push({ from: at, to: other.was[place + 1]?.at ?? to })
  for (const { at, until: there, zone } of visit.walks) {
    const mine = call
      ? [call.zone]
      : plan.counters.filter((one) => servesIt(day, one, step.service)).map((one) => one.zone)
    if (!mine.includes(zone)) off.push({ from: at, to: there })
  }
  for (const [place, { at, status, callableFrom = 0 }] of step.was.entries()) {
    const next = step.was[place + 1]?.at ?? to
    if (status !== 'waiting') off.push({ from: at, to: next })
    else if (callableFrom > at) off.push({ from: at, to: Math.min(callableFrom, next) })
  }
  for (const [place, { at, held }] of visit.slip.entries())
    if (!held) off.push({ from: at, to: visit.slip[place + 1]?.at ?? to })
  const hours = hoursOf(day, step.service).map((span) => ({
    from: instant(day, span.from),
    to: instant(day, span.to),
  }))
  const cuts = [from, to, ...[...off, ...hours].flatMap((one) => [one.from, one.to])]
    .filter((cut) => from <= cut && cut <= to)
    .sort((a, b) => a - b)
  let [whole, openOnly] = [0, 0]
  for (const [place, cut] of cuts.entries()) {
    const next = cuts[place + 1] ?? cut
    const middle = (cut + next) / 2
    const isIn = (one: { from: number; to: number }) => one.from <= middle && middle < one.to
    if (next === cut || off.some(isIn)) continue
    whole += next - cut
    if (hours.length === 0 || hours.some(isIn)) openOnly += next - cut
  }
  return { whole: whole / 1000, open: openOnly / 1000 }
}

/** Nobody waits through an empty evening: until the hours are over, or the last thing done at a counter that serves it. */
function waitsEnd(day: Day, service: string): number {
  const { plan, moved, startsAt } = day
  const over = hoursOf(day, service).map(({ to }) => instant(day, to))
  const done = plan.counters.filter((one) => servesIt(day, one, service)).map(({ id }) => moved.get(id) ?? 0)
  return Math.max(over.length === 0 ? startsAt : Math.max(...over), ...done)
}

function hoursOf(day: Day, id: string): Span[] {
  const service = serviceOf(day, id)
  return hoursOn(day.plan, day.label, service?.agency, service?.hours)
}

/** A visitor who was seated was served before anybody called. */
function desksBefore(was: readonly Was[]): number {
  return was.findIndex(({ counter }) => counter !== undefined)
}

function resultOf(step: Step, wasCalled: boolean): Known['result'] {
  if (step.outcome === 'served' || step.outcome === 'incomplete' || step.outcome === 'referred')
    return step.outcome
  if (!ENDED.has(nowOf(step))) return 'open'
  const before = step.was[step.was.length - 2]?.status
  if (before === 'blocked' || ['closed', 'moved', 'undone'].includes(step.end ?? '')) return 'dropped'
  return wasCalled ? 'noShow' : 'left'
}

/**
 * Those who left by the day's end failed; those who cancelled before T are left out; seated and dropped don't count.
 */
function levelOf(
  step: Step,
  result: Known['result'],
  waiting: number | null,
  uncalled: number | null,
  isNone: boolean,
): 0 | 1 | null {
  if (isNone && step.cameBy === 'seated') return null
  if (result === 'dropped') return null
  if (waiting !== null) return waiting <= step.level ? 1 : 0
  if (result !== 'left') return null
  return step.end === 'day' || (uncalled ?? 0) >= step.level ? 0 : null
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string, at: number): { hour: number; weekday: number } {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday') ?? '') + 1
  return { hour: Number(parts.get('hour')), weekday }
}
