// The accounts of all agencies, made by the command that a hall makes them with.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from './harness.ts'

const command = join(import.meta.dirname, '../../dist/server/cli/staff.js')

/** Makes them, also while the server runs; answers the passwords by user name (`dukcapil-1`). */
export function makeAccounts({ dataDir }: House): Map<string, string> {
  execFileSync(process.execPath, [command, 'make-all', '--data', dataDir])
  const [, ...lines] = readFileSync(join(dataDir, 'staff-accounts.csv'), 'utf8').split(/\r?\n/)
  return new Map(lines.map((line) => line.split(',')).map(([name = '', password = '']) => [name, password]))
}
