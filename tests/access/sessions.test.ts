import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { changePassword, signIn } from '../../server/access/sign-in.ts'
import { readCookie } from '../../server/access/who.ts'
import { addStaff, hour, setUp } from './setup.ts'

const address = '10.0.0.7'
const officer = {
  username: 'wayan',
  password: 'pohon mangga tua',
  role: 'officer',
  agency: 'dukcapil',
} as const

async function signedIn(set = setUp()) {
  const staff = addStaff(set.access, officer)
  const done = await signIn(set.access, { ...officer, address })
  if ('refused' in done) throw new Error(done.refused)
  return { ...set, staff, token: done.token, cookie: `antre_staff=${done.token}` }
}

describe('signing in', () => {
  it('gives a cookie that names the person', async () => {
    const { access, cookie } = await signedIn()
    expect(access.who(cookie).staff).toMatchObject({ username: 'wayan', role: 'officer', agency: 'dukcapil' })
  })

  it('stores the hash of the cookie alone', async () => {
    const { db, token } = await signedIn()
    const rows = JSON.stringify(db.prepare('SELECT hex(hash) AS hash, staff FROM staff_session').all())
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(Buffer.from(token).toString('hex').toUpperCase())
  })

  it('holds beside twenty others, also where the clock was set back and it looks the oldest', async () => {
    const { access, clock } = await signedIn()
    for (let nth = 0; nth < 25; nth++) await signIn(access, { ...officer, address })
    clock.now -= hour / 6
    const done = await signIn(access, { ...officer, address })
    if ('refused' in done) throw new Error(done.refused)
    expect(access.who(`antre_staff=${done.token}`).staff).toMatchObject({ username: 'wayan' })
    expect(access.sessions.list(done.staff.id)).toHaveLength(20)
  })

  it('minds neither case nor blanks of the user name', async () => {
    const { access } = await signedIn()
    const done = await signIn(access, { ...officer, username: ' Wayan ', address })
    expect(done).toHaveProperty('token')
  })

  it.each([
    ['a wrong password', { username: 'wayan', password: 'salah sekali' }],
    ['an unknown user', { username: 'made', password: 'pohon mangga tua' }],
  ])('says the same to %s', async (_what, given) => {
    const { access } = await signedIn()
    expect(await signIn(access, { ...given, address })).toEqual({ refused: 'bad-credentials', slowDown: 0 })
  })

  it('refuses a disabled account, and its sessions are over', async () => {
    const { access, staff, cookie } = await signedIn()
    access.setDisabled(staff.id, true, 'command-line')
    expect(access.who(cookie).staff).toBeNull()
    expect(await signIn(access, { ...officer, address })).toMatchObject({ refused: 'bad-credentials' })
    expect(access.who(`antre_staff=${access.sessions.begin(staff.id)}`).staff).toBeNull()
    access.setDisabled(staff.id, false, 'command-line')
    expect(await signIn(access, { ...officer, address })).toHaveProperty('token')
  })

  it('forgets slips of the finger when it succeeds', async () => {
    const { access } = await signedIn()
    for (let day = 1; day <= 2; day += 1) {
      for (let slip = 1; slip <= 9; slip += 1)
        await signIn(access, { ...officer, password: 'salah', address })
      expect(await signIn(access, { ...officer, address })).toHaveProperty('token')
    }
  })

  it('stops a flood of attempts at once after ten', async () => {
    const { access } = setUp()
    const attempts = Array.from({ length: 14 }, () =>
      signIn(access, { username: 'x', password: 'y', address }),
    )
    const refused = (await Promise.all(attempts)).map((each) => ('refused' in each ? each.refused : 'in'))
    expect(refused.filter((code) => code === 'too-many-attempts')).toHaveLength(4)
  })
})

describe('a session', () => {
  it('ends sixteen hours after sign-in, used or not', async () => {
    const { access, clock, cookie } = await signedIn()
    clock.now += 16 * hour - 1
    expect(access.who(cookie).staff).not.toBeNull()
    clock.now += 1
    expect(access.who(cookie).staff).toBeNull()
  })

  it('ends when it is signed out of, at once', async () => {
    const { access, token, cookie } = await signedIn()
    expect(access.who(cookie).staff).not.toBeNull()
    access.sessions.end(token)
    expect(access.who(cookie).staff).toBeNull()
  })

  it('is still there after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antre-access-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const before = await signedIn(setUp(join(folder, 'antre.db')))
    before.db.close()
    expect(setUp(join(folder, 'antre.db')).access.who(before.cookie).staff?.username).toBe('wayan')
  })

  it('says when it was last used, also after a restart once that was written, and otherwise when it began', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antre-access-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'antre.db')
    const server = await signedIn(setUp(file))
    const { staff, clock } = server
    const lastUsed = ({ access }: Pick<typeof server, 'access'>) =>
      access.sessions.list(staff.id).map(({ lastUsedAt }) => lastUsedAt)
    const began = clock.now
    expect(lastUsed(server)).toEqual([began])
    clock.now += 60_000
    server.access.who(server.cookie)
    expect([lastUsed(server), lastUsed(setUp(file))]).toEqual([[clock.now], [began]])
    server.access.flush()
    expect([lastUsed(server), lastUsed(setUp(file))]).toEqual([[clock.now], [clock.now]])
  })

  it('ends when another process takes it back: within a second', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antre-access-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const server = await signedIn(setUp(join(folder, 'antre.db')))
    expect(server.access.who(server.cookie).staff).not.toBeNull()
    setUp(join(folder, 'antre.db')).access.sessions.endAll(server.staff.id, null)
    server.clock.now += 1000
    expect(server.access.who(server.cookie).staff).toBeNull()
  })
})

describe('changing the password', () => {
  it('ends the other sessions, not the current one', async () => {
    const { access, staff, token, cookie } = await signedIn()
    const other = access.sessions.begin(staff.id)
    const given = { staff, token, current: officer.password, next: 'hujan turun pagi', address }
    expect(await changePassword(access, given)).toMatchObject({ username: 'wayan', mustChange: false })
    expect(access.who(cookie).staff?.username).toBe('wayan')
    expect(access.who(`antre_staff=${other}`).staff).toBeNull()
    expect(await signIn(access, { username: 'wayan', password: 'hujan turun pagi', address })).toHaveProperty(
      'token',
    )
    expect(await signIn(access, { ...officer, address })).toMatchObject({ refused: 'bad-credentials' })
  })

  it.each([
    ['bad-credentials', { current: 'bukan yang lama', next: 'hujan turun pagi' }],
    ['weak-password', { current: officer.password, next: 'password123' }],
    ['weak-password', { current: officer.password, next: officer.password }],
  ])('is refused as %s', async (refused, passwords) => {
    const { access, staff, token } = await signedIn()
    expect(await changePassword(access, { staff, token, ...passwords, address })).toMatchObject({ refused })
    expect(await signIn(access, { ...officer, address })).toHaveProperty('token')
  })
})

describe('a Cookie header', () => {
  const value = 'x'.repeat(43)
  it.each([
    [`antre_staff=${value}`, value],
    [`a=b; antre_staff=${value}; c=d`, value],
    [`a=b;antre_staff=${value};c=d`, value],
    [`not_antre_staff=${'y'.repeat(43)}; antre_staff=${value}`, value],
    [`antre_staff=`, null],
    [`antre_staff=kurang`, null],
    [`antre_staffer=${value}`, null],
    [`a=antre_staff=${value}`, null],
  ])('%s', (header, expected) => {
    expect(readCookie(header, 'antre_staff')).toBe(expected)
  })
})
