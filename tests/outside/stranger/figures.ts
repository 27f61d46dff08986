// Figures over what is known of steps.
import { hoursOn, type Known, type Line, type PlanSeen } from './lines.ts'

export interface Spread {
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly max: number
}

/** Nearest rank, no interpolation; null: fewer than five. */
export function spread(values: readonly number[]): Spread | null {
  if (values.length < 5) return null
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] as number
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    p50: at(0.5),
    p90: at(0.9),
    max: at(1),
  }
}

export interface Row {
  readonly key: string | number | null
  readonly taken: number
  readonly called: number
  readonly served: number
  readonly incomplete: number
  readonly referred: number
  readonly noShow: number
  readonly left: number
  readonly dropped: number
  readonly open: number
  readonly waiting: Spread | null
  readonly waitingOpen: Spread | null
  readonly walking: Spread | null
  readonly serving: Spread | null
  readonly level: { readonly seconds: number | null; readonly share: number } | null
  readonly documents: number
}

export type By =
  | 'service'
  | 'agency'
  | 'counter'
  | 'zone'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'month'
  | 'class'
  | 'language'

export function keyOf(step: Known, by: By): string | number | null {
  switch (by) {
    case 'month':
      return step.day.slice(0, 7)
    case 'class':
      return step.priority ? 'priority' : 'regular'
    default:
      return step[by]
  }
}

export function rowsBy(steps: readonly Known[], by: By): Row[] {
  const groups = new Map<string | number | null, Known[]>()
  for (const step of steps) {
    const key = keyOf(step, by)
    groups.set(key, [...(groups.get(key) ?? []), step])
  }
  return [...groups].map(([key, group]) => rowOf(key, group))
}

export function rowOf(key: Row['key'], steps: readonly Known[]): Row {
  const count = (result: Known['result']) => steps.filter((step) => step.result === result).length
  const values = (of: 'waiting' | 'waitingOpen' | 'walking' | 'serving', from = steps) =>
    from.flatMap((step) => step[of] ?? [])
  const judged = steps.filter(({ level }) => level !== null)
  const targets = new Set(judged.map(({ levelSeconds }) => levelSeconds))
  return {
    key,
    taken: steps.length,
    documents: steps.reduce((sum, { documents }) => sum + documents, 0),
    called: steps.filter(({ called }) => called).length,
    served: count('served'),
    incomplete: count('incomplete'),
    referred: count('referred'),
    noShow: count('noShow'),
    left: count('left'),
    dropped: count('dropped'),
    open: count('open'),
    waiting: spread(values('waiting')),
    waitingOpen: spread(values('waitingOpen')),
    walking: spread(values('walking')),
    serving: spread(
      values(
        'serving',
        steps.filter(({ result }) => result !== 'open'),
      ),
    ),
    level:
      judged.length < 5
        ? null
        : {
            seconds: targets.size === 1 ? ([...targets][0] as number) : null,
            share: judged.filter(({ level }) => level === 1).length / judged.length,
          },
  }
}

/** Visits, those that two agencies or more served, how long they stayed, and which agency came after which. */
export function visitsOf(steps: readonly Known[]) {
  const visits = new Map<string, Known[]>()
  for (const step of steps) visits.set(step.visit, [...(visits.get(step.visit) ?? []), step])
  const stays: number[] = []
  const pairs = new Map<string, number>()
  let several = 0
  for (const own of visits.values()) {
    const ends = own
      .filter(({ result }) => result === 'served' || result === 'incomplete')
      .map(({ endedAt }) => endedAt ?? 0)
    const taken = own[0]?.takenAt ?? 0
    if (ends.length > 0) stays.push((Math.max(...ends) - taken) / 1000)
    const served = own
      .filter(({ result }) => result === 'served')
      .sort((a, b) => (a.startedAt ?? a.endedAt ?? 0) - (b.startedAt ?? b.endedAt ?? 0))
    if (new Set(served.map(({ agency }) => agency)).size < 2) continue
    several += 1
    const way = served.map(({ agency }) => agency).filter((agency, place, all) => agency !== all[place - 1])
    const steps = new Set(way.slice(1).map((to, place) => `${way[place]} ${to}`))
    for (const pair of steps) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { visits: visits.size, several, stay: spread(stays), pairs }
}

/** How often which requirement was missing, by service and requirement. */
export function missingOf(steps: readonly Known[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { result, service, missing } of steps)
    if (result === 'incomplete')
      for (const requirement of missing) {
        const key = `${service} ${requirement}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return counts
}

/**
 * Waits told with tickets against what became of them, by service; a visitor never called counts once that is certain.
 */
export function forecastsOf(
  steps: readonly Known[],
  told: readonly {
    readonly step: string
    readonly low: number
    readonly high: number
    readonly median: number | null
    readonly today: number | null
  }[],
) {
  const byStep = new Map(steps.map((step) => [step.step, step]))
  const services = new Map<string, { errors: number[]; inside: number; longer: number; n: number }>()
  for (const { step: id, low, high, median, today } of told) {
    if (today !== null && today <= 0.3) continue
    const step = byStep.get(id)
    if (!step) continue
    const sum = services.get(step.service) ?? { errors: [], inside: 0, longer: 0, n: 0 }
    const { waiting } = step
    if (waiting === null && !((step.uncalled ?? 0) > high * 60)) continue
    services.set(step.service, sum)
    sum.n += 1
    if (waiting === null || waiting > high * 60) sum.longer += 1
    else if (waiting >= low * 60) sum.inside += 1
    if (waiting !== null) sum.errors.push(Math.abs(waiting - 60 * (median ?? (low + high) / 2)))
  }
  return [...services].map(([key, { errors, inside, longer, n }]) => ({
    key,
    n,
    mae: errors.length < 5 ? null : errors.reduce((sum, one) => sum + one, 0) / errors.length,
    inside: n < 5 ? null : inside / n,
    longer: n < 5 ? null : longer / n,
  }))
}

/** Every minute of the hall's hours, by when it begins, milliseconds since 1970; the plan is that of the day's end. */
export function hoursOf(lines: readonly Line[], from: string, to: string): number[] {
  const plans = new Map<string, { plan: PlanSeen; endsAt: number }>()
  let endsAt = 0
  let label = ''
  for (const { event } of lines) {
    if (event.type === 'day-opened') [label, endsAt] = [event['day'], event['endsAt']]
    if ('plan' in event) plans.set(label, { plan: event['plan'] as PlanSeen, endsAt })
  }
  const minutes: number[] = []
  let last: { plan: PlanSeen; endsAt: number } | undefined
  for (let day = from; day <= to; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)) {
    // A day on which nothing was opened ends a day later than the one before.
    last = plans.get(day) ?? (last && { plan: last.plan, endsAt: last.endsAt + 86_400_000 })
    if (!last) continue
    for (const span of hoursOn(last.plan, day, undefined, null))
      for (let minute = span.from; minute < span.to; minute += 1)
        minutes.push(last.endsAt - (24 * 60 - minute) * 60_000)
  }
  return minutes
}
