// Certificate and key: faults in them are reported, and changes take effect without a connection being dropped.
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readTls, watchTls } from '../../server/tls.ts'
import { makePair, type MadePair } from './certificate.ts'

const one = makePair('one')
const two = makePair('two')

/** The two files in a folder of their own. */
function filesOf({ cert, key }: MadePair) {
  const folder = mkdtempSync(join(tmpdir(), 'antre-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  write(files, { cert, key })
  return files
}

function write(files: { cert: string; key: string }, { cert, key }: Partial<MadePair>): void {
  if (cert !== undefined) writeFileSync(files.cert, cert)
  if (key !== undefined) writeFileSync(files.key, key)
}

describe('a pair that can’t be used says which file and why', () => {
  it.each<[string, Partial<MadePair>, RegExp]>([
    ['a key of another certificate', { key: two.key }, /cert\.pem, .*key\.pem: the key is not that/],
    ['a certificate that is none', { cert: 'hello' }, /cert\.pem: /],
    ['half a certificate', { cert: one.cert.slice(0, 300) }, /cert\.pem: /],
    ['half a key', { key: one.key.slice(0, 100) }, /key\.pem: /],
    ['an empty key', { key: '' }, /key\.pem: /],
    ['the two swapped', { cert: one.key, key: one.cert }, /cert\.pem: /],
  ])('%s', (_what, changed, why) => {
    const files = filesOf({ ...one, ...changed })
    expect(() => readTls(files)).toThrow(why)
  })

  it('a file that is not there', () => {
    const files = filesOf(one)
    unlinkSync(files.key)
    expect(() => readTls(files)).toThrow(/key\.pem: ENOENT/)
  })

  it('and says nothing of what is in the key', () => {
    const [first = '', body = '', ...rest] = one.key.split('\n')
    const files = filesOf({ ...one, key: [first, `${body}!`, ...rest].join('\n') })
    const said: string[] = []
    try {
      readTls(files)
    } catch (error) {
      said.push(String(error))
    }
    expect(said).toEqual([expect.stringContaining('key.pem')])
    expect(said.join()).not.toContain(body.slice(0, 20))
  })
})

/** A server under observation, and what its log says. */
async function serve(files: { cert: string; key: string }, now = Date.now()) {
  const lines: string[] = []
  const keep = (level: string) => (details: object, message: string) => {
    const { err } = details as { err?: Error }
    lines.push(`${level} ${message}${err ? `: ${err.message}` : ''}`)
  }
  const pair = readTls(files)
  const server = createServer({ ...pair }, (_request, response) => response.end('ok'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const log = { info: keep('info'), warn: keep('warn') }
  const { look, stop } = watchTls({ files, pair, server, log, now: () => now })
  onTestFinished(() => {
    stop()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo

  /** Opens a connection; returns the name on the certificate that the server showed. */
  async function call(): Promise<{ socket: TLSSocket; name: string }> {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false })
    socket.on('error', () => {})
    onTestFinished(() => void socket.destroy())
    await once(socket, 'secureConnect')
    return { socket, name: String(socket.getPeerCertificate().subject.CN) }
  }
  return { look, call, lines, port }
}

async function answers({ socket }: { socket: TLSSocket }): Promise<boolean> {
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  const [bytes] = (await once(socket, 'data')) as [Buffer]
  return String(bytes).startsWith('HTTP/1.1 200')
}

describe('files that change', () => {
  it('are taken for new connections, and open ones go on', async () => {
    const files = filesOf(one)
    const { look, call, lines } = await serve(files)
    const before = await call()
    expect([before.name, await answers(before)]).toEqual(['one', true])
    write(files, two)
    look()
    expect(lines).toEqual(['info tls: a new certificate is in use'])
    expect((await call()).name).toBe('two')
    expect(await answers(before)).toBe(true)
  })

  it('are accepted by those who trust them: the certificate is complete', async () => {
    const files = filesOf(one)
    const { port } = await serve(files)
    const asked = request({ port, host: 'localhost', ca: one.cert, agent: false, family: 4 }).end()
    const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }]
    response.resume()
    expect(response.statusCode).toBe(200)
  })

  it('and do not fit together leave the old pair in use until they do, told once', async () => {
    const files = filesOf(one)
    const { look, call, lines } = await serve(files)
    write(files, { cert: two.cert })
    look()
    look()
    expect(lines).toEqual([
      expect.stringMatching(/^warn tls: the changed .* old one stays: .*the key is not that/),
    ])
    expect((await call()).name).toBe('one')
    write(files, { key: two.key })
    look()
    expect(lines.at(-1)).toBe('info tls: a new certificate is in use')
    expect((await call()).name).toBe('two')
  })

  it('and are half written, empty or gone leave the old pair in use', async () => {
    const files = filesOf(one)
    const { look, call, lines } = await serve(files)
    truncateSync(files.cert, 200)
    look()
    truncateSync(files.cert, 0)
    look()
    unlinkSync(files.cert)
    look()
    expect(lines).toHaveLength(3)
    expect((await call()).name).toBe('one')
  })

  it('behind a link that now leads elsewhere are taken too', async () => {
    const files = filesOf(one)
    const newer = filesOf(two)
    renameSync(files.cert, `${files.cert}.1`)
    renameSync(files.key, `${files.key}.1`)
    symlinkSync(`${files.cert}.1`, files.cert)
    symlinkSync(`${files.key}.1`, files.key)
    const { look, call } = await serve(files)
    for (const file of ['cert', 'key'] as const) {
      unlinkSync(files[file])
      symlinkSync(newer[file], files[file])
    }
    look()
    expect((await call()).name).toBe('two')
  })

  it.each<[string, (folder: string) => void]>([
    ['ENOTDIR', (folder) => writeFileSync(folder, 'a file where the folder was')],
    ['ELOOP', (folder) => symlinkSync(folder, folder)],
  ])(
    'whose folder can’t be entered (%s) leave the old pair in use until they can, told once',
    async (code, spoil) => {
      const inside = join(dirname(filesOf(one).cert), 'live')
      mkdirSync(inside)
      const files = { cert: join(inside, 'cert.pem'), key: join(inside, 'key.pem') }
      write(files, one)
      const { look, call, lines } = await serve(files)
      renameSync(inside, `${inside}.away`)
      spoil(inside)
      look()
      look()
      expect(lines).toEqual([expect.stringMatching(new RegExp(`^warn tls: .* old one stays: .*${code}`))])
      expect((await call()).name).toBe('one')
      rmSync(inside)
      renameSync(`${inside}.away`, inside)
      write(files, two)
      look()
      expect(lines.at(-1)).toBe('info tls: a new certificate is in use')
      expect((await call()).name).toBe('two')
    },
  )

  it('and did not change are left alone', async () => {
    const { look, lines } = await serve(filesOf(one))
    look()
    expect(lines).toEqual([])
  })
})

describe('a certificate’s end', () => {
  const day = 86_400_000
  it.each([
    [15, []],
    [13, ['warn tls: the certificate ends soon']],
    [-1, ['warn tls: the certificate has ended']],
  ])('in %i days', async (days, expected) => {
    const now = Date.now()
    const { look, lines } = await serve(filesOf(makePair('ends', now + days * day + 60_000)), now)
    look()
    expect(lines).toEqual(expected)
  })

  it('is no longer warned of once a new one is in use', async () => {
    const files = filesOf(makePair('ends', Date.now() + 3 * day))
    const { look, lines } = await serve(files)
    write(files, two)
    look()
    look()
    expect(lines).toEqual(['warn tls: the certificate ends soon', 'info tls: a new certificate is in use'])
  })
})
