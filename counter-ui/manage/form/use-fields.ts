// The fields of a form: each with its value in the plan being edited, its faults, and what to do when it changes.
import type { Plan } from '../../../server/hall/plan.ts'
import { draft } from '../draft/draft.ts'
import { type ListName, setField, setOf, type Thing, thingsOf } from '../draft/edit.ts'
import { faultsAt, type PlacedFault } from '../draft/faults.ts'
import { fieldId, fieldWords } from '../draft/places.ts'
import { isSame } from '../draft/three-way.ts'

/** What a field is given; the form adds a hint. `Value`: undefined if the plan leaves it out. */
export interface FieldOf<Value> {
  /** The control's id on the page; a link to the field ends with it. */
  readonly id: string
  readonly label: string
  readonly value: Value
  /** The faults of the saved draft; none once the field has been changed. */
  readonly faults: readonly PlacedFault[]
  readonly onChange: (value: Value) => void
}

/** The fields of the hall itself. Null before the plan is known. */
export function hallFields(): (<K extends keyof Plan>(field: K) => FieldOf<Plan[K]>) | null {
  const plan = draft.plan.value
  const saved = draft.saved.value
  if (!plan || !saved) return null
  return (field) => ({
    id: fieldId(field),
    label: fieldWords(field),
    value: plan[field],
    faults: isSame(plan[field], saved.plan[field]) ? faultsAt('hall', null, field) : [],
    onChange: (value) => draft.edit(setField(field, value)),
  })
}

/** The fields of one thing in a list. Null if the plan has no such thing, or is not known yet. */
export function fieldsOf<L extends ListName>(
  list: L,
  id: string,
): (<K extends keyof Thing<L> & string>(field: K) => FieldOf<Thing<L>[K]>) | null {
  const plan = draft.plan.value
  const saved = draft.saved.value
  const thing = plan && thingsOf(plan, list).find((one) => one.id === id)
  if (!plan || !saved || !thing) return null
  const was = thingsOf(saved.plan, list).find((one) => one.id === id)
  return (field) => ({
    id: fieldId(field),
    label: fieldWords(field),
    value: thing[field],
    faults: was && isSame(thing[field], was[field]) ? faultsAt(list, id, field) : [],
    onChange: (value) => draft.edit(setOf(list, [id], field, value)),
  })
}
