// Emergency numbers over HTTP: sheets, entries for today and for days before, and what is refused with which field.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { checkOf, paperNumber } from '../../server/hall/emergency.ts'
import { buildFacts } from '../../server/reports/facts/build.ts'
import { resultOf } from '../../server/reports/facts/fact.ts'
import { readFacts } from '../../server/store/tables/facts.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, morning, type HallApp } from './hall-app.ts'

const MINUTE = 60_000
const TODAY = '2026-11-24'

interface Entry {
  number: string
  day: string
  enteredBy: string | null
  [field: string]: unknown
}
interface SheetAnswer {
  day: string | null
  slips: { number: string; check: number; entry: Entry | null }[]
}

const typed = (sheet: number, slip: number) => `${paperNumber('DAR', sheet, slip)}-${checkOf(sheet, slip)}`
const served = {
  service: 'kk',
  arrived: '08:10',
  called: '08:20',
  started: '08:21',
  ended: '08:30',
  outcome: 'served',
}
const body = (sheet: number, slip: number, more: object = {}) => ({
  day: TODAY,
  number: typed(sheet, slip),
  ...served,
  ...more,
})
const print = (hall: HallApp, sheets = 1, key: string = randomUUID()) =>
  hall.does<{ prefix: string; sheets: { sheet: number; slips: { number: string; check: number }[] }[] }>(
    'POST /api/paper/sheets',
    { as: 'budi', key, body: { sheets } },
  )
const enter = (hall: HallApp, given: object, as: 'ayu' | 'dewi' = 'ayu', key: string = randomUUID()) =>
  hall.ask<{ entry: Entry; about?: string }>('POST /api/paper/entries', { as, key, body: given })
const sheetOf = (hall: HallApp, sheet: number) =>
  hall.does<SheetAnswer>(`GET /api/paper/sheets/${sheet}`, { as: 'ayu' })
const said = ({ status, code, body: { about } }: Awaited<ReturnType<typeof enter>>) =>
  status === 200 ? 200 : [code, about]
const paperEvents = (hall: HallApp) =>
  hall.db
    .prepare<[], { type: string; by: string; data: string }>(
      `SELECT type, by, data FROM events WHERE type LIKE 'paper-%' ORDER BY seq`,
    )
    .all()
    .map(({ type, by, data }) => ({ type, by, ...(JSON.parse(data) as object) }))

/** A hall at ten in the morning, with two sheets printed at nine. */
async function withSheets(sheets = 2) {
  const hall = await hallApp()
  await print(hall, sheets)
  hall.later({ hours: 1 })
  return hall
}

it('[PA2] a number is printed once: sheets run on, also over nights and starts', async () => {
  const hall = await hallApp()
  expect(await hall.does('GET /api/paper', { as: 'dewi' })).toMatchObject({
    prefix: 'DAR',
    today: TODAY,
    lastSheet: 0,
    runs: [],
  })
  const first = await print(hall, 2)
  expect(first.prefix).toBe('DAR')
  expect(first.sheets.map(({ sheet, slips }) => [sheet, slips.length])).toEqual([
    [1, 8],
    [2, 8],
  ])
  expect(first.sheets[1]?.slips[6]).toEqual({ slip: 7, number: 'DAR002-07', check: checkOf(2, 7) })
  hall.later({ hours: 20 })
  expect((await print(hall)).sheets.map(({ sheet }) => sheet)).toEqual([3])
  expect(await hall.does('GET /api/paper', { as: 'manager' })).toMatchObject({
    lastSheet: 3,
    runs: [
      { from: 3, to: 3, by: 'Nama budi' },
      { from: 1, to: 2 },
    ],
  })
  expect(await hall.outcome('POST /api/paper/sheets', { as: 'kiosk', body: { sheets: 1 } })).toBe(
    '401 not-signed-in',
  )
  for (const sheets of [0, 51, 1.5, '3'])
    expect(await hall.outcome('POST /api/paper/sheets', { as: 'ayu', body: { sheets } })).toBe(
      '400 bad-request',
    )
})

