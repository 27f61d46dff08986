// The accounts of all agencies, made by the command that a hall makes them with: once for all browser tests, because
// passwords are slow to make on purpose.
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type House, openHouse } from './harness.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a hall whose staff have accounts and where nothing has happened yet. */
    staffedHall: string
  }
}

const command = join(import.meta.dirname, '../../dist/server/cli/staff.js')

/** Before the first browser test: a hall with accounts. Answers how to remove it after the last one. */
export async function setup(project: TestProject): Promise<() => void> {
  const house = await openHouse()
  await makeAccounts(house)
  await house.stop()
  project.provide('staffedHall', house.dataDir)
  return () => rmSync(house.dataDir, { recursive: true, force: true })
}

export interface StaffedHouse extends House {
  /** By user name (`dukcapil-1`). */
  passwords: ReadonlyMap<string, string>
}

/** Starts a server with the sample hall, no visitors and an account for everybody. */
export async function openStaffedHouse(): Promise<StaffedHouse> {
  const house = await openHouse({}, inject('staffedHall'))
  return { ...house, passwords: passwordsOf(house) }
}

/** Makes the accounts, also while the server runs; answers the passwords. */
export async function makeAccounts(house: House): Promise<Map<string, string>> {
  // Beside this process, which must see that its connections ended meanwhile.
  await promisify(execFile)(process.execPath, [command, 'make-all', '--data', house.dataDir])
  return passwordsOf(house)
}

function passwordsOf({ dataDir }: House): Map<string, string> {
  const [, ...lines] = readFileSync(join(dataDir, 'staff-accounts.csv'), 'utf8').split(/\r?\n/)
  return new Map(lines.map((line) => line.split(',')).map(([name = '', password = '']) => [name, password]))
}
