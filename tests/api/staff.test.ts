import { describe, expect, it } from 'vitest'
import { hallApp, password, type HallApp } from './hall-app.ts'

interface Listed {
  id: string
  username: string
  steer: boolean
  sessions: number
  lastSignIn: string | null
  oneTimeUntil: string | null
  counters: { id: string; number: string | null }[]
}
type List = { staff: Listed[] }
type Made = { staff: Listed; password: string; until: string }

const idOf = (hall: HallApp, username: string) => hall.access.staff.byUsername(username)?.id ?? ''
const change = (hall: HallApp, username: string) => `POST /api/staff/${idOf(hall, username)}/change`
const logged = ({ access }: HallApp) =>
  [...access.log.read({ from: 0, to: 1e9, since: 0, until: Infinity, before: 1e9 })].map(
    ({ by, action, about, detail }) => ({ by, action, about, detail }),
  )

describe('GET /api/staff', () => {
  it('shows a manager all, a supervisor their own agency, with what the hall knows of each', async () => {
    const hall = await hallApp()
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    await hall.does('POST /api/session', { body: { username: 'ayu', password } })
    const all = await hall.does<List>('GET /api/staff', { as: 'manager' })
    expect(all.staff.map(({ username }) => username).sort()).toEqual(
      ['ayu', 'budi', 'dewi', 'manager', 'spv', 'spv-polres'].sort(),
    )
    const { staff } = await hall.does<List>('GET /api/staff', { as: 'spv' })
    expect(staff.map(({ username, steer }) => [username, steer])).toEqual([
      ['ayu', true],
      ['budi', true],
      ['spv', false],
    ])
    expect(staff[0]).toMatchObject({
      role: 'officer',
      agency: 'dukcapil',
      disabled: false,
      oneTimeUntil: null,
      lastSignIn: new Date(hall.clock.now).toISOString(),
      sessions: 2,
      counters: [{ id: 'loket-1', number: visit.number }],
    })
    expect(staff[1]).toMatchObject({ lastSignIn: null, sessions: 1, counters: [] })
  })

  it('never shows a password, nor its hash', async () => {
    const hall = await hallApp()
    expect(JSON.stringify(await hall.does('GET /api/staff', { as: 'manager' }))).not.toMatch(/scrypt|hash/)
  })
})

describe('POST /api/staff', () => {
  const body = { username: 'Sari.Dewi', name: '  Sari Dewi ', role: 'officer', agency: 'dukcapil' }

  it('makes an account whose one-time password is said once and stored nowhere', async () => {
    const hall = await hallApp()
    const answer = await hall.ask<Made>('POST /api/staff', { as: 'manager', body })
    expect(answer.status).toBe(201)
    expect(answer.body.staff).toMatchObject({ username: 'sari.dewi', name: 'Sari Dewi', sessions: 0 })
    expect(answer.body.password).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/)
    expect(Date.parse(answer.body.until) - hall.clock.now).toBe(7 * 24 * 3_600_000)
    const rows = JSON.stringify([hall.db.prepare('SELECT * FROM staff').all(), logged(hall)])
    expect(rows).not.toContain(answer.body.password)
  })

  it.each([
    ['409 username-taken', { ...body, username: 'AYU' }],
    ['404 unknown-agency', { ...body, agency: 'tidak-ada' }],
    ['400 bad-request', { username: 'sari', name: 'Sari', role: 'officer' }],
    ['400 bad-request', { ...body, username: 'sari dewi' }],
    ['400 bad-request', { ...body, username: '../etc' }],
    ['400 bad-request', { ...body, name: ' \t ' }],
    ['400 bad-request', { ...body, name: 'Sari\nDewi' }],
    ['400 bad-request', { ...body, name: 'x'.repeat(61) }],
    ['400 bad-request', { ...body, role: 'root' }],
    ['400 bad-request', { ...body, password: 'pilihan sendiri' }],
  ])('%s', async (outcome, wrong) => {
    const hall = await hallApp()
    const before = hall.access.staff.list()
    expect(await hall.outcome('POST /api/staff', { as: 'manager', body: wrong })).toBe(outcome)
    expect(hall.access.staff.list()).toEqual(before)
  })

  it('once, however often it is pressed', async () => {
    const hall = await hallApp()
    const press = () => hall.outcome('POST /api/staff', { as: 'manager', body })
    const outcomes = await Promise.all([press(), press(), press()])
    expect(outcomes.sort()).toEqual([201, '409 username-taken', '409 username-taken'])
  })

  it('takes names of any script, with markup as the text that it is', async () => {
    const hall = await hallApp()
    for (const [at, name] of ['ᬯᬬᬦ᭄', 'عائشة', '<b>Sari</b>', '👩🏽‍💼'].entries()) {
      const made = await hall.does<{ staff: { name: string } }>('POST /api/staff', {
        as: 'manager',
        body: { ...body, username: `orang-${at}`, name },
      })
      expect(made.staff.name).toBe(name)
    }
  })
})

