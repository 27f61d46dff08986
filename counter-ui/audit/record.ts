// The record as far as it was asked for: the lines of one search, page after page. A newer search leaves the older
// one's answer out, however late it comes.
import { batch, signal } from '@preact/signals'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { language } from '../../screens/i18n.ts'
import { sessionEnded } from '../session.ts'
import { type Filters, writeFilters } from './filters.ts'

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

export type Record = ReturnType<typeof openRecord>

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
    /** Begins a search; what an older one found stays until the answer is there. */
    search(filters: Filters): Promise<void> {
      const query = writeFilters(filters)
      asked = query === '' ? '' : `&${query}`
      return ask(null)
    },
    older: () => ask(next.value),
    /** Where the table of the same search is. */
    tableOf(filters: Filters): string {
      const query = writeFilters(filters)
      return `/api/audit.csv?language=${language.value}${query === '' ? '' : `&${query}`}`
    },
  }
}
