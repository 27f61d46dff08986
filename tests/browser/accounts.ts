// The halls that browser tests begin with, made once for all of them: without accounts, and with those of all agencies.
// Passwords are slow to make and to check on purpose: those that no test is about are stored with a cost that tests can
// afford, which the stored hash itself names.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { openAccess } from '../../server/access/access.ts'
import { accountsFile, keepAccounts } from '../../server/cli/staff/run.ts'
import { id as texts } from '../../server/cli/staff/texts.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { openDatabase } from '../../server/store/open.ts'
import { accessTables } from '../../server/store/tables/access.ts'
import { cheapHash } from '../access/setup.ts'
import { type House, openHouse } from './harness.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a hall after its first start. */
    freshHall: string
    /** The same, whose staff have accounts. */
    staffedHall: string
  }
}

const command = join(import.meta.dirname, '../../dist/server/cli/staff.js')

/** Before the first browser test: the halls. Returns how to remove them after the last one. */
export async function setup(project: TestProject): Promise<() => void> {
  const house = await openHouse({}, null)
  await house.stop()
  easePassword(house)
  const freshHall = mkdtempSync(join(tmpdir(), 'antre-browser-'))
  cpSync(house.dataDir, freshHall, { recursive: true, preserveTimestamps: true })
  addAccounts(house)
  const rehearsedHalls = mkdtempSync(join(tmpdir(), 'antre-browser-'))
  project.provide('rehearsedHalls', rehearsedHalls)
  project.provide('freshHall', freshHall)
  project.provide('staffedHall', house.dataDir)
  return () => {
    for (const dir of [house.dataDir, freshHall, rehearsedHalls])
      rmSync(dir, { recursive: true, force: true })
  }
}

/** The manager's password stays, and can be checked at once. */
function easePassword({ dataDir, firstRun: { manager } }: House): void {
  const db = openDatabase(dataDir, { migrate: false })
  const { staff } = openAccess({ stored: accessTables(db), now: Date.now, random: randomBytes })
  const first = staff.byUsername(manager.username)
  if (first === null) throw new Error('the first run made no manager')
  staff.setPassword(first.id, { hash: cheapHash(manager.password), mustChange: true })
  db.close()
}

/** The same accounts as `make-all`, whose own tests are in `tests/access`. */
function addAccounts({ dataDir }: House): void {
  const db = openDatabase(dataDir, { migrate: false })
  const { staff, log } = openAccess({ stored: accessTables(db), now: Date.now, random: randomBytes })
  const made = karangasem.agencies.flatMap(({ id: agency, short }) => {
    const names = { 1: texts.officer(short, 1), 2: texts.officer(short, 2), spv: texts.supervisor(short) }
    return Object.entries(names).map(([suffix, name]) => {
      const role = suffix === 'spv' ? ('supervisor' as const) : ('officer' as const)
      const password = randomBytes(9).toString('base64url')
      const account = { username: `${agency}-${suffix}`, name, role, agency }
      const added = staff.add({ ...account, password: cheapHash(password), mustChange: true })
      if (added === null) throw new Error(`${account.username} is taken`)
      const about = `staff:${added.id}` as const
      log.write({ by: 'command-line', action: 'account-made', about, agency, detail: { role } })
      return { ...account, password }
    })
  })
  keepAccounts(dataDir, made)
  db.close()
}

export interface StaffedHouse extends House {
  /** By user name (`dukcapil-1`). */
  passwords: ReadonlyMap<string, string>
}

/** Starts a server with the sample hall, no visitors and an account for everybody. */
export async function openStaffedHouse(
  settings: Readonly<Record<string, string>> = {},
): Promise<StaffedHouse> {
  const house = await openHouse(settings, inject('staffedHall'))
  return { ...house, passwords: passwordsOf(house) }
}

/** The first password of somebody: of an account, or the manager's. */
export function passwordOf(house: House & Partial<StaffedHouse>, username: string): string {
  return house.passwords?.get(username) ?? house.firstRun.manager.password
}

/** Makes the accounts, also while the server runs; returns the passwords. */
export async function makeAccounts(house: House): Promise<Map<string, string>> {
  // In another process, as this one must see that its connections ended meanwhile.
  await promisify(execFile)(process.execPath, [command, 'make-all', '--data', house.dataDir])
  return passwordsOf(house)
}

function passwordsOf({ dataDir }: House): Map<string, string> {
  const [, ...lines] = readFileSync(join(dataDir, accountsFile), 'utf8').split(/\r?\n/)
  return new Map(lines.map((line) => line.split(',')).map(([name = '', password = '']) => [name, password]))
}
