// What the reports may be asked, and what they answer: types for the routes and for the process that computes.
import type { TableSheet } from '../sheets/cell.ts'
import type { Spread } from './figures.ts'

/** What steps may be counted by; `hall`: all of them in one row. */
export const dimensions = [
  'hall',
  'service',
  'agency',
  'counter',
  'zone',
  'day',
  'weekday',
  'hour',
  'month',
  'class',
  'language',
  'operation',
  'help',
] as const
export type Dimension = (typeof dimensions)[number]

/** What visits may be counted by, besides all together: parts of the ticket's time, by the hall’s clock. */
export const visitDimensions = ['day', 'month', 'weekday', 'hour', 'class', 'operation', 'help'] as const
export type VisitDimension = (typeof visitDimensions)[number]

/**
 * Filters for steps; each a list of ids, of which one must match. Weekdays are 1 (Monday) to 7, hours 0 to 23, as
 * text.
 */
export const filterNames = [
  'agency',
  'service',
  'counter',
  'zone',
  'class',
  'language',
  'weekday',
  'hour',
] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = Readonly<Partial<Record<FilterName, readonly string[]>>>

/** Days, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

interface Asked extends Period {
  readonly filters: Filters
  /** Milliseconds since 1970, for whatever is not over. */
  readonly now: number
}

export interface Name {
  readonly id: string
  readonly en: string
}

export interface StepsRow {
  readonly key: string | number | null
  readonly split?: string | number | null
  readonly name: Name | null
  /** The name of what it is split by, if that has names. */
  readonly splitName?: Name | null
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
  /** `seconds`: null if T differs. */
  readonly level: { readonly seconds: number | null; readonly share: number } | null
  /** Finished without ever being started. */
  readonly unstarted: number
  /** Handed over, as far as noted. Absent in months kept before this was counted. */
  readonly documents?: number
  /** Of those taken: come-backs; calls that no speaker confirmed; slips that failed. Absent likewise. */
  readonly comeBack?: number
  readonly notHeard?: number
  readonly slipsFailed?: number
}

export interface StepsAnswer extends Period {
  readonly by: Dimension
  readonly split: Dimension | null
  readonly rows: readonly StepsRow[]
}

/** Visitors whom the staff of one service sent on to another. */
export interface ReferralRow {
  readonly from: string
  readonly to: string
  readonly referred: number
  /** How many of these were to come back. */
  readonly comeBack: number
  readonly names: { readonly from: Name | null; readonly to: Name | null }
}

export interface VisitsAnswer {
  readonly visits: number
  readonly several: number
  readonly oneRoof: number
  readonly once: number
  readonly stay: Spread | null
  readonly pairs: readonly {
    readonly from: string
    readonly to: string
    readonly visits: number
    readonly names: { readonly from: Name | null; readonly to: Name | null }
  }[]
  /** From service to service. Absent in months kept before these were counted. */
  readonly referrals?: readonly ReferralRow[]
  /** Split by what was asked for. */
  readonly rows?: readonly { readonly key: string | number | null; readonly visits: number }[]
}

/** All in seconds. */
export interface CounterRow {
  readonly counter: string
  readonly name: Name | null
  readonly agency: string
  readonly zone: string
  /** What these are called. Absent in months kept before this was recorded. */
  readonly agencyName?: Name | null
  readonly zoneName?: Name | null
  readonly open: number
  readonly paused: number
  readonly serving: number
  readonly idle: number
  /** Serving as a share of the time open; null: it was never open. */
  readonly occupancy: number | null
}

/** All in seconds. */
export interface AgencyRow {
  readonly agency: string
  readonly name: Name | null
  /** Of its hours in the period, as far as they have passed. */
  readonly hours: number
  readonly staffed: number
  /** The share of its hours with a counter open; null: it had none. */
  readonly share: number | null
  readonly days: number
  /** Days on which no counter opened within the hours. */
  readonly unopened: number
  /** Days on which the first counter opened late, and by how much in all. */
  readonly lateDays: number
  readonly late: number
}

export interface CountersAnswer extends Period {
  readonly counters: readonly CounterRow[]
  readonly agencies: readonly AgencyRow[]
}

export interface MissingRow {
  readonly service: string
  readonly requirement: string
  readonly count: number
  readonly names: { readonly service: Name | null; readonly requirement: Name | null }
  /** The hall's service that issues it, and what that is called; or where else to get it. */
  readonly issuedBy: string | null
  readonly issuedByName: Name | null
  readonly where: Name | null
  /** By month, if that was asked for. */
  readonly months?: readonly { readonly month: string; readonly count: number }[]
}

export interface MissingAnswer extends Period {
  readonly rows: readonly MissingRow[]
}

/** How right the waits told with tickets were; null: too few. */
export interface ForecastFigures {
  /** Waits that could be judged. */
  readonly n: number
  /** Mean distance from the middle of what was told, in seconds, for those called. */
  readonly mae: number | null
  /** Shares of those judged: within the range, and above it. */
  readonly inside: number | null
  readonly longer: number | null
  /** Never called, and not yet longer than told when they ended: not among those judged. */
  readonly unknown: number
  /** Days with waits that could be judged. */
  readonly days: number
}