it('[PA2] a number is printed once: pressed twice it is one sheet, and many at a time get different ones', async () => {
  const hall = await hallApp()
  const key = randomUUID()
  const twice = await Promise.all([print(hall, 3, key), print(hall, 3, key)])
  expect(twice[0]).toEqual(twice[1])
  const many = await Promise.all(Array.from({ length: 6 }, () => print(hall)))
  expect(many.flatMap(({ sheets }) => sheets.map(({ sheet }) => sheet)).toSorted((a, b) => a - b)).toEqual([
    4, 5, 6, 7, 8, 9,
  ])
})

it('[PA2] a number is printed once: where events are missing, sheets go on above those that may be out', async () => {
  const hall = await withSheets()
  await hall.dispatch({
    command: { type: 'choose-back-up', damaged: true, from: morning, to: null, missing: 4 },
    by: 'system:start',
  })
  expect((await print(hall)).sheets.map(({ sheet }) => sheet)).toEqual([103])
  // They may have been given out, so what is on them can be entered.
  expect(said(await enter(hall, body(57, 3)))).toBe(200)
  expect(said(await enter(hall, body(104, 3)))).toEqual(['unknown-paper-number', typed(104, 3)])
})

it('the manager’s list asks for sheets while none is left', async () => {
  const hall = await hallApp()
  const level = async () => {
    const { items } = await hall.does<{ items: { code: string; level: string; href: string }[] }>(
      'GET /api/readiness',
      { as: 'manager' },
    )
    const found = items.find(({ code }) => code === 'no-paper')
    return [found?.level, found?.href]
  }
  expect(await level()).toEqual(['should', '/paper/'])
  await print(hall)
  expect(await level()).toEqual(['ready', '/paper/'])
  hall.later({ hours: 1 })
  await enter(hall, body(1, 1))
  expect(await level()).toEqual(['should', '/paper/'])
})

it('[PA4] what is entered counts for the day on which it happened: today', async () => {
  const hall = await withSheets()
  const { status, body: answer } = await enter(hall, body(1, 3, { counter: 'loket-1', priority: true }))
  expect(status).toBe(200)
  expect(answer.entry).toEqual({
    number: 'DAR001-03',
    check: checkOf(1, 3),
    sheet: 1,
    slip: 3,
    day: TODAY,
    service: 'kk',
    agency: 'dukcapil',
    counter: 'loket-1',
    priority: true,
    arrived: '08:10',
    called: '08:20',
    started: '08:21',
    ended: '08:30',
    outcome: 'served',
    missing: [],
    enteredAt: '2026-11-24T02:00:00.000Z',
    enteredBy: 'Nama ayu',
  })
  const { slips, day } = await sheetOf(hall, 1)
  expect(day).toBe(TODAY)
  expect(slips.map(({ entry }) => entry?.number ?? null)).toEqual([
    null,
    null,
    'DAR001-03',
    ...Array<null>(5).fill(null),
  ])
  expect(await hall.does('GET /api/paper/days/2026-11-24', { as: 'dewi' })).toMatchObject({
    day: TODAY,
    entries: [{ number: 'DAR001-03' }],
  })
})

it('[PA4] what is entered counts for the day on which it happened: a day that is closed, in the journal of today', async () => {
  const hall = await withSheets()
  hall.later({ hours: 48 })
  expect(said(await enter(hall, body(1, 3)))).toBe(200)
  const [event] = hall.db
    .prepare<[], { day: string; data: string }>(`SELECT day, data FROM events WHERE type = 'paper-entered'`)
    .all()
  expect(event?.day).toBe('2026-11-26')
  expect(JSON.parse(event?.data ?? '{}')).toMatchObject({
    of: TODAY,
    entry: { takenAt: morning - 50 * MINUTE, zone: null, phase: 'open', operation: 'trial' },
  })
})

it('[PA4] what is entered counts for the day on which it happened: also one on which the hall never opened', async () => {
  const hall = await withSheets()
  hall.clock.now += 3 * 86_400_000
  hall.signIn('ayu')
  await hall.does('POST /api/counters/loket-1/open', { as: 'ayu' })
  expect(hall.hall.day).toBe('2026-11-27')
  expect(said(await enter(hall, body(1, 3, { day: '2026-11-25' })))).toBe(200)
  expect(await hall.does('GET /api/paper/days/2026-11-25', { as: 'ayu' })).toMatchObject({
    entries: [{ number: 'DAR001-03' }],
  })
})

