// Everything durable of a hall behind one interface, as the loop and the app need it: what one commit writes, what a
// start reads, the texts that people typed, which are erased when their day is over, and the tables of people and
// devices.
import { asStorageError } from './errors.ts'
import type { Database } from 'better-sqlite3'
import type { StoredAccess } from '../access/access.ts'
import type { StoredComplaints } from '../complaints/complaint.ts'
import type { StoredAnswers } from '../evaluation/questions.ts'
import type { StoredDraft } from '../drafts/drafts.ts'
import type { StoredProposals } from '../drafts/proposals.ts'
import type { StoredFindings } from '../findings/finding.ts'
import type { Plan } from '../hall/plan.ts'
import type { StoredAlive } from '../reports/watch/alive.ts'
import type { StoredMarks, StoredMonths } from '../reports/kept.ts'
import type { StoredSkm } from '../skm/published.ts'
import type { StoredOnlyAsked } from '../reports/only-asked.ts'
import type { StoredTold } from '../reports/watch/told.ts'
import type { StoredSurveys } from '../survey/stored.ts'
import { type Batch, type Journal, makeJournal } from './journal/append.ts'
import { type Floors, highest, numbersTaken } from './journal/damage.ts'
import type { JournalReader } from './journal/read.ts'
import { accessTables } from './tables/access.ts'
import { complaintsTable } from './tables/complaints.ts'
import { answersTable, marksTable, monthsTable, skmTable } from './tables/kept.ts'
import { draftTable, proposalsTable } from './tables/draft.ts'
import { findingsTables } from './tables/findings.ts'
import { onlyAskedTable } from './tables/only-asked.ts'
import { surveyTables } from './tables/surveys.ts'
import { aliveTable, toldTable } from './tables/watched.ts'
import type { PastStep } from '../reports/usual.ts'
import { readTimes } from './tables/facts.ts'

export interface Store extends Pick<Journal, 'currentDay' | 'dayBefore' | 'lastSeq' | 'lastLink'> {
  /** Everything ever recorded, for the audit. */
  readonly record: JournalReader
  /** Staff, sessions and devices. */
  readonly access: StoredAccess
  /** The draft of the plan. */
  readonly draft: StoredDraft
  /** What agencies propose about themselves. */
  readonly proposals: StoredProposals
  /** What visitors complain about. */
  readonly complaints: StoredComplaints
  /** Findings with their evidence, and who came to look. */
  readonly findings: StoredFindings
  /** Managers' answers for evaluations. */
  readonly answers: StoredAnswers
  /** How many only asked at the reception. */
  readonly onlyAsked: StoredOnlyAsked
  /** Marks on the time axis, and monthly reports. */
  readonly marks: StoredMarks
  readonly months: StoredMonths
  /** The reports of the survey that were published. */
  readonly skm: StoredSkm
  /** Which waits were told with tickets. */
  readonly told: StoredTold
  /** When the server and its devices were alive. */
  readonly alive: StoredAlive
  /** What people thought, once it has left the survey’s box. */
  readonly surveys: StoredSurveys
  /**
   * Returns once it is on the disk, as SQLite does, or returns a promise of that: see dispatch.ts. @throws
   * StorageError (or rejects with one) if none of it is kept
   */
  append(batch: Batch & { readonly over?: string | null }): void | Promise<void>
  /** The plan that the last day began with; null before the first one. @throws StorageError */
  lastPlan(): Plan | null
  /** The prefixes' last numbers if that day was open before; empty for a new day. @throws StorageError */
  numbersOf(day: string): Record<string, number>
  /** Whether any number was ever given. @throws StorageError */
  wasUsed(): boolean
  /** The steps of a day that is over, with their times; none if there was no such day. @throws StorageError */
  timesOf(day: string): PastStep[]
  /** Erases what was typed before this day. */
  erase(before: string): void
  /** A text that was typed today; null if there is none (any more). */
  note(id: string): string | null
}

/** The seal beside the journal: see sealing.ts. */
interface Beside {
  readonly floors: Floors | null
  readonly withoutDayBefore: boolean
  lost(): string | null
}

/**
 * Opens the store. `failed` is called when texts could not be erased; the next day's end tries again. `after`: see
 * `makeJournal`.
 */
export function makeStore(
  db: Database,
  failed: (error: unknown) => void,
  beside: Beside = alone,
  after = 0,
): Store {
  const journal = makeJournal(db, beside.lost, after)
  const { floors } = beside
  let today = journal.days().at(-1)?.day ?? ''
  const texts = journal.noteTexts()
  const taken = db.prepare(`SELECT 1 FROM events WHERE type = 'visit-taken' LIMIT 1`)
  /** People type only today; days before this one have no texts left. */
  let erasedBefore = ''

  function erase(before: string): void {
    if (before === erasedBefore) return
    for (const [id, { day }] of texts) if (day < before) texts.delete(id)
    try {
      journal.eraseNotes(before)
      erasedBefore = before
    } catch (error) {
      failed(error)
    }
  }

  return {
    record: journal,
    access: accessTables(db),
    draft: draftTable(db),
    proposals: proposalsTable(db),
    complaints: complaintsTable(db),
    findings: findingsTables(db),
    answers: answersTable(db),
    onlyAsked: onlyAskedTable(db),
    marks: marksTable(db),
    months: monthsTable(db),
    skm: skmTable(db),
    told: toldTable(db),
    alive: aliveTable(db),
    surveys: surveyTables(db),
    currentDay: journal.currentDay,
    dayBefore: beside.withoutDayBefore ? noDay : journal.dayBefore,
    lastSeq: journal.lastSeq,
    lastLink: journal.lastLink,
    append(batch) {
      journal.append(batch)
      today = batch.records.at(-1)?.day ?? today
      for (const { id, day, text } of batch.notes ?? []) texts.set(id, { day, text })
      if (batch.over) erase(batch.over)
    },
    erase,
    wasUsed() {
      try {
        return taken.get() !== undefined
      } catch (error) {
        throw asStorageError(error)
      }
    },
    timesOf: (day) => readTimes(db, day),
    lastPlan() {
      const [opened] = journal.currentDay()
      return opened?.event.type === 'day-opened' ? opened.event.plan : null
    },
    numbersOf: (day) => highest(numbersTaken(journal, day), floors?.day === day ? floors.numbers : {}),
    note(id) {
      const note = texts.get(id)
      return note?.day === today ? note.text : null
    },
  }
}

const alone: Beside = { floors: null, withoutDayBefore: false, lost: () => null }

function* noDay(): Generator<never> {}
