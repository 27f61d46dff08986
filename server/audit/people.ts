// Who stands behind an id: people also after their account was shut, devices also after they were taken back.
import type { Access } from '../access/access.ts'
import type { AuditTexts } from './texts/texts.ts'

/** Looks somebody up once; a run of the audit meets the same few people again and again. */
export class People {
  private readonly access: Pick<Access, 'staff' | 'devices'>
  private readonly texts: AuditTexts
  private readonly known = new Map<string, { readonly name: string; readonly agency: string | null }>()

  constructor(access: Pick<Access, 'staff' | 'devices'>, texts: AuditTexts) {
    this.access = access
    this.texts = texts
  }

  /** `Ayu Lestari (dukcapil-1)`, `Kios: Lobi`; null for an id that is neither a person's nor a device's. */
  name(id: string): string | null {
    return this.find(id)?.name ?? null
  }

  /** The agency that a person is of; null for others. */
  agency(id: string): string | null {
    return this.find(id)?.agency ?? null
  }

  private find(id: string) {
    const known = this.known.get(id)
    if (known) return known
    const found = this.lookUp(id)
    if (found) this.known.set(id, found)
    return found
  }

  private lookUp(id: string): { name: string; agency: string | null } | null {
    const [kind, key] = cut(id)
    if (kind === 'staff') {
      const person = this.access.staff.byId(key)
      return { name: person ? `${person.name} (${person.username})` : key, agency: person?.agency ?? null }
    }
    if (kind !== 'device') return null
    const device = this.access.devices.byId(key)
    const label = device?.label ?? key.slice(0, 6)
    return { name: device ? `${this.texts.devices[device.kind]} ${label}` : key, agency: null }
  }
}

/** `staff:ayu` as its two parts. */
export function cut(id: string): [kind: string, key: string] {
  const colon = id.indexOf(':')
  return colon === -1 ? [id, ''] : [id.slice(0, colon), id.slice(colon + 1)]
}
