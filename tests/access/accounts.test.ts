import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAccounts } from '../../server/access/accounts.ts'
import { firstRun, forgetFirstRun, readFirstRun } from '../../server/access/first-run.ts'
import { signIn } from '../../server/access/sign-in.ts'
import { addStaff, setUp } from './setup.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antre-first-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const names = {
  officer: (agency: string, nth: number) => `${agency} ${nth}`,
  supervisor: (agency: string) => agency,
}
const address = '127.0.0.1'

const given = () => ({ folder, baseUrl: 'http://127.0.0.1:3000', managerName: 'Pengelola' })

const failToKeep = () => {
  throw new Error('disk full')
}

describe('the first run', () => {
  it('makes a manager who can sign in, and links that enrol', async () => {
    const { access } = setUp()
    const made = await firstRun(access, given())
    if (made === null) throw new Error('nothing made')
    expect(await signIn(access, { ...made.manager, address })).toMatchObject({
      staff: { role: 'manager', agency: null },
    })
    expect(made.enrol.kiosk).toMatch(/^http:\/\/127\.0\.0\.1:3000\/kiosk\/\?enrol=[\w-]{43}$/)
    expect(made.enrol.display).toMatch(/^http:\/\/127\.0\.0\.1:3000\/display\/\?enrol=[\w-]{43}$/)
    expect(access.devices.enrol(made.enrol.kiosk.split('=')[1] ?? '')?.device.kind).toBe('kiosk')
    expect(access.devices.enrol(made.enrol.display.split('=')[1] ?? '')?.device).toMatchObject({
      kind: 'display',
      zone: null,
    })
  })

  it('writes them where the owner alone reads', async () => {
    const { access } = setUp()
    const made = await firstRun(access, given())
    const file = join(folder, 'first-run.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(made)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFirstRun(folder)).toEqual(made)
  })

  it('happens once', async () => {
    const { access } = setUp()
    await firstRun(access, given())
    expect(await firstRun(access, given())).toBeNull()
  })

  it('happens also where staff were made before it', async () => {
    const { access } = setUp()
    addStaff(access, { username: 'wayan', password: 'pohon mangga tua', role: 'officer', agency: 'dukcapil' })
    expect(await firstRun(access, given())).toMatchObject({ manager: { username: 'manager' } })
  })

  it('makes no account whose password could not be written', async () => {
    const { access } = setUp()
    await expect(firstRun(access, { ...given(), folder: join(folder, 'nowhere') })).rejects.toThrow('ENOENT')
    expect(access.staff.hasManager()).toBe(false)
  })

  it('is forgotten when the manager, and only the manager, has another password', async () => {
    const { access } = setUp()
    await firstRun(access, given())
    forgetFirstRun(folder, { username: 'wayan' })
    expect(readFirstRun(folder)).not.toBeNull()
    forgetFirstRun(folder, { username: 'manager' })
    expect(readFirstRun(folder)).toBeNull()
  })

  it('calls a file damaged that it can’t read', () => {
    writeFileSync(join(folder, 'first-run.json'), '{')
    expect(readFirstRun(folder)).toBe('damaged')
  })
})

describe('accounts for every agency', () => {
  it('two officers and a supervisor each, with passwords that work and differ', async () => {
    const { access } = setUp()
    const made = await makeAccounts(access, [{ id: 'dukcapil', label: 'Dukcapil' }], names, () => {})
    expect(made.map(({ username, role, agency, name }) => [username, role, agency, name])).toEqual([
      ['dukcapil-1', 'officer', 'dukcapil', 'Dukcapil 1'],
      ['dukcapil-2', 'officer', 'dukcapil', 'Dukcapil 2'],
      ['dukcapil-spv', 'supervisor', 'dukcapil', 'Dukcapil'],
    ])
    expect(new Set(made.map(({ password }) => password)).size).toBe(3)
    const [first] = made
    if (first === undefined) throw new Error('nothing made')
    expect(await signIn(access, { ...first, address })).toMatchObject({
      staff: { agency: 'dukcapil', mustChange: true },
    })
  })

  it('never touches an account that is there', async () => {
    const { access } = setUp()
    const password = 'pohon mangga tua'
    addStaff(access, { username: 'dukcapil-1', password, role: 'supervisor', agency: 'lain' })
    const made = await makeAccounts(access, [{ id: 'dukcapil', label: 'D' }], names, () => {})
    expect(made.map(({ username }) => username)).toEqual(['dukcapil-2', 'dukcapil-spv'])
    expect(await signIn(access, { username: 'dukcapil-1', password, address })).toMatchObject({
      staff: { agency: 'lain' },
    })
  })

  it('makes none if their passwords can’t be kept', async () => {
    const { access } = setUp()
    await expect(makeAccounts(access, [{ id: 'dukcapil', label: 'D' }], names, failToKeep)).rejects.toThrow(
      'disk full',
    )
    expect(access.staff.list()).toEqual([])
  })

  it('tells apart agencies whose ids begin alike and are longer than a user name', async () => {
    const { access } = setUp()
    const long = 'badan-penyelenggara-jaminan-sosial'
    const agencies = [`${long}-kesehatan`, `${long}-ketenagakerjaan`].map((id) => ({ id, label: id }))
    const made = await makeAccounts(access, agencies, names, () => {})
    expect(made).toHaveLength(6)
    expect(made.every(({ username }) => username.length <= 32)).toBe(true)
  })
})
