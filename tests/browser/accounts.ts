// The accounts of all agencies, made by the command that a hall makes them with.
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { House } from './harness.ts'

const command = join(import.meta.dirname, '../../dist/server/cli/staff.js')

const made = ({ dataDir }: House) => [command, 'make-all', '--data', dataDir]

/** Makes them, also while the server runs; answers the passwords by user name (`dukcapil-1`). */
export function makeAccounts(house: House): Map<string, string> {
  execFileSync(process.execPath, made(house))
  return passwordsOf(house)
}

/** The same without holding this process up, which would not see that its connections ended meanwhile. */
export async function makeAccountsBeside(house: House): Promise<Map<string, string>> {
  await promisify(execFile)(process.execPath, made(house))
  return passwordsOf(house)
}

function passwordsOf({ dataDir }: House): Map<string, string> {
  const [, ...lines] = readFileSync(join(dataDir, 'staff-accounts.csv'), 'utf8').split(/\r?\n/)
  return new Map(lines.map((line) => line.split(',')).map(([name = '', password = '']) => [name, password]))
}
