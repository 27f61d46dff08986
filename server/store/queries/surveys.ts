// Queries about the survey: its questions and when they applied, answers with their tallies, words, profiles, and how
// many answers came in each quarter of an hour.
import { query } from '../builder.ts'
import type { Tables } from '../columns.ts'

const answer = ['id', 'month', 'service', 'agency', 'questions', 'scores', 'excluded'] as const

export const questions = {
  all: query()((db) =>
    db
      .selectFrom('survey_questions')
      .select(['number', 'from_month', 'from_day', 'elements'])
      .orderBy('number'),
  ),
  add: query<{ month: string; day: string; elements: string; by: string }>()(
    (db, { month, day, elements, by }) =>
      db
        .insertInto('survey_questions')
        .values({ from_month: month, from_day: day, elements, made_by: by })
        .returning('number'),
  ),
}

export const answers = {
  add: query<{
    id: string
    month: string
    service: string | null
    agency: string | null
    questions: number
    scores: string
  }>()((db, { id, month, service, agency, questions: number, scores }) =>
    db
      .insertInto('surveys')
      .values({ id, month, service, agency, questions: number, scores, excluded: null }),
  ),
  of: query<{ from: string; to: string; after: string; most: number }>()((db, { from, to, after, most }) =>
    db
      .selectFrom('surveys')
      .select(answer)
      .where('month', '>=', from)
      .where('month', '<=', to)
      .where('id', '>', after)
      .orderBy('id')
      .limit(most),
  ),
  byId: query<{ id: string }>()((db, { id }) => db.selectFrom('surveys').select(answer).where('id', '=', id)),
  exclude: query<{ id: string; reason: string }>()((db, { id, reason }) =>
    db.updateTable('surveys').set({ excluded: reason }).where('id', '=', id),
  ),
}

export const tallies = {
  of: query<{ from: string; to: string }>()((db, { from, to }) =>
    db
      .selectFrom('survey_tallies')
      .select(['month', 'service', 'agency', 'questions', 'element', 'n', 'total'])
      .where('month', '>=', from)
      .where('month', '<=', to),
  ),
  add: query<Tables['survey_tallies']>()(
    (db, { month, service, agency, questions: number, element, n, total }) =>
      db
        .insertInto('survey_tallies')
        .values({ month, service, agency, questions: number, element, n, total })
        .onConflict((conflict) =>
          conflict.columns(['month', 'service', 'agency', 'questions', 'element']).doUpdateSet((eb) => ({
            n: eb('survey_tallies.n', '+', eb.ref('excluded.n')),
            total: eb('survey_tallies.total', '+', eb.ref('excluded.total')),
          })),
        ),
  ),
}

export const words = {
  of: query<{ from: string; to: string; after: string; most: number }>()((db, { from, to, after, most }) =>
    db
      .selectFrom('survey_words')
      .select(['id', 'month', 'service', 'agency', 'text'])
      .where('month', '>=', from)
      .where('month', '<=', to)
      .where('id', '>', after)
      .orderBy('id')
      .limit(most),
  ),
  add: query<{ id: string; month: string; service: string | null; agency: string | null; text: string }>()(
    (db, { id, month, service, agency, text }) =>
      db.insertInto('survey_words').values({ id, month, service, agency, text }),
  ),
}

export const profiles = {
  of: query<{ from: string; to: string }>()((db, { from, to }) =>
    db
      .selectFrom('survey_profiles')
      .select(['question', 'value', (eb) => eb.fn.sum<number>('count').as('count')])
      .where('month', '>=', from)
      .where('month', '<=', to)
      .groupBy(['question', 'value']),
  ),
  add: query<{ month: string; question: string; value: string; count: number }>()(
    (db, { month, question, value, count }) =>
      db
        .insertInto('survey_profiles')
        .values({ month, question, value, count })
        .onConflict((conflict) =>
          conflict.columns(['month', 'question', 'value']).doUpdateSet((eb) => ({
            count: eb('survey_profiles.count', '+', eb.ref('excluded.count')),
          })),
        ),
  ),
}

export const moved = {
  last: query()((db) => db.selectFrom('survey_moved').select('batch')),
  put: query<{ batch: string }>()((db, { batch }) =>
    db
      .insertInto('survey_moved')
      .values({ one: 1, batch })
      .onConflict((conflict) =>
        conflict.column('one').doUpdateSet((eb) => ({ batch: eb.ref('excluded.batch') })),
      ),
  ),
}

export const quarters = {
  of: query<{ from: number; to: number }>()((db, { from, to }) =>
    db
      .selectFrom('survey_quarters')
      .select(['at', 'count'])
      .where('at', '>=', from)
      .where('at', '<', to)
      .orderBy('at'),
  ),
  add: query<{ at: number; count: number }>()((db, { at, count }) =>
    db
      .insertInto('survey_quarters')
      .values({ at, count })
      .onConflict((conflict) =>
        conflict.column('at').doUpdateSet((eb) => ({
          count: eb('survey_quarters.count', '+', eb.ref('excluded.count')),
        })),
      ),
  ),
}
