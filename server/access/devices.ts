// Devices: the kiosks, displays and survey tablets of the hall. A one-time link makes a browser one of them, for years.
import { hashToken, newId, newToken, type Random } from './secret.ts'

export type DeviceKind = 'kiosk' | 'display' | 'survey'

/** What a display shows, as data: a kind and the ids it is for (zones, an agency, a counter). */
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

/** How long a link stays good before somebody opens it. */
export const linkMs = 24 * 60 * 60 * 1000

/** How long a used link repeats its answer, so that a lost reply does no harm. */
export const repeatMs = 15 * 60 * 1000

/** Cookies that one link may have given out by the end of its repeats; the oldest go. */
const mostKeys = 5

/** What is stored about devices; links and keys by the hash of their token. Times are milliseconds since 1970. */
export interface StoredDevices {
  add(device: Device, at: number, link: { readonly hash: Buffer; readonly endsAt: number }): void
  /**
   * The device of a link that is good at `at` or was first used after `usedSince`; it gets this key, and keeps the
   * newest `mostKeys`. Null if there is no such link (any more).
   */
  enrol(given: {
    readonly link: Buffer
    readonly key: Buffer
    readonly at: number
    readonly usedSince: number
    readonly mostKeys: number
  }): Device | null
  /** Revoked devices too. */
  byId(id: string): Device | null
  byKey(hash: Buffer): Device | null
  /** Those that are enrolled, or may yet be after `at`. */
  all(at: number): ListedDevice[]
  /** False if there is none to revoke. */
  revoke(id: string, at: number): boolean
  seen(when: ReadonlyMap<string, number>): void
}

/**
 * The devices of the hall. `now` is milliseconds since 1970; `changed` is called when a cookie may have become
 * invalid.
 */
export function openDevices(
  stored: StoredDevices,
  { now, random, changed }: { now: () => number; random: Random; changed: () => void },
) {
  /** When each device was last seen since the server started; never more entries than devices. */
  const seen = new Map<string, number>()
  return {
    /** Makes a device and its link, which is good until `endsAt` (milliseconds since 1970), a day by default. */
    invite(given: Omit<Device, 'id'>, endsAt: number = now() + linkMs): { device: Device; token: string } {
      const made = { ...given, id: newId(random) }
      const token = newToken(random)
      stored.add(made, now(), { hash: hashToken(token), endsAt })
      return { device: made, token }
    },

    /** Opens a link: the device and the value of its cookie; null if there is no such link (any more). */
    enrol(token: string): { device: Device; key: string } | null {
      const key = newToken(random)
      const at = now()
      const hashes = { link: hashToken(token), key: hashToken(key) }
      const enrolled = stored.enrol({ ...hashes, at, usedSince: at - repeatMs, mostKeys })
      changed()
      return enrolled === null ? null : { device: enrolled, key }
    },

    /** Which device this cookie belongs to. */
    find: (key: string): Device | null => stored.byKey(hashToken(key)),

    /** A device by its id, revoked or not. */
    byId: (id: string): Device | null => stored.byId(id),

    /** Notes that a device was seen. */
    saw(id: string, at: number): void {
      seen.set(id, at)
    },

    /** All devices that are enrolled or may yet be. */
    list: (): ListedDevice[] =>
      stored
        .all(now())
        .map((device) => ({ ...device, lastSeenAt: seen.get(device.id) ?? device.lastSeenAt })),

    /** Revokes a device's cookies and links; false if there is no such device. */
    revoke(id: string): boolean {
      const done = stored.revoke(id, now())
      seen.delete(id)
      changed()
      return done
    },

    /** Writes when devices were last seen. Rarely called: it is not worth a disk write per request. */
    flush(): void {
      if (seen.size > 0) stored.seen(seen)
    },
  }
}

export type Devices = ReturnType<typeof openDevices>
