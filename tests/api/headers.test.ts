import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ground } from './ground.ts'

let pages: string
beforeAll(() => {
  pages = mkdtempSync(join(tmpdir(), 'antre-pages-'))
  for (const page of ['home', 'kiosk', 'display', 'counter', 'audit', 'manage', 'phone']) {
    mkdirSync(join(pages, page))
    writeFileSync(join(pages, page, 'index.html'), `<title>${page}</title>`)
  }
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'assets', 'kiosk-1a2b.js'), 'plain')
  writeFileSync(join(pages, 'assets', 'kiosk-1a2b.js.gz'), 'packed')
  writeFileSync(join(pages, 'antre-source.tar.gz'), 'sources')
  writeFileSync(join(pages, 'LICENSE.txt'), 'licence')
})
afterAll(() => rmSync(pages, { recursive: true }))

const host = '192.168.1.10:3000'

describe('a page', () => {
  it.each([
    ['/', 'home'],
    ['/kiosk/', 'kiosk'],
    ['/kiosk/?enrol=abc', 'kiosk'],
    ['/display/', 'display'],
    ['/counter/', 'counter'],
    ['/audit/', 'audit'],
    ['/manage/', 'manage'],
    ['/manage/services/', 'manage'],
    ['/manage/services/ktp-3f8k2a?lang=en', 'manage'],
    ['/manage/no-such-section/', 'manage'],
  ])('%s is served, checked again each time, under a strict policy', async (url, page) => {
    const { send } = await ground({ pages })
    const { status, text, headers } = await send('GET', url, { headers: { host } })
    expect([status, text]).toEqual([200, `<title>${page}</title>`])
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;media-src 'self';font-src 'self';" +
        `connect-src 'self' ws://${host} wss://${host};` +
        "base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  it('is told who may open it only where browsers listen: on localhost and by https', async () => {
    const { send } = await ground({ pages })
    const coop = async (name: string) =>
      (await send('GET', '/kiosk/', { headers: { host: name } })).headers['cross-origin-opener-policy']
    expect(await coop('localhost:3000')).toBe('same-origin')
    expect(await coop(host)).toBeUndefined()
  })

  it('takes no policy from a forged host', async () => {
    const { send } = await ground({ pages })
    for (const forged of ["x; script-src 'unsafe-inline'", "localhost; script-src 'unsafe-inline'"]) {
      const { status, headers } = await send('GET', '/kiosk/', { headers: { host: forged } })
      expect(status).toBe(421)
      expect(JSON.stringify(headers)).not.toContain('unsafe-inline')
    }
  })

  it('behind a proxy that puts another Host knows the sockets of the public address', async () => {
    const { send } = await ground({ pages, publicUrl: 'https://antre.example' })
    const { headers } = await send('GET', '/kiosk/', { headers: { host: '127.0.0.1:3000' } })
    expect(headers['content-security-policy']).toContain(
      "connect-src 'self' ws://127.0.0.1:3000 wss://127.0.0.1:3000 wss://antre.example;",
    )
  })

  it('without its final slash leads to it, and the enrolment comes along', async () => {
    const { send } = await ground({ pages })
    const { status, headers } = await send('GET', '/kiosk?enrol=abc')
    expect([status, headers['location']]).toEqual([308, '/kiosk/?enrol=abc'])
  })

  it('renews a device’s cookie when it is loaded, and nobody else’s', async () => {
    const { send, enrol } = await ground({ pages })
    const cookie = enrol('display')
    const renewed = await send('GET', '/display/', { headers: { cookie } })
    expect(renewed.headers['set-cookie']).toMatch(new RegExp(`^${cookie};.*Max-Age=34560000`))
    // No cache on the way may keep it for others.
    expect(renewed.headers['cache-control']).toBe('private, no-cache')
    const stranger = { cookie: `antre_device=${'x'.repeat(43)}` }
    expect((await send('GET', '/display/', { headers: stranger })).headers).not.toHaveProperty('set-cookie')
  })

  it('leads to the sources and the licence, from the hall’s own server', async () => {
    const { send } = await ground({ pages })
    const sources = await send('GET', '/source')
    expect([sources.status, sources.text]).toEqual([200, 'sources'])
    expect(sources.headers['content-disposition']).toContain('antre-source.tar.gz')
    expect((await send('GET', '/LICENSE.txt')).text).toBe('licence')
  })

  it('that is not there is a problem like any other', async () => {
    const { send } = await ground({ pages })
    expect((await send('GET', '/assets/nothing.js')).code).toBe('not-found')
    expect((await send('GET', '/assets/..%2f..%2fpackage.json')).status).not.toBe(200)
    expect((await send('GET', '/nowhere/')).code).toBe('not-found')
    expect((await send('POST', '/kiosk/')).code).toBe('method-not-allowed')
    expect((await send('POST', '/assets/kiosk-1a2b.js')).code).toBe('method-not-allowed')
  })
})

describe('an asset', () => {
  it('is cached for ever, and comes compressed if the browser can decompress it', async () => {
    const { send } = await ground({ pages })
    const packed = await send('GET', '/assets/kiosk-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect([packed.text, packed.headers['content-encoding']]).toEqual(['packed', 'gzip'])
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(packed.headers['content-type']).toMatch(/javascript/)
    expect((await send('GET', '/assets/kiosk-1a2b.js')).text).toBe('plain')
  })
})

describe('an answer of the API', () => {
  it('is never kept and never sniffed', async () => {
    const { send } = await ground()
    const endless = `/api/devices/${'x'.repeat(500)}`
    for (const url of ['/api/health', '/api/nowhere', '/api/%c0', endless]) {
      const { headers } = await send('GET', url)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    }
  })
})

describe('while the server stops', () => {
  it('a command gets 503 stopping', async () => {
    const { app } = await ground()
    let answered: unknown
    app.addHook('preClose', async () => {
      const url = app.listeningOrigin
      answered = await fetch(`${url}/api/try`, { method: 'POST' }).then((response) => response.json())
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    await app.close()
    expect(answered).toMatchObject({ status: 503, code: 'stopping' })
  })
})