it('[PA11] paper has no waiting: a closed day has what was entered for it among its facts, until it is taken back', async () => {
  const hall = await withSheets(3)
  await hall.take(['kk'])
  await enter(hall, body(1, 1))
  hall.clock.now += 3 * 86_400_000
  for (const who of ['ayu', 'dewi', 'manager'] as const) hall.signIn(who)
  await hall.does('POST /api/counters/loket-1/open', { as: 'ayu' })
  await enter(hall, body(1, 2, { outcome: 'not-served', started: null }))
  await enter(hall, body(2, 1, { day: '2026-11-26' }))
  const built = () => [...buildFacts(hall.db)].map(({ day, fault }) => [day, fault])
  const paper = (day: string) =>
    readFacts(hall.db, day)
      .filter(({ cameBy }) => cameBy === 'paper')
      .map((fact) => [fact.number, resultOf(fact), fact.waitedSeconds])
      .toSorted()
  expect(built()).toEqual([
    ['2026-11-26', null],
    [TODAY, null],
  ])
  expect(paper(TODAY)).toEqual([
    ['DAR001-01', 'served', null],
    ['DAR001-02', 'no-show', null],
  ])
  // The hall never opened on that day.
  expect(paper('2026-11-26')).toEqual([['DAR002-01', 'served', null]])
  expect(built()).toEqual([])
  await hall.does(`POST /api/paper/entries/${typed(1, 1)}/take-back`, {
    as: 'ayu',
    body: { reason: 'mistyped' },
  })
  expect(built()).toEqual([[TODAY, null]])
  expect(paper(TODAY)).toEqual([['DAR001-02', 'no-show', null]])
})

it('[PA5] a number is entered once: who tries again is told', async () => {
  const hall = await withSheets()
  expect(said(await enter(hall, body(1, 3)))).toBe(200)
  expect(said(await enter(hall, body(1, 3, { outcome: 'not-served', started: null })))).toEqual([
    'already-entered',
    TODAY,
  ])
  // Two receptions at one slip, and eight at one sheet.
  const both = await Promise.all([enter(hall, body(2, 1)), enter(hall, body(2, 1), 'dewi')])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const eight = await Promise.all([2, 3, 4, 5, 6, 7, 8].map((slip) => enter(hall, body(2, slip))))
  expect(eight.map(({ status }) => status)).toEqual(Array<number>(7).fill(200))
  expect((await sheetOf(hall, 2)).slips.every(({ entry }) => entry !== null)).toBe(true)
})

it('[PA5] a number is entered once: pressed twice with one key it gets one answer', async () => {
  const hall = await withSheets()
  const key = randomUUID()
  const twice = await Promise.all([enter(hall, body(1, 3), 'ayu', key), enter(hall, body(1, 3), 'ayu', key)])
  const later = await enter(hall, body(1, 3), 'ayu', key)
  expect([...twice, later].map(({ body: answer }) => answer)).toEqual(Array(3).fill(twice[0]?.body))
  expect((await enter(hall, body(1, 4), 'ayu', key)).code).toBe('key-reused')
  expect(paperEvents(hall).filter(({ type }) => type === 'paper-entered')).toHaveLength(1)
})

it('[PA6] a sheet is for one day: what is of another one is refused', async () => {
  const hall = await withSheets()
  expect(said(await enter(hall, body(1, 3)))).toBe(200)
  hall.later({ hours: 24 })
  const tomorrow = '2026-11-25'
  expect(said(await enter(hall, body(1, 4, { day: tomorrow })))).toEqual(['sheet-of-other-day', TODAY])
  expect(said(await enter(hall, body(2, 4, { day: tomorrow })))).toBe(200)
  expect(said(await enter(hall, body(2, 5)))).toEqual(['sheet-of-other-day', tomorrow])
  // It was printed when that day was over.
  await print(hall)
  expect(said(await enter(hall, body(3, 1)))).toEqual(['sheet-printed-later', tomorrow])
})

