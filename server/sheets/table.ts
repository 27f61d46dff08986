// Reading and changing pieces of JSON that may be anything, as a draft of the plan is whatever was saved.

/** An object of JSON. */
export type Table = Readonly<Record<string, unknown>>

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a place like `rates.regular`; undefined if it is not there. */
export function fieldAt(value: unknown, at: string): unknown {
  let here: unknown = value
  for (const key of at.split('.')) {
    if (!isTable(here) || !Object.hasOwn(here, key)) return undefined
    here = Reflect.get(here, key)
  }
  return here
}

/** The same with another value there; undefined removes it. Objects on the way are made, and empty ones removed. */
export function withField(table: Table, at: string, value: unknown): Table {
  const [key = '', ...rest] = at.split('.')
  const old: unknown = fieldAt(table, key)
  const next = rest.length === 0 ? value : withField(isTable(old) ? old : {}, rest.join('.'), value)
  const isGone =
    next === undefined ||
    (rest.length > 0 && value === undefined && isTable(next) && Object.keys(next).length === 0)
  const entries = Object.entries(table)
  if (isGone) return Object.fromEntries(entries.filter(([one]) => one !== key))
  if (!Object.hasOwn(table, key)) return Object.fromEntries([...entries, [key, next]])
  return Object.fromEntries(entries.map(([one, was]) => [one, one === key ? next : was]))
}

/** The objects of a list at a place; none if there is no list. */
export function tablesAt(value: unknown, at: string): Table[] {
  const list = fieldAt(value, at)
  return Array.isArray(list) ? list.filter(isTable) : []
}

/** A text at a place; empty if there is none. */
export function wordAt(value: unknown, at: string): string {
  const word = fieldAt(value, at)
  return typeof word === 'string' ? word : ''
}
