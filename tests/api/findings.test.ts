// Rules FI over HTTP: who notes and who steers, what is kept of it, and what becomes of files.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { FacilityAnswer } from '../../server/http/findings/facilities.ts'
import type { FindingAnswer } from '../../server/http/findings/shapes.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { openTrainingStore } from '../../server/store/training.ts'
import { pngOf } from '../rules/png.ts'
import { zip } from '../sheets/zip.ts'
import { type HallApp, hallApp, openHall, password, type Somebody } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await hall.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => hall.close())

const note = (body: object, as: Somebody = 'ayu', on = hall) =>
  on.does<FindingAnswer>('POST /api/findings', { as, body })
const steer = (id: string, body: object, as: Somebody = 'manager', on = hall) =>
  on.does<FindingAnswer>(`POST /api/findings/${id}`, { as, body })
const read = (id: string, on = hall) => on.does<FindingAnswer>(`GET /api/findings/${id}`, { as: 'ayu' })
const list = (query = '', as: Somebody = 'ayu', on = hall) =>
  on.does<{ findings: FindingAnswer[]; total: number; more: boolean; owners: string[] }>(
    `GET /api/findings${query}`,
    { as },
  )

describe('[FI1] all staff see findings and note them, and the manager steers', () => {
  it('an officer notes one with a subject and a place, and the agency is the counter’s', async () => {
    const made = await note({ subject: 'air-conditioning', place: { kind: 'counter', id: 'loket-1' } })
    expect(made).toMatchObject({
      source: 'trial',
      what: 'AC, panas',
      words: '',
      where: 'Loket 1',
      agency: 'dukcapil',
      state: 'open',
      owner: null,
      evidence: [],
      notedBy: { role: 'officer', username: 'ayu' },
      mine: true,
    })
    expect(await read(made.id)).toEqual(made)
    const english = await hall.ask<FindingAnswer>(`GET /api/findings/${made.id}`, {
      as: 'dewi',
      headers: { 'accept-language': 'en' },
    })
    expect(english.body.what).toBe('Air conditioning, heat')
  })

  it('what is not theirs to say is refused, and nothing is noted', async () => {
    const before = (await list()).total
    for (const more of [
      { source: 'ministry' },
      { owner: 'ayu' },
      { due: '2026-12-01' },
      { state: 'done' },
      { expected: '2026-12-01' },
      { facility: 'ramp' },
      { visitedOn: '2026-11-20' },
      { element: 'sarana' },
    ])
      for (const as of ['ayu', 'spv'] as const)
        expect(await hall.outcome('POST /api/findings', { as, body: { what: 'x', ...more } })).toBe(
          '403 not-allowed',
        )
    expect((await list()).total).toBe(before)
    const { id } = await note({ what: 'Kursi patah', where: 'dekat pintu' }, 'dewi')
    for (const as of ['ayu', 'spv'] as const)
      expect(await hall.outcome(`POST /api/findings/${id}`, { as, body: { state: 'done' } })).toBe(
        '403 not-allowed',
      )
    const done = await steer(id, { state: 'done', done: 'Diganti', owner: 'budi', source: 'ombudsman' })
    expect(done).toMatchObject({
      state: 'done',
      done: 'Diganti',
      ownerName: 'Nama budi',
      source: 'ombudsman',
    })
  })

  it('during the trial it comes from the trial', async () => {
    const trial = await hallApp({ plan: { ...rulesPlan, operation: 'trial' } })
    expect((await note({ what: 'x' }, 'ayu', trial)).source).toBe('trial')
    const regular = await hallApp({ plan: regularPlan })
    expect((await note({ what: 'x' }, 'ayu', regular)).source).toBe('staff')
  })

  it('says what does not fit, and takes nothing of it', async () => {
    const asked: readonly [object, string][] = [
      [{}, '400 bad-request'],
      [{ what: '  \u202e ' }, '400 bad-request'],
      [{ what: 'x', place: { kind: 'zone', id: '__proto__' } }, '400 bad-request'],
      [{ what: 'x', place: { kind: 'counter', id: 'loket-99' } }, '404 unknown-counter'],
      [{ what: 'x', place: { kind: 'zone', id: 'constructor' } }, '404 unknown-zone'],
      [{ what: 'x', place: { kind: 'part', id: 'constructor' } }, '400 bad-request'],
      [{ what: 'x', service: 'none' }, '404 unknown-service'],
      [{ what: 'x', agency: 'constructor' }, '404 unknown-agency'],
      [{ what: 'x', facility: 'constructor' }, '404 unknown-facility'],
      [{ what: 'x', due: '2026-02-30' }, '400 bad-request'],
      [{ what: 'x', subject: 'hasOwnProperty' }, '400 bad-request'],
      [{ what: 'x'.repeat(2001) }, '400 bad-request'],
      [{ what: 'x', constructor: 1 }, '400 bad-request'],
    ]
    const before = (await list()).total
    for (const [body, outcome] of asked)
      expect([body, await hall.outcome('POST /api/findings', { as: 'manager', body })]).toEqual([
        body,
        outcome,
      ])
    expect((await list()).total).toBe(before)
  })

  it('words are kept as they were written, without what breaks or reverses text', async () => {
    const { what } = await note({ what: ' <b>AC</b> 😀\r\nmati \u202egnp ' })
    expect(what).toBe('<b>AC</b> 😀\nmati gnp')
  })
})

