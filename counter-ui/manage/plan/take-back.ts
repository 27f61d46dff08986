// Undoes one change of the draft, as a function from plan to plan.
import type { DraftChanges } from '../../../server/http/commands/draft.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import { add, type Change, type ListName, put, remove, type Thing, thingsOf } from '../draft/edit.ts'

export type DraftChange = DraftChanges['changes'][number]

const LISTS = new Map<string, ListName>([
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
])

/** The list that things of this kind are in; undefined: the hall itself. */
export const listOf = (kind: string): ListName | undefined => LISTS.get(kind)

/** The list whose order changed; undefined: something else did. */
export function orderOf({ kind, field, before }: DraftChange): ListName | undefined {
  const list = [...LISTS.values()].find((one) => one === field)
  return kind === 'hall' && isIds(before) ? list : undefined
}

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Fields that are null when empty; all others are then left out. */
const NULLS = new Set(['service quota', 'service hours'])

/** `base`: the plan that the draft started from, if known: where things were. */
export function takeBack(change: DraftChange, base: Plan): Change {
  const { kind, id, what, field, before } = change
  const list = listOf(kind)
  const order = orderOf(change)
  if (order && isIds(before)) return inOrder(order, before)
  if (!list) return (plan) => withField(plan, field, before ?? undefined)
  if (what === 'added') return remove(list, [id ?? ''])
  if (what === 'gone') return putBack(list, before as Thing<ListName>, base)
  const value = before === null && !NULLS.has(`${kind} ${field}`) ? undefined : before
  return (plan) => ({
    ...plan,
    [list]: thingsOf(plan, list).map((one) => (one.id === id ? withField(one, field, value) : one)),
  })
}

/** A field by a name that came from outside. */
const withField = <T extends object>(thing: T, field: string | null, value: unknown): T =>
  field === null ? thing : put(thing, field as keyof T, value as T[keyof T])

/** What was in the list returns to its place; anything added since comes after what it now follows. */
function inOrder(list: ListName, ids: readonly string[]): Change {
  const place = new Map(ids.map((id, nth) => [id, nth]))
  return (plan) => {
    let last = -1
    const keys = new Map(
      thingsOf(plan, list).map((one) => {
        last = place.get(one.id) ?? last
        return [one.id, last]
      }),
    )
    const sorted = [...thingsOf(plan, list)].sort(
      (one, other) => (keys.get(one.id) ?? 0) - (keys.get(other.id) ?? 0),
    )
    return { ...plan, [list]: sorted }
  }
}

/** After the nearest of those that came before it and still exist. */
function putBack(list: ListName, thing: Thing<ListName>, base: Plan): Change {
  return (plan) => {
    const stood = thingsOf(base, list).map(({ id }) => id)
    const there = new Set(thingsOf(plan, list).map(({ id }) => id))
    if (there.has(thing.id)) return plan
    const before = stood
      .slice(0, Math.max(0, stood.indexOf(thing.id)))
      .filter((id) => there.has(id))
      .at(-1)
    return before === undefined && stood.includes(thing.id)
      ? { ...plan, [list]: [thing, ...thingsOf(plan, list)] }
      : add(list, [thing], before)(plan)
  }
}
