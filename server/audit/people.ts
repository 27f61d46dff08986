// Who an id belongs to: people even after their account was shut, devices even after they were revoked.
import type { Access } from '../access/access.ts'
import type { AuditTexts } from './texts/id.ts'

interface Somebody {
  readonly name: string
  readonly username: string | null
  readonly agency: string | null
}

/** Looks each person up once; a run of the audit meets the same few again and again. */
export class People {
  private readonly access: Pick<Access, 'staff' | 'devices'>
  private readonly texts: AuditTexts
  private readonly known = new Map<string, Somebody>()

  constructor(access: Pick<Access, 'staff' | 'devices'>, texts: AuditTexts) {
    this.access = access
    this.texts = texts
  }

  /** `Ayu Lestari (dukcapil-1)`, `Kios: Lobi`; null for an id that is neither a person's nor a device's. */
  name(id: string): string | null {
    return this.find(id)?.name ?? null
  }

  /** The agency of a person; null for others. */
  agency(id: string): string | null {
    return this.find(id)?.agency ?? null
  }

  /** The user name of a person; null for others. */
  username(id: string): string | null {
    return this.find(id)?.username ?? null
  }

  private find(id: string): Somebody | null {
    const known = this.known.get(id)
    if (known) return known
    const found = this.lookUp(id)
    if (found) this.known.set(id, found)
    return found
  }

  private lookUp(id: string): Somebody | null {
    const [kind, key] = cut(id)
    if (kind === 'staff') {
      const person = this.access.staff.byId(key)
      if (!person) return { name: key, username: null, agency: null }
      const { name, username, agency } = person
      return { name: `${name} (${username})`, username, agency }
    }
    if (kind !== 'device') return null
    const device = this.access.devices.byId(key)
    const label = device?.label ?? key.slice(0, 6)
    return {
      name: device ? `${this.texts.devices[device.kind]} ${label}` : key,
      username: null,
      agency: null,
    }
  }
}

/** Splits `staff:ayu` into its two parts. */
export function cut(id: string): [kind: string, key: string] {
  const colon = id.indexOf(':')
  return colon === -1 ? [id, ''] : [id.slice(0, colon), id.slice(colon + 1)]
}
