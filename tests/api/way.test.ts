// How a request came: what a proxy fails to say must not make cookies insecure, and what it says must not lock out
// people on the hall's own network.
import { describe, expect, it } from 'vitest'
import { ground, password } from './ground.ts'

const publicUrl = 'https://antre.karangasem.go.id'
const viaProxy = { publicUrl, trustProxy: 'loopback', hostNames: ['mpp.lan'] }
const payload = { username: 'manager', password }

interface Way {
  readonly host: string
  readonly told?: Record<string, string>
  readonly from?: string
}
async function signsIn({ host, told = {}, from = '127.0.0.1' }: Way, given: object = viaProxy) {
  const { send } = await ground(given)
  const headers = { host, ...told }
  const { headers: found } = await send('POST', '/api/session', { payload, headers, remoteAddress: from })
  const docs = await send('GET', '/api/docs', { headers, remoteAddress: from })
  return {
    secure: String(found['set-cookie']).endsWith('; Secure'),
    hsts: docs.headers['strict-transport-security'] ?? null,
  }
}
const locked = { secure: true, hsts: 'max-age=31536000' }
const open = { secure: false, hsts: null }

describe('with an https PUBLIC_URL cookies are for https alone', () => {
  it.each<[string, Way]>([
    ['says all', { host: 'antre.karangasem.go.id', told: { 'x-forwarded-proto': 'https' } }],
    ['forgets the protocol', { host: 'antre.karangasem.go.id' }],
    ['forgets it, and has a port', { host: 'antre.karangasem.go.id:443' }],
    ['puts its own name for the Host', { host: '127.0.0.1:3000', told: { 'x-forwarded-proto': 'https' } }],
    ['puts another name for the Host', { host: 'localhost:3000' }],
    [
      'tells the Host apart',
      { host: '127.0.0.1:3000', told: { 'x-forwarded-host': 'antre.karangasem.go.id' } },
    ],
    ['says http', { host: 'antre.karangasem.go.id', told: { 'x-forwarded-proto': 'http' } }],
    ['stands on another PC', { host: 'antre.karangasem.go.id', from: '192.168.1.2' }],
  ])('whatever the proxy says: it %s', async (_what, way) => {
    expect(await signsIn(way)).toEqual(locked)
  })

  it.each<[string, Way]>([
    ['by the address', { host: '192.168.1.10:3000', from: '192.168.1.77' }],
    ['by a name of the hall', { host: 'mpp.lan:3000', from: '192.168.1.77' }],
    ['from this PC, by its address', { host: '192.168.1.10:3000', from: '192.168.1.10' }],
    [
      'and says itself that a proxy had https',
      { host: '192.168.1.10:3000', from: '192.168.1.77', told: { 'x-forwarded-proto': 'https' } },
    ],
    [
      'by a proxy that says http',
      { host: '192.168.1.10', told: { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'mpp.lan' } },
    ],
  ])('but for who comes over the hall’s network %s', async (_what, way) => {
    expect(await signsIn(way)).toEqual(open)
  })
})

it('without one they are as before', async () => {
  expect(await signsIn({ host: 'localhost:3000' }, {})).toEqual(open)
  expect(await signsIn({ host: '192.168.1.10:3000' }, { publicUrl: 'http://192.168.1.10:3000' })).toEqual(
    open,
  )
})

describe('the origin of a command', () => {
  it.each<[string, string, string, Record<string, string>, number]>([
    ['the public address', 'antre.karangasem.go.id', publicUrl, {}, 200],
    ['it without TLS', 'antre.karangasem.go.id', 'http://antre.karangasem.go.id', {}, 403],
    ['it without TLS, the Host replaced', '127.0.0.1:3000', 'http://antre.karangasem.go.id', {}, 403],
    [
      'it without TLS, the Host told apart',
      '127.0.0.1:3000',
      'http://antre.karangasem.go.id',
      { 'x-forwarded-host': 'antre.karangasem.go.id' },
      403,
    ],
    [
      'it without TLS, the proxy says http',
      'antre.karangasem.go.id',
      'http://antre.karangasem.go.id',
      { 'x-forwarded-proto': 'http' },
      403,
    ],
    [
      'it without TLS at a port',
      'antre.karangasem.go.id:8080',
      'http://antre.karangasem.go.id:8080',
      {},
      403,
    ],
    ['another name that came by https', 'mpp.lan', 'http://mpp.lan', { 'x-forwarded-proto': 'https' }, 403],
    ['another name, told apart', '127.0.0.1:3000', 'https://mpp.lan', { 'x-forwarded-host': 'mpp.lan' }, 200],
    [
      'a foreign name, told apart by itself',
      '127.0.0.1:3000',
      'https://evil.example',
      { 'x-forwarded-host': 'evil.example' },
      403,
    ],
    ['the hall’s network', '192.168.1.10:3000', 'http://192.168.1.10:3000', {}, 200],
    ['this PC', 'localhost:3000', 'http://localhost:3000', {}, 200],
  ])('%s', async (_what, host, origin, told, status) => {
    const { send } = await ground(viaProxy)
    const headers = { host, origin, ...told }
    expect((await send('POST', '/api/try', { headers, payload: { services: ['a'] } })).status).toBe(status)
  })
})

describe('the address of the caller', () => {
  const addressOf = async (told: string, from = '127.0.0.1') => {
    const { send, access } = await ground(viaProxy)
    const headers = { host: 'mpp.lan', 'x-forwarded-for': told }
    await send('POST', '/api/session', { payload, headers, remoteAddress: from })
    return access.sessions.list(access.staff.byUsername('manager')?.id ?? '')[0]?.address
  }

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['1.2.3.4, 203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['[2001:db8::7]:51234', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    // A proxy that passes on what the visitor wrote: nobody gets another address with every attempt.
    ['unknown', '127.0.0.1'],
    ['x'.repeat(500), '127.0.0.1'],
    ['<b>', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('told as %j is %s', async (told, address) => {
    expect(await addressOf(told)).toBe(address)
  })

  it('is believed of nobody but a proxy on this PC', async () => {
    expect(await addressOf('203.0.113.7', '192.168.1.77')).toBe('192.168.1.77')
  })
})
