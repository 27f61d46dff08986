// Devices in their table, with the links that make a browser one and the keys in their cookies.
import type { Database } from 'better-sqlite3'
import type { Device, DeviceLayout, StoredDevices } from '../../access/devices.ts'
import type { WatchedDevice } from '../../reports/availability.ts'
import { devices as queries, keys, links } from '../queries/devices.ts'
import { prepare, type RowOf } from '../statement.ts'

/** The tables of devices. */
export function deviceTables(db: Database): StoredDevices {
  const add = prepare(db, queries.add)
  const byId = prepare(db, queries.byId)
  const byKey = prepare(db, queries.byKey)
  const all = prepare(db, queries.all)
  const enrolled = prepare(db, queries.enrolled)
  const seen = prepare(db, queries.seen)
  const revoke = prepare(db, queries.revoke)
  const addLink = prepare(db, links.add)
  const findLink = prepare(db, links.find)
  const useLink = prepare(db, links.use)
  const addKey = prepare(db, keys.add)
  const fewerKeys = prepare(db, keys.fewer)

  return {
    add: db.transaction(({ id, kind, zone, label, layout }, at, link) => {
      add.run({ id, kind, zone, label, layout: layout ? JSON.stringify(layout) : null, at })
      addLink.run({ hash: link.hash, device: id, endsAt: link.endsAt })
    }),
    enrol: db.transaction(({ link, key, at, usedSince, mostKeys }) => {
      const row = findLink.get({ hash: link, at, usedSince })
      if (row === undefined) return null
      useLink.run({ hash: link, at })
      enrolled.run({ id: row.id, at })
      addKey.run({ hash: key, device: row.id, at })
      fewerKeys.run({ device: row.id, most: mostKeys })
      return device(row)
    }).immediate,
    byId: (id) => deviceOrNull(byId.get({ id })),
    byKey: (hash) => deviceOrNull(byKey.get({ hash })),
    all: (at) =>
      all.all({ at }).map((row) => {
        return { ...device(row), enrolledAt: row.enrolled_at, lastSeenAt: row.last_seen_at }
      }),
    revoke: (id, at) => revoke.run({ id, at }).changes === 1,
    seen: db.transaction((when) => {
      for (const [id, at] of when) seen.run({ id, at })
    }),
  }
}

type Row = RowOf<typeof queries.byId>

function deviceOrNull(row: Row | undefined): Device | null {
  return row === undefined ? null : device(row)
}

function device({ id, kind, zone, label, layout }: Row): Device {
  const read = layout === null ? null : readLayout(layout)
  return { id, kind, zone, label, ...(read && { layout: read }) }
}

/** Null if damaged: it then shows the board of its zone, and a manager chooses again. */
function readLayout(text: string): DeviceLayout | null {
  try {
    const { kind, of } = JSON.parse(text) as DeviceLayout
    return typeof kind === 'string' && Array.isArray(of) ? { kind, of } : null
  } catch {
    return null
  }
}

/** All that were ever enrolled, including revoked ones, for reports about the past. */
export function everEnrolled(db: Database): WatchedDevice[] {
  return prepare(db, queries.everEnrolled)
    .all({})
    .flatMap(({ id, kind, zone, label, enrolled_at, revoked_at }) =>
      kind === 'survey'
        ? []
        : [{ id, kind, zone, label, enrolledAt: enrolled_at ?? 0, revokedAt: revoked_at }],
    )
}