describe('POST /api/staff/:id/…', () => {
  it('change: to another agency only once no counter is held, and it holds at once', async () => {
    const hall = await hallApp()
    await hall.act('ayu', 'open', 'loket-1')
    const body = { agency: 'polres', name: 'Ayu Polres' }
    const refused = await hall.ask(change(hall, 'ayu'), { as: 'manager', body })
    expect([refused.code, refused.body['about']]).toEqual(['holds-counter', 'loket-1'])
    await hall.act('ayu', 'close', 'loket-1')
    expect(await hall.outcome(change(hall, 'ayu'), { as: 'manager', body })).toBe(200)
    expect(await hall.outcome('POST /api/counters/loket-1/open', { as: 'ayu' })).toBe('403 not-allowed')
    expect(await hall.outcome('POST /api/counters/loket-3/open', { as: 'ayu' })).toBe(200)
  })

  it('change: a new name also where the agency has left the plan', async () => {
    const hall = await hallApp()
    hall.access.change(idOf(hall, 'budi'), { name: 'Budi', role: 'officer', agency: 'dulu-ada' })
    const rename = (body: object) => hall.outcome(change(hall, 'budi'), { as: 'manager', body })
    expect(await rename({ name: 'Budi Santoso' })).toBe(200)
    expect(await rename({ role: 'supervisor' })).toBe('404 unknown-agency')
    expect(await rename({ agency: 'polres' })).toBe(200)
  })

  it('change: a manager made an officer needs an agency', async () => {
    const hall = await hallApp()
    await hall.does(change(hall, 'ayu'), { as: 'manager', body: { role: 'manager' } })
    const demote = (body: object) => hall.outcome(change(hall, 'ayu'), { as: 'manager', body })
    expect(await demote({ role: 'officer' })).toBe('400 bad-request')
    expect(await demote({ role: 'officer', agency: 'dukcapil' })).toBe(200)
  })

  it('disable and enable: the same password opens again, and twice is once', async () => {
    const hall = await hallApp()
    const line = (action: string) => `POST /api/staff/${idOf(hall, 'ayu')}/${action}`
    const signIn = () => hall.outcome('POST /api/session', { body: { username: 'ayu', password } })
    for (const action of ['disable', 'disable']) await hall.does(line(action), { as: 'spv' })
    expect(await signIn()).toBe('401 bad-credentials')
    for (const action of ['enable', 'enable']) await hall.does(line(action), { as: 'spv' })
    expect(await signIn()).toBe(200)
  })

  it('reset: lets somebody in whom guessing had locked out', async () => {
    const hall = await hallApp()
    const signIn = (given: string) =>
      hall.outcome('POST /api/session', { body: { username: 'ayu', password: given } })
    for (let nth = 1; nth <= 10; nth += 1) hall.access.throttle.attempt('ayu', '127.0.0.1', hall.clock.now)
    expect(await signIn(password)).toBe('429 too-many-attempts')
    hall.clock.now += 1000
    const { password: once } = await hall.does<Made>(`POST /api/staff/${idOf(hall, 'ayu')}/reset`, {
      as: 'spv',
    })
    expect(await signIn(once)).toBe(200)
  })

  it('an account that does not exist is a 404 for those who may know', async () => {
    const hall = await hallApp()
    const line = 'POST /api/staff/tidak-ada/disable'
    const whom = ['nobody', 'ayu', 'spv', 'manager'] as const
    expect(await hall.outcomes(line, {}, whom)).toEqual({
      nobody: '401 not-signed-in',
      ayu: '403 not-allowed',
      spv: '404 unknown-staff',
      manager: '404 unknown-staff',
    })
  })

  it('leaves a line for each change, and no secret in it', async () => {
    const hall = await hallApp()
    const body = { username: 'sari', name: 'Sari', role: 'officer', agency: 'dukcapil' }
    const made = await hall.does<Made>('POST /api/staff', { as: 'manager', body })
    const { id } = made.staff
    const act = (action: string, sent: object = {}) =>
      hall.does(`POST /api/staff/${id}/${action}`, { as: 'spv', body: sent })
    const reset = (await act('reset'))['password']
    await act('change', { name: 'Sari Dewi' })
    await act('sign-out')
    await act('disable')
    await act('enable')
    const spv = `staff:${idOf(hall, 'spv')}`
    const about = `staff:${id}`
    const lines = logged(hall).filter((line) => line.about === about)
    expect(lines.map(({ by, action }) => [by, action])).toEqual([
      [`staff:${idOf(hall, 'manager')}`, 'account-made'],
      [spv, 'password-reset'],
      [spv, 'account-changed'],
      [spv, 'session-ended'],
      [spv, 'account-disabled'],
      [spv, 'account-enabled'],
    ])
    for (const secret of [made.password, String(reset)]) expect(JSON.stringify(lines)).not.toContain(secret)
  })
})

