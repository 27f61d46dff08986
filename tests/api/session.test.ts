import { describe, expect, it } from 'vitest'
import { ground, password } from './ground.ts'

const manager = {
  username: 'manager',
  name: 'Nama manager',
  role: 'manager',
  agency: null,
  mustChange: false,
}

/** The hall's clock in these tests. */
const at = '2026-11-24T00:00:00.000Z'

describe('POST /api/session', () => {
  it('answers who signed in and gives a cookie that no script reads and no other site sends', async () => {
    const { send } = await ground()
    const answer = await send('POST', '/api/session', { payload: { username: 'manager', password } })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ staff: manager, at })
    expect(answer.headers['set-cookie']).toMatch(
      /^antre_staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    )
  })

  it('gives the cookie for https alone where it came by https', async () => {
    const { send } = await ground({ trustProxy: '127.0.0.1' })
    const headers = { 'x-forwarded-proto': 'https' }
    const { headers: given } = await send('POST', '/api/session', {
      payload: { username: 'manager', password },
      headers,
    })
    expect(given['set-cookie']).toMatch(/; Secure$/)
  })

  it('believes nobody what a proxy would say, where none is trusted', async () => {
    const { send } = await ground()
    const payload = { username: 'manager', password }
    const { headers } = await send('POST', '/api/session', {
      payload,
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(headers['set-cookie']).not.toMatch(/Secure/)
  })

  it('says the same to a wrong password and to an unknown user', async () => {
    const { send } = await ground()
    const wrong = await send('POST', '/api/session', { payload: { username: 'manager', password: 'salah' } })
    const unknown = await send('POST', '/api/session', { payload: { username: 'nobody', password } })
    expect([wrong.status, wrong.code, wrong.cookie]).toEqual([401, 'bad-credentials', ''])
    expect({ ...unknown.body, request: '' }).toEqual({ ...wrong.body, request: '' })
  })

  it('answers 429 with Retry-After after ten failures, and others may still sign in', async () => {
    const { send, access, clock } = await ground()
    for (let nth = 1; nth <= 10; nth += 1) access.throttle.attempt('wayan', '127.0.0.1', clock.now)
    const refused = await send('POST', '/api/session', { payload: { username: 'wayan', password } })
    expect([refused.status, refused.code, refused.headers['retry-after']]).toEqual([
      429,
      'too-many-attempts',
      '900',
    ])
    const other = await send('POST', '/api/session', { payload: { username: 'manager', password } })
    expect(other.status).toBe(200)
  })

  it('by a colleague in the same browser signs the previous person out', async () => {
    const { send, signIn, signedOut } = await ground()
    const cookie = await signIn('wayan')
    const payload = { username: 'manager', password }
    const colleague = await send('POST', '/api/session', { payload, headers: { cookie } })
    expect(signedOut).toEqual(['wayan'])
    expect((await send('GET', '/api/session', { headers: { cookie } })).code).toBe('not-signed-in')
    expect((await send('GET', '/api/session', { headers: { cookie: colleague.cookie } })).body).toEqual({
      staff: manager,
      at,
      counters: [],
    })
  })

  it('again by the same person signs nobody out', async () => {
    const { send, signIn, signedOut } = await ground()
    const cookie = await signIn('wayan')
    await send('POST', '/api/session', { payload: { username: 'wayan', password }, headers: { cookie } })
    expect(signedOut).toEqual([])
  })
})

describe('GET /api/session', () => {
  it('answers who is signed in', async () => {
    const { send, signIn } = await ground()
    const { body } = await send('GET', '/api/session', { headers: { cookie: await signIn('wayan') } })
    expect(body).toMatchObject({ staff: { username: 'wayan', role: 'officer', agency: 'dukcapil' } })
  })

  it('asks a device to sign in like anybody', async () => {
    const { send, enrol } = await ground()
    const { status, code } = await send('GET', '/api/session', { headers: { cookie: enrol('kiosk') } })
    expect([status, code]).toEqual([401, 'not-signed-in'])
  })
})

