// The access log: a line for everything that happens to accounts, sessions and devices, and none that can be changed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeAccounts, resetPassword } from '../../server/access/accounts.ts'
import { firstRun } from '../../server/access/first-run.ts'
import { changePassword, signIn, signOut } from '../../server/access/sign-in.ts'
import { changeAccount, endSessions, makeAccount } from '../../server/access/steer.ts'
import { addStaff, aMorning, minute, setUp } from './setup.ts'

const password = 'pohon mangga tua'
const address = '10.0.0.7'
const most = Number.MAX_SAFE_INTEGER
const all = { from: 0, to: most, since: 0, until: most, before: most }

function hall() {
  const set = setUp()
  const wayan = addStaff(set.access, { username: 'wayan', password, role: 'officer', agency: 'dukcapil' })
  const lines = () => [...set.access.log.read(all)]
  const told = () => lines().map(({ by, action, about }) => [by, action, about])
  return { ...set, wayan, me: `staff:${wayan.id}` as const, lines, told }
}

describe('the access log', () => {
  it('tells who signed in, from where, and who signed out', async () => {
    const { access, wayan, me, clock, lines } = hall()
    const done = await signIn(access, { username: 'wayan', password, address })
    clock.now += minute
    if ('token' in done) signOut(access, wayan, done.token, address)
    const common = { by: me, about: me, agency: 'dukcapil', detail: { address } }
    expect(lines()).toEqual([
      { seq: 1, at: aMorning, after: 0, action: 'signed-in', ...common },
      { seq: 2, at: aMorning + minute, after: 0, action: 'signed-out', ...common },
    ])
  })

  it('tells a failed sign-in by the account, and never the name that was typed for none', async () => {
    const { access, me, told, lines } = hall()
    await signIn(access, { username: 'wayan', password: 'salah', address })
    await signIn(access, { username: 'kata sandi rahasia', password: 'wayan', address })
    access.setDisabled(me.slice('staff:'.length), true, 'command-line')
    await signIn(access, { username: 'wayan', password, address })
    expect(told()).toEqual([
      ['stranger', 'sign-in-failed', me],
      ['stranger', 'sign-in-failed', null],
      ['command-line', 'account-disabled', me],
      ['stranger', 'sign-in-failed', me],
    ])
    expect(JSON.stringify(lines())).not.toMatch(/rahasia|salah/)
  })

  it('tells passwords changed and reset, without them', async () => {
    const { access, wayan, me, told, lines } = hall()
    const next = 'gunung agung pagi'
    await changePassword(access, { staff: wayan, token: null, current: password, next, address })
    const reset = await resetPassword(access, 'wayan', 'command-line', () => {})
    expect(told()).toEqual([
      [me, 'password-changed', me],
      ['command-line', 'password-reset', me],
    ])
    expect(JSON.stringify(lines())).not.toContain(next)
    expect(JSON.stringify(lines())).not.toContain(reset?.password)
  })

  it('tells what a manager did to an account, by whom and for whose supervisor to read', async () => {
    const { access, me, wayan, lines } = hall()
    const ketut = addStaff(access, { username: 'ketut', password, role: 'manager', agency: null })
    const account = access.staff.byId(wayan.id)
    if (account === null) throw new Error('no account')
    const rights = { name: 'Made', role: 'officer', agency: 'dukcapil' } as const
    const made = await makeAccount(access, ketut, { username: 'made', ...rights })
    changeAccount(access, ketut, account, { name: 'Wayan', role: 'officer', agency: 'polres' })
    endSessions(access, ketut, account)
    const about = 'account' in made ? `staff:${made.account.id}` : null
    const common = { at: aMorning, after: 0, by: `staff:${ketut.id}`, agency: 'dukcapil' }
    const detail = { name: 'Wayan', role: 'officer', agency: 'polres' }
    expect(lines()).toEqual([
      { ...common, seq: 1, action: 'account-made', about, detail: { username: 'made', role: 'officer' } },
      { ...common, seq: 2, action: 'account-changed', about: me, detail },
      { ...common, seq: 3, action: 'session-ended', about: me, detail: { all: true } },
    ])
  })

  it('tells accounts made by the command, disabled and enabled', async () => {
    const { access, me, told } = hall()
    const names = { officer: () => 'Petugas', supervisor: () => 'Penyelia' }
    await makeAccounts(access, [{ id: 'pln', label: 'PLN' }], names, () => {})
    access.setDisabled(me.slice('staff:'.length), true, 'staff:boss')
    access.setDisabled(me.slice('staff:'.length), false, 'staff:boss')
    const idOf = (username: string) => `staff:${access.staff.byUsername(username)?.id}`
    expect(told()).toEqual([
      ['command-line', 'account-made', idOf('pln-1')],
      ['command-line', 'account-made', idOf('pln-2')],
      ['command-line', 'account-made', idOf('pln-spv')],
      ['staff:boss', 'account-disabled', me],
      ['staff:boss', 'account-enabled', me],
    ])
  })

  it('tells no account where the passwords could not be kept', async () => {
    const { access, told } = hall()
    const names = { officer: () => 'Petugas', supervisor: () => 'Penyelia' }
    const fail = () => {
      throw new Error('no space')
    }
    await expect(makeAccounts(access, [{ id: 'pln', label: 'PLN' }], names, fail)).rejects.toThrow('no space')
    expect(told()).toEqual([])
  })

  it('tells what the first run made, and each browser that becomes a device, without links or cookies', async () => {
    const { access, told, lines } = hall()
    const folder = mkdtempSync(`${tmpdir()}/antre-log-`)
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const made = await firstRun(access, { folder, baseUrl: 'http://hall', managerName: 'Pengelola' })
    const token = made?.enrol.kiosk.split('=')[1] ?? ''
    const kiosk = access.enrol(token, undefined)
    expect(access.enrol('x'.repeat(43), undefined)).toBeNull()
    const display = access.devices.list().find(({ kind }) => kind === 'display')
    expect(told()).toEqual([
      ['server', 'account-made', `staff:${access.staff.byUsername('manager')?.id}`],
      ['server', 'device-made', `device:${kiosk?.device.id}`],
      ['server', 'device-made', `device:${display?.id}`],
      [`device:${kiosk?.device.id}`, 'device-enrolled', `device:${kiosk?.device.id}`],
    ])
    expect(JSON.stringify(lines())).not.toContain(token)
    expect(JSON.stringify(lines())).not.toContain(kiosk?.cookie)
    expect(JSON.stringify(lines())).not.toContain(made?.manager.password)
  })

  it('knows its place in the journal, and is read by place and by time', () => {
    const { db, access, clock } = hall()
    const event = db.prepare(
      `INSERT INTO events (at, day, type, by, data) VALUES (0, '', 'clock-confirmed', '', '{}')`,
    )
    const at = (minutes: number) => aMorning + minutes * minute
    for (const minutes of [0, 1, 2, 3, 4]) {
      clock.now = at(minutes)
      access.log.write({ by: 'server', action: 'device-made', about: null, agency: null })
      event.run()
    }
    const read = (range: object) => [...access.log.read({ ...all, ...range })].map(({ seq }) => seq)
    expect(read({})).toEqual([1, 2, 3, 4, 5])
    expect(read({ from: 1, to: 4 })).toEqual([2, 3, 4])
    expect(read({ since: at(1), until: at(4) })).toEqual([2, 3, 4])
    expect(read({ before: 3 })).toEqual([1, 2])
  })

  it('is read whole, however long it is', () => {
    const { access, lines } = hall()
    const count = 1_000
    access.together(() => {
      for (let nth = 0; nth < count; nth++)
        access.log.write({ by: 'server', action: 'device-made', about: null, agency: null })
    })
    expect(lines().map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, nth) => nth + 1))
  })

  it.each([
    ['changed', `UPDATE access_log SET by = 'server'`],
    ['deleted', 'DELETE FROM access_log'],
    [
      'replaced',
      `REPLACE INTO access_log SELECT seq, at, after_event, 'server', action, about, agency, detail FROM access_log`,
    ],
  ])('only grows: no line is ever %s', (_, sql) => {
    const { db, access, lines } = hall()
    db.pragma('recursive_triggers = ON')
    access.log.write({ by: 'command-line', action: 'device-made', about: null, agency: null })
    const before = lines()
    expect(() => db.exec(sql)).toThrow('append-only')
    expect(lines()).toEqual(before)
  })
})
