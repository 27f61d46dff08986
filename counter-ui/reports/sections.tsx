// The sections of the reports, in the order of the menu, and who has which.
import type { Staff } from '../session.ts'
import type { Section } from './section.tsx'
import { Complaints } from './sections/Complaints.tsx'
import { Counters } from './sections/Counters.tsx'
import { Hours } from './sections/Hours.tsx'
import { Ikm } from './sections/Ikm.tsx'
import { Marks } from './sections/Marks.tsx'
import { Missing } from './sections/Missing.tsx'
import { Months } from './sections/Months.tsx'
import { Overview } from './sections/Overview.tsx'
import { Priority } from './sections/Priority.tsx'
import { Roof } from './sections/Roof.tsx'
import { Tables } from './sections/Tables.tsx'
import { Availability, Forecast } from './sections/Watched.tsx'
import { Waits } from './sections/Waits.tsx'
import { Mine, Officers } from './sections/Work.tsx'
import { filterNames } from './way.ts'

const whole = { hasPeriod: true, compares: true, filters: filterNames } as const

const all: readonly Section[] = [
  { id: 'overview', Part: Overview, ...whole },
  { id: 'waits', Part: Waits, ...whole },
  { id: 'tables', Part: Tables, ...whole },
  { id: 'hours', Part: Hours, ...whole },
  { id: 'missing', Part: Missing, ...whole },
  { id: 'roof', Part: Roof, ...whole },
  { id: 'priority', Part: Priority, ...whole, filters: filterNames.filter((name) => name !== 'class') },
  {
    id: 'counters',
    Part: Counters,
    hasPeriod: true,
    compares: true,
    filters: ['agency', 'counter', 'zone', 'weekday'],
  },
  { id: 'forecast', Part: Forecast, ...whole },
  {
    id: 'ikm',
    Part: Ikm,
    hasPeriod: true,
    wholeMonths: true,
    compares: false,
    filters: ['agency', 'service'],
  },
  { id: 'availability', Part: Availability, hasPeriod: true, compares: false, filters: [], managers: true },
  {
    id: 'officers',
    Part: Officers,
    hasPeriod: true,
    compares: false,
    filters: ['agency', 'service'],
  },
  { id: 'complaints', Part: Complaints, hasPeriod: true, compares: false, filters: ['agency', 'service'] },
  { id: 'months', Part: Months, hasPeriod: false, compares: false, filters: [] },
  { id: 'marks', Part: Marks, hasPeriod: false, compares: false, filters: [] },
  { id: 'mine', Part: Mine, hasPeriod: true, compares: true, filters: [] },
]

/**
 * What somebody may open: an officer only their own figures; those of others only if the plan shows them (`officers`).
 */
export function sectionsFor({ role }: Staff, officers: boolean): readonly Section[] {
  if (role === 'officer') return all.filter(({ id }) => id === 'mine')
  return all.filter(
    ({ id, managers }) => (id !== 'officers' || officers) && (managers !== true || role === 'manager'),
  )
}
