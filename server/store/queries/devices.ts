// Queries about devices, the links that make a browser one, and the keys in their cookies.
import { query } from '../builder.ts'

const device = ['device.id', 'kind', 'zone', 'label', 'layout', 'enrolled_at', 'last_seen_at'] as const

export const devices = {
  add: query<{
    id: string
    kind: 'kiosk' | 'display' | 'survey'
    zone: string | null
    label: string | null
    layout: string | null
    at: number
  }>()((db, { id, kind, zone, label, layout, at }) =>
    db.insertInto('device').values({ id, kind, zone, label, layout, created_at: at }),
  ),
  everEnrolled: query()((db) =>
    db
      .selectFrom('device')
      .select(['id', 'kind', 'zone', 'label', 'enrolled_at', 'revoked_at'])
      .where('enrolled_at', 'is not', null)
      .orderBy('kind', 'desc')
      .orderBy('created_at')
      .orderBy('id'),
  ),
  byId: query<{ id: string }>()((db, { id }) => db.selectFrom('device').select(device).where('id', '=', id)),
  byKey: query<{ hash: Buffer }>()((db, { hash }) =>
    db
      .selectFrom('device_key')
      .innerJoin('device', 'device.id', 'device_key.device')
      .select(device)
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null),
  ),
  // Those that are enrolled, or may yet be.
  all: query<{ at: number }>()((db, { at }) =>
    db
      .selectFrom('device')
      .select(device)
      .where('revoked_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('enrolled_at', 'is not', null),
          eb.exists(
            eb
              .selectFrom('device_link')
              .select('device_link.device')
              .whereRef('device_link.device', '=', 'device.id')
              .where('ends_at', '>', at),
          ),
        ]),
      )
      .orderBy('kind')
      .orderBy('zone', (zone) => zone.asc().nullsFirst())
      .orderBy('created_at'),
  ),
  enrolled: query<{ id: string; at: number }>()((db, { id, at }) =>
    db.updateTable('device').set({ enrolled_at: at }).where('id', '=', id).where('enrolled_at', 'is', null),
  ),
  seen: query<{ id: string; at: number }>()((db, { id, at }) =>
    db.updateTable('device').set({ last_seen_at: at }).where('id', '=', id),
  ),
  revoke: query<{ id: string; at: number }>()((db, { id, at }) =>
    db.updateTable('device').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null),
  ),
}

export const links = {
  add: query<{ hash: Buffer; device: string; endsAt: number }>()((db, { hash, device: of, endsAt }) =>
    db.insertInto('device_link').values({ hash, device: of, ends_at: endsAt }),
  ),
  // Neither used nor expired, or used so recently that it gives the same answer again.
  find: query<{ hash: Buffer; at: number; usedSince: number }>()((db, { hash, at, usedSince }) =>
    db
      .selectFrom('device_link')
      .innerJoin('device', 'device.id', 'device_link.device')
      .select(device)
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .where((eb) =>
        eb.or([eb.and([eb('used_at', 'is', null), eb('ends_at', '>', at)]), eb('used_at', '>', usedSince)]),
      ),
  ),
  use: query<{ hash: Buffer; at: number }>()((db, { hash, at }) =>
    db.updateTable('device_link').set({ used_at: at }).where('hash', '=', hash).where('used_at', 'is', null),
  ),
}

export const keys = {
  add: query<{ hash: Buffer; device: string; at: number }>()((db, { hash, device: of, at }) =>
    db.insertInto('device_key').values({ hash, device: of, created_at: at }),
  ),
  fewer: query<{ device: string; most: number }>()((db, { device: of, most }) =>
    db
      .deleteFrom('device_key')
      .where('device', '=', of)
      .where('hash', 'not in', (eb) =>
        eb
          .selectFrom('device_key')
          .select('hash')
          .where('device', '=', of)
          .orderBy('created_at', 'desc')
          .limit(most),
      ),
  ),
}
