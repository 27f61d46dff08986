// The report of the forecast: the waits that were told with tickets against what became of them. A wait is judged by
// the waiting of its step up to the first call, by the wall clock; a visitor never called has waited longer than told
// once that is certain, and is counted separately before.
import { weekdayOf } from '../hall/hours.ts'
import { promised } from '../forecast/hall/tells.ts'
import type { Fact } from './facts/fact.ts'
import { ENOUGH, shareOf } from './figures.ts'
import {
  filterNames,
  type Filters,
  type ForecastBy,
  type ForecastFigures,
  type ForecastRow,
} from './question.ts'
import type { ToldWait } from './watch/told.ts'

/**
 * For one day and a service, a class, an hour of the ticket, a size of the forecast and whatever else a report can be
 * split by: how many were judged, and how.
 */
export interface ForecastDay {
  readonly service: string
  readonly agency: string
  /** Where it was last called; null: never. */
  readonly counter: string | null
  readonly zone: string | null
  readonly language: string
  readonly priority: boolean
  readonly hour: number
  readonly size: ForecastSize
  readonly judged: number
  readonly inside: number
  readonly longer: number
  /** Never called, and not yet longer than told when it ended: undecided. */
  readonly unknown: number
  /** Of those judged: the ones called, and how far they were from what was told, in milliseconds in all. */
  readonly called: number
  readonly error: number
}

/** The middle of the told range: less than 15 minutes, less than 30, less than an hour, longer. */
export type ForecastSize = 'to-15' | 'to-30' | 'to-60' | 'longer'

type Sum = { -readonly [Part in keyof ForecastDay]: ForecastDay[Part] }

/** Judges the waits told on a day by that day's facts. */
export function judge(told: readonly ToldWait[], facts: readonly Fact[]): ForecastDay[] {
  const waits = new Map(told.map((wait) => [wait.step, wait]))
  const sums = new Map<string, Sum>()
  for (const fact of facts) {
    const wait = waits.get(fact.step)
    // Anyone told that today is unlikely was told no time.
    if (!wait || promised(wait.today ?? 1) === 'unlikely') continue
    const { service, agency, counter, zone, language, priority, hour } = fact
    const { waitedSeconds, uncalledSeconds } = fact
    const isCalled = waitedSeconds !== null
    const waited = waitedSeconds ?? uncalledSeconds ?? 0
    const isLonger = waited > wait.high * 60
    const middle = wait.median ?? (wait.low + wait.high) / 2
    const size = sizeOf(middle)
    const group = { service, agency, counter, zone, language, priority, hour, size }
    const key = JSON.stringify(Object.values(group))
    const sum = sums.get(key) ?? { ...empty, ...group }
    sums.set(key, sum)
    if (!isCalled && !isLonger) {
      sum.unknown += 1
      continue
    }
    sum.judged += 1
    if (isLonger) sum.longer += 1
    else if (waited >= wait.low * 60) sum.inside += 1
    if (!isCalled) continue
    sum.called += 1
    sum.error += Math.round(Math.abs(waited - middle * 60) * 1000)
  }
  return [...sums.values()]
}

// How a day is kept: without field names, because there is a row for nearly every ticket.

const PARTS = [
  'service',
  'agency',
  'counter',
  'zone',
  'language',
  'priority',
  'hour',
  'size',
  'judged',
  'inside',
  'longer',
  'unknown',
  'called',
  'error',
] as const satisfies readonly (keyof ForecastDay)[]

/** A day as JSON, to be kept. */
export function forecastsText(days: readonly ForecastDay[]): string {
  return JSON.stringify(days.map((day) => PARTS.map((part) => day[part])))
}

/** What `forecastsText` kept. */
export function forecastsFrom(text: string): ForecastDay[] {
  const rows = JSON.parse(text) as readonly unknown[][]
  return rows.map(
    (row) => Object.fromEntries(PARTS.map((part, at) => [part, row[at]])) as unknown as ForecastDay,
  )
}

function sizeOf(minutes: number): ForecastSize {
  if (minutes < 15) return 'to-15'
  if (minutes < 30) return 'to-30'
  return minutes < 60 ? 'to-60' : 'longer'
}

/** Adds up the forecasts of days. */
export class ForecastCount {
  private readonly filters: Filters
  private readonly by: ForecastBy
  private readonly groups = new Map<string, { sum: Sum; days: Set<string> }>()

  constructor(filters: Filters, by: ForecastBy = 'service') {
    this.filters = filters
    this.by = by
  }

  add({ day = '', forecasts }: { readonly day?: string; readonly forecasts: readonly ForecastDay[] }): void {
    for (const one of forecasts) {
      if (!passes(this.filters, day, one)) continue
      const key = this.by === 'day' ? day : String(one[this.by])
      const group = this.groups.get(key) ?? { sum: { ...empty }, days: new Set() }
      group.sum = added(group.sum, one)
      if (one.judged > 0) group.days.add(day)
      this.groups.set(key, group)
    }
  }

  result(): { rows: Omit<ForecastRow, 'name'>[]; whole: ForecastFigures } {
    const groups = [...this.groups].sort(([a], [b]) => inOrder(a, b))
    const isOfService = this.by === 'service'
    const rows = groups.map(([key, { sum, days }]) => ({
      key,
      service: isOfService ? sum.service : '',
      agency: isOfService || this.by === 'agency' ? sum.agency : '',
      ...figuresOf(sum, days),
    }))
    const days = new Set(groups.flatMap(([, one]) => [...one.days]))
    return { rows, whole: figuresOf(groups.map(([, { sum }]) => sum).reduce(added, { ...empty }), days) }
  }
}

/** Anyone never called was called at no counter and in no zone, as in the other reports. */
function passes(filters: Filters, day: string, { priority, hour, ...one }: ForecastDay): boolean {
  const all = {
    ...one,
    class: priority ? 'priority' : 'regular',
    hour: String(hour),
    weekday: day === '' ? null : String(weekdayOf(day)),
  }
  return filterNames.every((name) => {
    const [wanted, is] = [filters[name], all[name]]
    return wanted === undefined || (is !== null && wanted.includes(is))
  })
}

/** Hours by number, sizes from short to long, everything else by text. */
function inOrder(a: string, b: string): number {
  const [one, other] = [SIZES.indexOf(a), SIZES.indexOf(b)]
  if (one >= 0 && other >= 0) return one - other
  return Number(a) - Number(b) || (a < b ? -1 : 1)
}

const SIZES: readonly string[] = ['to-15', 'to-30', 'to-60', 'longer'] satisfies ForecastSize[]

const empty: ForecastDay = {
  service: '',
  agency: '',
  counter: null,
  zone: null,
  language: '',
  priority: false,
  hour: 0,
  size: 'to-15',
  judged: 0,
  inside: 0,
  longer: 0,
  unknown: 0,
  called: 0,
  error: 0,
}

/** The agency is the last one that the service belonged to. */
function added(sum: ForecastDay, day: ForecastDay): Sum {
  return {
    ...day,
    judged: sum.judged + day.judged,
    inside: sum.inside + day.inside,
    longer: sum.longer + day.longer,
    unknown: sum.unknown + day.unknown,
    called: sum.called + day.called,
    error: sum.error + day.error,
  }
}

function figuresOf(
  { judged, inside, longer, unknown, called, error }: ForecastDay,
  days: ReadonlySet<string>,
): ForecastFigures {
  return {
    n: judged,
    mae: called < ENOUGH ? null : error / called / 1000,
    inside: shareOf(inside, judged),
    longer: shareOf(longer, judged),
    unknown,
    days: days.size,
  }
}
