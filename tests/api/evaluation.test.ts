// The evaluation pack over HTTP: a pack of a small hall is made, fetched and opened.
import { readXlsx } from 'hucre/xlsx'
import JSZip from 'jszip'
import { beforeAll, expect, it, vi } from 'vitest'
import type { StepsAnswer } from '../../server/reports/question.ts'
import type { AppParts } from '../../server/assembly/parts.ts'
import { evaluation } from '../evaluation/here.ts'
import { type HallApp, hallApp, openHall } from './hall-app.ts'

const day = '2026-11-24'

interface PackSaid {
  packs: { id: string; title: string; state: string; share: number; to: string; by: string }[]
}

/** A hall on the day after: six visitors came, one is sent home. */
async function afterADay(open: () => Promise<HallApp>): Promise<HallApp> {
  const hall = await open()
  await hall.act('ayu', 'open', 'loket-1')
  for (let nth = 0; nth < 6; nth += 1) await hall.take(['kk'])
  for (let nth = 0; nth < 6; nth += 1) {
    hall.clock.now += 60_000
    await hall.act('ayu', 'call-next', 'loket-1')
    await hall.act('ayu', 'start', 'loket-1')
    hall.clock.now += 300_000
    await hall.act(
      'ayu',
      'finish',
      'loket-1',
      nth === 5 ? { outcome: 'incomplete' } : nth < 2 ? { documents: 2 } : {},
    )
  }
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  return hall
}

const begin = (hall: HallApp, body: object = {}) =>
  hall.ask<{ id: string }>('POST /api/evaluation', {
    as: 'manager',
    body: { from: day, to: day, title: 'Laporan evaluasi', ...body },
  })

async function made(hall: HallApp, id: string): Promise<JSZip> {
  const finished = async () => {
    const { state, share } = await hall.does(`GET /api/evaluation/${id}`, { as: 'manager' })
    if (state !== 'done' || share !== 1) throw new Error(String(state))
  }
  await vi.waitFor(finished, { timeout: 60_000, interval: 100 })
  const headers = { cookie: hall.cookies.get('manager') ?? '' }
  const answer = await hall.app.inject({ method: 'GET', url: `/api/evaluation/${id}/pack.zip`, headers })
  expect(answer.headers).toMatchObject({ 'content-type': 'application/zip' })
  return JSZip.loadAsync(answer.rawPayload)
}

interface Said {
  questions: { id: string; kind: string; answer: string | null; reviewedOn: string | null }[]
}
interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly unknown[])[]
}

/** What was answered before the pack of this file was made. */
const decree = 'Perbup 12/2026 <b>\nbaris dua'
const title = '<w:p>../../x\n"Laporan" \ud83d\ude80'

/** One pack for the file: it costs a second. */
let hall: HallApp
let names: readonly string[] = []
let text = ''
let sheets: readonly Sheet[] = []
beforeAll(async () => {
  hall = await afterADay(openHall)
  await hall.does('PUT /api/evaluation/answers', {
    as: 'manager',
    body: {
      answers: [
        { id: 'founding-decree', answer: ` ${decree} ` },
        { id: 'staff-number', answer: '42' },
      ],
    },
  })
  // It goes on: it ends with yesterday.
  const { body } = await begin(hall, { title, to: '2027-01-31' })
  const zip = await made(hall, body.id)
  names = Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name]))
  const bytesOf = async (name: string) => (await zip.file(name)?.async('uint8array')) ?? new Uint8Array()
  const document = await JSZip.loadAsync(await bytesOf('laporan.docx'))
  text = (await document.file('word/document.xml')?.async('string')) ?? ''
  ;({ sheets } = await readXlsx(await bytesOf('tabel.xlsx')))
  return hall.close
})

const sheet = (name: string) => sheets.find((one) => one.name === name)?.rows.slice(1) ?? []

it('[EV6] a pack is the document, every table, and the charts', async () => {
  expect(names).toEqual(expect.arrayContaining(['laporan.docx', 'tabel.xlsx']))
  const pictures = names.filter((name) => name.startsWith('grafik/'))
  expect(pictures.length).toBeGreaterThan(4)
  for (const name of pictures) expect(name).toMatch(/^grafik\/\d\d-[a-z0-9-]+\.(svg|png)$/)
  expect(text).toContain('&lt;w:p&gt;../../x')
  expect(text).toContain('Mal dalam satu halaman')
  expect(sheets.length).toBeGreaterThan(25)
  for (const { name } of sheets) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
})

