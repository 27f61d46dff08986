// What managers answered for evaluations, in its table. All throw a StorageError.
import type { Database } from 'better-sqlite3'
import type { StoredAnswers } from '../../evaluation/questions.ts'
import { asStorageError } from '../errors.ts'
import { answers } from '../queries/evaluation.ts'
import { prepare } from '../statement.ts'

export function answersTable(db: Database): StoredAnswers {
  const all = prepare(db, answers.all)
  const keep = prepare(db, answers.keep)
  const forget = prepare(db, answers.forget)
  return {
    list: () =>
      safely(() =>
        all.all({}).map(({ id, answer, reviewed_on: reviewedOn, by }) => ({ id, answer, reviewedOn, by })),
      ),
    keep: (kept, forgotten) =>
      safely(() => {
        db.transaction(() => {
          for (const { id, answer, reviewedOn, by } of kept) keep.run({ id, answer, reviewedOn, by })
          for (const id of forgotten) forget.run({ id })
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
