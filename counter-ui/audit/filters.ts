// What is looked for, as it stands in the form, in the page's address and in a question to the server.
export const names = ['number', 'counter', 'staff', 'device', 'from', 'day'] as const
type Name = (typeof names)[number]

/** Empty: anything. With `from` and `day` from the one to the other, with `day` alone that day. */
export type Filters = Readonly<Record<Name, string>>

export const noFilters: Filters = { number: '', counter: '', staff: '', device: '', from: '', day: '' }

/** The form has one field for a day and one for a last day: what they mean together. */
export function daysOf(first: string, last: string): Pick<Filters, 'from' | 'day'> {
  return last === '' ? { from: '', day: first } : { from: first, day: last }
}

/** What stands in these two fields. */
export function fieldsOf({ from, day }: Filters): { first: string; last: string } {
  return from === '' ? { first: day, last: '' } : { first: from, last: day }
}

/** `?number=A012&day=2026-11-24` of an address; what it does not know it leaves out. */
export function readFilters(query: string): Filters {
  const given = new URLSearchParams(query)
  const found = { ...noFilters }
  for (const name of names) Object.assign(found, { [name]: given.get(name) ?? '' })
  return found
}

/** The same as a query, without the question mark; empty for no filters. */
export function writeFilters(filters: Filters): string {
  const query = new URLSearchParams()
  for (const name of names) if (filters[name] !== '') query.set(name, filters[name])
  return query.toString()
}