it('the list is filtered, and told page by page', async () => {
  const own = await hallApp()
  for (const [index, more] of [
    { source: 'ministry', owner: 'budi', due: '2026-11-23', agency: 'dukcapil' },
    { source: 'ministry', due: '2026-11-24', state: 'working' },
    { source: 'survey', element: 'sarana', service: 'kk' },
    { facility: 'ramp', expected: '2027-01-10' },
    { state: 'dropped', due: '2026-01-01' },
  ].entries())
    await note({ what: `temuan ${index + 1}`, ...more }, 'manager', own)
  const numbers = async (query: string) =>
    (await list(query, 'ayu', own)).findings.map(({ number }) => number)
  expect(await numbers('')).toEqual([5, 4, 3, 2, 1])
  expect(await numbers('?source=ministry')).toEqual([2, 1])
  expect(await numbers('?state=unfinished')).toEqual([4, 3, 2, 1])
  expect(await numbers('?state=dropped')).toEqual([5])
  expect(await numbers('?owner=budi')).toEqual([1])
  expect(await numbers('?owner=')).toEqual([5, 4, 3, 2])
  expect(await numbers('?agency=dukcapil')).toEqual([3, 1])
  expect(await numbers('?element=sarana')).toEqual([3])
  expect(await numbers('?overdue=1')).toEqual([1])
  expect(await numbers('?facility=1')).toEqual([4])
  expect(await list('?limit=2&below=4', 'ayu', own)).toMatchObject({
    findings: [{ number: 3 }, { number: 2 }],
    total: 5,
    more: true,
    owners: ['budi'],
    counts: [
      { source: 'ministry', open: 2, overdue: 1 },
      { source: 'ombudsman', open: 0, overdue: 0 },
      { source: 'trial', open: 1 },
      { source: 'visitor', open: 0 },
      { source: 'staff', open: 0 },
      { source: 'survey', open: 1 },
    ],
  })
  for (const query of ['?source=all', '?limit=-1', '?below=1e3', '?__proto__=1', '?state=open&state=done'])
    expect(await own.outcome(`GET /api/findings${query}`, { as: 'ayu' })).toBe('400 bad-request')
})

it('[FI2] the same noted again by the same person within ten minutes is one finding', async () => {
  const own = await hallApp()
  const body = { subject: 'seats', place: { kind: 'zone', id: 'depan' } }
  const first = await note(body, 'ayu', own)
  expect((await note(body, 'ayu', own)).id).toBe(first.id)
  expect((await note(body, 'budi', own)).id).not.toBe(first.id)
  expect((await note({ ...body, what: 'dua kursi' }, 'ayu', own)).id).not.toBe(first.id)
  own.later({ minutes: 11 })
  expect((await note(body, 'ayu', own)).id).not.toBe(first.id)
})

