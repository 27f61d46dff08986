import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAccess } from '../../server/access/access.ts'
import { signIn } from '../../server/access/sign-in.ts'
import { runStaffCommand, keepAccounts } from '../../server/cli/staff/run.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { openDatabase } from '../../server/store/open.ts'
import { accessTables } from '../../server/store/tables/access.ts'
import { addStaff } from './setup.ts'

const address = '127.0.0.1'
const password = 'pohon mangga tua'
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'antre-staff-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** The sample hall with only one agency: each password takes a tenth of a second. */
const only = (id: string) => ({
  ...karangasem,
  agencies: karangasem.agencies.filter((agency) => agency.id === id),
})

async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const around = {
    dataDir,
    samplePlan: only('dukcapil'),
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
  }
  return { code: await runStaffCommand(args, around), out: out.join('\n'), err: err.join('\n') }
}

/** The server's own access to the same file. */
function asServer() {
  const db = openDatabase(dataDir)
  const clock = { now: Date.now() }
  const access = openAccess({ stored: accessTables(db), now: () => clock.now, random: randomBytes })
  return { db, clock, access }
}

const rows = () =>
  readFileSync(join(dataDir, 'staff-accounts.csv'), 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(','))

describe('npm run staff -- make-all', () => {
  it('makes accounts for all agencies while the server runs, and the file for its owner alone', async () => {
    const { db, access } = asServer()
    const { code, out } = await run('make-all')
    const made = rows()
    expect([code, made.length]).toEqual([0, 3])
    expect(out).toContain(join(dataDir, 'staff-accounts.csv'))
    expect(out).not.toContain(made[0]?.[1])
    expect(statSync(join(dataDir, 'staff-accounts.csv')).mode & 0o777).toBe(0o600)
    const [username = '', given = '', , role, agency] = made.find(([name]) => name === 'dukcapil-spv') ?? []
    expect(await signIn(access, { username, password: given, address })).toMatchObject({
      staff: { role, agency },
    })

    const file = readFileSync(join(dataDir, 'staff-accounts.csv'), 'utf8')
    expect((await run('make-all', '--language', 'en')).out).toContain('nothing was changed')
    expect(readFileSync(join(dataDir, 'staff-accounts.csv'), 'utf8')).toBe(file)
    db.close()
  })
})

describe('npm run staff -- make-all before the first start', () => {
  it('makes the hall’s accounts all the same', async () => {
    rmSync(dataDir, { recursive: true })
    const { code } = await run('make-all')
    expect([code, rows().length]).toEqual([0, 3])
  })

  it('is alone in that: a list of nothing does not make a data folder', async () => {
    rmSync(dataDir, { recursive: true })
    const { code, err } = await run('list')
    expect([code, existsSync(dataDir)]).toEqual([1, false])
    expect(err).toContain(dataDir)
  })
})

describe('npm run staff -- make-all, where the manager has revised the plan', () => {
  it('makes accounts for the agencies of that plan', async () => {
    const { db } = asServer()
    const opened = {
      day: '2026-11-24',
      startsAt: 0,
      endsAt: 1,
      numbers: {},
      carried: [],
      plan: only('dukcapil'),
    }
    const add = db.prepare(
      "INSERT INTO events (at, day, type, by, data) VALUES (0, '2026-11-24', ?, 'system', ?)",
    )
    add.run('day-opened', JSON.stringify(opened))
    add.run('plan-revised', JSON.stringify({ plan: only('pln') }))
    db.close()
    await run('make-all')
    expect(rows().map(([username]) => username)).toEqual(['pln-1', 'pln-2', 'pln-spv'])
  })
})

describe('npm run staff -- reset', () => {
  it('gives a new password, and the running server ends the sessions within a second', async () => {
    const { db, clock, access } = asServer()
    addStaff(access, { username: 'wayan', password, role: 'officer', agency: 'dukcapil' })
    const before = await signIn(access, { username: 'wayan', password, address })
    if ('refused' in before) throw new Error(before.refused)
    const cookie = `antre_staff=${before.token}`
    expect(access.who(cookie).staff?.username).toBe('wayan')

    const { code, out } = await run('reset', 'Wayan')
    const given = /: (\S+)$/.exec(out)?.[1] ?? ''
    clock.now += 1000
    expect([code, access.who(cookie).staff]).toEqual([0, null])
    expect(await signIn(access, { username: 'wayan', password: given, address })).toMatchObject({
      staff: { mustChange: true },
    })
    expect(rows()).toEqual([['wayan', given, 'Nama wayan', 'officer', 'dukcapil']])
    db.close()
  })

  it('of the manager takes the first run’s file away: what it says is no longer true', async () => {
    const { db, access } = asServer()
    addStaff(access, { username: 'manager', password, role: 'manager', agency: null })
    db.close()
    writeFileSync(join(dataDir, 'first-run.json'), '{}')
    await run('reset', 'manager')
    expect(existsSync(join(dataDir, 'first-run.json'))).toBe(false)
  })

  it('of nobody changes nothing', async () => {
    asServer().db.close()
    const { code, err } = await run('reset', 'nobody')
    expect([code, err]).toEqual([1, expect.stringContaining('Tidak ada akun nobody')])
    expect(existsSync(join(dataDir, 'staff-accounts.csv'))).toBe(false)
  })
})

