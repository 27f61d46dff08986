// Queries about what the reports keep: marks on the time axis, monthly reports, published reports of the survey, and
// managers' answers for evaluations.
import { query } from '../builder.ts'

export const marks = {
  all: query()((db) =>
    db.selectFrom('marks').select(['id', 'day', 'kind', 'text', 'made_by']).orderBy('day').orderBy('id'),
  ),
  add: query<{ id: string; day: string; kind: string; text: string; by: string }>()(
    (db, { id, day, kind, text, by }) => db.insertInto('marks').values({ id, day, kind, text, made_by: by }),
  ),
  remove: query<{ id: string }>()((db, { id }) => db.deleteFrom('marks').where('id', '=', id)),
}

export const months = {
  all: query()((db) =>
    db.selectFrom('month_reports').select(['month', 'made_at']).where('agency', '=', '').orderBy('month'),
  ),
  of: query<{ month: string }>()((db, { month }) =>
    db.selectFrom('month_reports').select(['agency', 'answer']).where('month', '=', month).orderBy('agency'),
  ),
  add: query<{ month: string; agency: string; at: number; answer: string }>()(
    (db, { month, agency, at, answer }) =>
      db
        .insertInto('month_reports')
        .values({ month, agency, made_at: at, answer })
        .onConflict((conflict) => conflict.doNothing()),
  ),
}

export const skm = {
  all: query()((db) =>
    db
      .selectFrom('skm_reports')
      .select(['id', 'from_month', 'to_month', 'at', 'made_by', 'withdrawn_at', 'report'])
      .orderBy('seq', 'desc'),
  ),
  add: query<{ id: string; from: string; to: string; at: number; by: string; report: string }>()(
    (db, { id, from, to, at, by, report }) =>
      db
        .insertInto('skm_reports')
        .values({ id, from_month: from, to_month: to, at, made_by: by, withdrawn_at: null, report }),
  ),
  withdraw: query<{ id: string; at: number }>()((db, { id, at }) =>
    db
      .updateTable('skm_reports')
      .set({ withdrawn_at: at })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null),
  ),
}

export const answers = {
  all: query()((db) =>
    db.selectFrom('evaluation_answers').select(['id', 'answer', 'reviewed_on', 'by']).orderBy('id'),
  ),
  keep: query<{ id: string; answer: string; reviewedOn: string; by: string }>()(
    (db, { id, answer, reviewedOn, by }) =>
      db
        .insertInto('evaluation_answers')
        .values({ id, answer, reviewed_on: reviewedOn, by })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ answer, reviewed_on: reviewedOn, by })),
  ),
  forget: query<{ id: string }>()((db, { id }) => db.deleteFrom('evaluation_answers').where('id', '=', id)),
}
