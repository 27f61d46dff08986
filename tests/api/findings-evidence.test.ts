// Rules FI over HTTP: the files that prove a finding or its end.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { FindingAnswer } from '../../server/http/findings/shapes.ts'
import { pngOf } from '../rules/png.ts'
import { zip } from '../sheets/zip.ts'
import { findingsIn, octets, sample } from './findings.ts'
import { type HallApp, hallApp, openHall, type Somebody } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await hall.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => hall.close())

const { note, read, send } = findingsIn(() => hall)

const folder = (on = hall) => join(on.dir, 'findings')
const inFolder = (on = hall) => (existsSync(folder(on)) ? readdirSync(folder(on)) : [])
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n')
const docx = (more: { name: string; content: string }[] = []) =>
  zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w/>' },
    ...more,
  ])
const odt = zip([
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
  { name: 'content.xml', content: '<x/>' },
])

describe('[FI6] evidence is what its content says', () => {
  it.each([
    ['foto.html', sample('small.jpg'), 'jpeg', 'foto.jpg'],
    ['../../etc/passwd', sample('small.png'), 'png', 'passwd.png'],
    ['Surat\u202e \u0000\uffff "keputusan".exe', pdf, 'pdf', 'Surat keputusan.pdf'],
    ['laporan.docx.js', docx(), 'docx', 'laporan.docx.docx'],
    ['__proto__', odt, 'odt', '__proto__.odt'],
    ['', pdf, 'pdf', 'bukti.pdf'],
    [`${'😀'.repeat(100)}.pdf`, pdf, 'pdf', `${'😀'.repeat(30)}.pdf`],
  ] as const)('a file called %j is taken as what it is', async (name, body, kind, kept) => {
    const { id } = await note({ what: `berkas ${kept}` })
    const { status, body: finding } = await send(id, body, name)
    expect(status).toBe(201)
    expect(finding.evidence).toMatchObject([{ kind, name: kept, lost: false }])
    const file = join(folder(), finding.evidence[0]?.id ?? '')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('everything else is refused with its reason, and nothing of it stays', async () => {
    const vast = Buffer.from(pngOf(20, 20), 'base64')
    vast.writeUInt32BE(30_000, 16)
    vast.writeUInt32BE(30_000, 20)
    const locked = docx()
    const list_ = locked.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    locked.writeUInt16LE(1, list_ + 8)
    const page = '<html><script>alert(1)</script></html>'
    const refused: readonly (readonly [string, Buffer, string])[] = [
      ['page.jpg', Buffer.from(page), '422 unsupported'],
      ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'), '422 unsupported'],
      ['nothing.pdf', Buffer.alloc(0), '422 empty'],
      ['short.png', sample('small.png').subarray(0, 900), '422 damaged'],
      ['short.jpg', sample('small.jpg').subarray(0, 900), '422 damaged'],
      ['half.pdf', pdf.subarray(0, 20), '422 damaged'],
      ['bomb.png', vast, '413 too-many-pixels'],
      ['heavy.png', Buffer.concat([sample('small.png'), Buffer.alloc(13 << 20)]), '413 too-large'],
      ['a.zip', zip([{ name: 'a.txt', content: 'x' }]), '422 unsupported'],
      ['a.docx', docx([{ name: 'word/vbaProject.bin', content: 'x' }]), '422 macros'],
      ['b.docx', locked, '422 locked'],
      ['old.doc', Buffer.from('d0cf11e0a1b11ae1'.repeat(8), 'hex'), '422 old-office'],
      ['a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(64), 'latin1'), '422 heic'],
      ['film.mp4', sample('moves.mp4'), '422 unsupported'],
      // Shorter than what any kind is known by.
      ...[1, 2, 3, 4, 8, 11].map(
        (bytes) => ['begun.jpg', sample('small.jpg').subarray(0, bytes), '422 unsupported'] as const,
      ),
      ['broken.docx', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(99)]), '422 damaged'],
    ]
    const { id } = await note({ what: 'berkas palsu' })
    const before = inFolder()
    for (const [name, body, said] of refused) {
      const { status, body: problem } = await send(id, body, name)
      expect([name, `${status} ${problem.why}`]).toEqual([name, said])
    }
    expect(inFolder()).toEqual(before)
    expect((await read(id)).evidence).toEqual([])
  })
})

describe('[FI7] nothing stays of an upload that was not taken', () => {
  const line = (id: string, headers: Record<string, string | number>) => {
    const { port } = hall.app.server.address() as { port: number }
    return httpRequest({
      port,
      method: 'POST',
      path: `/api/findings/${id}/evidence?name=a.jpg`,
      headers: { ...octets, cookie: hall.cookies.get('ayu') ?? '', host: `127.0.0.1:${port}`, ...headers },
    })
  }

  it('of one that says it has 500 MB, and of one that goes on and on', async () => {
    const { id } = await note({ what: 'film panjang' })
    const before = inFolder()
    const answered = (request: ReturnType<typeof line>) =>
      new Promise<string>((resolve) => {
        request.on('response', (response) => {
          let text = ''
          response.on('data', (piece: Buffer) => (text += piece.toString()))
          response.on('end', () =>
            resolve(`${response.statusCode} ${(JSON.parse(text) as { code: string }).code}`),
          )
        })
        request.on('error', () => {})
      })
    const said = line(id, { 'content-length': 500 * 1024 * 1024 })
    const first = answered(said)
    said.flushHeaders()
    expect(await first).toBe('413 evidence-too-large')
    said.destroy()
    const endless = line(id, { 'transfer-encoding': 'chunked' })
    const second = answered(endless)
    const piece = Buffer.alloc(1 << 20, 0xff)
    for (let count = 0; count < 22 && !endless.destroyed; count += 1) endless.write(piece)
    expect(await second).toBe('413 evidence-too-large')
    endless.destroy()
    await expect.poll(() => inFolder()).toEqual(before)
  })

  it('of one that is cut in the middle', async () => {
    const { id } = await note({ what: 'terputus' })
    const before = inFolder()
    const cut = line(id, { 'content-length': 4000 })
    cut.on('error', () => {})
    cut.write(sample('small.jpg').subarray(0, 1000))
    await expect.poll(() => inFolder().filter((name) => name.startsWith('.upload-')).length).toBe(1)
    cut.destroy()
    await expect.poll(() => inFolder()).toEqual(before)
    expect((await read(id)).evidence).toEqual([])
  })

  it('somebody who holds a dozen open waits for them, and nobody else does', async () => {
    const { id } = await note({ what: 'unggahan lambat' })
    const before = inFolder()
    const held = Array.from({ length: 12 }, () => {
      const one = line(id, { 'content-length': 4000 })
      one.on('error', () => {})
      one.write(Buffer.alloc(1000))
      return one
    })
    await expect.poll(() => inFolder().filter((name) => name.startsWith('.upload-')).length).toBe(12)
    const answers = await Promise.all(
      (['ayu', 'budi'] as const).map((who) => send(id, sample('small.jpg'), 'f.jpg', who)),
    )
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [429, 'too-many-requests'],
      [201, undefined],
    ])
    for (const one of held) one.destroy()
    await expect.poll(() => inFolder()).toHaveLength(before.length + 1)
  })

  it('ten at once are all taken, and no more than a finding can have', async () => {
    const { id } = await note({ what: 'sepuluh foto' })
    const ten = () => Promise.all(Array.from({ length: 10 }, () => send(id, sample('small.jpg'), 'f.jpg')))
    expect((await ten()).map(({ status }) => status)).toEqual(Array(10).fill(201))
    await ten()
    const before = inFolder()
    const { status, code } = await send(id, sample('small.jpg'))
    expect([status, code]).toEqual([409, 'too-much-evidence'])
    expect(inFolder()).toEqual(before)
    expect((await read(id)).evidence).toHaveLength(20)
  })

  it('of a server that was killed: leftovers go, what has a row gets its name, what nobody knows stays', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'antre-findings-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const before = await hallApp({ dir })
    const { id } = await note({ what: 'x' }, 'ayu', before)
    const kept = (await send(id, sample('small.jpg'), 'a', 'ayu', before)).body.evidence[0]?.id ?? ''
    const gone = (await send(id, sample('small.png'), 'b', 'ayu', before)).body.evidence[1]?.id ?? ''
    await before.does(`DELETE /api/findings/${id}/evidence/${gone}`, { as: 'ayu' })
    await before.close()
    const at = (name: string) => join(dir, 'findings', name)
    const bytes = readFileSync(at(kept))
    rmSync(at(kept))
    writeFileSync(at(`.ready-${kept}`), bytes)
    writeFileSync(at('.upload-x'), 'half')
    writeFileSync(at('.ready-none'), 'half')
    writeFileSync(at(gone), 'erased too late')
    writeFileSync(at('11111111-2222-3333-4444-555555555555'), 'of data that were put aside')
    const after = await hallApp({ dir })
    await expect
      .poll(() => readdirSync(join(dir, 'findings')).sort())
      .toEqual(['11111111-2222-3333-4444-555555555555', kept].sort())
    expect((await read(id, after)).evidence).toMatchObject([{ id: kept, lost: false }])
    rmSync(at(kept))
    expect((await read(id, after)).evidence).toMatchObject([{ id: kept, lost: true }])
    expect(await after.outcome(`GET /api/findings/${id}/evidence/${kept}`, { as: 'ayu' })).toBe(
      '404 unknown-file',
    )
  })

  it('of a folder that can’t be written', async () => {
    const own = await hallApp()
    const { id } = await note({ what: 'x' }, 'ayu', own)
    // A file in the way stands in for a disk that refuses: root is refused nothing by permissions.
    writeFileSync(folder(own), '')
    const { status } = await send(id, sample('small.jpg'), 'a', 'ayu', own)
    expect([500, 507]).toContain(status)
    expect((await read(id, own)).evidence).toEqual([])
  })
})

