// Queries about the tables beside the journal: the access log, what people typed, the one row of the draft plan, and
// what agencies propose about themselves.
import { query } from '../builder.ts'

const line = ['seq', 'at', 'after_event as after', 'by', 'action', 'about', 'agency', 'detail'] as const

export const accessLog = {
  add: query<{
    at: number
    by: string
    action: string
    about: string | null
    agency: string | null
    detail: string
  }>()((db, { at, by, action, about, agency, detail }) =>
    db.insertInto('access_log').values((eb) => ({
      at,
      by,
      action,
      about,
      agency,
      detail,
      after_event: eb
        .selectFrom('events')
        .select((of) => of.fn.coalesce(of.fn.max<number>('seq'), of.lit(0)).as('last')),
    })),
  ),
  page: query<{
    from: number
    to: number
    since: number
    until: number
    before: number
    last: number
    most: number
  }>()((db, { from, to, since, until, before, last, most }) =>
    db
      .selectFrom('access_log')
      .select(line)
      .where('after_event', '>=', from)
      .where('after_event', '<', to)
      .where('at', '>=', since)
      .where('at', '<', until)
      .where('seq', '<', before)
      .where('seq', '>', last)
      .orderBy('after_event')
      .orderBy('seq')
      .limit(most),
  ),
  after: query<{ last: number; most: number }>()((db, { last, most }) =>
    db.selectFrom('access_log').select(line).where('seq', '>', last).orderBy('seq').limit(most),
  ),
}

export const notes = {
  all: query()((db) => db.selectFrom('notes').select(['id', 'day', 'text'])),
  add: query<{ id: string; day: string; text: string }>()((db, { id, day, text }) =>
    db.insertInto('notes').values({ id, day, text }),
  ),
  erase: query<{ before: string }>()((db, { before }) => db.deleteFrom('notes').where('day', '<', before)),
}

export const draft = {
  get: query()((db) =>
    db
      .selectFrom('plan_draft')
      .select(['number', 'plan', 'base', 'changed_by', 'changed_at', 'ordered', 'marks']),
  ),
  put: query<{
    number: number
    plan: string | null
    base: string | null
    by: string | null
    at: number | null
    ordered: string | null
    marks: string | null
  }>()((db, { number, plan, base, by, at, ordered, marks }) =>
    db.updateTable('plan_draft').set({ number, plan, base, changed_by: by, changed_at: at, ordered, marks }),
  ),
}

const ofProposal = [
  'id',
  'agency',
  'service',
  'changes',
  'base',
  'wish',
  'made_by',
  'made_at',
  'state',
  'decided_by',
  'decided_at',
  'note',
] as const

export const proposals = {
  all: query()((db) =>
    db.selectFrom('proposals').select(ofProposal).orderBy('made_at', 'desc').orderBy('id').limit(1000),
  ),
  ofAgency: query<{ agency: string }>()((db, { agency }) =>
    db
      .selectFrom('proposals')
      .select(ofProposal)
      .where('agency', '=', agency)
      .orderBy('made_at', 'desc')
      .orderBy('id')
      .limit(1000),
  ),
  byId: query<{ id: string }>()((db, { id }) =>
    db.selectFrom('proposals').select(ofProposal).where('id', '=', id),
  ),
  add: query<{
    id: string
    agency: string
    service: string | null
    changes: string
    base: string
    wish: string | null
    by: string
    at: number
    state: string
  }>()((db, { id, agency, service, changes, base, wish, by, at, state }) =>
    db
      .insertInto('proposals')
      .values({ id, agency, service, changes, base, wish, made_by: by, made_at: at, state }),
  ),
  decide: query<{ id: string; state: string; by: string | null; at: number | null; note: string | null }>()(
    (db, { id, state, by, at, note }) =>
      db.updateTable('proposals').set({ state, decided_by: by, decided_at: at, note }).where('id', '=', id),
  ),
  forget: query<{ before: number }>()((db, { before }) =>
    db.deleteFrom('proposals').where('decided_at', '<', before),
  ),
  forgetWithdrawn: query<{ agency: string; but: number }>()((db, { agency, but }) =>
    db
      .deleteFrom('proposals')
      .where('agency', '=', agency)
      .where('state', '=', 'withdrawn')
      .where('id', 'not in', (eb) =>
        eb
          .selectFrom('proposals')
          .select('id')
          .where('agency', '=', agency)
          .where('state', '=', 'withdrawn')
          .orderBy('made_at', 'desc')
          .orderBy('id')
          .limit(but),
      ),
  ),
}
