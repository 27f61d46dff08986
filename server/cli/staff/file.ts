// The file of first passwords, `staff-accounts.csv` (RFC 4180): for its owner alone, to be printed, cut and handed
// out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivately } from '../../access/first-run.ts'
import type { Role } from '../../access/staff.ts'

export const accountsFile = 'staff-accounts.csv'

export interface AccountRow {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly role: Role
  readonly agency: string | null
}

const columns = ['username', 'password', 'name', 'role', 'agency'] as const

/** Adds accounts to the file; one that is already there gets its new password. */
export function keepAccounts(dataDir: string, accounts: readonly AccountRow[]): void {
  const file = join(dataDir, accountsFile)
  const fresh = new Set(accounts.map(({ username }) => username))
  const kept = linesOf(file).filter((line) => !fresh.has(line.split(',')[0] ?? ''))
  const added = accounts.map((account) => columns.map((column) => cell(account[column] ?? '')).join(','))
  writePrivately(file, [columns.join(','), ...kept, ...added, ''].join('\r\n'))
}

/** The lines below the heading; none if there is no file. User names, which come first, need no quotes. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/u)
      .slice(1)
      .filter((line) => line !== '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function cell(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
