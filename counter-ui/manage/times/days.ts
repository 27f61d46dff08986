// Single days and holidays of a plan, identified by date: in calendar order, changed by date.
import type { Plan } from '../../../server/hall/plan.ts'
import { draft } from '../draft/draft.ts'
import { faultsAt } from '../draft/faults.ts'
import { fieldId } from '../draft/places.ts'
import type { FieldOf } from '../form/use-fields.ts'
import { isSame } from '../draft/three-way.ts'

export type DayList = 'days' | 'holidays'
export type DayOf<L extends DayList> = NonNullable<Plan[L]>[number]

/** In calendar order. */
export function sorted<T extends { readonly day: string }>(days: readonly T[]): T[] {
  return [...days].sort((one, other) => (one.day < other.day ? -1 : 1))
}

export const daysOf = <L extends DayList>(plan: Plan, list: L): readonly DayOf<L>[] =>
  (plan[list] ?? []) as readonly DayOf<L>[]

/** Adds a day, or replaces the one of that date. */
export function putDay<L extends DayList>(list: L, one: DayOf<L>): void {
  draft.edit((plan) => {
    const others = daysOf(plan, list).filter(({ day }) => day !== one.day)
    return { ...plan, [list]: sorted([...others, one]) }
  })
}

export function removeDay(list: DayList, day: string): void {
  draft.edit((plan) => ({ ...plan, [list]: daysOf(plan, list).filter((one) => one.day !== day) }))
}

/** The fields of one day. Null if the plan has none with that date. */
export function dayFields<L extends DayList>(
  list: L,
  day: string,
): (<K extends keyof DayOf<L> & string>(field: K) => FieldOf<DayOf<L>[K]>) | null {
  const plan = draft.plan.value
  const saved = draft.saved.value
  const one = plan && daysOf(plan, list).find((other) => other.day === day)
  if (!plan || !saved || !one) return null
  const was = daysOf(saved.plan, list).find((other) => other.day === day)
  return (field) => ({
    id: fieldId(field),
    label: '',
    value: one[field],
    faults: was && isSame(one[field], was[field]) ? faultsAt(list, day, field) : [],
    onChange: (value) => {
      const rest = Object.fromEntries(Object.entries(one).filter(([key]) => key !== field))
      putDay(list, (value === undefined ? rest : { ...rest, [field]: value }) as DayOf<L>)
    },
  })
}

/** A calendar day some days later; earlier, if `days` is negative. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
