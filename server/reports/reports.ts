// Answers questions to the reports: goes through the days of the period once, and names what it found.
import { availabilityOf } from './availability.ts'
import { CountersCount } from './counters.ts'
import { historyOf } from './history.ts'
import { Days, type ReportDay, type Source } from './days.ts'
import { ForecastCount } from './forecast.ts'
import { MissingCount, BusyCount, USUAL_WEEKS } from './missing.ts'
import { nameOf, type Named, Names, requirementKey } from './names.ts'
import type {
  CountersAnswer,
  Dimension,
  Filters,
  MissingRow,
  MonthPart,
  MonthText,
  Name,
  OfficerRow,
  Period,
  PublicAnswer,
  Question,
  StepsRow,
  Table,
  VisitsAnswer,
} from './question.ts'
import { linesOfRows } from './rows.ts'
import { StepsCount } from './steps.ts'
import { monthTable, tableOf } from './table.ts'
import { ENOUGH } from './figures.ts'
import { VisitsCount } from './visits.ts'
import { dayAfter } from '../hall/hours.ts'

/** What a question yields: an answer as JSON, a table to be written, or lines of CSV. */
export type Answer =
  | { readonly json: string }
  | { readonly table: Table }
  | { readonly text: string }
  /** `rough`: how many days have no facts yet. */
  | { readonly parts: readonly MonthText[]; readonly rough: number }

/** Milliseconds after which others get their turn. */
const SLICE_MS = 30

type Count = { add(day: ReportDay): void }

export interface Reports {
  /** @throws TooManyRows; and an error once `signal` is aborted */
  answer(question: Question, signal: AbortSignal): Promise<Answer>
}

