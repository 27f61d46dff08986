import { describe, expect, it } from 'vitest'
import { ground } from './ground.ts'

const host = 'antre.local:3000'

describe('a command', () => {
  it.each([
    ['no Origin', undefined, null, 200],
    ['the host itself', `http://${host}`, null, 200],
    ['the host itself by https (behind a proxy)', `https://${host}`, null, 200],
    ['PUBLIC_URL', 'https://antre.example.go.id', 'https://antre.example.go.id/', 200],
    ['another site', 'https://evil.example', null, 403],
    ['the same host on another port', 'http://antre.local:8080', null, 403],
    ['a host that ends the same', `http://not-${host}`, null, 403],
    ['another scheme on the same host', `tftp://${host}`, null, 403],
    ['a sandboxed page', 'null', null, 403],
    ['PUBLIC_URL without TLS', 'http://antre.example.go.id', 'https://antre.example.go.id/', 403],
    ['PUBLIC_URL where none is set', 'https://antre.example.go.id', null, 403],
  ])('from %s', async (_what, origin, publicUrl, status) => {
    const { send } = await ground({ publicUrl })
    const headers = { host, ...(origin === undefined ? {} : { origin }) }
    const answer = await send('POST', '/api/try', { headers, payload: { services: ['a'] } })
    expect(answer.status).toBe(status)
    expect(answer.code).toBe(status === 403 ? 'foreign-origin' : undefined)
  })

  it('of a foreign page is refused before anything else is looked at', async () => {
    const { send } = await ground()
    const headers = { host, origin: 'https://evil.example' }
    expect((await send('POST', '/api/try/manager', { headers, payload: { nonsense: 1 } })).code).toBe(
      'foreign-origin',
    )
    expect((await send('DELETE', '/api/session', { headers })).code).toBe('foreign-origin')
    expect((await send('POST', '/api/nowhere', { headers })).code).toBe('foreign-origin')
  })
})

describe('a socket', () => {
  it('from a foreign page is refused, reading is not', async () => {
    const { send } = await ground()
    const headers = { host, origin: 'https://evil.example' }
    const upgrade = { connection: 'upgrade', upgrade: 'websocket' }
    expect((await send('GET', '/api/health', { headers: { ...headers, ...upgrade } })).code).toBe(
      'foreign-origin',
    )
    expect((await send('GET', '/api/health', { headers })).status).toBe(200)
  })
})
