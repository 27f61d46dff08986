// Two people change the same draft. Changes to different fields are merged; where both changed the same field, neither
// is overwritten: it is a conflict, with what each of them wrote.

/** Names of fields, and ids of things within lists: `['counters', 'loket-7', 'zone']`. */
export type Path = readonly string[]

/** Both are JSON; undefined: the thing or field was removed. */
export interface Conflict {
  readonly path: Path
  readonly mine: unknown
  readonly theirs: unknown
}

type Table = Readonly<Record<string, unknown>>

/**
 * `mine` with whatever `theirs` changed from `base`, all JSON. Where both changed the same, `merged` has `mine` and
 * `conflicts` has the other.
 */
export function threeWay(
  base: unknown,
  mine: unknown,
  theirs: unknown,
): { merged: unknown; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const merged = join(base, mine, theirs, [], conflicts)
  return { merged, conflicts }
}

function join(base: unknown, mine: unknown, theirs: unknown, path: Path, conflicts: Conflict[]): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine
  if (isSame(mine, base)) return theirs
  if (isTable(mine) && isTable(theirs)) return joinTables(base, mine, theirs, path, conflicts)
  const [before, own, others] = [byKey(base ?? []), byKey(mine), byKey(theirs)]
  if (before && own && others) return joinLists(before, own, others, path, conflicts)
  conflicts.push({ path, mine, theirs })
  return mine
}

function joinTables(base: unknown, mine: Table, theirs: Table, path: Path, conflicts: Conflict[]): Table {
  const [was, own, others] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)]
  const merged = [...new Set([...own.keys(), ...others.keys()])].map(
    (key) => [key, join(was.get(key), own.get(key), others.get(key), [...path, key], conflicts)] as const,
  )
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

function joinLists(base: Things, mine: Things, theirs: Things, path: Path, conflicts: Conflict[]): unknown[] {
  // The person who moved things decides their order; what only the other has keeps its place among its neighbours.
  const isMoved = !isSame(orderOf(base, mine), orderOf(mine, base))
  const order = isMoved ? woven(mine, theirs) : woven(theirs, mine)
  return order.flatMap((key) => {
    const merged = join(base.get(key), mine.get(key), theirs.get(key), [...path, key], conflicts)
    return merged === undefined ? [] : [merged]
  })
}

/** The keys of `first`, and those that only `second` has, each after the one that it follows there. */
function woven(first: Things, second: Things): string[] {
  const order = [...first.keys()]
  let place = 0
  for (const key of second.keys()) {
    if (first.has(key)) place = order.indexOf(key) + 1
    else order.splice(place++, 0, key)
  }
  return order
}

/** The keys of `list` that `other` has too, in the order of `list`. */
const orderOf = (list: Things, other: Things): string[] => [...list.keys()].filter((key) => other.has(key))

/** `plan` with `theirs` of a conflict. */
export function withTheirs(plan: unknown, { path, theirs }: Pick<Conflict, 'path' | 'theirs'>): unknown {
  const [key, ...rest] = path
  if (key === undefined) return theirs
  if (Array.isArray(plan)) {
    const things = byKey(plan)
    if (!things) return plan
    const next = withTheirs(things.get(key), { path: rest, theirs })
    const changed = [...things].map(([id, thing]) => (id === key ? next : thing))
    return (things.has(key) ? changed : [...changed, next]).filter((thing) => thing !== undefined)
  }
  const fields = entriesOf(plan)
  fields.set(key, withTheirs(fields.get(key), { path: rest, theirs }))
  return Object.fromEntries([...fields].filter(([, value]) => value !== undefined))
}

/** The paths at which two plans differ: fields of the plan, of its things, or whole things that only one has. */
export function differences(before: unknown, after: unknown, path: Path = []): Path[] {
  if (isSame(before, after)) return []
  // A plan's fields, its lists, its things, their fields: what is deeper is one value, as a text in all languages is.
  const [were, are] =
    path.length === 1
      ? [byKey(before ?? []), byKey(after ?? [])]
      : isTable(before) && isTable(after) && path.length < 3
        ? [entriesOf(before), entriesOf(after)]
        : [null, null]
  if (!were || !are) return [path]
  const changed = [...new Set([...were.keys(), ...are.keys()])].flatMap((key) =>
    differences(were.get(key), are.get(key), [...path, key]),
  )
  // Only their order differs.
  return changed.length > 0 ? changed : [path]
}

type Things = ReadonlyMap<string, unknown>

/** A list's things by id, holidays by day; null if it is not such a list, or has a thing twice. */
function byKey(list: unknown): Things | null {
  if (!Array.isArray(list)) return null
  const found = new Map<string, unknown>()
  for (const one of list as unknown[]) {
    const fields = entriesOf(one)
    const key = fields.get('id') ?? fields.get('day')
    if (typeof key !== 'string' || found.has(key)) return null
    found.set(key, one)
  }
  return found
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesOf = (value: unknown): Map<string, unknown> =>
  new Map(isTable(value) ? Object.entries(value) : [])

/** Whether two pieces of JSON are equal, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]))
  if (!isTable(one) || !isTable(other)) return false
  const [fields, others] = [entriesOf(one), entriesOf(other)]
  return (
    fields.size === others.size &&
    [...fields].every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  )
}
