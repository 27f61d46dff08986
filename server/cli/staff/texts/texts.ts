// What a language must bring for the command `staff`.
import type { AccountNames } from '../../../access/accounts.ts'
import type { Role } from '../../../access/staff.ts'

export interface StaffTexts extends AccountNames {
  readonly usage: string
  readonly roles: Readonly<Record<Role, string>>
  readonly disabled: string
  readonly nobody: string
  readonly made: (count: number, file: string) => string
  readonly nothingToMake: string
  readonly reset: (username: string, password: string) => string
  readonly nowDisabled: (username: string) => string
  readonly nowEnabled: (username: string) => string
  readonly unknown: (username: string) => string
}
