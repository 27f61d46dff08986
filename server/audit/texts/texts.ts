// What a language must supply for the audit: a sentence for every action in the access log, and the table's headings.
import type { AccessAction, AccessDetail } from '../../access/log.ts'
import type { DeviceKind } from '../../access/devices.ts'

/**
 * `about` is the name of the person or thing it was done to; empty if there is none. `self`: it is the person who did
 * it.
 */
export interface Told {
  readonly about: string
  readonly self: boolean
  readonly detail: AccessDetail
}

export interface AuditTexts {
  readonly actions: Readonly<Record<AccessAction, (told: Told) => string>>
  readonly devices: Readonly<Record<DeviceKind, string>>
  /** Actors that are neither a person nor a device of the hall. */
  readonly others: Readonly<Record<'command-line' | 'server' | 'stranger', string>>
  readonly printer: (name: string) => string
  /** Headings of the table's columns. */
  readonly columns: Readonly<
    Record<'day' | 'time' | 'number' | 'counter' | 'who' | 'what' | 'note' | 'record' | 'seq', string>
  >
  readonly records: Readonly<Record<'journal' | 'access', string>>
  /** The name of the table's file, without its extension. */
  readonly file: string
}
