// What is asked of the tables of the reports: marks on the time axis, and the months’ reports.
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
