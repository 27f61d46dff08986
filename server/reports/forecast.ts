// The report of the forecast: the waits that were told with tickets against what became of them. A wait is judged by the
// waiting of its step up to the first call, by the wall clock; who was never called waited longer than told once that is
// certain, and is left out otherwise.
import type { Fact } from './facts/fact.ts'
import { ENOUGH, shareOf } from './figures.ts'
import type { Filters, ForecastFigures, ForecastRow } from './question.ts'
import type { ToldWait } from './watch/told.ts'

/** Of one day, for a service and a class: how many waits were judged, and how. */
export interface ForecastDay {
  readonly service: string
  readonly agency: string
  readonly priority: boolean
  readonly judged: number
  readonly inside: number
  readonly longer: number
  /** Of those judged: the called ones, and by how much they differ from the middle of the range, in milliseconds in all. */
  readonly called: number
  readonly error: number
}

type Sum = { -readonly [Part in keyof ForecastDay]: ForecastDay[Part] }

/** Judges the waits that were told on a day by its facts. */
export function judge(told: readonly ToldWait[], facts: readonly Fact[]): ForecastDay[] {
  const waits = new Map(told.map((wait) => [wait.step, wait]))
  const sums = new Map<string, Sum>()
  for (const fact of facts) {
    const wait = waits.get(fact.step)
    if (!wait) continue
    const { service, agency, priority, waitedSeconds, uncalledSeconds } = fact
    const isCalled = waitedSeconds !== null
    const waited = waitedSeconds ?? uncalledSeconds ?? 0
    const isLonger = waited > wait.high * 60
    if (!isCalled && !isLonger) continue
    const key = JSON.stringify([service, agency, priority])
    const nothing = { judged: 0, inside: 0, longer: 0, called: 0, error: 0 }
    const sum = sums.get(key) ?? { service, agency, priority, ...nothing }
    sums.set(key, sum)
    sum.judged += 1
    if (isLonger) sum.longer += 1
    else if (waited >= wait.low * 60) sum.inside += 1
    if (!isCalled) continue
    sum.called += 1
    sum.error += Math.round(Math.abs(waited - ((wait.low + wait.high) / 2) * 60) * 1000)
  }
  return [...sums.values()]
}

/** Adds up the forecasts of days. */
export class ForecastCount {
  private readonly filters: Filters
  private readonly services = new Map<string, Sum>()

  constructor(filters: Filters) {
    this.filters = filters
  }

  add({ forecasts }: { readonly forecasts: readonly ForecastDay[] }): void {
    const { agency: agencies, service: services, class: classes } = this.filters
    const passes = (wanted: readonly string[] | undefined, id: string) => !wanted || wanted.includes(id)
    for (const day of forecasts) {
      if (!passes(agencies, day.agency) || !passes(services, day.service)) continue
      if (!passes(classes, day.priority ? 'priority' : 'regular')) continue
      const sum = this.services.get(day.service)
      this.services.set(day.service, sum ? added(sum, day) : { ...day })
    }
  }

  result(): { rows: Omit<ForecastRow, 'name'>[]; whole: ForecastFigures } {
    const sums = [...this.services.values()]
    const rows = sums.map((sum) => ({ service: sum.service, agency: sum.agency, ...figuresOf(sum) }))
    return {
      rows: rows.sort((a, b) => (a.service < b.service ? -1 : 1)),
      whole: figuresOf(sums.reduce(added, { ...empty })),
    }
  }
}

const empty: ForecastDay = {
  service: '',
  agency: '',
  priority: false,
  judged: 0,
  inside: 0,
  longer: 0,
  called: 0,
  error: 0,
}

/** The agency is the last one that the service was of. */
function added(sum: ForecastDay, day: ForecastDay): Sum {
  return {
    ...day,
    judged: sum.judged + day.judged,
    inside: sum.inside + day.inside,
    longer: sum.longer + day.longer,
    called: sum.called + day.called,
    error: sum.error + day.error,
  }
}

function figuresOf({ judged, inside, longer, called, error }: ForecastDay): ForecastFigures {
  return {
    n: judged,
    mae: called < ENOUGH ? null : error / called / 1000,
    inside: shareOf(inside, judged),
    longer: shareOf(longer, judged),
  }
}