describe('one’s own sessions', () => {
  type Sessions = { sessions: { id: string; current: boolean; browser: string | null }[] }
  const chrome =
    'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36'

  it('are listed with where each is, and ended one by one', async () => {
    const hall = await hallApp()
    const body = { username: 'ayu', password }
    await hall.does('POST /api/session', { body, headers: { 'user-agent': chrome } })
    hall.clock.now += 60_000
    const { sessions } = await hall.does<Sessions>('GET /api/session/list', { as: 'ayu' })
    const now = new Date(hall.clock.now).toISOString()
    const before = new Date(hall.clock.now - 60_000).toISOString()
    const endsAt = new Date(hall.hall.endsAt).toISOString()
    const id = expect.stringMatching(/^[0-9a-f]{16}$/)
    const forgotten = { id, browser: 'Chrome', system: 'Windows', address: '127.0.0.1', current: false }
    const own = { id, browser: null, system: null, address: null, current: true }
    expect(sessions).toHaveLength(2)
    expect(sessions).toContainEqual({ ...forgotten, since: before, lastUsedAt: before, endsAt })
    expect(sessions).toContainEqual({ ...own, since: before, lastUsedAt: now, endsAt })

    const other = sessions.find(({ current }) => !current)?.id
    const end = () => hall.outcome(`DELETE /api/session/${other}`, { as: 'ayu' })
    expect(await hall.outcome(`DELETE /api/session/${other}`, { as: 'budi' })).toBe('404 unknown-session')
    expect([await end(), await end()]).toEqual([200, '404 unknown-session'])
    expect((await hall.does<Sessions>('GET /api/session/list', { as: 'ayu' })).sessions).toHaveLength(1)
    expect(logged(hall).at(-1)).toMatchObject({
      action: 'session-ended',
      about: `staff:${idOf(hall, 'ayu')}`,
    })
  })

  it('ending the current one signs out: the counter is paused', async () => {
    const hall = await hallApp()
    await hall.act('ayu', 'open', 'loket-1')
    const { sessions } = await hall.does<Sessions>('GET /api/session/list', { as: 'ayu' })
    const answer = await hall.ask(`DELETE /api/session/${sessions[0]?.id}`, { as: 'ayu' })
    expect([answer.status, String(answer.headers['set-cookie'])]).toEqual([
      200,
      expect.stringMatching(/Max-Age=0/),
    ])
    expect(hall.hall.counters.get('loket-1')?.state).toBe('paused')
    expect(await hall.outcome('GET /api/session', { as: 'ayu' })).toBe('401 not-signed-in')
  })

  it('are still known as last used after a restart', async () => {
    const hall = await hallApp()
    hall.clock.now += 3_600_000
    await hall.does('GET /api/session', { as: 'ayu' })
    hall.access.flush()
    const row = hall.db.prepare('SELECT max(last_used_at) AS at FROM staff_session').get()
    expect(row).toEqual({ at: hall.clock.now })
  })
})
