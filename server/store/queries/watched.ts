// Queries about what the server watched: waits told with tickets, and when it and its devices were alive.
import { query } from '../builder.ts'
import type { Tables } from '../columns.ts'

export const told = {
  add: query<Tables['told']>()(
    (db, { day, step, visit, at, low, high, ahead, median, today, basis, width }) =>
      db
        .insertInto('told')
        .values({ day, step, visit, at, low, high, ahead, median, today, basis, width })
        .onConflict((conflict) => conflict.doNothing()),
  ),
  ofDay: query<{ day: string }>()((db, { day }) =>
    db
      .selectFrom('told')
      .select(['day', 'visit', 'step', 'at', 'low', 'high', 'ahead', 'median', 'today', 'basis', 'width'])
      .where('day', '=', day)
      .orderBy('step'),
  ),
}

export const alive = {
  put: query<{ kind: string; id: string; began: number; ended: number }>()((db, { kind, id, began, ended }) =>
    db
      .insertInto('alive')
      .values({ kind, id, began, ended })
      .onConflict((conflict) => conflict.columns(['kind', 'id', 'began']).doUpdateSet({ ended })),
  ),
  within: query<{ from: number; to: number }>()((db, { from, to }) =>
    db
      .selectFrom('alive')
      .select(['kind', 'id', 'began', 'ended'])
      .where('ended', '>=', from)
      .where('began', '<', to)
      .orderBy('kind')
      .orderBy('id')
      .orderBy('began'),
  ),
  since: query()((db) =>
    db.selectFrom('alive').select((eb) => eb.fn.min<number | null>('began').as('since')),
  ),
}
