// Queries about complaints.
import { query } from '../builder.ts'
import type { Tables } from '../columns.ts'

const columns = [
  'id',
  'number',
  'service',
  'agency',
  'named',
  'channel',
  'language',
  'day',
  'at',
  'due',
  'state',
  'words',
  'taken_by',
  'answered_on',
  'days',
  'late',
  'escalated_at',
  'erased_at',
  'moved_at',
  'revision',
] as const

/** What a complaint has from the beginning. */
type Filed = Omit<
  Tables['complaints'],
  | 'state'
  | 'taken_by'
  | 'answered_on'
  | 'days'
  | 'late'
  | 'escalated_at'
  | 'erased_at'
  | 'moved_at'
  | 'revision'
>

const toDo = ['received', 'taken']
const over = ['answered', 'closed']

export const complaints = {
  add: query<Filed>()(
    (db, { id, number, token, key, salt, service, agency, named, channel, language, day, at, due, words }) =>
      db
        .insertInto('complaints')
        .values({
          id,
          number,
          token,
          key,
          salt,
          service,
          agency,
          named,
          channel,
          language,
          day,
          at,
          due,
          words,
          moved_at: at,
          state: 'received',
          late: 0,
          revision: 1,
        })
        .onConflict((conflict) => conflict.column('number').doNothing()),
  ),
  byToken: query<{ token: Buffer }>()((db, { token }) =>
    db.selectFrom('complaints').select(columns).where('token', '=', token),
  ),
  byKey: query<{ key: Buffer }>()((db, { key }) =>
    db.selectFrom('complaints').select(columns).select('salt').where('key', '=', key),
  ),
  byId: query<{ id: string }>()((db, { id }) =>
    db.selectFrom('complaints').select(columns).where('id', '=', id),
  ),
  byNumber: query<{ number: string }>()((db, { number }) =>
    db.selectFrom('complaints').select(columns).where('number', '=', number),
  ),
  change: query<{
    id: string
    was: number
    agency: string | null
    named: string
    due: string
    state: string
    takenBy: string | null
    answeredOn: string | null
    days: number | null
    late: number
    escalatedAt: number | null
    movedAt: number
    revision: number
  }>()((db, given) =>
    db
      .updateTable('complaints')
      .set({
        agency: given.agency,
        named: given.named,
        due: given.due,
        state: given.state,
        taken_by: given.takenBy,
        answered_on: given.answeredOn,
        days: given.days,
        late: given.late,
        escalated_at: given.escalatedAt,
        moved_at: given.movedAt,
        revision: given.revision,
      })
      .where('id', '=', given.id)
      .where('revision', '=', given.was),
  ),
  /** Those to be worked on, after the given place. */
  open: query<{ due: string; at: number; id: string; most: number }>()((db, { due, at, id, most }) =>
    db
      .selectFrom('complaints')
      .select(columns)
      .where('state', 'in', toDo)
      .where((eb) => eb(eb.refTuple('due', 'at', 'id'), '>', eb.tuple(due, at, id)))
      .orderBy('due')
      .orderBy('at')
      .orderBy('id')
      .limit(most),
  ),
  openOf: query<{ agency: string; due: string; at: number; id: string; most: number }>()(
    (db, { agency, due, at, id, most }) =>
      db
        .selectFrom('complaints')
        .select(columns)
        .where('state', 'in', toDo)
        .where('agency', '=', agency)
        .where((eb) => eb(eb.refTuple('due', 'at', 'id'), '>', eb.tuple(due, at, id)))
        .orderBy('due')
        .orderBy('at')
        .orderBy('id')
        .limit(most),
  ),
  done: query<{ before: number; id: string; most: number }>()((db, { before, id, most }) =>
    db
      .selectFrom('complaints')
      .select(columns)
      .where('state', 'in', over)
      .where((eb) => eb(eb.refTuple('moved_at', 'id'), '<', eb.tuple(before, id)))
      .orderBy('moved_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most),
  ),
  doneOf: query<{ agency: string; before: number; id: string; most: number }>()(
    (db, { agency, before, id, most }) =>
      db
        .selectFrom('complaints')
        .select(columns)
        .where('state', 'in', over)
        .where('agency', '=', agency)
        .where((eb) => eb(eb.refTuple('moved_at', 'id'), '<', eb.tuple(before, id)))
        .orderBy('moved_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most),
  ),
  promises: query()((db) => db.selectFrom('complaints').select(['agency', 'due']).where('state', 'in', toDo)),
  toEscalate: query<{ today: string }>()((db, { today }) =>
    db
      .selectFrom('complaints')
      .select(columns)
      .where('state', 'in', toDo)
      .where('due', '<', today)
      .where('escalated_at', 'is', null),
  ),
  toErase: query<{ before: number; day: string }>()((db, { before, day }) =>
    db
      .selectFrom('complaints')
      .select(columns)
      .where('erased_at', 'is', null)
      .where('moved_at', '<', before)
      .where('due', '<', day),
  ),
  erase: query<{ id: string; at: number }>()((db, { id, at }) =>
    db
      .updateTable('complaints')
      .set({ words: null, key: null, salt: null, erased_at: at })
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('id', '=', id),
  ),
  forgetKeys: query<{ before: number }>()((db, { before }) =>
    db
      .updateTable('complaints')
      .set({ key: null, salt: null })
      .where('key', 'is not', null)
      .where('at', '<', before),
  ),
  counted: query<{ from: string; to: string }>()((db, { from, to }) =>
    db
      .selectFrom('complaints')
      .select([
        'service',
        'agency',
        'named',
        'day',
        'due',
        'state',
        'answered_on',
        'days',
        'late',
        'escalated_at',
      ])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('at'),
  ),
}

/** What was done with one, in order. */
export const steps = {
  of: query<{ complaint: string }>()((db, { complaint }) =>
    db
      .selectFrom('complaint_steps')
      .select(['nth', 'at', 'kind', 'by', 'text', 'detail'])
      .where('complaint', '=', complaint)
      .orderBy('nth'),
  ),
  add: query<{
    complaint: string
    nth: number
    at: number
    kind: string
    by: string | null
    text: string | null
    detail: string
  }>()((db, { complaint, nth, at, kind, by, text, detail }) =>
    db.insertInto('complaint_steps').values({ complaint, nth, at, kind, by, text, detail }),
  ),
  count: query<{ complaint: string }>()((db, { complaint }) =>
    db
      .selectFrom('complaint_steps')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('complaint', '=', complaint),
  ),
  erase: query<{ complaint: string }>()((db, { complaint }) =>
    db.updateTable('complaint_steps').set({ text: null }).where('complaint', '=', complaint),
  ),
}

/** SP4N-LAPOR!’s counts, by month. */
export const sp4n = {
  all: query()((db) => db.selectFrom('sp4n').select(['month', 'count']).orderBy('month')),
  put: query<{ month: string; count: number; by: string; at: number }>()((db, { month, count, by, at }) =>
    db
      .insertInto('sp4n')
      .values({ month, count, by, at })
      .onConflict((conflict) =>
        conflict.column('month').doUpdateSet((eb) => ({
          count: eb.ref('excluded.count'),
          by: eb.ref('excluded.by'),
          at: eb.ref('excluded.at'),
        })),
      ),
  ),
}
