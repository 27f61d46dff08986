// The table of all sheets. A new field of the plan is one line in its sheet's file, in `kinds/`; what has no column
// stays in the plan as it is.
import type { PlanKind } from './kind-names.ts'
import { counterKind, hallKind, placeKind, zoneKind } from './kinds/floor.ts'
import type { Kind } from './kinds/kind.ts'
import { bundleKind, elsewhereKind, reasonKind } from './kinds/offers.ts'
import { agencyKind, requirementKind, serviceKind, standardKind } from './kinds/services.ts'
import { staffKind } from './kinds/staff.ts'
import { dayKind, holidayKind, periodKind, quotaKind } from './kinds/times.ts'
import { isTable, type Table, wordAt } from './table.ts'

/** The sheets of the plan, in their order. */
export const planKinds: readonly Kind<PlanKind>[] = [
  hallKind,
  agencyKind,
  zoneKind,
  placeKind,
  serviceKind,
  requirementKind,
  standardKind,
  counterKind,
  bundleKind,
  elsewhereKind,
  reasonKind,
  periodKind,
  dayKind,
  holidayKind,
  quotaKind,
]

export const staffKinds: readonly Kind<'staff'>[] = [staffKind]

/** The languages of a plan's texts: Indonesian, English, and any others it has. */
export function languagesOf(plan: Table): string[] {
  const own = Array.isArray(plan.languages) ? plan.languages.filter((one) => typeof one === 'string') : []
  const named = isTable(plan.name) ? Object.keys(plan.name) : []
  return [...new Set(['id', 'en', ...own, ...named])].filter((code) => /^[a-z]{2,3}$/.test(code))
}

/** The name of a thing for a list of changes. */
export function nameOfThing(value: Table): string {
  return (
    wordAt(value, 'name.id') ||
    wordAt(value, 'name') ||
    wordAt(value, 'label') ||
    wordAt(value, 'username') ||
    wordAt(value, 'day')
  )
}
