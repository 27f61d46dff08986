// What differs between two plans, thing by thing and field by field.
import type { Plan } from '../hall/plan.ts'
import { byId } from '../hall/today.ts'
import { isSame } from './merge.ts'

/** The kinds of things in a plan; `hall` stands for the plan's own fields. */
export const kinds = [
  'hall',
  'agency',
  'zone',
  'service',
  'counter',
  'bundle',
  'elsewhere',
  'printer',
  'period',
  'quota',
] as const
type Kind = (typeof kinds)[number]

/** A thing that was added or removed, or a field (of a thing, or of the hall) that changed. Both values are JSON. */
export interface PlanChange {
  readonly kind: Kind
  /** Null: the hall itself. */
  readonly id: string | null
  readonly what: 'added' | 'changed' | 'gone'
  /** Only with `changed`. */
  readonly field: string | null
  readonly before: unknown
  readonly after: unknown
}

const lists = [
  ['agency', 'agencies'],
  ['zone', 'zones'],
  ['service', 'services'],
  ['counter', 'counters'],
  ['bundle', 'bundles'],
  ['elsewhere', 'elsewhere'],
  ['printer', 'printers'],
  ['period', 'periods'],
  ['quota', 'quotas'],
] as const

type Thing = { readonly id: string }

/** All changes: the hall's first, then each kind in the order of the later plan, with what was removed last. */
export function planChanges(before: Plan, after: Plan): PlanChange[] {
  const listed = new Set<string>(lists.map(([, list]) => list))
  const own = (plan: Plan) => Object.fromEntries(Object.entries(plan).filter(([key]) => !listed.has(key)))
  const things = lists.flatMap(([kind, list]) => thingChanges(kind, before[list] ?? [], after[list] ?? []))
  return [...fieldChanges('hall', null, own(before), own(after)), ...things]
}

function thingChanges(kind: Kind, before: readonly Thing[], after: readonly Thing[]): PlanChange[] {
  const were = byId(before)
  const are = byId(after)
  const came = after.flatMap((thing): PlanChange[] => {
    const was = were.get(thing.id)
    if (was) return fieldChanges(kind, thing.id, was, thing)
    return [{ kind, id: thing.id, what: 'added', field: null, before: null, after: thing }]
  })
  const gone = before
    .filter(({ id }) => !are.has(id))
    .map((thing): PlanChange => ({
      kind,
      id: thing.id,
      what: 'gone',
      field: null,
      before: thing,
      after: null,
    }))
  return [...came, ...gone]
}

function fieldChanges(kind: Kind, id: string | null, before: object, after: object): PlanChange[] {
  const [were, are] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((field): PlanChange[] => {
    const [was, is] = [were.get(field) as unknown, are.get(field) as unknown]
    if (isSame(was, is)) return []
    return [{ kind, id, what: 'changed', field, before: was ?? null, after: is ?? null }]
  })
}
