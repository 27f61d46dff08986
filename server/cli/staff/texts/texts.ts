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
  /** What is to be known of the password that a reset gives. */
  readonly oneTime: string
  readonly stillDisabled: (username: string) => string
  readonly lastManager: (username: string) => string
  /** What a manager made by the command is called until somebody changes it. */
  readonly manager: string
  readonly nowManager: (username: string) => string
  readonly notAUsername: (username: string) => string
  readonly unknown: (username: string) => string
}
