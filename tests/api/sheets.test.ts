// The plan as a spreadsheet over HTTP: fetched, read without changing anything, and taken into the draft, where two managers
// see each other.
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { ImportAnswer } from '../../server/http/commands/sheets.ts'
import { kindNames } from '../../server/sheets/kind-names.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { table, workbook } from '../sheets/zip.ts'
import { sheets } from '../sheets/here.ts'
import { hallApp, type HallApp, type Somebody } from './hall-app.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const file = async (hall: HallApp, url: string) =>
  hall.app.inject({ url, headers: { cookie: hall.cookies.get('manager') ?? '' } })
const send = (
  hall: HallApp,
  bytes: Buffer,
  query = '',
  as: Somebody = 'manager',
  type = 'application/octet-stream',
) =>
  hall.ask<ImportAnswer>(`POST /api/plan/import${query}`, {
    as,
    body: bytes,
    headers: { 'content-type': type },
  })
const draftOf = (hall: HallApp) =>
  hall.does<{ plan: Plan; from: number; base: number; changedBy: string | null }>('GET /api/plan/draft', {
    as: 'manager',
  })

const agencies = (short: string, ...more: string[][]) =>
  workbook({
    sheets: {
      Instansi: table([
        ['ID – jangan diubah', 'Nama', 'Nama (Inggris)', 'Singkatan'],
        ['dukcapil', 'Dukcapil', 'Dukcapil', short],
        ['polres', 'Polres', 'Polres', 'Polres'],
        ['bank', 'Bank', 'Bank', 'Bank'],
        ...more,
      ]),
    },
  })

it('gives the plan or its draft as a workbook, as CSV and as JSON, and reads each back', async () => {
  const hall = await hallApp()
  const { from, base } = await draftOf(hall)
  const draft = { ...rulesPlan, walkSeconds: 77 }
  await hall.does(`PUT /api/plan/draft?from=${from}&base=${base}`, { as: 'manager', body: draft })
  const whole = await file(hall, '/api/plan.xlsx?language=en')
  expect([whole.statusCode, whole.headers['content-type'], whole.headers['content-disposition']]).toEqual([
    200,
    xlsx,
    'attachment; filename="antre-2026-11-24.xlsx"',
  ])
  // Read against the draft, the live plan takes its change back.
  expect((await send(hall, whole.rawPayload, '', 'manager', xlsx)).body.changes).toMatchObject([
    { field: 'walkSeconds', before: 77, after: 60 },
  ])
  const drafted = await file(hall, '/api/plan.xlsx?draft=1')
  expect((await send(hall, drafted.rawPayload)).body).toMatchObject({ changes: [], faults: [], notes: [] })
  for (const kind of kindNames) {
    const one = await file(hall, `/api/plan.csv?kind=${kind}&draft=1&language=id`)
    expect([one.statusCode, one.headers['content-type']]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ])
    expect((await send(hall, one.rawPayload, '', 'manager', 'text/csv')).body.changes).toEqual([])
  }
  const json = await file(hall, '/api/plan.json?draft=1')
  expect(json.json()).toEqual(draft)
  expect((await send(hall, json.rawPayload, '', 'manager', 'application/json')).body.changes).toEqual([])
})

it('[S32] a file changes nothing until it is taken, and then only the draft', async () => {
  const hall = await hallApp()
  const looked = await send(hall, agencies('Capil'))
  expect(looked.body).toMatchObject({
    taken: false,
    changes: [
      { kind: 'agency', id: 'dukcapil', what: 'changed', field: 'short', before: 'Dukcapil', after: 'Capil' },
    ],
  })
  expect((await draftOf(hall)).changedBy).toBeNull()
  const { from, base } = looked.body
  const taken = await send(hall, agencies('Capil'), `?take=1&from=${from}&base=${base}`)
  expect(taken.body).toMatchObject({ taken: true, from: from + 1 })
  const draft = await draftOf(hall)
  expect(draft.plan.agencies[0]?.short).toBe('Capil')
  expect(draft.from).toBe(from + 1)
  expect((await hall.does<Plan>('GET /api/plan', { as: 'manager' })).agencies[0]?.short).toBe('Dukcapil')
  // Sent again because the answer was lost.
  expect((await send(hall, agencies('Capil'), `?take=1&from=${from}&base=${base}`)).body).toMatchObject({
    taken: true,
    from: from + 1,
    changes: [],
  })
})

