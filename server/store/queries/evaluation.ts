// What is asked of the table of what managers answered for evaluations.
import { query } from '../builder.ts'

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
