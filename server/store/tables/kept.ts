// Marks on the time axis, monthly reports, published reports of the survey and managers' answers for evaluations, in
// their tables. All throw a StorageError.
import type { Database } from 'better-sqlite3'
import type { StoredAnswers } from '../../evaluation/questions.ts'
import { type Mark, type StoredMarks, type StoredMonths, markKinds } from '../../reports/kept.ts'
import type { StoredSkm } from '../../skm/published.ts'
import { safely } from '../errors.ts'
import { answers, marks as ofMarks, months as ofMonths, skm as ofSkm } from '../queries/kept.ts'
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

/** The hall has no id: its report has no agency. */
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

export function skmTable(db: Database): StoredSkm {
  const all = prepare(db, ofSkm.all)
  const add = prepare(db, ofSkm.add)
  const withdraw = prepare(db, ofSkm.withdraw)
  return {
    list: () =>
      safely(() =>
        all.all({}).map(({ id, from_month: from, to_month: to, at, made_by: by, withdrawn_at, report }) => ({
          id,
          from,
          to,
          at,
          by,
          withdrawnAt: withdrawn_at,
          report,
        })),
      ),
    add: ({ id, from, to, at, by, report }) => safely(() => void add.run({ id, from, to, at, by, report })),
    withdraw: (id, at) => safely(() => withdraw.run({ id, at }).changes > 0),
  }
}

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