it('[FI3] each change of a finding is kept, with who, when and what it was before', async () => {
  const { id } = await note({ what: 'Toilet bocor' })
  await steer(id, { owner: 'Bagian Umum', due: '2026-12-24' })
  await hall.does(`POST /api/findings/${id}/remarks`, { as: 'dewi', body: { text: 'Tukang datang besok' } })
  await hall.does(`POST /api/findings/${id}/remarks`, { as: 'dewi', body: { text: 'Tukang datang besok' } })
  await steer(id, { owner: 'Bagian Umum' })
  const { history, version } = await steer(id, { due: null, state: 'working' })
  expect(version).toBe(4)
  expect(history.map(({ what, by, note: said }) => [what, by.username, by.role, said])).toEqual([
    ['noted', 'ayu', 'officer', null],
    ['changed', 'manager', 'manager', null],
    ['remark', 'dewi', 'officer', 'Tukang datang besok'],
    ['changed', 'manager', 'manager', null],
  ])
  expect(history[3]?.fields).toEqual([
    { field: 'due', before: '2026-12-24', after: null },
    { field: 'state', before: 'open', after: 'working' },
  ])
})

it('[FI4] nobody overwrites unseen what another has changed', async () => {
  const { id, version } = await note({ what: 'Layar padam' })
  await steer(id, { due: '2026-12-01', seen: version })
  const late = await hall.ask(`POST /api/findings/${id}`, {
    as: 'manager',
    body: { due: '2026-12-09', owner: 'budi', seen: version },
  })
  expect([late.status, late.code, late.body['fields']]).toEqual([409, 'finding-changed', ['due']])
  expect((await read(id)).owner).toBeNull()
  // The same, and another field, are joined.
  expect(await steer(id, { due: '2026-12-01', owner: 'budi', seen: version })).toMatchObject({
    due: '2026-12-01',
    owner: 'budi',
  })
})

it('[FI5] who noted a finding may correct it and take it back the same day', async () => {
  const own = await hallApp()
  const { id } = await note({ subject: 'seats' }, 'ayu', own)
  expect(await steer(id, { what: 'Kursi basah', where: 'sudut' }, 'ayu', own)).toMatchObject({
    what: 'Kursi basah',
  })
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'budi', body: { what: 'x' } })).toBe(
    '403 not-allowed',
  )
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'ayu', body: { state: 'done' } })).toBe(
    '403 not-allowed',
  )
  expect((await steer(id, { state: 'dropped' }, 'ayu', own)).state).toBe('dropped')
  await steer(id, { state: 'open' }, 'manager', own)
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'ayu', body: { state: 'dropped' } })).toBe(
    '403 not-allowed',
  )
  const { id: other } = await note({ subject: 'sound' }, 'ayu', own)
  own.later({ hours: 24 })
  await own.take(['kk'])
  expect(await own.outcome(`POST /api/findings/${other}`, { as: 'ayu', body: { what: 'x' } })).toBe(
    '403 not-allowed',
  )
})

const sample = (name: string) => readFileSync(new URL(`../media/files/${name}`, import.meta.url))
const octets = { 'content-type': 'application/octet-stream' }
const send = (id: string, body: Buffer, name = 'a', as: Somebody = 'ayu', on = hall) =>
  on.ask<FindingAnswer & { why?: string }>(
    `POST /api/findings/${id}/evidence?name=${encodeURIComponent(name)}`,
    { as, body, headers: octets },
  )
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
    ['Surat\u202e \u0000 "keputusan".exe', pdf, 'pdf', 'Surat keputusan.pdf'],
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

it('[FI10] a finding outlives its owner’s account and its place in the plan', async () => {
  const own = await hallApp()
  const { id } = await note(
    { what: 'AC', place: { kind: 'counter', id: 'loket-2' }, owner: 'budi' },
    'manager',
    own,
  )
  const name = rulesPlan.counters.find((counter) => counter.id === 'loket-2')?.name.id
  const account = own.access.staff.byUsername('budi')?.id ?? ''
  await own.does(`POST /api/staff/${account}/disable`, { as: 'manager' })
  await own.revise({
    ...rulesPlan,
    counters: rulesPlan.counters.filter((counter) => counter.id !== 'loket-2'),
  })
  own.later({ hours: 24 })
  await own.take(['kk'])
  expect(await read(id, own)).toMatchObject({
    owner: 'budi',
    ownerGone: true,
    where: name,
    place: { kind: 'counter', id: 'loket-2', name, gone: true },
  })
})

