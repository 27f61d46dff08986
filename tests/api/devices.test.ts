import { describe, expect, it } from 'vitest'
import { ground } from './ground.ts'

async function asManager() {
  const set = await ground()
  const headers = { cookie: await set.signIn('manager') }
  const invite = (payload: object) => set.send('POST', '/api/devices', { headers, payload })
  return { ...set, headers, invite }
}

function tokenOf(url: unknown): string {
  return new URL(String(url)).searchParams.get('enrol') ?? ''
}

describe('POST /api/devices', () => {
  it('answers 201 with the device and its link, on the host that the manager uses', async () => {
    const { send, headers } = await asManager()
    const payload = { kind: 'display', zone: 'z1', label: 'Zona A, TV kiri' }
    const { status, body } = await send('POST', '/api/devices', {
      headers: { ...headers, host: '192.168.1.10:3000' },
      payload,
    })
    expect([status, body['device']]).toEqual([
      201,
      { id: expect.any(String), kind: 'display', zone: 'z1', label: payload.label },
    ])
    expect(body['url']).toMatch(/^http:\/\/192\.168\.1\.10:3000\/display\/\?enrol=[\w-]{43}$/)
  })

  it('needs no zone: then it is for the whole hall', async () => {
    const { invite } = await asManager()
    expect((await invite({ kind: 'kiosk' })).body['device']).toMatchObject({
      kind: 'kiosk',
      zone: null,
      label: null,
    })
    expect((await invite({ kind: 'display', zone: null })).status).toBe(201)
  })

  it('keeps what a display shows, and tells the display', async () => {
    const { invite, send } = await asManager()
    const layout = { kind: 'counter', of: ['loket-1'] }
    const { status, body } = await invite({ kind: 'display', layout })
    expect([status, body['device']]).toEqual([201, expect.objectContaining({ layout })])
    const payload = { token: tokenOf(body['url']) }
    const { cookie } = await send('POST', '/api/devices/enrol', { payload })
    const self = await send('GET', '/api/devices/self?kind=display', { headers: { cookie } })
    expect(self.body['device']).toEqual(body['device'])
  })

  it.each([
    [{ kind: 'display', layout: { kind: 'zones', of: ['z1', 'z9'] } }, 404, 'unknown-zone'],
    [{ kind: 'display', layout: { kind: 'zone', of: [] } }, 404, 'unknown-zone'],
    [{ kind: 'display', layout: { kind: 'agency', of: ['nobody'] } }, 404, 'unknown-agency'],
    [{ kind: 'display', layout: { kind: 'counter', of: ['loket-1', 'loket-1'] } }, 404, 'unknown-counter'],
    [{ kind: 'display', layout: { kind: 'palace', of: [] } }, 400, 'bad-request'],
    [{ kind: 'display', layout: 'corridor' }, 400, 'bad-request'],
    [{ kind: 'display', zone: 'z9' }, 404, 'unknown-zone'],
    [{ kind: 'printer' }, 400, 'bad-request'],
    [{}, 400, 'bad-request'],
    [{ kind: 'kiosk', colour: 'red' }, 400, 'bad-request'],
  ])('%j: %i %s', async (payload, status, code) => {
    const { invite } = await asManager()
    const answer = await invite(payload)
    expect([answer.status, answer.code]).toEqual([status, code])
  })

  it('is for the manager', async () => {
    const { send, signIn } = await ground()
    const payload = { kind: 'kiosk' }
    expect((await send('POST', '/api/devices', { payload })).status).toBe(401)
    const headers = { cookie: await signIn('wayan') }
    expect((await send('POST', '/api/devices', { payload, headers })).status).toBe(403)
  })
})

describe('POST /api/devices/enrol', () => {
  it('answers with the device and a cookie for years, which opens the doors of kiosks', async () => {
    const { send, invite } = await asManager()
    const { body } = await invite({ kind: 'kiosk' })
    const enrolled = await send('POST', '/api/devices/enrol', { payload: { token: tokenOf(body['url']) } })
    expect([enrolled.status, enrolled.body]).toEqual([200, { device: body['device'] }])
    expect(enrolled.headers['set-cookie']).toMatch(
      /^antre_device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=34560000$/,
    )
    expect((await send('POST', '/api/try/visits', { headers: { cookie: enrolled.cookie } })).status).toBe(200)
  })

  it('repeats its answer, so that a lost reply burns nothing', async () => {
    const { send, invite } = await asManager()
    const payload = { token: tokenOf((await invite({ kind: 'kiosk' })).body['url']) }
    const first = await send('POST', '/api/devices/enrol', { payload })
    const second = await send('POST', '/api/devices/enrol', { payload })
    expect([second.status, second.body]).toEqual([200, first.body])
    expect((await send('POST', '/api/try/visits', { headers: { cookie: second.cookie } })).status).toBe(200)
  })

  it('with an invalid token: 401 bad-token', async () => {
    const { send } = await ground()
    const { status, code, cookie } = await send('POST', '/api/devices/enrol', { payload: { token: 'x' } })
    expect([status, code, cookie]).toEqual([401, 'bad-token', ''])
  })
})

describe('GET and DELETE /api/devices', () => {
  it('lists devices with when they enrolled and were last seen', async () => {
    const { send, headers, enrol, clock } = await asManager()
    await send('POST', '/api/try/visits', { headers: { cookie: enrol('kiosk') } })
    const { body } = await send('GET', '/api/devices', { headers })
    const at = new Date(clock.now).toISOString()
    expect(body).toEqual({
      devices: [
        {
          id: expect.any(String),
          kind: 'kiosk',
          zone: null,
          label: null,
          enrolledAt: at,
          lastSeenAt: at,
          report: null,
          sound: null,
          troubles: [],
        },
      ],
      zones: [],
    })
  })

  it('takes an enrolment back, and says so, so that its sockets are closed', async () => {
    const { send, headers, enrol, access, revoked } = await asManager()
    const cookie = enrol('kiosk')
    const id = access.devices.list()[0]?.id ?? ''
    expect((await send('DELETE', `/api/devices/${id}`, { headers })).status).toBe(200)
    expect(revoked).toEqual([id])
    expect((await send('POST', '/api/try/visits', { headers: { cookie } })).status).toBe(401)
    const again = await send('DELETE', `/api/devices/${id}`, { headers })
    expect([again.status, again.code]).toEqual([404, 'unknown-device'])
  })

  it('is for the manager', async () => {
    const { send, enrol } = await ground()
    const headers = { cookie: enrol('kiosk') }
    expect((await send('GET', '/api/devices', { headers })).status).toBe(403)
    expect((await send('DELETE', '/api/devices/x', { headers })).status).toBe(403)
  })
})