it('[FI9] evidence is for staff, and never a page', async () => {
  const { id } = await note({ what: 'bukti' })
  const { body } = await send(id, sample('small.jpg'), "Foto 'jelas' é.jpg")
  await send(id, pdf, 'surat.pdf')
  const [photo, letter] = (await read(id)).evidence
  const get = (file = '', as: Somebody = 'dewi') =>
    hall.app.inject({
      url: `/api/findings/${id}/evidence/${file}`,
      headers: { cookie: hall.cookies.get(as) ?? '' },
    })
  const shown = await get(photo?.id)
  expect(shown.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
    'content-disposition': "inline; filename*=UTF-8''Foto%20jelas%20%C3%A9.jpg".replace(
      'jelas',
      '%27jelas%27',
    ),
  })
  expect(shown.rawPayload).toHaveLength(body.evidence[0]?.bytes ?? 0)
  expect((await get(letter?.id)).headers['content-disposition']).toMatch(/^attachment; /)
  for (const as of ['nobody', 'kiosk'] as const) expect((await get(photo?.id, as)).statusCode).toBe(401)
  for (const other of ['none', '..%2f..%2fantre.db', '.upload-x'])
    expect((await get(other)).statusCode).toBe(404)
  // By somebody else it is taken away by the manager only.
  const line = `DELETE /api/findings/${id}/evidence/${photo?.id}`
  expect(await hall.outcome(line, { as: 'dewi' })).toBe('403 not-allowed')
  const after = await hall.does<FindingAnswer>(`${line}?why=Wajah%20terlihat`, { as: 'manager' })
  expect(after.evidence.map(({ name }) => name)).toEqual(['surat.pdf'])
  expect(after.history.at(-1)).toMatchObject({
    what: 'evidence-removed',
    note: "Foto 'jelas' é.jpg: Wajah terlihat",
    by: { username: 'manager' },
  })
  expect((await get(photo?.id)).statusCode).toBe(404)
  expect(inFolder()).not.toContain(photo?.id)
})