describe('DELETE /api/session', () => {
  it('ends the session, takes the cookie back and pauses the counter', async () => {
    const { send, signIn, signedOut } = await ground()
    const headers = { cookie: await signIn('wayan') }
    const { status, body, headers: given } = await send('DELETE', '/api/session', { headers })
    expect([status, body, signedOut]).toEqual([200, {}, ['wayan']])
    expect(given['set-cookie']).toMatch(/^antre_staff=; .*Max-Age=0$/)
    expect((await send('GET', '/api/session', { headers })).status).toBe(401)
  })

  it('without a session is a 401', async () => {
    const { send } = await ground()
    expect((await send('DELETE', '/api/session')).code).toBe('not-signed-in')
  })
})

describe('POST /api/session/password', () => {
  it('changes it, and says so, so that the first run’s file goes', async () => {
    const { send, signIn, passwordsChanged } = await ground()
    const headers = { cookie: await signIn('manager') }
    const payload = { current: password, next: 'hujan turun pagi' }
    const { status, body } = await send('POST', '/api/session/password', { headers, payload })
    expect([status, body, passwordsChanged]).toEqual([200, { staff: manager, at }, ['manager']])
    expect((await send('GET', '/api/session', { headers })).status).toBe(200)
  })

  it.each([
    [422, 'weak-password', { current: password, next: 'pendek' }],
    [401, 'bad-credentials', { current: 'bukan ini', next: 'hujan turun pagi' }],
  ])('%i %s', async (status, code, payload) => {
    const { send, signIn, passwordsChanged } = await ground()
    const answer = await send('POST', '/api/session/password', {
      headers: { cookie: await signIn('manager') },
      payload,
    })
    expect([answer.status, answer.code, passwordsChanged]).toEqual([status, code, []])
  })

  it('is for people who are signed in', async () => {
    const { send } = await ground()
    const payload = { current: password, next: 'hujan turun pagi' }
    expect((await send('POST', '/api/session/password', { payload })).status).toBe(401)
  })
})

describe('a guard', () => {
  it.each([
    ['/api/try/staff', 'nobody', 401],
    ['/api/try/staff', 'kiosk', 403],
    ['/api/try/staff', 'wayan', 200],
    ['/api/try/manager', 'nobody', 401],
    ['/api/try/manager', 'wayan', 403],
    ['/api/try/manager', 'kiosk', 403],
    ['/api/try/manager', 'manager', 200],
    ['/api/try/visits', 'nobody', 401],
    ['/api/try/visits', 'display', 403],
    ['/api/try/visits', 'kiosk', 200],
    ['/api/try/visits', 'wayan', 200],
    ['/api/try/heard', 'nobody', 401],
    ['/api/try/heard', 'manager', 403],
    ['/api/try/heard', 'kiosk', 403],
    ['/api/try/heard', 'display', 200],
  ])('%s by %s: %i', async (url, who, status) => {
    const { send, signIn, enrol } = await ground()
    const cookie =
      who === 'nobody' ? '' : who === 'kiosk' || who === 'display' ? enrol(who) : await signIn(who)
    expect((await send('POST', url, { headers: { cookie } })).status).toBe(status)
  })

  it('looks before the body is: a stranger’s nonsense is a 401, not a 400', async () => {
    const { send } = await ground()
    expect((await send('POST', '/api/try/staff', { payload: { nonsense: true } })).code).toBe('not-signed-in')
  })

  it('asks somebody who was signed in on a device to sign in again, when the session ended', async () => {
    const { send, signIn, enrol, clock } = await ground()
    const cookie = `${await signIn('wayan')}; ${enrol('display')}`
    clock.now += 17 * 60 * 60 * 1000
    expect((await send('POST', '/api/try/staff', { headers: { cookie } })).code).toBe('not-signed-in')
  })
})
