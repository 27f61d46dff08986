// Marks on the time axis and the months’ reports, in their tables. All throw a StorageError.
import type { Database } from 'better-sqlite3'
import { type Mark, markKinds, type StoredMarks, type StoredMonths } from '../../reports/kept.ts'
import { asStorageError } from '../errors.ts'
import { marks as ofMarks, months as ofMonths } from '../queries/kept.ts'
import { prepare } from '../statement.ts'

export function marksTable(db: Database): StoredMarks {
  const all = prepare(db, ofMarks.all)
  const add = prepare(db, ofMarks.add)
  const remove = prepare(db, ofMarks.remove)
  return {
    list: () =>
      safely(() =>
        all.all({}).flatMap(({ id, day, kind, text, made_by: by }): Mark[] => {
          const known = markKinds.find((one) => one === kind)
          return known ? [{ id, day, kind: known, text, by }] : []
        }),
      ),
    add: ({ id, day, kind, text, by }) => safely(() => void add.run({ id, day, kind, text, by })),
    remove: (id) => safely(() => remove.run({ id }).changes > 0),
  }
}

/** The hall has no id: its report is that of no agency. */
const HALL = ''

export function monthsTable(db: Database): StoredMonths {
  const all = prepare(db, ofMonths.all)
  const of = prepare(db, ofMonths.of)
  const add = prepare(db, ofMonths.add)
  return {
    list: () => safely(() => all.all({}).map(({ month, made_at: madeAt }) => ({ month, madeAt }))),
    of: (month) =>
      safely(() =>
        of.all({ month }).map(({ agency, answer: text }) => ({
          agency: agency === HALL ? null : agency,
          text,
        })),
      ),
    add: (month, at, parts) =>
      safely(() => {
        db.transaction(() => {
          for (const { agency, text } of parts) add.run({ month, agency: agency ?? HALL, at, answer: text })
        }).immediate()
      }),
  }
}

function safely<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStorageError(error)
  }
}