/** Reports on what `source` has. */
export function makeReports(source: Source): Reports {
  const days = new Days(source)

  /** Shows every day to every count. */
  async function goThrough({ from, to }: Period, now: number, counts: readonly Count[], signal: AbortSignal) {
    let began = performance.now()
    for (const day of days.within(from, to, now)) {
      for (const count of counts) count.add(day)
      if (performance.now() - began < SLICE_MS) continue
      await new Promise(setImmediate)
      signal.throwIfAborted()
      began = performance.now()
    }
  }

  return {
    async answer(question, signal) {
      const { from, to, now, filters } = question
      const period = { from, to }
      mustBeKnown(filters)
      const names = new Names(source.journal, to)
      const through = (...counts: Count[]) => goThrough(period, now, counts, signal)
      switch (question.of) {
        case 'steps': {
          const { by, split, form } = question
          const count = new StepsCount(by, split, filters)
          await through(count)
          const answer = { ...period, by, split, rows: namedSteps(count.result(), by, names, split) }
          return form.as === 'json' ? asJson(answer) : { table: tableOf('steps', answer, form) }
        }
        case 'visits': {
          const { own, form, by = null } = question
          const count = new VisitsCount(filters, own, by)
          await through(count)
          const answer = { ...period, ...namedVisits(count, names) }
          return form.as === 'json' ? asJson(answer) : { table: tableOf('visits', answer, form) }
        }
        case 'counters': {
          const { form } = question
          const count = new CountersCount(filters)
          await through(count)
          const answer = { ...period, ...namedCounters(count, names) }
          return form.as === 'json' ? asJson(answer) : { table: tableOf('counters', answer, form) }
        }
        case 'missing': {
          const { trend, form } = question
          const count = new MissingCount(filters)
          await through(count)
          const answer = { ...period, rows: namedMissing(count, names, trend) }
          return form.as === 'json' ? asJson(answer) : { table: tableOf('missing', answer, form) }
        }
        case 'forecast': {
          const { by = 'service', form } = question
          const count = new ForecastCount(filters, by)
          await through(count)
          const { rows, whole } = count.result()
          const isNamed = by === 'service' || by === 'agency'
          const keys = rows.map(({ key }) => key)
          const found = isNamed ? names.of(by, keys) : null
          const named = rows.map((row) => ({ ...row, name: found?.get(row.key) ?? null }))
          const answer = { ...period, by, rows: named, whole }
          return form.as === 'json' ? asJson(answer) : { table: tableOf('forecast', answer, form) }
        }
        case 'availability': {
          const { own, form } = question
          const rows = availabilityOf(period, { ...days.watched(from, to), now, own })
          const answer = { ...period, rows }
          return form.as === 'json' ? asJson(answer) : { table: tableOf('availability', answer, form) }
        }
        case 'officers': {
          const { staff } = question
          if (staff === null) {
            const count = new StepsCount('staff', null, filters)
            await through(count)
            return asJson({ ...period, rows: count.result().flatMap(officerRow) })
          }
          const own = { ...filters, staff: [staff] }
          const count = new StepsCount('service', null, own)
          const all = new StepsCount('hall', null, own)
          await through(count, all)
          const services = namedSteps(count.result(), 'service', names).map(({ key, name, ...row }) => ({
            service: String(key),
            name,
            ...workOf(row),
          }))
          const [whole] = all.result()
          return asJson({ ...period, whole: whole ? workOf(whole) : null, services })
        }
        case 'rows': {
          const { language, withHead } = question
          const lines = days.factsWithin(from, to, now)
          return { text: linesOfRows(lines, language, withHead) }
        }
        case 'history':
          return asJson({ ...period, ...historyOf(source, to) })
        case 'month':
          return { parts: await monthOf(period, now, signal), rough: days.rough }
        case 'public':
          return asJson(await publicOf(question.today, now, signal))
        case 'table':
          return { table: question.table }
        case 'month-table': {
          const { month, part, form } = question
          return { table: monthTable(JSON.parse(part) as MonthPart, { month, ...period }, form) }
        }
      }
    },
  }

  /** An id that no plan ever had is a mistake; one of an earlier plan is not. @throws UnknownId */
  function mustBeKnown(filters: Filters): void {
    const ever = new Names(source.journal, EVER)
    for (const kind of ['agency', 'service', 'counter', 'zone'] as const) {
      const ids = filters[kind]
      if (ids === undefined) continue
      const found = ever.of(kind, ids)
      const unknown = ids.find((id) => !found.has(id))
      if (unknown !== undefined) throw new UnknownId(kind, unknown)
    }
  }

  async function monthOf(period: Period, now: number, signal: AbortSignal): Promise<MonthText[]> {
    const names = new Names(source.journal, period.to)
    const agencies = new StepsCount('agency', null, {})
    const whole = partOf({}, null)
    await goThrough(period, now, [agencies, ...whole.counts], signal)
    const ids = agencies.result().flatMap(({ key }) => (typeof key === 'string' ? [key] : []))
    const parts = ids.map((id) => [id, partOf({ agency: [id] }, id)] as const)
    await goThrough(
      period,
      now,
      parts.flatMap(([, { counts }]) => counts),
      signal,
    )
    return [[null, whole] as const, ...parts].map(([agency, part]) => ({
      agency,
      text: JSON.stringify(part.result(names)),
    }))
  }

  async function publicOf(today: string, now: number, signal: AbortSignal): Promise<PublicAnswer> {
    const visits = new VisitsCount({}, null)
    await goThrough({ from: today, to: today }, now, [visits], signal)
    const period = { from: dayAfter(today, -7 * USUAL_WEEKS), to: dayAfter(today, -1) }
    const busy = new BusyCount()
    const steps = new StepsCount('service', null, {})
    await goThrough(period, now, [busy, steps], signal)
    const rows = steps.result()
    const names = new Names(source.journal, today).of(
      'service',
      rows.map(({ key }) => String(key)),
    )
    const first = days.first ?? period.from
    const count = visits.result().visits
    return {
      day: today,
      visitors: count < ENOUGH ? null : count,
      period: rows.length === 0 ? null : { ...period, from: first > period.from ? first : period.from },
      services: busy.result(names),
    }
  }
}

/** After every day. */
const EVER = '9999-12-31'

/** A filter names something that was never in a plan. */
export class UnknownId extends Error {
  readonly kind: Named
  readonly id: string

  constructor(kind: Named, id: string) {
    super(`${kind} ${id}`)
    this.kind = kind
    this.id = id
  }
}

const asJson = (answer: object): Answer => ({ json: JSON.stringify(answer) })

const namedDimensions: readonly string[] = ['service', 'agency', 'counter', 'zone'] satisfies Named[]
const isNamed = (by: Dimension): by is Named => namedDimensions.includes(by)

function namedSteps(
  rows: readonly Omit<StepsRow, 'name'>[],
  by: Dimension,
  names: Names,
  splitBy: Dimension | null = null,
): StepsRow[] {
  const called = (dimension: Dimension | null, keys: readonly unknown[]): ReadonlyMap<string, Name> =>
    dimension !== null && isNamed(dimension)
      ? names.of(dimension, new Set(keys.filter((key) => typeof key === 'string')))
      : new Map()
  const found = called(
    by,
    rows.map(({ key }) => key),
  )
  const splits = called(
    splitBy,
    rows.map(({ split }) => split),
  )
  return rows.map(({ key, split, ...row }) => ({
    key,
    ...(split !== undefined && { split }),
    name: found.get(String(key)) ?? null,
    ...(splitBy !== null && isNamed(splitBy) && { splitName: splits.get(String(split)) ?? null }),
    ...row,
  }))
}

