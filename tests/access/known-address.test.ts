// Strangers who guess at somebody's password, and the owner who wants to sign in at the same time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Access } from '../../server/access/access.ts'
import { signIn } from '../../server/access/sign-in.ts'
import { addStaff, minute, setUp } from './setup.ts'

const password = 'pohon mangga tua'
const desk = '192.168.1.20'

async function attempt(access: Access, address: string, tried: string): Promise<string> {
  const done = await signIn(access, { username: 'manager', password: tried, address })
  return 'refused' in done ? done.refused : 'in'
}
/** One wrong guess from each of this many addresses. */
async function guess(access: Access, addresses: number): Promise<void> {
  const guesses = Array.from({ length: addresses }, (_, nth) =>
    attempt(access, `10.0.0.${nth}`, `salah ${nth}`),
  )
  expect(new Set(await Promise.all(guesses))).toEqual(new Set(['bad-credentials']))
}
const withManager = (file?: string) => {
  const set = setUp(file)
  if (!set.access.staff.hasManager())
    addStaff(set.access, { username: 'manager', password, role: 'manager', agency: null })
  return set
}

describe('while strangers guess', () => {
  it('[I20] strangers who guess slow the owner down and lock nobody out: from ten addresses, once each', async () => {
    const { access } = withManager()
    await guess(access, 10)
    expect(await attempt(access, desk, password)).toBe('in')
  })

  it('[I20] strangers who guess slow the owner down and lock nobody out: from twenty, and the owner mistypes', async () => {
    const { access } = withManager()
    await guess(access, 20)
    expect(await attempt(access, desk, 'pohon manga tua')).toBe('bad-credentials')
    expect(await attempt(access, desk, password)).toBe('in')
  })

  it('[I20] strangers who guess slow the owner down and lock nobody out: as many wait as may, and the owner goes before them', async () => {
    const { access } = withManager()
    expect(await attempt(access, desk, password)).toBe('in')
    const ended: string[] = []
    // Names that nobody has: each costs as much as a wrong password, and none is held back.
    const crowd = Array.from({ length: 70 }, async (_, nth) => {
      const given = { username: `petugas-${nth}`, password: 'salah', address: `10.0.${nth}.1` }
      const done = await signIn(access, given)
      ended.push('refused' in done ? done.refused : 'in')
    })
    const owner = attempt(access, desk, password).then((outcome) => ended.push(`owner ${outcome}`))
    await Promise.all([...crowd, owner])
    const [refused, checked] = ['too-many-requests', 'bad-credentials']
    expect(ended.filter((one) => one === refused)).toHaveLength(4)
    expect(ended.filter((one) => one === checked)).toHaveLength(66)
    const before = ended.slice(0, ended.indexOf('owner in')).filter((one) => one === checked)
    expect(ended).toContain('owner in')
    expect(before.length).toBeLessThan(10)
  })

  it('[I20] strangers who guess slow the owner down and lock nobody out: a known address is known after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antre-known-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'antre.db')
    const before = withManager(file)
    expect(await attempt(before.access, desk, password)).toBe('in')
    before.db.close()
    const { access, db, clock } = withManager(file)
    onTestFinished(() => void db.close())
    clock.now += 60 * minute
    const taken = (address: string) => access.throttle.attempt('manager', address, clock.now)
    for (let nth = 0; nth < 40; nth++) taken(`10.0.0.${nth}`)
    expect(taken(desk)).toEqual({ allowed: true, nth: 1, holdMs: 0 })
    expect(taken('192.168.1.21')).toMatchObject({ allowed: true, nth: 1, holdMs: 3_000 })
  })
})

it('of each person twenty addresses are known, the last ones; of a closed account none', async () => {
  const { access, db, clock } = withManager()
  const id = access.staff.byUsername('manager')?.id ?? ''
  for (let nth = 1; nth <= 21; nth++) {
    clock.now += minute
    access.throttle.succeeded('manager', `192.168.1.${nth}`, clock.now)
  }
  const known = () =>
    db.prepare<[], string>('SELECT network FROM staff_address ORDER BY last_at').pluck().all()
  expect(known()).toEqual(Array.from({ length: 20 }, (_, nth) => `192.168.1.${nth + 2}`))
  access.setDisabled(id, true, 'server')
  expect(known()).toEqual([])
})
