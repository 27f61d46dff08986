// What a start examines: whether the days that it reads are as they were written, and whether the journal goes as far
// as the seal says. Earlier years are examined by `journal check`.
import type { Database } from 'better-sqlite3'
import { type Damage, type Floors, floorsAbove, higherFloors, withNew, numbersTaken } from './damage.ts'
import { StorageError } from '../errors.ts'
import { type EventRow, firstLink, isFirst as beginsJournal, linkOf } from './link.ts'
import { makePlans, type Plans } from './plans.ts'
import { asRecorded, type JournalReader, makeReader, makeUpcast } from './read.ts'
import type { Seal, Sealed } from './seal.ts'
import { putBack, wrongParts } from '../schema.ts'

export interface Examined {
  /** All that nobody has confirmed yet, from earlier starts too. */
  readonly damages: readonly Damage[]
  /** What this start found. */
  readonly found: readonly Damage[]
  readonly floors: Floors | null
  /** The day before no longer makes sense; only late questions need it. */
  readonly withoutDayBefore: boolean
}

/**
 * Examines the journal. `isFirst`: it has never had a seal, so none is missing. @throws StorageError `corrupt` if an
 * event that the hall needs can't be understood any more
 */
export async function examine(db: Database, sealed: Sealed, isFirst: boolean): Promise<Examined> {
  const journal = makeReader(db)
  const before = sealed.is === 'whole' ? sealed.seal : null
  const plans = makePlans(db)
  const { found: inDays, altered } = lookAtDays(db, journal, plans)
  const wrong = altered.length > 0 ? await nonsense(altered, plans) : []
  const { today } = beginnings(journal)
  const fatal = wrong.find(({ seq }) => seq >= today)
  if (fatal) throw new StorageError('corrupt', null, new Error(`event ${fatal.seq}: ${fatal.why}`))
  const unguarded = restoreGuards(db)
  // These are found at every start of the day; what a manager has confirmed is not reported again.
  const lasting = [...inDays, ...(unguarded ? [damage('unguarded')] : [])]
  const confirmed = before?.confirmed ?? []
  const news: Damage[] = [
    ...withNew(confirmed, lasting).slice(confirmed.length),
    ...(before ? bySeal(journal, before) : []),
    ...(before === null && !isFirst && journal.lastSeq() > 0 ? [damage('unsealed')] : []),
  ]
  const lost = news.some(({ kind }) => kind !== 'unguarded')
  const floors = higherFloors(before?.floors ?? null, lost ? floorsOf(journal, before) : null)
  return {
    damages: withNew(before?.damages ?? [], news),
    found: news,
    floors,
    withoutDayBefore: wrong.length > 0,
  }
}

/** Restores guards that somebody removed; returns whether there were any. */
function restoreGuards(db: Database): boolean {
  const gone = wrongParts(db).filter(({ type }) => type === 'trigger')
  for (const guard of gone) putBack(db, guard)
  return gone.length > 0
}

/** The open day and the one before: what a start builds the hall from. */
function lookAtDays(
  db: Database,
  journal: JournalReader,
  plans: Plans,
): { found: Damage[]; altered: EventRow[] } {
  const from = beginnings(journal).before
  const altered: EventRow[] = []
  const found: Damage[] = []
  let before = rowBefore(db, from)
  for (const row of journal.rows(from)) {
    const due = (before?.seq ?? 0) + 1
    // A journal that follows another one counts on from it.
    const isNext = row.seq <= due || (before === undefined && beginsJournal(row))
    if (!isNext) found.push({ kind: 'missing', count: row.seq - due, from: before?.at ?? null, to: row.at })
    const isAltered = isNext && row.link !== linkOf(before?.link ?? firstLink, row)
    if (isAltered || plans.stateOf(row.type, row.data) !== 'sound') altered.push(row)
    before = row
  }
  const [first, last] = [altered[0], altered.at(-1)]
  if (first && last) found.push({ kind: 'altered', count: altered.length, from: first.at, to: last.at })
  return { found, altered }
}

/** Where the open day began, and the one before; a day that was opened again began before it was closed. */
function beginnings(journal: JournalReader): { today: number; before: number } {
  const days = journal.days()
  const last = days.at(-1)
  const today = last ? journal.beginningOf(last.seq) : 0
  const before = days.findLast(({ seq }) => seq < today)
  return { today, before: before ? journal.beginningOf(before.seq) : Number.MIN_SAFE_INTEGER }
}

function rowBefore(db: Database, seq: number): EventRow | undefined {
  return db
    .prepare<[number], EventRow>('SELECT * FROM events WHERE seq < ? ORDER BY seq DESC LIMIT 1')
    .get(seq)
}

function bySeal(journal: JournalReader, seal: Seal): Damage[] {
  const last = journal.lastSeq()
  if (last < seal.seq) {
    const [end] = journal.rows(last)
    return [{ kind: 'missing', count: seal.seq - last, from: end?.at ?? null, to: seal.at }]
  }
  const [sealedRow] = journal.rows(seal.seq, seal.seq + 1)
  // A different journal from the one that was sealed; nobody can tell since when.
  return sealedRow?.link === seal.link ? [] : [{ ...damage('altered'), to: seal.at }]
}

function damage(kind: Damage['kind']): Damage {
  return { kind, count: null, from: null, to: null }
}

/** Above everything that was sealed; without a seal, above everything there is. */
function floorsOf(journal: JournalReader, seal: Seal | null): Floors | null {
  if (seal) return floorsAbove(seal.day, seal.numbers)
  const day = journal.days().at(-1)?.day
  return day === undefined ? null : floorsAbove(day, numbersTaken(journal, day))
}

/** An altered event can be reported and tolerated; one that makes no sense can't be part of the hall. */
async function nonsense(rows: readonly EventRow[], plans: Plans): Promise<{ seq: number; why: string }[]> {
  const { makeShapeCheck } = await import('./check.ts')
  const { planFaults } = await import('../../hall/plan-faults/plan-faults.ts')
  const shapeFault = makeShapeCheck()
  const upcast = makeUpcast()
  const whyNot = (row: EventRow): string | null => {
    try {
      const { event, by } = asRecorded(row, upcast, plans)
      const fault = shapeFault(event, by)
      if (fault) return fault.detail
      return 'plan' in event && planFaults(event.plan).length > 0 ? `${event.type} plan` : null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  return rows.flatMap((row) => {
    const why = whyNot(row)
    return why === null ? [] : [{ seq: row.seq, why }]
  })
}
