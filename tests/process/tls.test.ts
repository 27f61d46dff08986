// The built server with a certificate, and without one when others reach it.
import { once } from 'node:events'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { en, id } from '../../server/texts/start.ts'
import { makePair, type MadePair } from '../tls/certificate.ts'
import { buildServer, emptyFolder, firstRunOf, start, startFails } from './server.ts'

const { program } = buildServer()

/** A pair of files, as the settings name them. */
function settingsFor(pair: MadePair) {
  const folder = emptyFolder()
  const files = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') }
  const put = ({ cert, key }: MadePair) => {
    writeFileSync(files.TLS_CERT, cert)
    writeFileSync(files.TLS_KEY, key)
  }
  put(pair)
  return { files, put }
}

/** One request on a connection of its own, to a server whose certificate is `ca`. */
async function ask(url: string, ca: string, body?: object) {
  const sent = request(url, { ca, agent: false, method: body ? 'POST' : 'GET' })
  if (body) sent.setHeader('content-type', 'application/json')
  sent.end(body && JSON.stringify(body))
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.resume()
  return response
}

describe('with a certificate', () => {
  it('serves https alone, its cookies are Secure, and a new certificate drops no socket', async () => {
    const one = makePair('one')
    const two = makePair('two')
    const { files, put } = settingsFor(one)
    const dataDir = emptyFolder()
    const server = await start(program, dataDir, { ...files, LOG_LEVEL: 'info' })
    const { manager, enrol } = firstRunOf(dataDir)
    expect(enrol.kiosk).toMatch(new RegExp(`^${server.url}/kiosk/`))
    const signedIn = await ask(`${server.url}/api/session`, one.cert, manager)
    expect(signedIn.headers['set-cookie']).toEqual([
      expect.stringMatching(/HttpOnly; SameSite=Strict; .*; Secure$/),
    ])

    const { headers } = await ask(`${server.url}/api/docs/`, one.cert)
    expect(headers['strict-transport-security']).toBe('max-age=31536000')

    const board = new WebSocket(`${server.url.replace('https', 'wss')}/api/live?topic=board:all`, {
      ca: one.cert,
    })
    await once(board, 'message')
    put(two)
    await expect.poll(server.said, { timeout: 20_000 }).toContain('tls: a new certificate is in use')
    expect((await ask(`${server.url}/api/health`, two.cert)).statusCode).toBe(200)
    await once(board, 'message')
    expect(board.readyState).toBe(WebSocket.OPEN)
    board.close()
    expect(server.said()).toContain(en.running)
    expect(server.said()).not.toContain('without TLS')
    expect(await server.end('SIGTERM')).toBe(0)
  })

  it('that can’t be used does not start, and says which and why', async () => {
    const { files } = settingsFor({ cert: makePair('one').cert, key: makePair('two').key })
    const dataDir = join(emptyFolder(), 'data')
    const { code, said } = await startFails(program, { ...files, PORT: '0', DATA_DIR: dataDir })
    expect(code).toBe(1)
    const why = `${files.TLS_CERT}, ${files.TLS_KEY}: the key is not that of the certificate`
    expect(said).toBe(`${id.tlsUnusable.replace('{why}', why)}\n${en.tlsUnusable.replace('{why}', why)}\n`)
  })
})

describe('with one that', () => {
  it('is not there: what to do is said', async () => {
    const { files } = settingsFor(makePair('one'))
    rmSync(files.TLS_KEY)
    const { code, said } = await startFails(program, { ...files, PORT: '0', DATA_DIR: emptyFolder() })
    const fill = (text: string) => text.replace('{file}', files.TLS_KEY)
    expect([code, said]).toEqual([1, `${fill(id.tlsMissing)}\n${fill(en.tlsMissing)}\n`])
  })

  it('can’t be reached any more leaves the server up, with the one it has', async () => {
    const pair = makePair('one')
    const { files } = settingsFor(pair)
    const server = await start(program, emptyFolder(), { ...files, LOG_LEVEL: 'info' })
    const folder = dirname(files.TLS_CERT)
    rmSync(folder, { recursive: true })
    symlinkSync(folder, folder)
    await expect.poll(server.said, { timeout: 20_000 }).toMatch(/ELOOP.*old one stays/)
    expect((await ask(`${server.url}/api/health`, pair.cert)).statusCode).toBe(200)
    expect(await server.end('SIGTERM')).toBe(0)
  })
})

describe('without one', () => {
  it('says plainly in both languages and in the log what it means that others reach it', async () => {
    const server = await start(program, emptyFolder(), { HOST: '0.0.0.0' })
    for (const text of [id.plainHttp, en.plainHttp])
      await expect.poll(server.said).toContain(text.replace('{host}', '0.0.0.0'))
    expect(server.said()).toContain('"host":"0.0.0.0","msg":"no TLS')
    expect(await server.end('SIGTERM')).toBe(0)
  })

  it('has nothing to say where this PC alone reaches it', async () => {
    const server = await start(program, emptyFolder())
    await expect.poll(server.said).toContain(en.running)
    expect(server.said()).not.toMatch(/TLS/)
    expect(await server.end('SIGTERM')).toBe(0)
  })
})
