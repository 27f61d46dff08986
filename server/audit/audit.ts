// The audit: who did what, and when. Journal and access log as one record in words, newest first for a screen, oldest
// first for a table. It only reads, a slice at a time, and keeps nothing in memory.
import type { Access } from '../access/access.ts'
import type { Layout } from '../hall/layout.ts'
import { csvLine, mark } from '../sheets/csv.ts'
import type { JournalReader } from '../store/journal/read.ts'
import { dayIn } from '../time-zone.ts'
import { partsOf, spanOfDays } from './parts.ts'
import { People } from './people.ts'
import { type AuditLine, end, type Language, type Place, type Question, writePlace } from './question.ts'
import { type Ground, type Placed, run } from './run.ts'
import { en } from './texts/en.ts'
import { id, type AuditTexts } from './texts/id.ts'
import { wallClock } from './words/names.ts'

/** After this many events a search answers with what it has found; the rest comes with the next page. */
const MOST_LOOKED = 60_000

export interface AuditParts {
  readonly journal: Pick<JournalReader, 'events' | 'days' | 'lastSeq' | 'leadingTo'>
  readonly access: Pick<Access, 'staff' | 'devices' | 'log'>
  /** The plan as it is now. */
  readonly layout: () => Layout
  readonly note: (id: string) => string | null
}

/** A page, newest lines first, and where the next page begins; null: nothing comes before. */
export interface Page {
  readonly lines: readonly AuditLine[]
  readonly next: string | null
  /** The oldest day searched; null if there was none. */
  readonly reached: string | null
}

export type Audit = ReturnType<typeof openAudit>

const languages: Readonly<Record<Language, AuditTexts>> = { id, en }

export function openAudit({ journal, access, layout, note }: AuditParts) {
  function groundFor({ language }: Question): Ground {
    const texts = languages[language]
    const { plan, printers } = layout()
    const clock = wallClock(plan.timeZone)
    return {
      journal,
      log: access.log,
      people: new People(access, texts),
      texts,
      note,
      printer: (printer) => printers.get(printer)?.name[language] ?? printer,
      clock: (at) => ({ day: dayIn(plan.timeZone, at).day, time: clock.format(at) }),
    }
  }
  const partsFor = (question: Question) => partsOf(journal.days(), journal.lastSeq(), question)
  const spanFor = (question: Question) => spanOfDays(question, layout().plan.timeZone)

  return {
    /** The day of the last events, `2026-11-24`; null in an empty journal. */
    lastDay: (): string | null => journal.days().at(-1)?.day ?? null,

    texts: (language: Language): AuditTexts => languages[language],

    /** The newest `limit` lines before a place. */
    async page(question: Question, before: Place, limit: number): Promise<Page> {
      const ground = groundFor(question)
      const span = spanFor(question)
      const parts = partsFor(question).filter(({ logFrom }) => logFrom < before.event)
      const lines: Placed[] = []
      let looked = 0
      for (let part = parts.pop(); part; part = parts.pop()) {
        // One more than asked for, to see whether there is a next page.
        const found: Placed[] = []
        for await (const slice of run(ground, question, part, span, before)) {
          looked += slice.looked
          found.push(...slice.found)
          found.splice(0, Math.max(0, found.length + lines.length - limit - 1))
        }
        lines.push(...found.toReversed())
        const last = lines[limit - 1]
        if (last && lines.length > limit) return page(lines.slice(0, limit), last.place, part.day)
        if (parts.length === 0) return page(lines, null, part.day)
        if (looked >= MOST_LOOKED) return page(lines, startOf(part), part.day)
      }
      return page(lines, null, null)
    },

    /** All lines in portions, the oldest first. */
    async *all(question: Question): AsyncGenerator<readonly AuditLine[]> {
      const ground = groundFor(question)
      const span = spanFor(question)
      for (const part of partsFor(question)) {
        for await (const { found } of run(ground, question, part, span, end)) {
          if (found.length > 0) yield found.map(({ line }) => line)
        }
      }
    },
  }
}

function page(lines: readonly Placed[], next: Place | null, reached: string | null): Page {
  return {
    lines: lines.map(({ line }) => line),
    next: next && writePlace(next),
    reached,
  }
}

function startOf({ from }: { readonly from: number }): Place {
  return { event: from, log: end.log }
}

// The audit as a table for a spreadsheet: RFC 4180, with the mark by which Excel recognises UTF-8.

const columns = ['day', 'time', 'number', 'counter', 'who', 'what', 'note', 'record', 'seq'] as const

/** The table in portions, its header first. */
export async function* csv(
  portions: AsyncIterable<readonly AuditLine[]>,
  { columns: heads, records }: AuditTexts,
): AsyncGenerator<string> {
  yield mark + csvLine(columns.map((column) => heads[column]))
  for await (const lines of portions) {
    yield lines
      .map((line) =>
        csvLine([
          line.day,
          line.time,
          line.number ?? '',
          line.counter?.name ?? '',
          line.who,
          line.what,
          line.note ?? '',
          records[line.record],
          String(line.seq),
        ]),
      )
      .join('')
  }
}
