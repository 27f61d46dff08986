// The small parts of access that an ordinary day in the hall seldom needs: who is there, what a first password looks
// like, until when somebody is told why the session ended, which accounts outlived their agency.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { resetPassword } from '../../server/access/accounts.ts'
import { firstLinksAreOpen, readFirstRun } from '../../server/access/first-run.ts'
import {
  closeOutlived,
  closeWithPlan,
  endOutlivedSessions,
  openAccountsOf,
} from '../../server/access/outlived.ts'
import { changeAccount } from '../../server/access/steer.ts'
import { openPresence } from '../../server/access/presence.ts'
import { newId, newPassword } from '../../server/access/secret.ts'
import { sessionEnd, sessionMs, shortestMs } from '../../server/access/sessions.ts'
import { openAccess } from '../../server/access/access.ts'
import { addStaff, aMorning, hour, minute, setUp } from './setup.ts'

const officer = (username: string, agency = 'dukcapil') =>
  ({ username, password: 'pohon mangga tua', role: 'officer', agency }) as const
const manager = { username: 'ketut', password: 'pohon mangga tua', role: 'manager', agency: null } as const

it('a list of who is signed in is kept for a second, but renewed at once when somebody came or went, or the clock was set back', () => {
  const { access, clock } = setUp()
  const wayan = addStaff(access, officer('wayan'))
  const shut = addStaff(access, officer('made'))
  access.setDisabled(shut.id, true, 'command-line')
  const presence = openPresence(access.staff, access.sessions, access.now)
  const there = () => presence.people().map(({ username, signedIn }) => `${username} ${signedIn}`)
  // People who may not sign in are not among them.
  expect(there()).toEqual(['wayan false'])
  access.sessions.begin(wayan.id)
  clock.now += 999
  expect(there()).toEqual(['wayan false'])
  clock.now += 1
  expect(there()).toEqual(['wayan true'])
  access.sessions.endAll(wayan.id, null)
  expect(there()).toEqual(['wayan true'])
  clock.now -= hour
  expect(there()).toEqual(['wayan false'])
  access.sessions.begin(wayan.id)
  presence.forget()
  expect(there()).toEqual(['wayan true'])
})

it('name and rights that were changed hold from the next request on, also for who is known already', () => {
  const { access } = setUp()
  const wayan = addStaff(access, officer('wayan'))
  const cookie = `antre_staff=${access.sessions.begin(wayan.id)}`
  expect(access.who(cookie).staff).toMatchObject({ role: 'officer', agency: 'dukcapil' })
  access.change(wayan.id, { name: 'Ni Wayan', role: 'supervisor', agency: 'polres' })
  expect(access.who(cookie).staff).toMatchObject({ name: 'Ni Wayan', role: 'supervisor', agency: 'polres' })
})

it('an id has sixteen letters of eighty bits, a first password the same in four groups that nobody misreads', () => {
  const counting = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, nth) => nth * 25))
  expect(newId(counting)).toBe('00ck4jv4fpbazj71')
  expect(newPassword(counting)).toBe('00ck-4jv4-fpba-zj71')
})

it('[I12] a session ends with the day: not within four hours, and after sixteen at the latest', () => {
  expect([sessionMs, shortestMs]).toEqual([16 * hour, 4 * hour])
  expect(sessionEnd(aMorning, aMorning + 10 * hour)).toBe(aMorning + 10 * hour)
  expect(sessionEnd(aMorning, aMorning + hour)).toBe(aMorning + 4 * hour)
  expect(sessionEnd(aMorning, aMorning + 20 * hour)).toBe(aMorning + 16 * hour)
  expect(sessionEnd(aMorning, null)).toBe(aMorning + 16 * hour)
})

it('[I22] people who are signed out by somebody else are told why, and by whom: for a day', () => {
  const { access, clock } = setUp()
  const wayan = addStaff(access, officer('wayan'))
  const [ended, over] = [access.sessions.begin(wayan.id), access.sessions.begin(wayan.id)]
  access.sessions.endAll(wayan.id, over, { why: 'ended', by: 'staff:m' })
  expect(access.sessions.endingOf(ended)).toEqual({ why: 'ended', by: 'staff:m', at: aMorning })
  expect(access.sessions.endingOf(over)).toBeNull()
  expect(access.sessions.endingOf('unheard of')).toBeNull()
  clock.now += sessionMs - 1
  expect(access.sessions.endingOf(over)).toBeNull()
  clock.now += 1
  expect(access.sessions.endingOf(over)).toEqual({ why: 'over', by: null, at: aMorning + sessionMs })
  clock.now = aMorning + 24 * hour - 1
  expect(access.sessions.endingOf(ended)).not.toBeNull()
  clock.now += 1
  expect(access.sessions.endingOf(ended)).toBeNull()
})

/** People of two agencies and a manager; `gone`: agencies that the hall no longer has. */
function hallWithout(...gone: string[]) {
  const set = setUp()
  const access = openAccess({
    stored: set.stored,
    now: () => set.clock.now,
    random: set.access.random,
    isGone: (agency) => gone.includes(agency),
  })
  const ketut = addStaff(access, manager)
  const people = ['dukcapil', 'polres'].map((agency) => addStaff(access, officer(`di-${agency}`, agency)))
  const shut = addStaff(access, officer('sudah-tutup', 'polres'))
  access.setDisabled(shut.id, true, 'command-line')
  const open = () =>
    access.staff
      .list()
      .filter(({ disabled }) => !disabled)
      .map(({ username }) => username)
  return { access, ketut, people, open }
}