/** What the rows of the forecast report stand for. */
export type ForecastBy = 'service' | 'agency' | 'hour' | 'size' | 'day'

export interface ForecastRow extends ForecastFigures {
  /** The name of the service or agency; or the hour, the size, the day. */
  readonly key: string
  /** Empty if the row is not about a service; so is the agency. */
  readonly service: string
  readonly name: Name | null
  readonly agency: string
}

export interface ForecastAnswer extends Period {
  readonly by: ForecastBy
  readonly rows: readonly ForecastRow[]
  readonly whole: ForecastFigures
}

export interface AvailabilityRow {
  readonly kind: 'server' | 'kiosk' | 'display' | 'printer'
  /** Empty for the server. */
  readonly id: string
  readonly name: Name | null
  /** The hall's hours, as far as they have passed, and how much of them had a sign of life. */
  readonly minutes: number
  readonly alive: number
  readonly share: number | null
}

export interface AvailabilityAnswer extends Period {
  readonly rows: readonly AvailabilityRow[]
}

/** What somebody did at the counters; null: too few. */
export interface OfficerRow {
  readonly staff: string
  readonly served: number
  readonly incomplete: number
  readonly referred: number
  readonly noShow: number
  readonly serving: Spread | null
  readonly walking: Spread | null
}

/** A figure as the public sees it: null is hidden. */
export interface BusyService {
  readonly id: string
  readonly name: Name | null
  /** Numbers given in this hour on this weekday, on average. */
  readonly hours: readonly {
    readonly weekday: number
    readonly hour: number
    readonly usual: number | null
  }[]
  /** The hour in which the fewest come, among those shown; null: nothing is known. */
  readonly quiet: { readonly weekday: number; readonly hour: number } | null
}

/** The index of public satisfaction as published. */
export interface PublicIkm {
  /** Months, `2026-11`. */
  readonly from: string
  readonly to: string
  readonly ikm: number
  readonly mutu: string
  /** Answers to the element answered least. */
  readonly n: number
}

/** The part that the reports compute; `ikm` is added from what was published. */
export interface PublicAnswer {
  readonly day: string
  readonly visitors: number | null
  readonly ikm?: PublicIkm | null
  /** The days that were averaged, from and to; null: none yet. */
  readonly period: Period | null
  readonly services: readonly BusyService[]
}

export interface MonthPart {
  readonly steps: Readonly<
    Record<'hall' | 'service' | 'agency' | 'day' | 'weekday' | 'hour' | 'class', readonly StepsRow[]>
  >
  readonly visits: VisitsAnswer
  readonly counters: Omit<CountersAnswer, 'from' | 'to'>
  readonly missing: readonly MissingRow[]
}

/** The report of a month, for the hall (agency null) or an agency; JSON. */
export interface MonthText {
  readonly agency: string | null
  readonly text: string
}

export type TableLanguage = 'id' | 'en'

/** A workbook; as CSV only `chosen`, a sheet by its place. */
export interface Table {
  readonly title: string
  readonly sheets: readonly TableSheet[]
  readonly as: 'csv' | 'xlsx'
  readonly chosen: number
}

/** The form of the answer: JSON, or the same as a table. */
export type Form = { readonly as: 'json' } | TableForm

/** `sheet`: which of its sheets the CSV file is, by place. */
export interface TableForm {
  readonly as: 'csv' | 'xlsx'
  readonly language: TableLanguage
  readonly sheet?: number
}

export type Report =
  | { readonly of: 'steps'; readonly by: Dimension; readonly split: Dimension | null }
  /** `own`: only pairs with this agency. */
  | { readonly of: 'visits'; readonly own: string | null; readonly by?: VisitDimension | null }
  | { readonly of: 'counters' }
  | { readonly of: 'missing'; readonly trend: boolean }
  | { readonly of: 'forecast'; readonly by?: ForecastBy }
  /** `own`: only what is where this agency has counters. */
  | { readonly of: 'availability'; readonly own: string | null }

export type Question = Asked &
  (
    | (Report & { readonly form: Form })
    /** `staff`: only these, and by service. */
    | { readonly of: 'officers'; readonly staff: string | null }
    /** The steps themselves as lines of CSV. */
    | { readonly of: 'rows'; readonly language: TableLanguage; readonly withHead: boolean }
    | { readonly of: 'month'; readonly month: string }
    /** What the plans say about services, agencies and operation over time. */
    | { readonly of: 'history' }
    | { readonly of: 'public'; readonly today: string }
    /** A finished table to be written as a file, for what is kept outside the facts. */
    | { readonly of: 'table'; readonly table: Table }
    /** The kept report of a month, JSON of a `MonthPart`, as such a file. */
    | { readonly of: 'month-table'; readonly month: string; readonly part: string; readonly form: TableForm }
  )
