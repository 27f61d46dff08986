// What every section of the survey’s page is given.
import type { Hall } from '../../screens/hall.ts'
import type { Months } from './months.tsx'

export interface SectionProps {
  readonly hall: Hall
  /** From the address, else the usual ones. */
  readonly months: Months
  /** The month of the hall's first day, and this one. */
  readonly first: string
  readonly now: string
  /** The hall's day. */
  readonly today: string
}