it('[EV11] a figure in the pack is the same as in the reports: documents handed over', async () => {
  const { rows } = await hall.does<StepsAnswer>(`GET /api/reports/steps?from=${day}&to=${day}&by=hall`, {
    as: 'manager',
  })
  expect(rows.map(({ documents }) => documents)).toEqual([4])
  expect(sheet('Investasi dan dokumen')).toContainEqual([
    'Dokumen yang diserahkan kepada pengunjung, menurut catatan loket',
    '4',
  ])
})

it('[EV11] a figure in the pack is the same as in the reports', async () => {
  const { rows } = await hall.does<StepsAnswer>(`GET /api/reports/steps?from=${day}&to=${day}&by=service`, {
    as: 'manager',
  })
  expect(sheet('Layanan, semua ukuran').map((row) => row.slice(0, 5))).toEqual(
    rows.map(({ name, taken, called, served, incomplete }) => [name?.id, taken, called, served, incomplete]),
  )
  expect(sheet('Ringkasan')).toEqual(expect.arrayContaining([['Kunjungan', '6']]))
  const apart = await hall.does<{ rows: { key: string; visits: number }[] }>(
    `GET /api/reports/visits?from=${day}&to=${day}&by=operation`,
    { as: 'manager' },
  )
  expect(apart.rows).toHaveLength(1)
  expect(sheet('Uji coba dan biasa').map((row) => row.slice(0, 3))).toEqual(
    apart.rows.map(({ key, visits }) => [key === 'trial' ? 'uji coba' : 'biasa', 1, visits]),
  )
})

it('[EV13] how many services lack a whole standard is one number: on the page, in readiness, in the pack', async () => {
  const { items } = await hall.does<{ items: { code: string; count: number }[] }>(
    'GET /api/evaluation/missing',
    { as: 'manager' },
  )
  const ready = await hall.does<{ items: { code: string; count: number }[] }>('GET /api/readiness', {
    as: 'manager',
  })
  const [, said = ''] =
    sheet('Ringkasan').find(([name]) => String(name).includes('enam komponen standar lengkap')) ?? []
  const [whole = -1, all = -1] = String(said).split(' dari ').map(Number)
  const { services } = await hall.does<{ services: { status: string }[] }>('GET /api/hall')
  expect(all).toBe(services.filter(({ status }) => status === 'open' || status === 'trial').length)
  // Others are listed, but nobody can be served by them.
  expect(sheet('Enam komponen').length).toBeGreaterThan(all)
  const countOf = (of: typeof items, code: string) => of.find((one) => one.code === code)?.count
  expect(countOf(items, 'components')).toBe(all - whole)
  expect(countOf(ready.items, 'component-missing')).toBe(all - whole)
})

it('[EV10] what nobody answered is named as missing, never invented', async () => {
  const put = (answers: object[]) => ({ as: 'manager', body: { answers } }) as const
  const line = 'PUT /api/evaluation/answers'
  const { questions } = await hall.does<Said>('GET /api/evaluation/answers', { as: 'manager' })
  expect(questions.find(({ id }) => id === 'founding-decree')).toMatchObject({
    answer: decree,
    reviewedOn: '2026-11-25',
  })
  expect(questions.filter(({ answer }) => answer === null)).toHaveLength(questions.length - 2)
  expect(await hall.outcome(line, put([{ id: 'staff-number', answer: 'banyak' }]))).toBe('422 answer-unfit')
  expect(await hall.outcome(line, put([{ id: 'opened-on', answer: '2026-02-31' }]))).toBe('422 answer-unfit')
  expect(await hall.outcome(line, put([{ id: '__proto__', answer: 'a' }]))).toBe('422 unknown-question')
  expect(await hall.outcome(line, put([{ id: 'budget', answer: 'x'.repeat(10_000) }]))).toBe(
    '400 bad-request',
  )

  const rows = sheets.filter(({ name }) => name.startsWith('Keterangan')).flatMap((one) => one.rows.slice(1))
  expect(rows).toHaveLength(questions.length)
  expect(rows.filter(([, answer]) => answer === 'belum diisi')).toHaveLength(questions.length - 2)
  expect(rows.find(([, answer]) => answer === decree)).toBeDefined()
  // Nobody tapped at the reception.
  expect(sheet('Investasi dan dokumen')).toContainEqual(['Pengunjung yang hanya bertanya', 'tidak dicatat'])

  const gone = await hall.does<Said>(line, put([{ id: 'staff-number', answer: null }]))
  expect(gone.questions.filter(({ answer }) => answer !== null).map(({ id }) => id)).toEqual([
    'founding-decree',
  ])
})

