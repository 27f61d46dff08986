// The command `staff`: its arguments, what it says when the data can't be opened, and what it does.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAccess, type Access } from '../../access/access.ts'
import { makeAccounts, resetPassword } from '../../access/accounts.ts'
import { forgetFirstRun, writePrivately } from '../../access/first-run.ts'
import { type Account, type Role, plainUsername, usernamePattern } from '../../access/staff.ts'
import type { Plan } from '../../hall/plan.ts'
import { asDataDirError, DataDirError } from '../../store/errors.ts'
import { databaseFile } from '../../store/folder.ts'
import { makeReader } from '../../store/journal/read.ts'
import { type Handle, openDatabase } from '../../store/open.ts'
import { accessTables } from '../../store/tables/access.ts'
import { startFault } from '../../start-fault.ts'
import { type CommandLanguage, type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { type StaffTexts, en, id } from './texts.ts'

const languages: Readonly<Record<CommandLanguage, StaffTexts>> = { id, en }

/** `dataDir` is the data folder if the arguments name none. */
type Surroundings = Pick<Work, 'dataDir' | 'samplePlan' | 'out' | 'err'>

/** Runs the command and returns its exit code. Throws only for bugs. */
export async function runStaffCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const asked = parse(args)
  const texts = languages[asked?.language ?? 'id']
  const usage = usageAnswer(asked, asked?.command !== undefined, texts.usage, around)
  if (usage !== null || !asked?.command) return usage ?? 2
  const dataDir = asked.dataDir ?? around.dataDir
  let db: Handle | undefined
  try {
    // Accounts may be made before the first start; everything else needs existing accounts.
    const isFirst = asked.command.mayBeFirst === true && !existsSync(databaseFile(dataDir))
    db = openDatabase(dataDir, { migrate: isFirst })
    const access = openAccess({ stored: accessTables(db), now: Date.now, random: randomBytes })
    return await asked.command.run({ ...around, dataDir, db, access, texts, username: asked.username })
  } catch (error) {
    const fault = asDataDirError(error, dataDir)
    if (!(fault instanceof DataDirError)) throw error
    around.err(startFault(fault, null)[texts === id ? 0 : 1])
    return 1
  } finally {
    db?.close()
  }
}

function parse(args: readonly string[]) {
  const asked = readArguments(args, { data: text })
  if (asked === null) return null
  const { values, words, language, help } = asked
  const [name = '', username = '', ...more] = words
  const command = commands.get(name)
  const understood = command && more.length === 0 && command.takesUsername === (username !== '')
  return { dataDir: values.data, language, help, username, command: understood ? command : undefined }
}

// What it does, one function each.

/** A hash that no password has: 32 bytes that nobody kept. */
const noPassword = '$scrypt$ln=15,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

interface Work {
  readonly db: Handle
  readonly access: Access
  readonly dataDir: string
  /** The plan of a hall that has no day yet. */
  readonly samplePlan: Plan
  readonly texts: StaffTexts
  /** Empty for a command that takes none. */
  readonly username: string
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

interface Command {
  readonly takesUsername: boolean
  /** Whether it may create the data folder. */
  readonly mayBeFirst?: boolean
  readonly run: (work: Work) => ExitCode | Promise<ExitCode>
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['make-all', { takesUsername: false, mayBeFirst: true, run: makeAll }],
  ['list', { takesUsername: false, run: list }],
  ['reset', { takesUsername: true, run: reset }],
  ['disable', { takesUsername: true, run: (work) => setDisabled(work, true) }],
  ['make-manager', { takesUsername: true, run: makeManager }],
  ['enable', { takesUsername: true, run: (work) => setDisabled(work, false) }],
])

/**
 * Makes the accounts that agencies lack and writes them, with their passwords, to a file that only its owner can
 * read.
 */
async function makeAll({ db, access, dataDir, samplePlan, texts, out }: Work): Promise<ExitCode> {
  const agencies = planOf(db, samplePlan).agencies.map(({ id, short }) => ({ id, label: short }))
  const made = await makeAccounts(access, agencies, texts, (accounts) => keepAccounts(dataDir, accounts))
  out(made.length === 0 ? texts.nothingToMake : texts.made(made.length, join(dataDir, accountsFile)))
  return 0
}

function list({ access, texts, out }: Work): ExitCode {
  const rows = access.staff
    .list()
    .map(({ username, role, agency, name, disabled }) => [
      username,
      texts.roles[role],
      agency ?? '–',
      name,
      disabled ? texts.disabled : '',
    ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    out(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
  if (rows.length === 0) out(texts.nobody)
  return 0
}

async function reset({ access, dataDir, texts, username, out, err }: Work): Promise<ExitCode> {
  const done = await resetPassword(access, username, 'command-line', (account, password) =>
    keepAccounts(dataDir, [asRow(account, password)]),
  )
  if (done === null) return unknown(texts, username, err)
  forgetFirstRun(dataDir, done.account)
  if (done.account.disabled) out(texts.stillDisabled(done.account.username))
  out(texts.oneTime)
  out(texts.reset(done.account.username, done.password))
  return 0
}

/**
 * For a hall whose managers are all locked out: makes a manager, or turns an existing account into one, open and with
 * a new password.
 */
async function makeManager(work: Work): Promise<ExitCode> {
  const { access, texts, out, err, username } = work
  const name = plainUsername(username)
  if (!usernamePattern.test(name)) {
    err(texts.notAUsername(username))
    return 1
  }
  const rights = { role: 'manager', agency: null } as const
  const known = access.staff.byUsername(name)
  const by = 'command-line'
  access.together(() => {
    // Nobody knows this password: the one that opens the account is made below.
    const given = { username: name, name: texts.manager, password: noPassword, mustChange: true, ...rights }
    const account = known ?? access.staff.add(given)
    if (account === null) return
    if (known) access.change(account.id, { name: known.name, ...rights })
    if (known?.disabled) access.setDisabled(account.id, false, by)
    const action = known ? 'account-changed' : 'account-made'
    access.log.write({ by, action, about: `staff:${account.id}`, agency: null, detail: { role: 'manager' } })
  })
  out(texts.nowManager(name))
  return reset(work)
}

function setDisabled({ access, texts, username, out, err }: Work, disabled: boolean): ExitCode {
  const account = access.staff.byUsername(username)
  if (account === null) return unknown(texts, username, err)
  if (disabled && account.role === 'manager' && !account.disabled && access.staff.isLastManager(account.id)) {
    err(texts.lastManager(account.username))
    return 1
  }
  access.setDisabled(account.id, disabled, 'command-line')
  out(disabled ? texts.nowDisabled(account.username) : texts.nowEnabled(account.username))
  return 0
}

function unknown(texts: StaffTexts, username: string, err: Work['err']): ExitCode {
  err(texts.unknown(username))
  return 1
}

function asRow({ username, name, role, agency }: Account, password: string): AccountRow {
  return { username, password, name, role, agency }
}

/** The plan of the day that is open. */
function planOf(db: Handle, samplePlan: Plan): Plan {
  let plan = samplePlan
  for (const { event } of makeReader(db).currentDay()) {
    if (event.type === 'day-opened' || event.type === 'plan-revised') plan = event.plan
  }
  return plan
}

// The file of first passwords, `staff-accounts.csv` (RFC 4180): for its owner only, to be printed, cut and handed
// out.
export const accountsFile = 'staff-accounts.csv'

interface AccountRow {
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