describe('a locked-out manager', () => {
  const passwordIn = (out: string) => /: (\S+)$/.exec(out)?.[1] ?? ''

  it('gets back by reset, however often others guessed at the account', async () => {
    const { db, clock, access } = asServer()
    addStaff(access, { username: 'manager', password, role: 'manager', agency: null })
    for (let nth = 1; nth <= 10; nth += 1) access.throttle.attempt('manager', address, clock.now)
    expect(await signIn(access, { username: 'manager', password, address })).toHaveProperty('retryAfter')
    const given = passwordIn((await run('reset', 'manager')).out)
    clock.now = Date.now() + 1000
    expect(await signIn(access, { username: 'manager', password: given, address })).toHaveProperty('token')
    db.close()
  })

  it('is never the last one to be shut', async () => {
    const { db, access } = asServer()
    addStaff(access, { username: 'manager', password, role: 'manager', agency: null })
    db.close()
    const { code, err } = await run('disable', 'manager')
    expect([code, err]).toEqual([1, expect.stringContaining('pengelola terakhir')])
    expect((await run('list')).out).not.toContain('ditutup')
  })

  it('is told by reset that the account is closed, and how to open it', async () => {
    const { db, access } = asServer()
    const { id } = addStaff(access, { username: 'wayan', password, role: 'officer', agency: 'dukcapil' })
    access.setDisabled(id, true, 'command-line')
    db.close()
    const { out } = await run('reset', 'wayan')
    expect(out).toContain('npm run staff -- enable wayan')
    expect(passwordIn(out)).not.toBe('')
  })

  it.each([
    ['nobody had that name', null],
    ['an officer who was shut out', 'officer'],
  ] as const)('gets back by make-manager: %s', async (_who, role) => {
    const { db, access } = asServer()
    if (role) {
      const { id } = addStaff(access, { username: 'made', password, role, agency: 'dukcapil' })
      access.setDisabled(id, true, 'command-line')
    }
    const { code, out } = await run('make-manager', 'Made')
    const done = await signIn(access, { username: 'made', password: passwordIn(out), address })
    expect([code, done]).toEqual([
      0,
      expect.objectContaining({ staff: expect.objectContaining({ role: 'manager', agency: null }) }),
    ])
    db.close()
  })

  it('is no name with blanks in it', async () => {
    asServer().db.close()
    expect((await run('make-manager', 'pak made')).code).toBe(1)
    expect((await run('list')).out).toBe('Belum ada akun.')
  })
})

describe('npm run staff', () => {
  it('lists accounts, and shuts and opens them', async () => {
    const { db, access } = asServer()
    addStaff(access, { username: 'wayan', password, role: 'officer', agency: 'dukcapil' })
    db.close()
    await run('disable', 'wayan')
    expect((await run('list')).out).toBe('wayan  petugas  dukcapil  Nama wayan  ditutup')
    await run('enable', 'wayan')
    expect((await run('list')).out).toBe('wayan  petugas  dukcapil  Nama wayan')
  })

  it.each([
    [[]],
    [['make']],
    [['reset']],
    [['list', 'wayan']],
    [['list', '--colour']],
    [['list', '--language', 'fr']],
  ])('does not understand %j and touches nothing', async (args) => {
    rmSync(dataDir, { recursive: true })
    const { code, err } = await run(...args)
    expect([code, existsSync(dataDir)]).toEqual([2, false])
    expect(err).toContain('make-all')
  })

  it('says in a sentence that the data folder can’t be used', async () => {
    writeFileSync(
      join(dataDir, 'antre.db'),
      'this is no database, but it is long enough to look like one'.repeat(20),
    )
    const { code, err } = await run('list')
    expect([code, err.split('\n').length]).toEqual([1, 1])
  })
})

describe('the file of first passwords', () => {
  it('keeps its lines, replaces accounts already in it, and quotes where necessary', () => {
    const account = { password: 'a', name: 'I Wayan, S.H.', role: 'officer', agency: 'dukcapil' } as const
    keepAccounts(dataDir, [
      { ...account, username: 'wayan' },
      { ...account, username: 'made' },
    ])
    keepAccounts(dataDir, [{ ...account, username: 'wayan', password: 'b', name: '"Yan"', agency: null }])
    expect(readFileSync(join(dataDir, 'staff-accounts.csv'), 'utf8')).toBe(
      [
        'username,password,name,role,agency',
        'made,a,"I Wayan, S.H.",officer,dukcapil',
        'wayan,b,"""Yan""",officer,',
        '',
      ].join('\r\n'),
    )
  })
})
