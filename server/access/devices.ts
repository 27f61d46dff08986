// Devices: the kiosks and displays of the hall. A one-time link makes a browser one of them, for years.
import type { Database } from 'better-sqlite3'
import { hashToken, newId, newToken, type Random } from './secret.ts'

export type DeviceKind = 'kiosk' | 'display'

/** What a display shows, as data: a kind and the ids that it is of (zones, an agency, a counter). */
export interface DeviceLayout {
  readonly kind: 'zone' | 'zones' | 'agency' | 'counter' | 'corridor'
  readonly of: string[]
}

/** An enrolled browser. `zone` null: the whole hall; without a layout it shows its zone's board, or the hall's. */
export interface Device {
  readonly id: string
  readonly kind: DeviceKind
  readonly zone: string | null
  readonly label: string | null
  readonly layout?: DeviceLayout
}

/** A device as the manager's list shows it; times are milliseconds since 1970. */
export interface ListedDevice extends Device {
  readonly enrolledAt: number | null
  readonly lastSeenAt: number | null
}

/** How long a link may lie about before somebody opens it. */
export const linkMs = 24 * 60 * 60 * 1000

/** How long a used link repeats its answer, so that a reply lost on the way burns nothing. */
export const repeatMs = 15 * 60 * 1000

/** Cookies that one link may have given out at the end of its repeats; the oldest go. */
const mostKeys = 5

interface Row {
  id: string
  kind: DeviceKind
  zone: string | null
  label: string | null
  layout: string | null
  enrolled_at: number | null
  last_seen_at: number | null
}

/** The device tables. `now` is milliseconds since 1970; `changed` is called when a cookie may be worth nothing now. */
export function openDevices(
  db: Database,
  { now, random, changed }: { now: () => number; random: Random; changed: () => void },
) {
  /** When each device was last seen since the server started; not more entries than devices. */
  const seen = new Map<string, number>()
  const columns = 'device.id, kind, zone, label, layout, enrolled_at, last_seen_at'
  const sql = {
    add: db.prepare<[string, DeviceKind, string | null, string | null, string | null, number]>(
      'INSERT INTO device (id, kind, zone, label, layout, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    addLink: db.prepare<[Buffer, string, number]>(
      'INSERT INTO device_link (hash, device, ends_at) VALUES (?, ?, ?)',
    ),
    link: db.prepare<[Buffer, number, number], Row>(`SELECT ${columns} FROM device_link
      JOIN device ON device.id = device_link.device
      WHERE hash = ? AND revoked_at IS NULL
        AND CASE WHEN used_at IS NULL THEN ends_at > ? ELSE used_at > ? END`),
    use: db.prepare<[number, Buffer]>(
      'UPDATE device_link SET used_at = ? WHERE hash = ? AND used_at IS NULL',
    ),
    enrolled: db.prepare<[number, string]>(
      'UPDATE device SET enrolled_at = ? WHERE id = ? AND enrolled_at IS NULL',
    ),
    addKey: db.prepare<[Buffer, string, number]>('INSERT INTO device_key VALUES (?, ?, ?)'),
    fewerKeys: db.prepare<[string, number]>(`DELETE FROM device_key WHERE hash IN
      (SELECT hash FROM device_key WHERE device = ? ORDER BY created_at DESC LIMIT -1 OFFSET ?)`),
    find: db.prepare<[Buffer], Row>(`SELECT ${columns} FROM device_key
      JOIN device ON device.id = device_key.device WHERE hash = ? AND revoked_at IS NULL`),
    byId: db.prepare<[string], Row>(`SELECT ${columns} FROM device WHERE id = ?`),
    list: db.prepare<[number], Row>(`SELECT ${columns} FROM device WHERE revoked_at IS NULL
      AND (enrolled_at IS NOT NULL OR EXISTS (SELECT 1 FROM device_link
        WHERE device = device.id AND ends_at > ?))
      ORDER BY kind, zone, created_at`),
    revoke: db.prepare<[number, string]>(
      'UPDATE device SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
    ),
    seen: db.prepare<[number, string]>('UPDATE device SET last_seen_at = ? WHERE id = ?'),
  }

  const addWithLink = db.transaction((device: Device, hash: Buffer, at: number, endsAt: number) => {
    const layout = device.layout ? JSON.stringify(device.layout) : null
    sql.add.run(device.id, device.kind, device.zone, device.label, layout, at)
    sql.addLink.run(hash, device.id, endsAt)
  })
  const enrol = db.transaction((link: Buffer, key: Buffer, at: number): Device | null => {
    const row = sql.link.get(link, at, at - repeatMs)
    if (row === undefined) return null
    sql.use.run(at, link)
    sql.enrolled.run(at, row.id)
    sql.addKey.run(key, row.id, at)
    sql.fewerKeys.run(row.id, mostKeys)
    return device(row)
  })
  const flush = db.transaction(() => {
    for (const [id, at] of seen) sql.seen.run(at, id)
  })

  return {
    /** Makes a device and its link, which is good until `endsAt` (milliseconds since 1970), a day by default. */
    invite(given: Omit<Device, 'id'>, endsAt: number = now() + linkMs): { device: Device; token: string } {
      const made = { ...given, id: newId(random) }
      const token = newToken(random)
      addWithLink(made, hashToken(token), now(), endsAt)
      return { device: made, token }
    },

    /** Opens a link: the device and the value of its cookie; null if there is no such link (any more). */
    enrol(token: string): { device: Device; key: string } | null {
      const key = newToken(random)
      const enrolled = enrol(hashToken(token), hashToken(key), now())
      changed()
      return enrolled === null ? null : { device: enrolled, key }
    },

    /** Which device this cookie belongs to. */
    find(key: string): Device | null {
      const row = sql.find.get(hashToken(key))
      return row === undefined ? null : device(row)
    },

    /** A device by its id, also one that was taken back. */
    byId(id: string): Device | null {
      const row = sql.byId.get(id)
      return row === undefined ? null : device(row)
    },

    /** Notes that a device was seen. */
    saw(id: string, at: number): void {
      seen.set(id, at)
    },

    /** All devices that are enrolled or may still be. */
    list(): ListedDevice[] {
      return sql.list.all(now()).map((row) => ({
        ...device(row),
        enrolledAt: row.enrolled_at,
        lastSeenAt: seen.get(row.id) ?? row.last_seen_at,
      }))
    },

    /** Takes a device's cookies and links back; false if there is no such device. */
    revoke(id: string): boolean {
      const done = sql.revoke.run(now(), id).changes === 1
      seen.delete(id)
      changed()
      return done
    },

    /** Writes when devices were last seen. Rarely called: it is not worth a disk write per request. */
    flush(): void {
      if (seen.size > 0) flush()
    },
  }
}

export type Devices = ReturnType<typeof openDevices>

function device({ id, kind, zone, label, layout }: Row): Device {
  const read = layout === null ? null : readLayout(layout)
  return { id, kind, zone, label, ...(read && { layout: read }) }
}

/** Null for what is damaged: it shows the board of its zone then, and a manager chooses again. */
function readLayout(text: string): DeviceLayout | null {
  try {
    const { kind, of } = JSON.parse(text) as DeviceLayout
    return typeof kind === 'string' && Array.isArray(of) ? { kind, of } : null
  } catch {
    return null
  }
}