it('[EV7] one pack at a time: kept over a restart, until somebody takes it away', async () => {
  const { packs } = await hall.does<PackSaid>('GET /api/evaluation', { as: 'manager' })
  const [id = ''] = packs.map((pack) => pack.id)
  await hall.app.close()
  const again = await openHall({ dir: hall.dir, at: hall.clock.now })
  const kept = await again.does<PackSaid>('GET /api/evaluation', { as: 'manager' })
  expect(kept.packs).toMatchObject([{ id, title, state: 'done', to: day }])
  expect(await again.outcome(`DELETE /api/evaluation/${id}`, { as: 'manager' })).toBe(200)
  expect(await again.outcome(`GET /api/evaluation/${id}/pack.zip`, { as: 'manager' })).toBe(
    '404 unknown-pack',
  )
  await again.close()
})

it('[EV7] one pack at a time: ten at once are one, and another is refused until it is cancelled', async () => {
  const never: AppParts['evaluation'] = {
    ...evaluation,
    spawn: () => ({ post: () => {}, onMessage: () => {}, onEnd: () => {}, stop: () => {} }),
  }
  const own = await afterADay(() => hallApp({ evaluation: never }))
  const ten = await Promise.all(Array.from({ length: 10 }, () => begin(own)))
  expect(new Set(ten.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  const { status, code } = await begin(own, { title: 'Lain' })
  expect([status, code]).toEqual([409, 'pack-under-way'])
  const [{ body } = { body: { id: '' } }] = ten
  expect(await own.outcome(`DELETE /api/evaluation/${body.id}`, { as: 'manager' })).toBe(200)
  expect(await own.does(`GET /api/evaluation/${body.id}`, { as: 'manager' })).toMatchObject({
    state: 'cancelled',
  })
  expect(await begin(own, { title: 'Lain' })).toMatchObject({ status: 202 })
})

it('[EV9] a pack covers only days that are over', async () => {
  const hall = await hallApp()
  const tries: [string, string, string][] = [
    ['2026-11-25', day, '422 period-reversed'],
    [day, day, '422 day-not-over'],
    ['2026-12-01', '2026-12-31', '422 day-not-over'],
    ['2026-11-01', '2026-11-20', '422 nothing-to-evaluate'],
    ['1900-01-01', day, '422 period-too-long'],
    ['2026-02-30', day, '400 bad-request'],
    ['__proto__', day, '400 bad-request'],
  ]
  for (const [from, to, expected] of tries) {
    const body = { from, to, title: 'a' }
    expect([from, to, await hall.outcome('POST /api/evaluation', { as: 'manager', body })]).toEqual([
      from,
      to,
      expected,
    ])
  }
  for (const title of ['', ' \n ', 'x'.repeat(10_000), 7, null])
    expect(
      await hall.outcome('POST /api/evaluation', {
        as: 'manager',
        body: { from: '2026-11-01', to: day, title },
      }),
    ).toBe('400 bad-request')
  for (const id of ['__proto__', '..%2f..%2fantre.db', 'x'.repeat(90), '%00'])
    for (const line of [
      `GET /api/evaluation/${id}`,
      `GET /api/evaluation/${id}/pack.zip`,
      `DELETE /api/evaluation/${id}`,
    ])
      expect([line, await hall.outcome(line, { as: 'manager' })]).toEqual([line, '404 unknown-pack'])
  expect(await hall.outcome('GET /api/evaluation', { as: 'spv' })).toBe('403 not-allowed')
})