function namedVisits(count: VisitsCount, names: Names): VisitsAnswer {
  const { pairs, referrals, ...visits } = count.result()
  const found = names.of(
    'agency',
    pairs.flatMap(({ from, to }) => [from, to]),
  )
  const services = names.of('service', [...new Set(referrals.flatMap(({ from, to }) => [from, to]))])
  const named = <Row extends { readonly from: string; readonly to: string }>(
    row: Row,
    called: ReadonlyMap<string, Name>,
  ) => ({ ...row, names: { from: called.get(row.from) ?? null, to: called.get(row.to) ?? null } })
  return {
    ...visits,
    pairs: pairs.map((pair) => named(pair, found)),
    referrals: referrals.map((one) => named(one, services)),
  }
}

function namedCounters(count: CountersCount, names: Names): Omit<CountersAnswer, 'from' | 'to'> {
  const { counters, agencies } = count.result()
  const ofCounters = names.of(
    'counter',
    counters.map(({ counter }) => counter),
  )
  const ofAgencies = names.of('agency', new Set([...agencies, ...counters].map(({ agency }) => agency)))
  const ofZones = names.of('zone', new Set(counters.map(({ zone }) => zone)))
  return {
    counters: counters.map(({ counter, ...row }) => ({
      counter,
      name: ofCounters.get(counter) ?? null,
      agencyName: ofAgencies.get(row.agency) ?? null,
      zoneName: ofZones.get(row.zone) ?? null,
      ...row,
    })),
    agencies: agencies.map(({ agency, ...row }) => ({
      agency,
      name: ofAgencies.get(agency) ?? null,
      ...row,
    })),
  }
}

function namedMissing(count: MissingCount, names: Names, trend: boolean): MissingRow[] {
  const rows = count.result()
  const texts = names.requirements(rows.map(({ service, requirement }) => [service, requirement] as const))
  const issuers = [...texts.values()].flatMap(({ issuedBy }) => issuedBy ?? [])
  const services = names.of('service', [...rows.map(({ service }) => service), ...issuers])
  return rows.map(({ service, requirement, count: times, months }) => {
    const text = texts.get(requirementKey(service, requirement))
    const issuedBy = text?.issuedBy ?? null
    return {
      service,
      requirement,
      count: times,
      names: {
        service: services.get(service) ?? null,
        requirement: text ? nameOf(text.name) : null,
      },
      issuedBy,
      issuedByName: issuedBy === null ? null : (services.get(issuedBy) ?? null),
      where: text?.where ? nameOf(text.where) : null,
      ...(trend && {
        months: [...months]
          .map(([month, inMonth]) => ({ month, count: inMonth }))
          .sort((a, b) => (a.month < b.month ? -1 : 1)),
      }),
    }
  })
}

type Work = Omit<OfficerRow, 'staff'>

function workOf(row: Work): Work {
  const { served, incomplete, referred, noShow, serving, walking } = row
  return { served, incomplete, referred, noShow, serving, walking }
}

const officerRow = ({ key, ...row }: Omit<StepsRow, 'name'>): OfficerRow[] =>
  typeof key === 'string' ? [{ staff: key, ...workOf(row) }] : []

/** One part of a month's report: the hall, or an agency. */
function partOf(filters: Filters, own: string | null) {
  const by = ['hall', 'service', 'agency', 'day', 'weekday', 'hour', 'class'] as const
  const steps = by.map((one) => [one, new StepsCount(one, null, filters)] as const)
  const visits = new VisitsCount(filters, own)
  const counters = new CountersCount(filters)
  const missing = new MissingCount(filters)
  return {
    counts: [...steps.map(([, count]) => count), visits, counters, missing] as Count[],
    result: (names: Names): MonthPart => ({
      steps: Object.fromEntries(
        steps.map(([one, count]) => [one, namedSteps(count.result(), one, names)]),
      ) as unknown as MonthPart['steps'],
      visits: namedVisits(visits, names),
      counters: namedCounters(counters, names),
      missing: namedMissing(missing, names, false),
    }),
  }
}
