// What the reports' API answers, as far as the page shows it.
import type { Text } from '../../server/hall/plan.ts'
import type { MonthPart, StepsRow } from '../../server/reports/question.ts'
import type { Spread } from '../../server/reports/figures.ts'

export type {
  AgencyRow,
  AvailabilityAnswer,
  AvailabilityRow,
  ForecastAnswer,
  ForecastRow,
  CounterRow,
  CountersAnswer,
  Dimension,
  MissingAnswer,
  MissingRow,
  MonthPart,
  ReferralRow,
  StepsAnswer,
  StepsRow,
  VisitsAnswer,
} from '../../server/reports/question.ts'
export type { Spread } from '../../server/reports/figures.ts'

export type Key = StepsRow['key']

export interface WorkRow {
  readonly served: number
  readonly incomplete: number
  readonly referred: number
  readonly noShow: number
  readonly serving: Spread | null
  readonly walking: Spread | null
}

export interface OfficersAnswer {
  readonly rows: readonly (WorkRow & { readonly staff: string; readonly name: string })[]
}

export interface MineAnswer {
  readonly whole: WorkRow | null
  readonly services: readonly (WorkRow & { readonly service: string; readonly name: Text | null })[]
}

/** A month's report as it was made. */
export interface MonthAnswer {
  /** Null for a supervisor. */
  readonly hall: MonthPart | null
  readonly agencies: Readonly<Record<string, MonthPart>>
}

/** The address that says which monthly reports were made. */
export const MONTHS = '/api/reports/months'

export interface MonthsAnswer {
  readonly months: readonly { readonly month: string; readonly madeAt: string | null }[]
}

/** The address that says which days there are. */
export const PERIODS = '/api/reports/periods'

export interface PeriodsAnswer {
  readonly timeZone: string
  readonly today: string
  readonly firstDay: string
  readonly lastDay: string
  readonly months: readonly string[]
  /** Whether the plan shows figures of officers. */
  readonly officers: boolean
}