describe('[FI11] what became of things since a visit is told by the hall’s days', () => {
  it('what it left, what was done, what is still open, what came after', async () => {
    const own = await hallApp()
    const visit = { day: '2026-11-20', source: 'ministry', who: 'Tim PAN-RB' }
    expect(await own.outcome('POST /api/findings/visits', { as: 'spv', body: visit })).toBe('403 not-allowed')
    const { id } = await own.does<{ id: string }>('POST /api/findings/visits', { as: 'manager', body: visit })
    await own.does('POST /api/findings/visits', { as: 'manager', body: { ...visit, day: '2027-05-01' } })
    const left = { source: 'ministry', visitedOn: '2026-11-20' }
    const one = await note({ what: 'Ruang laktasi', ...left }, 'manager', own)
    const two = await note({ what: 'Internet', ...left }, 'manager', own)
    await steer(one.id, { state: 'done' }, 'manager', own)
    const three = await note({ what: 'Kursi' }, 'ayu', own)
    const since = async (which: string) => {
      const said = await own.does<Record<string, FindingAnswer[]>>(`GET /api/findings/visits/${which}`, {
        as: 'ayu',
      })
      return ['left', 'done', 'open', 'noted'].map((kind) => (said[kind] ?? []).map(({ number }) => number))
    }
    const numbers = { one: one.number, two: two.number, three: three.number }
    expect(await since(id)).toEqual([
      [numbers.two, numbers.one],
      [numbers.one],
      [numbers.two],
      [numbers.three],
    ])
    expect(await since('last')).toEqual(await since(id))
    expect(await own.outcome('GET /api/findings/visits/__proto__', { as: 'ayu' })).toBe(
      '404 unknown-inspection',
    )
    // Its day is corrected: what it left goes with it.
    await own.does(`POST /api/findings/visits/${id}`, {
      as: 'manager',
      body: { ...visit, day: '2026-11-21' },
    })
    expect((await read(two.id, own)).visitedOn).toBe('2026-11-21')
    expect(await own.outcome(`DELETE /api/findings/visits/${id}`, { as: 'manager' })).toBe('409 has-findings')
    expect(await own.does('GET /api/findings/visits', { as: 'ayu' })).toMatchObject({
      visits: [
        { day: '2027-05-01', findings: 0 },
        { day: '2026-11-21', findings: 2, unfinished: 1 },
      ],
    })
  })

  it('a clock that leaps changes nothing of it', async () => {
    const own = await hallApp()
    await own.take(['kk'])
    const { id } = await note({ what: 'x' }, 'ayu', own)
    own.clock.leapt = -40 * 24 * 3_600_000
    const moved = await steer(id, { state: 'done' }, 'manager', own)
    expect([moved.notedOn, moved.stateSince]).toEqual(['2026-11-24', '2026-11-24'])
    expect(Date.parse(moved.changedAt)).toBeGreaterThanOrEqual(Date.parse(moved.notedAt))
  })
})