it('[I25] accounts that outlived their agency are closed together: those that were seen, and no others', () => {
  const { access, ketut, people, open } = hallWithout('polres')
  const names = (of: (agency: string) => boolean) =>
    openAccountsOf(access, of).map(({ username }) => username)
  expect(names(() => true)).toEqual(['di-dukcapil', 'di-polres'])
  expect(names(access.isGone)).toEqual(['di-polres'])
  expect(closeOutlived(access, ketut, [ketut.id])).toBe(0)
  expect(closeOutlived(access, ketut, [ketut.id, ...people.map(({ id }) => id)])).toBe(1)
  expect(open()).toEqual(['ketut', 'di-dukcapil'])
  expect(
    closeOutlived(
      access,
      ketut,
      people.map(({ id }) => id),
    ),
  ).toBe(0)
})

it('[I23] an account ends with its agency: of those that left with the plan, once', () => {
  const { access, ketut, open } = hallWithout('polres')
  // One that is still in the hall, or left with another plan, stays as it is.
  expect(closeWithPlan(access, ketut, new Set(['dukcapil']), 0)).toBe(0)
  expect(closeWithPlan(access, ketut, new Set(['polres']), 0)).toBe(1)
  expect(open()).toEqual(['ketut', 'di-dukcapil'])
  expect(closeWithPlan(access, ketut, new Set(['polres']), 0)).toBe(1)
})

it('[I24] an account whose agency is gone opens nothing: a session that was open ends', () => {
  const { access, people } = hallWithout('polres')
  const tokens = people.map(({ id }) => access.sessions.begin(id))
  endOutlivedSessions(access)
  expect(tokens.map((token) => access.who(`antre_staff=${token}`).staff !== null)).toEqual([true, false])
  expect(access.endingOf(`antre_staff=${tokens[1]}`)).toMatchObject({ why: 'agency-gone' })
  expect(access.endingOf('other=1')).toBeNull()
  expect(access.endingOf(undefined)).toBeNull()
})

it('[I16] the hall always has a manager: the last one may still take another name', () => {
  const { access } = setUp()
  const ketut = addStaff(access, manager)
  const account = access.staff.byId(ketut.id)
  if (account === null) throw new Error('no account')
  expect(
    changeAccount(access, ketut, account, { name: 'Ni Ketut', role: 'manager', agency: null }),
  ).toMatchObject({
    name: 'Ni Ketut',
    role: 'manager',
  })
  const less = { name: 'Ketut', role: 'supervisor', agency: 'dukcapil' } as const
  expect(changeAccount(access, ketut, account, less)).toEqual({ refused: 'last-manager' })
  const other = addStaff(access, { ...manager, username: 'made' })
  expect(changeAccount(access, ketut, account, less)).toEqual({ refused: 'own-account' })
  expect(changeAccount(access, other, account, less)).toMatchObject({ role: 'supervisor' })
})

it('a device that was seen lately is written with the others, and nothing is where none was', () => {
  const { access, clock } = setUp()
  access.flush()
  clock.now += minute
  const { token, device } = access.devices.invite({ kind: 'kiosk', zone: null, label: null })
  const cookie = access.enrol(token, undefined)?.cookie ?? ''
  clock.now += minute
  expect(access.who(`antre_device=${cookie}`).kiosk?.id).toBe(device.id)
  access.flush()
  expect(access.devices.list().find(({ id }) => id === device.id)?.lastSeenAt).toBe(clock.now)
})

it('[J4] damage is called damage: of the first start’s file each part that is missing or no link', () => {
  const folder = mkdtempSync(join(tmpdir(), 'antre-first-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'first-run.json')
  expect([readFirstRun(folder), firstLinksAreOpen(folder, 0)]).toEqual([null, false])
  const manager = { username: 'manager', password: 'secret' }
  const enrol = { kiosk: 'http://localhost/kiosk/?enrol=a', display: 'http://localhost/display/?enrol=b' }
  const read = (content: unknown) => {
    writeFileSync(file, JSON.stringify(content))
    return readFirstRun(folder)
  }
  expect(read({ manager, enrol })).toEqual({ manager, enrol })
  const spoilt = [
    null,
    { manager },
    { enrol },
    { manager, enrol: { ...enrol, display: 'b' } },
    { manager, enrol: { ...enrol, kiosk: 1 } },
    { manager: { ...manager, username: 1 }, enrol },
    { manager: { ...manager, password: null }, enrol },
  ]
  expect(spoilt.map(read)).toEqual(spoilt.map(() => 'damaged'))
  const madeAt = statSync(file).mtimeMs
  expect(firstLinksAreOpen(folder, madeAt + 24 * hour - 1)).toBe(true)
  expect(firstLinksAreOpen(folder, madeAt + 24 * hour)).toBe(false)
})

it('a password that is reset goes to whoever hands it on; if it can’t be stored, the old one stays', async () => {
  const { access } = setUp()
  addStaff(access, officer('wayan'))
  const before = access.staff.passwordOf('wayan')
  const broken = resetPassword(access, 'wayan', 'command-line', () => {
    throw new Error('no paper')
  })
  await expect(broken).rejects.toThrow('no paper')
  expect(access.staff.passwordOf('wayan')).toBe(before)
  const kept: string[] = []
  const made = await resetPassword(access, 'wayan', 'command-line', (_account, password) =>
    kept.push(password),
  )
  expect(kept).toEqual([made?.password])
  expect(access.staff.passwordOf('wayan')).not.toBe(before)
  // It is good only for choosing another one.
  expect(access.staff.byUsername('wayan')).toMatchObject({ mustChange: true })
  expect(access.staff.byUsername('wayan')?.oneTimeUntil).not.toBeNull()
})
