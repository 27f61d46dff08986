// What a section of the reports is, and what it is given.
import type { ComponentType } from 'preact'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import type { Period } from './period.ts'
import type { FilterName, Filters } from './way.ts'

export type SectionId =
  | 'overview'
  | 'waits'
  | 'tables'
  | 'hours'
  | 'roof'
  | 'missing'
  | 'priority'
  | 'counters'
  | 'forecast'
  | 'availability'
  | 'ikm'
  | 'officers'
  | 'mine'
  | 'complaints'
  | 'months'
  | 'marks'

export interface SectionProps {
  hall: Hall
  me: Staff
  period: Period
  /** What it is compared with; null: nothing. */
  other: Period | null
  filters: Filters
  /** How it is shown, from the address. */
  view: Readonly<Record<string, string>>
  /** The hall’s day. */
  today: string
}

export interface Section {
  readonly id: SectionId
  readonly Part: ComponentType<SectionProps>
  /** Whether it is about the chosen days. */
  readonly hasPeriod: boolean
  /** Whether its figures are only of whole months. */
  readonly wholeMonths?: true
  /** Whether it can be compared with another period. */
  readonly compares: boolean
  /** Only for managers. */
  readonly managers?: boolean
  /** The filters for its figures. */
  readonly filters: readonly FilterName[]
}
