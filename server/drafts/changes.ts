// What differs between two plans, thing by thing and field by field.
import { byId } from '../hall/today.ts'
import { isSame } from './merge.ts'

/** Each kind of thing in a plan with the list that such things are in. */
const lists = [
  ['agency', 'agencies'],
  ['zone', 'zones'],
  ['place', 'places'],
  ['service', 'services'],
  ['counter', 'counters'],
  ['bundle', 'bundles'],
  ['elsewhere', 'elsewhere'],
  ['printer', 'printers'],
  ['period', 'periods'],
  ['quota', 'quotas'],
] as const

/** The list of each kind. */
export type ListOfKind = { readonly [Pair in (typeof lists)[number] as Pair[0]]: Pair[1] }

/** The kinds of things in a plan; `hall` stands for the plan's own fields. */
export const kinds = ['hall', ...lists.map(([kind]) => kind)] as const
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

type Thing = { readonly id: string }

/**
 * All changes: the hall's first, then each kind in the order of the later plan, with removed ones last. Both are
 * plans, or JSON of any shape: a list of anything but things with ids counts as a field of the hall, and so does the
 * order of a list, as its ids.
 */
export function planChanges(before: unknown, after: unknown): PlanChange[] {
  const [were, are] = [fieldsOf(before), fieldsOf(after)]
  const things = lists.flatMap(([kind, list]) => {
    const [was, is] = [thingsIn(were.get(list) ?? []), thingsIn(are.get(list) ?? [])]
    if (!was || !is) return []
    were.delete(list)
    are.delete(list)
    if (isMoved(was, is)) {
      were.set(list, idsOf(was))
      are.set(list, idsOf(is))
    }
    return thingChanges(kind, was, is)
  })
  return [...fieldChanges('hall', null, were, are), ...things]
}

const fieldsOf = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

/** Null: it is not a list of things that each have an id of their own. */
function thingsIn(list: unknown): Thing[] | null {
  if (!Array.isArray(list)) return null
  const things = list.filter(
    (one: unknown): one is Thing =>
      typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string',
  )
  return things.length === list.length && byId(things).size === list.length ? things : null
}

const idsOf = (things: readonly Thing[]): string[] => things.map(({ id }) => id)

/** Whether those in both are in a different order. */
function isMoved(before: readonly Thing[], after: readonly Thing[]): boolean {
  const [were, are] = [byId(before), byId(after)]
  const stayed = after.filter(({ id }) => were.has(id))
  return before.filter(({ id }) => are.has(id)).some(({ id }, place) => stayed[place]?.id !== id)
}

function thingChanges(kind: Kind, before: readonly Thing[], after: readonly Thing[]): PlanChange[] {
  const were = byId(before)
  const are = byId(after)
  const came = after.flatMap((thing): PlanChange[] => {
    const was = were.get(thing.id)
    if (was) return fieldChanges(kind, thing.id, fieldsOf(was), fieldsOf(thing))
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

function fieldChanges(
  kind: Kind,
  id: string | null,
  were: ReadonlyMap<string, unknown>,
  are: ReadonlyMap<string, unknown>,
): PlanChange[] {
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((field): PlanChange[] => {
    const [was, is] = [were.get(field), are.get(field)]
    if (isSame(was, is)) return []
    return [{ kind, id, what: 'changed', field, before: was ?? null, after: is ?? null }]
  })
}