it('[PA7] times are in order, within the day, and not in the future', async () => {
  const hall = await withSheets()
  const wrong = async (more: object) => said(await enter(hall, body(1, 3, more)))
  expect(await wrong({ called: '08:09' })).toEqual(['times-reversed', 'called'])
  expect(await wrong({ called: null, started: '08:05' })).toEqual(['times-reversed', 'started'])
  expect(await wrong({ ended: '08:20' })).toEqual(['times-reversed', 'ended'])
  expect(await wrong({ ended: '10:01' })).toEqual(['time-in-future', 'ended'])
  expect(await wrong({ arrived: '04:59' })).toEqual(['time-outside-day', 'arrived'])
  expect(await wrong({ ended: '21:31' })).toEqual(['time-outside-day', 'ended'])
  expect(await wrong({ ended: '21:30' })).toEqual(['time-in-future', 'ended'])
  expect(await wrong({ arrived: null, called: null, started: null, ended: null })).toEqual([
    'no-time',
    'arrived',
  ])
  expect(await wrong({ outcome: 'not-served' })).toEqual(['not-served-but-started', 'started'])
  for (const time of ['8:10', '24:00', '08:60', '0810', '08:10:00', ''])
    expect((await enter(hall, body(1, 3, { arrived: time }))).code).toBe('bad-request')
  // As far as they were noted, down to one.
  expect(await wrong({ called: null, started: null, ended: null, arrived: '05:00' })).toBe(200)
  expect(said(await enter(hall, body(1, 4, { arrived: null, called: null, started: null })))).toBe(200)
})

it('[PA7] times are in order, within the day, and not in the future: nothing while the clock is in doubt', async () => {
  const hall = await withSheets()
  hall.clock.leapt = -3_600_000
  expect((await enter(hall, body(1, 3))).code).toBe('clock-suspect')
})

it('[PA8] service and counter are those of that day', async () => {
  const hall = await withSheets()
  const services = rulesPlan.services.filter(({ id }) => id !== 'akta')
  const counters = rulesPlan.counters.map((one) => ({
    ...one,
    services: one.services.filter((id) => id !== 'akta'),
  }))
  const of = { ...rulesPlan, services, counters }
  await hall.revise(of)
  hall.later({ hours: 24 })
  const tomorrow = '2026-11-25'
  const wrong = async (slip: number, more: object) => said(await enter(hall, body(1, slip, more)))
  // It was there in the morning of the day on which it went, and not on the next one.
  expect(await wrong(1, { service: 'akta' })).toBe(200)
  expect(said(await enter(hall, body(2, 1, { day: tomorrow, service: 'akta' })))).toEqual([
    'service-not-then',
    'akta',
  ])
  expect(await wrong(2, { service: '__proto__' })).toEqual(['unknown-service', '__proto__'])
  expect(await wrong(2, { counter: 'loket-99' })).toEqual(['unknown-counter', 'loket-99'])
  expect(await wrong(2, { counter: 'loket-3' })).toEqual(['not-served-here', 'loket-3'])
  expect(await wrong(2, { outcome: 'incomplete', service: 'ktp', missing: ['foto'] })).toEqual([
    'unknown-requirement',
    'foto',
  ])
  expect(await wrong(2, { service: 'ktp', missing: ['surat-kk'] })).toEqual([
    'missing-without-incomplete',
    undefined,
  ])
  expect(await wrong(2, { outcome: 'incomplete', service: 'ktp', missing: ['surat-kk'] })).toBe(200)
  const day = await hall.does<{ services: { id: string }[] }>(`GET /api/paper/days/${tomorrow}`, {
    as: 'ayu',
  })
  expect(day.services.map(({ id }) => id)).not.toContain('akta')
})

it('[PA9] entries are possible for today and the 31 days before', async () => {
  const hall = await withSheets()
  const wrong = async (day: string) => said(await enter(hall, body(1, 3, { day })))
  expect(await wrong('2026-11-25')).toEqual(['day-not-enterable', '2026-11-25'])
  expect(await wrong('2026-11-23')).toEqual(['day-not-enterable', '2026-11-23'])
  expect((await enter(hall, body(1, 3, { day: '2026-02-30' }))).code).toBe('bad-request')
  hall.later({ hours: 24 * 32 })
  expect(await wrong(TODAY)).toEqual(['day-not-enterable', TODAY])
  expect(await wrong('2026-11-25')).toBe(200)
  for (const day of ['2026-11-20', '2027-01-01', '2026-13-01'])
    expect(await hall.outcome(`GET /api/paper/days/${day}`, { as: 'ayu' })).toBe('422 day-not-enterable')
})

