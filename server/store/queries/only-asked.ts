// Queries about visitors who only asked.
import { query } from '../builder.ts'

export const days = {
  of: query<{ day: string }>()((db, { day }) =>
    db.selectFrom('only_asked').select('count').where('day', '=', day),
  ),
  add: query<{ day: string }>()((db, { day }) =>
    db
      .insertInto('only_asked')
      .values({ day, count: 1 })
      .onConflict((conflict) =>
        conflict.column('day').doUpdateSet((eb) => ({ count: eb('only_asked.count', '+', 1) })),
      ),
  ),
  takeBack: query<{ day: string }>()((db, { day }) =>
    db
      .updateTable('only_asked')
      .set((eb) => ({ count: eb('count', '-', 1) }))
      .where('day', '=', day),
  ),
  /** Once the last of a day is taken back, it is as if nobody had tapped. */
  dropEmpty: query<{ day: string }>()((db, { day }) =>
    db.deleteFrom('only_asked').where('day', '=', day).where('count', '<=', 0),
  ),
  between: query<{ from: string; to: string }>()((db, { from, to }) =>
    db
      .selectFrom('only_asked')
      .select(['day', 'count'])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day'),
  ),
}

export const keys = {
  of: query<{ key: Buffer }>()((db, { key }) =>
    db.selectFrom('only_asked_keys').select('tap').where('key', '=', key),
  ),
  add: query<{ key: Buffer; day: string; tap: string }>()((db, { key, day, tap }) =>
    db.insertInto('only_asked_keys').values({ key, day, tap }),
  ),
  forget: query<{ day: string }>()((db, { day }) => db.deleteFrom('only_asked_keys').where('day', '<', day)),
}
