// What a language must bring for the audit: a sentence for every action in the access log, and the heads of the table.
import type { AccessAction, AccessDetail } from '../../access/log.ts'
import type { DeviceKind } from '../../access/devices.ts'

/** `about` is whom or what it was done to, by name; empty where there is nobody to name. `self`: the person who did it. */
export interface Told {
  readonly about: string
  readonly self: boolean
  readonly detail: AccessDetail
}

export interface AuditTexts {
  readonly actions: Readonly<Record<AccessAction, (told: Told) => string>>
  readonly devices: Readonly<Record<DeviceKind, string>>
  /** Who acts without being a person or a device of the hall. */
  readonly others: Readonly<Record<'command-line' | 'server' | 'stranger', string>>
  readonly printer: (name: string) => string
  /** Heads of the columns of the table. */
  readonly columns: Readonly<
    Record<'day' | 'time' | 'number' | 'counter' | 'who' | 'what' | 'note' | 'record' | 'seq', string>
  >
  readonly records: Readonly<Record<'journal' | 'access', string>>
  /** The name of the table's file, without its ending. */
  readonly file: string
}