describe('[FI12] a facility that is lacking is one line of the same list', () => {
  const facilities = async (on: HallApp) =>
    (await on.does<{ facilities: FacilityAnswer[] }>('GET /api/findings/facilities', { as: 'ayu' }))
      .facilities
  const set = (on: HallApp, id: string, body: object) =>
    on.does<FacilityAnswer>(`POST /api/findings/facilities/${id}`, { as: 'manager', body })

  it('both ways', async () => {
    const own = await hallApp()
    expect((await facilities(own)).slice(0, 3).map(({ id, state }) => [id, state])).toEqual([
      ['ramp', 'unknown'],
      ['guiding-blocks', 'unknown'],
      ['accessible-toilet', 'unknown'],
    ])
    const lacking = await set(own, 'ramp', { state: 'lacking', expected: '2027-02-01' })
    const finding = await read(lacking.finding ?? '', own)
    expect(finding).toMatchObject({ what: 'Ramp (bidang landai)', facility: 'ramp', expected: '2027-02-01' })
    await set(own, 'ramp', { state: 'lacking', expected: '2027-03-01' })
    expect((await list('?facility=1', 'ayu', own)).findings).toMatchObject([{ expected: '2027-03-01' }])
    expect(await set(own, 'ramp', { state: 'there' })).toMatchObject({ state: 'there', finding: null })
    expect((await read(finding.id, own)).state).toBe('done')
    await steer(finding.id, { state: 'working' }, 'manager', own)
    expect((await facilities(own))[0]).toMatchObject({ state: 'lacking', finding: finding.id })
    await steer(finding.id, { state: 'done' }, 'manager', own)
    expect((await facilities(own))[0]).toMatchObject({ state: 'there' })
  })

  it('the hall adds its own, and what does not exist is refused', async () => {
    const own = await hallApp()
    const body = { name: { id: 'Mesin fotokopi', en: 'Copier' } }
    const made = await own.does<FacilityAnswer>('POST /api/findings/facilities', { as: 'manager', body })
    expect(await own.does('POST /api/findings/facilities', { as: 'manager', body })).toEqual(made)
    expect(await set(own, made.id, { state: 'lacking' })).toMatchObject({
      name: body.name,
      state: 'lacking',
      own: true,
    })
    for (const id of ['__proto__', 'constructor', 'none'])
      expect(await own.outcome(`POST /api/findings/facilities/${id}`, { as: 'manager', body: {} })).toBe(
        '404 unknown-facility',
      )
    expect(await own.outcome('POST /api/findings/facilities', { as: 'spv', body })).toBe('403 not-allowed')
  })
})

describe('[FI13] findings outlive the trial and are not part of a training', () => {
  it('the hall that follows a rehearsal has them, with their history and evidence', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'antre-findings-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const trial = await hallApp({ dir, sealed: true, plan: { ...rulesPlan, operation: 'trial' } })
    const { id } = await note({ what: 'Kursi kurang' }, 'ayu', trial)
    const { body } = await send(id, sample('small.jpg'), 'a', 'ayu', trial)
    await trial.does('POST /api/findings/visits', {
      as: 'manager',
      body: { day: '2026-11-20', source: 'ombudsman', who: 'Ombudsman' },
    })
    await trial.does('POST /api/hall/begin', { as: 'manager', body: { from: 'plan', password } })
    await trial.close()
    const next = await hallApp({ dir, sealed: true })
    const found = await read(id, next)
    expect(found).toMatchObject({ source: 'trial', evidence: [{ id: body.evidence[0]?.id, lost: false }] })
    expect(found.history).toHaveLength(2)
    expect(await next.does('GET /api/findings/visits', { as: 'ayu' })).toMatchObject({
      visits: [{ who: 'Ombudsman' }],
    })
  })
})

it('[FI13] findings outlive the trial and are not part of a training: what is noted while practising is noted in the hall', async () => {
  const own = await hallApp()
  const practised = openTrainingStore(own.dir, own.db, (error) => own.failures.push(error))
  const during = await hallApp({ store: () => practised.store })
  const { id } = await note({ what: 'Kursi patah' }, 'ayu', during)
  practised.close()
  expect(await read(id, own)).toMatchObject({ what: 'Kursi patah' })
})

it('[FI14] the list has an end', async () => {
  const own = await hallApp()
  for (let count = 1; count <= 60; count += 1) await note({ what: `temuan ${count}` }, 'ayu', own)
  expect(await own.outcome('POST /api/findings', { as: 'ayu', body: { what: 'satu lagi' } })).toBe(
    '409 too-many-findings',
  )
  const { id } = await note({ what: 'pengelola' }, 'manager', own)
  for (let count = 2; count <= 200; count += 1)
    await own.does(`POST /api/findings/${id}/remarks`, { as: 'ayu', body: { text: `baris ${count}` } })
  expect(await own.outcome(`POST /api/findings/${id}/remarks`, { as: 'ayu', body: { text: 'lagi' } })).toBe(
    '409 too-many-changes',
  )
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'manager', body: { owner: 'x' } })).toBe(
    '409 too-many-changes',
  )
  expect((await steer(id, { state: 'done' }, 'manager', own)).state).toBe('done')
})
