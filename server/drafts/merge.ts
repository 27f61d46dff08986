// A draft starts from the plan as it was, and the hall goes on: changes made in the draft and changes made in the hall
// since are both kept. Where both changed the same field, the draft wins.

import { lookUp } from '../hall/look-up.ts'

type Table = Readonly<Record<string, unknown>>

/** `mine`, plus whatever changed from `base` to `theirs` and `mine` left alone. All are JSON. */
export function merge(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, base)) return theirs
  if (isSame(theirs, base)) return mine
  if (isTable(base) && isTable(mine) && isTable(theirs)) return mergeTables(base, mine, theirs)
  const lists = [base, mine, theirs].map(byKey)
  const [before, own, others] = lists
  return before && own && others ? mergeLists(before, own, others) : mine
}

function mergeTables(base: Table, mine: Table, theirs: Table): Table {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const merged = keys.map(
    (key) => [key, merge(lookUp(base, key), lookUp(mine, key), lookUp(theirs, key))] as const,
  )
  // Not by assignment: `__proto__` is a key like any other here.
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

/** Things with ids, in the draft's order, with newer ones at the end. What either side removed is gone. */
function mergeLists(
  base: ReadonlyMap<string, unknown>,
  mine: ReadonlyMap<string, unknown>,
  theirs: ReadonlyMap<string, unknown>,
): unknown[] {
  const order = [...new Set([...mine.keys(), ...theirs.keys()])]
  return order.flatMap((key) => {
    const [before, own, other] = [base.get(key), mine.get(key), theirs.get(key)]
    if (before !== undefined && own === undefined) return []
    // Removed in the hall but changed in the draft: it stays.
    const merged = other === undefined && !isSame(own, before) ? own : merge(before, own, other)
    return merged === undefined ? [] : [merged]
  })
}

/** A list's things by id, holidays by day; null if this is not such a list, or has a thing twice. */
function byKey(list: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(list)) return null
  const found = new Map<string, unknown>()
  for (const one of list as unknown[]) {
    const key = isTable(one) ? (lookUp(one, 'id') ?? lookUp(one, 'day')) : undefined
    if (typeof key !== 'string' || found.has(key)) return null
    found.set(key, one)
  }
  return found
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two pieces of JSON are equal, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]))
  }
  if (!isTable(one) || !isTable(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(lookUp(one, key), lookUp(other, key)))
  )
}
