// Edges of access: events while a password is being checked, a clock that is set back, the last moment of something.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { boundedMap } from '../../server/access/bounded-map.ts'
import { codeMs, openCodes } from '../../server/access/codes.ts'
import { changePassword, signIn } from '../../server/access/sign-in.ts'
import { oneTimeMs } from '../../server/access/staff.ts'
import { windowMs } from '../../server/access/throttle.ts'
import { addStaff, aMorning, hour, setUp } from './setup.ts'

const address = '10.0.0.7'
const officer = {
  username: 'wayan',
  password: 'pohon mangga tua',
  role: 'officer',
  agency: 'dukcapil',
} as const
const other = { ...officer, username: 'made', password: 'hujan turun pagi' } as const

/** Two people; once, `reset` gives the first one the second one's password. */
function people(file?: string) {
  const set = setUp(file)
  const staff = addStaff(set.access, officer)
  addStaff(set.access, other)
  const hash = set.access.staff.passwordOf(other.username) ?? ''
  const reset = () => {
    set.access.staff.setPassword(staff.id, { hash, mustChange: true, oneTime: true })
    set.access.sessions.endAll(staff.id, null, { why: 'reset', by: 'command-line' })
  }
  return { ...set, staff, hash, reset }
}

describe('while a password is checked', () => {
  it('[I13] signing somebody out works at once, on every socket: after a reset the password that was right a moment ago opens nothing', async () => {
    const { access, staff, reset } = people()
    const signing = signIn(access, { ...officer, address })
    reset()
    expect(await signing).toMatchObject({ refused: 'bad-credentials' })
    expect(access.sessions.list(staff.id)).toEqual([])
    expect(await signIn(access, { ...officer, password: other.password, address })).toHaveProperty('token')
  })

  it('[I13] signing somebody out works at once, on every socket: of a closed account it opens nothing', async () => {
    const { access, staff } = people()
    const signing = signIn(access, { ...officer, address })
    access.setDisabled(staff.id, true, 'command-line')
    expect(await signing).toMatchObject({ refused: 'bad-credentials' })
    expect(access.sessions.list(staff.id)).toEqual([])
  })

  it('[I13] signing somebody out works at once, on every socket: after a reset a change that was under way changes nothing', async () => {
    const { access, staff, hash, reset } = people()
    const { succeeded } = access.throttle
    // The old one was right, and the new one is being hashed.
    vi.spyOn(access.throttle, 'succeeded').mockImplementationOnce((...of) => {
      succeeded(...of)
      reset()
    })
    const given = { staff, token: null, current: officer.password, next: 'lima ekor kucing', address }
    expect(await changePassword(access, given)).toMatchObject({ refused: 'bad-credentials' })
    expect(access.staff.passwordOf(officer.username)).toBe(hash)
    expect(access.staff.byUsername(officer.username)).toMatchObject({ mustChange: true })
  })

  it('so many others wait that no more are taken in: two are checked, sixty-four wait', async () => {
    const { access } = people()
    const crowd = Array.from({ length: 67 }, (_, nth) => {
      const one = { ...officer, username: `petugas-${nth}` }
      addStaff(access, one)
      return { ...one, address: `10.0.${nth}.1` }
    })
    const outcomes = await Promise.all(crowd.map((one) => signIn(access, one)))
    const refused = outcomes.map((one) => ('refused' in one ? one : null))
    expect(refused.filter((one) => one !== null)).toEqual([{ refused: 'too-many-requests', retryAfter: 5 }])
    expect(refused.at(-1)).not.toBeNull()
    const last = crowd.at(-1)
    expect(last && (await signIn(access, last))).toHaveProperty('token')
  })
})

describe('a one-time password', () => {
  it('is gone with the first password of one’s own, and nobody is asked for another', async () => {
    const { access, staff, reset } = people()
    reset()
    const next = 'lima ekor kucing'
    const given = { staff, token: null, current: other.password, next, address }
    expect(await changePassword(access, given)).toMatchObject({ mustChange: false, oneTimeUntil: null })
    expect(access.staff.byUsername(officer.username)).toMatchObject({ mustChange: false, oneTimeUntil: null })
    expect(await signIn(access, { ...officer, password: next, address })).toHaveProperty('token')
  })

  it('waits for its owner for seven days, and failures count for a quarter of an hour', () => {
    expect([oneTimeMs, windowMs]).toEqual([7 * 24 * hour, hour / 4])
  })

  it('opens until the last moment, and not in it', async () => {
    const { access, clock, reset } = people()
    reset()
    const given = { ...officer, password: other.password, address }
    clock.now = aMorning + oneTimeMs - 1
    expect(await signIn(access, given)).toHaveProperty('token')
    clock.now += 1
    expect(await signIn(access, given)).toEqual({ refused: 'password-expired' })
  })
})