it('takes nothing of a file in which something is not clear, and says what', async () => {
  const hall = await hallApp()
  const bytes = agencies('Capil', ['', 'Bank', 'Bank', 'B2'])
  const refused = await send(hall, bytes, '?take=1')
  expect([refused.status, refused.code]).toEqual([422, 'sheet-faults'])
  expect(refused.body.faults).toMatchObject([
    { sheet: 'Instansi', row: 5, column: 'Nama', cell: 'B5', code: 'same-twice' },
  ])
  expect((await draftOf(hall)).changedBy).toBeNull()
  const answered = await send(hall, bytes, '?take=1&choose=agency:5=new')
  expect(answered.body.taken).toBe(true)
  expect((await draftOf(hall)).plan.agencies).toHaveLength(4)
  const broken = await send(hall, Buffer.from('%PDF-1.7'), '?take=1')
  expect([broken.status, broken.code]).toEqual([422, 'sheet-faults'])
})

it('[S40] a draft that somebody else changed meanwhile is not overwritten', async () => {
  const hall = await hallApp()
  const budi = hall.access.staff.byUsername('budi')
  hall.access.change(budi?.id ?? '', { name: 'Budi', role: 'manager', agency: null })
  const { from, base } = (await send(hall, agencies('Capil'))).body
  await hall.does(`PUT /api/plan/draft?from=${from}&base=${base}`, {
    as: 'budi',
    body: { ...rulesPlan, walkSeconds: 5 },
  })
  for (const query of [`?take=1&from=${from}&base=${base}`, '?take=1']) {
    const refused = await send(hall, agencies('Capil'), query)
    expect([refused.status, refused.code]).toEqual([409, 'plan-changed'])
  }
  const again = (await send(hall, agencies('Capil'))).body
  await send(hall, agencies('Capil'), `?take=1&from=${again.from}`)
  const { plan } = await draftOf(hall)
  expect([plan.walkSeconds, plan.agencies[0]?.short]).toEqual([5, 'Capil'])
})

it('refuses what was read over a draft that changed while the file was read', async () => {
  let meanwhile = async () => {}
  const hall = await hallApp({
    sheets: {
      ...sheets,
      read: async (question) => {
        await meanwhile()
        return sheets.read(question)
      },
    },
  })
  const { from, base } = await draftOf(hall)
  meanwhile = () =>
    hall.does(`PUT /api/plan/draft?from=${from}&base=${base}`, {
      as: 'manager',
      body: { ...rulesPlan, walkSeconds: 5 },
    })
  expect((await send(hall, agencies('Capil'), `?take=1&from=${from}`)).code).toBe('plan-changed')
  expect((await draftOf(hall)).plan).toMatchObject({ walkSeconds: 5, agencies: rulesPlan.agencies })
})

it('reads a file over a draft that is half done', async () => {
  const hall = await hallApp()
  const half = {
    name: { id: 'Baru' },
    agencies: [{ id: 'dukcapil', name: { id: 'Dukcapil' } }, 5, null],
    services: 'soon',
  }
  const { from, base } = await draftOf(hall)
  await hall.does(`PUT /api/plan/draft?from=${from}&base=${base}`, { as: 'manager', body: half })
  expect((await file(hall, '/api/plan.xlsx?draft=1')).statusCode).toBe(200)
  expect((await send(hall, agencies('Capil'), '?take=1')).body.taken).toBe(true)
  expect((await draftOf(hall)).plan.agencies.map(({ short }) => short)).toEqual(['Capil', 'Polres', 'Bank'])
})

it('refuses a file that is too large without reading it, and more files than it can hold', async () => {
  const hall = await hallApp()
  const large = await send(hall, Buffer.alloc(8 * 1024 * 1024 + 1))
  expect([large.status, large.code]).toEqual([413, 'body-too-large'])
  const broken = await hallApp({
    sheets: { ...sheets, write: () => Promise.reject(new Error('its process has ended')) },
  })
  expect((await broken.ask('GET /api/plan.xlsx', { as: 'manager' })).code).toBe('too-many-requests')
  const busy = await hallApp({ sheets: { ...sheets, isBusy: () => true } })
  for (const answer of [
    await send(busy, agencies('A')),
    await busy.ask('GET /api/plan.xlsx', { as: 'manager' }),
  ])
    expect([answer.status, answer.code, answer.headers['retry-after']]).toEqual([
      429,
      'too-many-requests',
      '5',
    ])
})
