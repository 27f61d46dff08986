// The record as far as it was asked for, per search, page after page. The answer to an older search is ignored,
// however late it comes.
import { batch, signal } from '@preact/signals'
import { type Problem, fetchJson } from '../../screens/command.ts'
import { language } from '../../screens/i18n.ts'
import { sessionEnded } from '../session.ts'

export interface Line {
  record: 'journal' | 'access'
  seq: number
  at: string
  day: string
  time: string
  who: string
  staff: string | null
  what: string
  note: string | null
  number: string | null
  counter: { id: string; name: string } | null
}

interface Page {
  lines: Line[]
  next: string | null
  reached: string | null
}

export type AuditRecord = ReturnType<typeof openRecord>

export function openRecord() {
  const lines = signal<readonly Line[] | null>(null)
  const next = signal<string | null>(null)
  const reached = signal<string | null>(null)
  const busy = signal(false)
  const problem = signal<Problem | null>(null)
  let asked = ''
  let count = 0

  async function ask(before: string | null): Promise<void> {
    const mine = (count += 1)
    busy.value = true
    const place = before === null ? '' : `&before=${before}`
    const outcome = await fetchJson<Page>(`/api/audit?language=${language.value}${asked}${place}`)
    if (mine !== count) return
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    batch(() => {
      busy.value = false
      problem.value = outcome.ok ? null : outcome.problem
      if (!outcome.ok) return
      const old = before === null ? [] : (lines.value ?? [])
      lines.value = [...old, ...outcome.data.lines]
      next.value = outcome.data.next
      reached.value = outcome.data.reached
    })
  }

  return {
    lines,
    next,
    reached,
    busy,
    problem,
    /** Begins a search; earlier results stay until the answer is there. */
    search(filters: Filters): Promise<void> {
      const query = writeFilters(filters)
      asked = query === '' ? '' : `&${query}`
      return ask(null)
    },
    older: () => ask(next.value),
    /** The address of the same search as a table. */
    tableOf(filters: Filters): string {
      const query = writeFilters(filters)
      return `/api/audit.csv?language=${language.value}${query === '' ? '' : `&${query}`}`
    },
  }
}

// What to look for, in the form that the fields, the page's address and a question to the server share.
const names = ['number', 'counter', 'staff', 'device', 'from', 'day'] as const
type Name = (typeof names)[number]

/** Empty: anything. `from` and `day`: from one to the other; `day` alone: that day. */
export type Filters = Readonly<Record<Name, string>>

export const noFilters: Filters = { number: '', counter: '', staff: '', device: '', from: '', day: '' }

/** The form has one field for a day and one for a last day: what they mean together. */
export function daysOf(first: string, last: string): Pick<Filters, 'from' | 'day'> {
  return last === '' ? { from: '', day: first } : { from: first, day: last }
}

/** The content of these two fields. */
export function fieldsOf({ from, day }: Filters): { first: string; last: string } {
  return from === '' ? { first: day, last: '' } : { first: from, last: day }
}

/** Reads `?number=A012&day=2026-11-24` from an address, ignoring what it does not know. */
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