describe('a clock that is set back', () => {
  it('blinds nobody to what another process did: it is asked at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antre-access-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'antre.db')
    const server = people(file)
    const cookie = `antre_staff=${server.access.sessions.begin(server.staff.id)}`
    expect(server.access.who(cookie).staff).not.toBeNull()
    setUp(file).access.sessions.endAll(server.staff.id, null)
    server.clock.now -= hour
    expect(server.access.who(cookie).staff).toBeNull()
  })

  it.each([
    ['a little', codeMs, true],
    ['by more than a code is good for', codeMs + 1, false],
  ])('%s: a code is still shown or it is not', (_, back, isThere) => {
    const clock = { now: aMorning }
    const codes = openCodes({ now: () => clock.now, random: randomBytes })
    const { code, secret } = codes.ask(address) ?? { code: '', secret: '' }
    clock.now -= back
    expect([codes.find(code) !== null, codes.fetch(secret) !== null]).toEqual([isThere, isThere])
  })

  it('or goes on: a code is good until its last moment, and not in it', () => {
    const clock = { now: aMorning }
    const codes = openCodes({ now: () => clock.now, random: randomBytes })
    const { code } = codes.ask(address) ?? { code: '' }
    clock.now += codeMs - 1
    expect(codes.find(code)).not.toBeNull()
    clock.now += 1
    expect(codes.find(code)).toBeNull()
  })
})

describe('codes of televisions', () => {
  const good = 15 * 60_000
  const shown = (most?: number) => {
    const clock = { now: aMorning }
    const parts = { now: () => clock.now, random: randomBytes }
    return { clock, codes: openCodes(most === undefined ? parts : { ...parts, most }) }
  }

  it('[I18] a code opens nothing by itself: it is good for a quarter of an hour', () => {
    const { clock, codes } = shown()
    const { code, endsAt } = codes.ask(address) ?? { code: '', endsAt: 0 }
    expect(endsAt).toBe(aMorning + good)
    clock.now += good - 1
    expect(codes.find(code)).not.toBeNull()
  })

  it('six letters, each as likely as any other: bytes that would favour some are thrown away', () => {
    const bytes = [255, 247, 0, 246, 20, 1, 2, 3, 4]
    const random = (size: number) => Buffer.from(Array.from({ length: size }, () => bytes.shift() ?? 5))
    // The first 32 bytes are the secret.
    bytes.unshift(...Array.from({ length: 32 }, () => 9))
    expect(openCodes({ now: () => aMorning, random }).ask(address)?.code).toBe('C9DDFH')
  })

  it('[I19] nobody takes a code away from another: whoever holds the most makes room', () => {
    const { codes } = shown(3)
    const [first, second, other, third] = ['10.0.0.1', '10.0.0.1', '10.0.0.2', '10.0.0.3'].map((one) =>
      codes.ask(one),
    )
    expect([first, second, other, third].map((one) => one && codes.fetch(one.secret) !== null)).toEqual([
      false,
      true,
      true,
      true,
    ])
  })

  it('[I19] nobody takes a code away from another: an address holds twenty, and loses its own oldest', () => {
    const { codes } = shown()
    const other = codes.ask('10.0.0.2')
    const own = Array.from({ length: 21 }, () => codes.ask('10.0.0.1'))
    const isThere = (one: (typeof own)[number]) => codes.fetch(one?.secret ?? '') !== null
    expect(own.map(isThere)).toEqual([false, ...Array.from({ length: 20 }, () => true)])
    expect(isThere(other)).toBe(true)
  })

  it('[I19] nobody takes a code away from another: where each holds one there is no more, until one is not asked about', () => {
    const { clock, codes } = shown(2)
    const [, kept] = ['10.0.0.1', '10.0.0.2'].map((one) => codes.ask(one))
    expect(codes.ask('10.0.0.3')).toBeNull()
    clock.now += 60_000
    expect(codes.ask('10.0.0.3')).toBeNull()
    clock.now += 1
    expect(codes.fetch(kept?.secret ?? '')).not.toBeNull()
    expect(codes.ask('10.0.0.3')).not.toBeNull()
    expect(codes.fetch(kept?.secret ?? '')).not.toBeNull()
  })
})

it('the memory never grows: the oldest entry leaves, and only for a new one', () => {
  const kept = boundedMap<string, number>(2)
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['b', 3],
  ] as const)
    kept.set(key, value)
  expect(['a', 'b'].map(kept.get)).toEqual([1, 3])
  kept.set('c', 4)
  expect(['a', 'b', 'c'].map(kept.get)).toEqual([undefined, 3, 4])
})
