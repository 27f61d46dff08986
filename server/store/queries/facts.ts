// Queries about the facts of days that are over: their steps, the spans of their counters, what everything was called,
// and which days have any.
import { query } from '../builder.ts'
import type { Tables } from '../columns.ts'

type FactRow = Tables['facts']
type SpanRow = Tables['counter_spans']

const fact = [
  'day',
  'visit',
  'step',
  'number',
  'service',
  'agency',
  'zone',
  'counter',
  'staff',
  'priority',
  'come_to_me',
  'language',
  'came_by',
  'from_step',
  'taken_at',
  'hour',
  'waits_from',
  'waited_seconds',
  'waited_open_seconds',
  'uncalled_seconds',
  'elsewhere_seconds',
  'walking_seconds',
  'aside_seconds',
  'slip_seconds',
  'rest_seconds',
  'called_at',
  'leading_call_at',
  'started_at',
  'ended_at',
  'walk_seconds',
  'served_seconds',
  'calls',
  'not_heard',
  'slips_failed',
  'status',
  'outcome',
  'result',
  'missing',
  'lacks',
  'reason',
  'call_reason',
  'returns',
  'ended_by',
  'blocked',
  'level_seconds',
  'phase',
  'operation',
  'documents',
] as const satisfies (keyof FactRow)[]

const span = [
  'day',
  'counter',
  'from_at',
  'agency',
  'zone',
  'staff',
  'state',
  'reason',
  'to_at',
  'serving_seconds',
  'idle_seconds',
] as const satisfies (keyof SpanRow)[]

export const facts = {
  add: query<{ [Column in keyof FactRow]: FactRow[Column] }>()((db, given) =>
    db
      .insertInto('facts')
      .values(Object.fromEntries(fact.map((column) => [column, given[column]])) as FactRow & object),
  ),
  ofDay: query<{ day: string }>()((db, { day }) =>
    db.selectFrom('facts').select(fact).where('day', '=', day).orderBy('visit').orderBy('step'),
  ),
  /** The part of each step that says when people come and are done; none while they do not count. */
  times: query<{ day: string }>()((db, { day }) =>
    db
      .selectFrom('facts')
      .select(['service', 'counter', 'taken_at', 'came_by', 'ended_at', 'status'])
      .where('day', '=', day)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb.selectFrom('fact_days').select('day').where('day', '=', day).where('version', '=', eb.lit(0)),
          ),
        ),
      ),
  ),
  removeDay: query<{ day: string }>()((db, { day }) => db.deleteFrom('facts').where('day', '=', day)),
}

export const counterSpans = {
  add: query<{ [Column in keyof SpanRow]: SpanRow[Column] }>()((db, given) =>
    db
      .insertInto('counter_spans')
      .values(Object.fromEntries(span.map((column) => [column, given[column]])) as SpanRow & object),
  ),
  ofDay: query<{ day: string }>()((db, { day }) =>
    db.selectFrom('counter_spans').select(span).where('day', '=', day).orderBy('counter').orderBy('from_at'),
  ),
  removeDay: query<{ day: string }>()((db, { day }) => db.deleteFrom('counter_spans').where('day', '=', day)),
}

export const names = {
  /** The last name of each thing before a day: an old hall has some for each of its days. */
  lastBefore: query<{ day: string }>()((db, { day }) =>
    db
      .selectFrom('names')
      .innerJoin(
        (eb) =>
          eb
            .selectFrom('names')
            .select((of) => ['kind', 'id', of.fn.max('from_day').as('day')])
            .where('from_day', '<', day)
            .groupBy(['kind', 'id'])
            .as('last'),
        (join) =>
          join
            .onRef('last.kind', '=', 'names.kind')
            .onRef('last.id', '=', 'names.id')
            .onRef('last.day', '=', 'names.from_day'),
      )
      .select(['names.kind', 'names.id', 'names.name'])
      .orderBy('names.kind')
      .orderBy('names.id'),
  ),
  /** The next name after a day, if it is the same. */
  removeSameAfter: query<{ kind: string; id: string; day: string; name: string }>()(
    (db, { kind, id, day, name }) =>
      db
        .deleteFrom('names')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('name', '=', name)
        .where('from_day', '=', (eb) =>
          eb
            .selectFrom('names as later')
            .select((of) => of.fn.min('later.from_day').as('day'))
            .where('later.kind', '=', kind)
            .where('later.id', '=', id)
            .where('later.from_day', '>', day),
        ),
  ),
  add: query<{ kind: string; id: string; day: string; name: string }>()((db, { kind, id, day, name }) =>
    db.insertInto('names').values({ kind, id, from_day: day, name }),
  ),
  removeDay: query<{ day: string }>()((db, { day }) => db.deleteFrom('names').where('from_day', '=', day)),
}

const day = ['day', 'mark', 'version', 'made_of', 'carries', 'hours', 'fault'] as const

export const factDays = {
  all: query()((db) => db.selectFrom('fact_days').select(day).orderBy('day')),
  lastMark: query()((db) =>
    db.selectFrom('fact_days').select((eb) => eb.fn.max<number | null>('mark').as('mark')),
  ),
  /** What is kept about a day does not count. Its mark stays: nothing new can be read yet. */
  uncount: query<{ day: string }>()((db, { day }) =>
    db
      .updateTable('fact_days')
      .set((eb) => ({ version: eb.lit(0) }))
      .where('day', '=', day),
  ),
  version: query<{ day: string }>()((db, { day }) =>
    db.selectFrom('fact_days').select('version').where('day', '=', day),
  ),
  put: query<{
    day: string
    version: number
    made: string
    carries: number
    hours: string | null
    fault: string | null
  }>()((db, { day: label, version, made, carries, hours, fault }) =>
    db
      .insertInto('fact_days')
      .values((eb) => ({
        day: label,
        mark: eb
          .selectFrom('fact_days')
          .select((of) =>
            of(of.fn.coalesce(of.fn.max<number>('mark'), of.lit(0)), '+', of.lit(1)).as('next'),
          ),
        version,
        made_of: made,
        carries,
        hours,
        fault,
      }))
      .onConflict((conflict) =>
        conflict
          .column('day')
          .doUpdateSet((eb) =>
            Object.fromEntries(day.slice(1).map((column) => [column, eb.ref(`excluded.${column}`)])),
          ),
      ),
  ),
}