it('[PA10] what was entered is corrected or taken back, and the record says why', async () => {
  const hall = await withSheets()
  await enter(hall, body(1, 3))
  const at = `POST /api/paper/entries/${typed(1, 3)}`
  const corrected = { ...served, day: TODAY, service: 'akta', reason: 'mistyped', words: 'salah baca slip' }
  const key = randomUUID()
  const once = await hall.does<{ entry: Entry }>(`${at}/correct`, { as: 'dewi', key, body: corrected })
  expect(once.entry).toMatchObject({ number: 'DAR001-03', service: 'akta', enteredBy: 'Nama dewi' })
  expect(await hall.does(`${at}/correct`, { as: 'dewi', key, body: corrected })).toEqual(once)
  expect(paperEvents(hall).map(({ type }) => type)).toEqual([
    'paper-printed',
    'paper-entered',
    'paper-taken-back',
    'paper-entered',
  ])
  // Anything wrong is refused, and what was there stays.
  expect(await hall.outcome(`${at}/correct`, { as: 'ayu', body: { ...corrected, ended: '07:00' } })).toBe(
    '422 times-reversed',
  )
  expect((await sheetOf(hall, 1)).slips[2]?.entry).toMatchObject({ service: 'akta' })

  await hall.does(`${at}/take-back`, { as: 'ayu', body: { reason: 'other-number' } })
  expect(await hall.outcome(`${at}/take-back`, { as: 'ayu', body: { reason: 'other' } })).toBe(
    '404 nothing-entered',
  )
  expect(await hall.outcome(`${at}/correct`, { as: 'ayu', body: corrected })).toBe('404 nothing-entered')
  expect((await sheetOf(hall, 1)).day).toBeNull()
  // The slip, and the sheet, are free again, for another day too.
  hall.later({ hours: 24 })
  expect(said(await enter(hall, body(1, 3, { day: '2026-11-25' })))).toBe(200)
  const audit = await hall.does<{ lines: { what: string; number: string | null; note: string | null }[] }>(
    'GET /api/audit?day=2026-11-24&language=en&number=DAR001-03',
    { as: 'manager' },
  )
  expect(audit.lines.map(({ what }) => what)).toEqual(
    expect.arrayContaining([expect.stringMatching(/DAR001-03 .*does not count any more: typed wrongly/)]),
  )
})

it('[PA10] what was entered is corrected or taken back, and the record says why: also to another day', async () => {
  const hall = await withSheets()
  await enter(hall, body(1, 3))
  hall.later({ hours: 24 })
  const { entry } = await hall.does<{ entry: Entry }>(`POST /api/paper/entries/${typed(1, 3)}/correct`, {
    as: 'ayu',
    body: { ...served, day: '2026-11-25', reason: 'other-day' },
  })
  expect(entry.day).toBe('2026-11-25')
  expect((await sheetOf(hall, 1)).day).toBe('2026-11-25')
})

it('[PA3] a slip has a check digit: what does not fit is refused, and numbers that nobody printed', async () => {
  const hall = await withSheets()
  const right = typed(1, 3)
  const wrong = `${right.slice(0, -1)}${(Number(right.at(-1)) + 1) % 10}`
  expect(said(await enter(hall, { ...body(1, 3), number: wrong }))).toEqual(['wrong-check-digit', wrong])
  for (const number of [typed(3, 1), typed(1, 9), right.replace('DAR', 'X'), 'A012', '=1+1'])
    expect(said(await enter(hall, { ...body(1, 3), number }))).toEqual(['unknown-paper-number', number])
  expect(await hall.outcome('GET /api/paper/sheets/3', { as: 'ayu' })).toBe('404 unknown-paper-number')
  expect(paperEvents(hall)).toHaveLength(1)
})

it('[PA1] an emergency number never meets one of the machine: it goes on where it was, beside papers that are out', async () => {
  const hall = await withSheets()
  expect((await hall.take(['kk'])).visit.number).toBe('A001')
  await enter(hall, body(1, 1, { arrived: '09:10', called: null, started: null, ended: null }))
  await enter(hall, body(1, 2))
  expect((await hall.take(['kk'])).visit.number).toBe('A002')
  const found = await hall.outcome('GET /api/reception/visits?number=DAR001-01', { as: 'ayu' })
  expect(found).toBe('404 unknown-visit')
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call-next', 'loket-1')
  expect([...hall.hall.visits.values()].map(({ number }) => number)).toEqual(['A001', 'A002'])
})
