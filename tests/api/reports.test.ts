// The reports over HTTP: what they answer, whom, and what they say to a question that cannot be answered.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, it, onTestFinished } from 'vitest'
import { id as figures } from '../../counter-ui/reports/texts/figures.ts'
import type { CountersAnswer, MonthPart, StepsAnswer, VisitsAnswer } from '../../server/reports/question.ts'
import { openDatabase } from '../../server/store/open.ts'
import { type HallApp, hallApp, openHall } from './hall-app.ts'

const day = '2026-11-24'
const of = (report: string, more = '') => `GET /api/reports/${report}?from=${day}&to=${day}${more}`

interface MonthAnswer {
  from: string
  to: string
  hall: MonthPart | null
  agencies: Record<string, MonthPart>
}

/** So many visitors for a family card, one after the other; the last of them as `last` says. */
async function serve(hall: HallApp, count: number, last: object = {}): Promise<void> {
  if (hall.hall.counters.get('loket-1')?.state !== 'open') await hall.act('ayu', 'open', 'loket-1')
  for (let nth = 0; nth < count; nth += 1) await hall.take(['kk'])
  for (let nth = 1; nth <= count; nth += 1) {
    hall.clock.now += 60_000
    await hall.act('ayu', 'call-next', 'loket-1')
    hall.clock.now += 30_000
    await hall.act('ayu', 'start', 'loket-1')
    hall.clock.now += 300_000
    await hall.act('ayu', 'finish', 'loket-1', nth === count ? last : {})
  }
}

/** The lines of a table. */
async function tableOf(hall: HallApp, line: string): Promise<string[]> {
  const [method = '', url = ''] = line.split(' ')
  const headers = { cookie: hall.cookies.get('manager') ?? '' }
  const answer = await hall.app.inject({ method: method as 'GET', url, headers })
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
    200,
    expect.stringContaining('attachment'),
  ])
  return answer.body.trimEnd().split('\r\n')
}

it('[RP2] today’s figures are those that the closed day will have: the same before and after the close', async () => {
  const hall = await hallApp()
  await serve(hall, 5, { outcome: 'incomplete' })
  await hall.take(['kk'])
  const ask = () => hall.does<StepsAnswer>(of('steps', '&by=service'), { as: 'manager' })
  const before = await ask()
  expect(before.rows).toMatchObject([
    { key: 'kk', name: { id: 'kk', en: 'kk' }, taken: 6, called: 5, served: 4, incomplete: 1, open: 1 },
  ])
  expect(before.rows[0]?.serving).toEqual({ mean: 300, p50: 300, p90: 300, max: 300 })
  expect(before.rows[0]?.walking?.p90).toBe(30)
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  const after = await ask()
  expect(after.rows).toMatchObject([{ ...before.rows[0], open: 0, left: 1, level: expect.anything() }])
  const both = await hall.does<StepsAnswer>(`GET /api/reports/steps?from=${day}&to=2026-11-25&by=day`, {
    as: 'manager',
  })
  expect(both.rows).toMatchObject([
    { key: day, taken: 6 },
    { key: '2026-11-25', taken: 1, open: 1 },
  ])
})

it('[RP7] the month makes its own report: with the first opening after it, and it stays as it was made', async () => {
  const hall = await hallApp()
  await serve(hall, 6)
  expect(await hall.does('GET /api/reports/months', { as: 'manager' })).toEqual({ months: [] })
  expect(await hall.outcome('GET /api/reports/months/2026-11', { as: 'manager' })).toBe('404 unknown-month')
  hall.later({ hours: 24 * 8 })
  await hall.take(['kk'])
  await expect
    .poll(() => hall.does('GET /api/reports/months', { as: 'manager' }))
    .toMatchObject({ months: [{ month: '2026-11' }] })
  const made = await hall.does<MonthAnswer>('GET /api/reports/months/2026-11', { as: 'manager' })
  expect(made).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
    hall: { steps: { hall: [{ taken: 6, served: 6 }], day: [{ key: day }] }, visits: { visits: 6 } },
    agencies: { dukcapil: { steps: { agency: [{ key: 'dukcapil', taken: 6 }] } } },
  })
  const tables = 'GET /api/reports/months/2026-11/tables'
  expect((await tableOf(hall, `${tables}.csv?in=id`))[1]).toMatch(/^kk,kk,6,6,6/)
  expect((await tableOf(hall, `${tables}.csv?in=id&sheet=3&agency=dukcapil`))[1]).toMatch(/^2026-11-24,6,6,6/)
  const book = await hall.app.inject({
    url: `${tables.slice('GET '.length)}.xlsx?in=id`,
    headers: { cookie: hall.cookies.get('manager') ?? '' },
  })
  const sheets = (await readXlsx(book.rawPayload)).sheets.map(({ name }) => name)
  expect(sheets).toHaveLength(12)
  expect(sheets).toEqual([...new Set(sheets)])
  for (const sheet of sheets.keys()) await tableOf(hall, `${tables}.csv?sheet=${sheet + 1}`)
  expect(
    await hall.outcomes(`${tables}.xlsx?agency=polres`, {}, ['nobody', 'ayu', 'spv', 'manager']),
  ).toEqual({
    nobody: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
    manager: '404 unknown-agency',
  })
  for (const wrong of ['sheet=0', 'sheet=13', 'agency=', 'colour=red'])
    expect(await hall.outcome(`${tables}.csv?${wrong}`, { as: 'manager' })).toBe('400 bad-request')
  const own = await hall.does<MonthAnswer>('GET /api/reports/months/2026-11', { as: 'spv' })
  expect(own).toEqual({ ...made, hall: null })
  const other = await hall.does<MonthAnswer>('GET /api/reports/months/2026-11', { as: 'spv-polres' })
  expect(other).toEqual({ ...made, hall: null, agencies: {} })
  for (const name of ['__proto__', '2026-13', '%00', 'constructor'])
    for (const end of ['', '/tables.csv', '/tables.xlsx'])
      expect(await hall.outcome(`GET /api/reports/months/${name}${end}`, { as: 'manager' })).toBe(
        '404 unknown-month',
      )
})

it('[RP7] the month makes its own report: also where the server was off then', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'antre-months-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const before = await openHall({ dir, at: Date.parse('2026-09-29T01:00:00Z') })
  await before.take(['kk'])
  before.later({ hours: 24 * 30 })
  await before.take(['kk'])
  await before.close()
  const db = openDatabase(dir)
  db.exec('DELETE FROM month_reports')
  db.close()
  const hall = await hallApp({ dir })
  // So long a leap is believed once somebody says that it is true.
  await hall.does('POST /api/clock/confirm', { as: 'manager', body: {} })
  await expect
    .poll(() => hall.does('GET /api/reports/months', { as: 'manager' }))
    .toMatchObject({ months: [{ month: '2026-09' }, { month: '2026-10' }] })
})

it('marks on the time axis are written by managers, seen by supervisors, and taken away', async () => {
  const hall = await hallApp()
  const mark = { day, kind: 'counter', text: 'Loket 5 dibuka' }
  const line = 'POST /api/reports/marks'
  expect(await hall.outcomes(line, { body: mark }, ['nobody', 'ayu', 'spv'])).toEqual({
    nobody: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
  })
  for (const wrong of [
    { ...mark, day: '2026-02-30' },
    { ...mark, kind: 'ranking' },
    { ...mark, text: '   ' },
    { ...mark, text: 'x'.repeat(201) },
  ])
    expect(await hall.outcome(line, { as: 'manager', body: wrong })).toBe('400 bad-request')
  const { mark: made } = await hall.does<{ mark: { id: string } }>(line, { as: 'manager', body: mark })
  expect(await hall.does('GET /api/reports/marks', { as: 'spv' })).toEqual({ marks: [made] })
  const remove = `DELETE /api/reports/marks/${made.id}`
  expect(await hall.outcome(remove, { as: 'spv' })).toBe('403 not-allowed')
  expect(await hall.outcome(remove, { as: 'manager' })).toBe(200)
  expect(await hall.outcome(remove, { as: 'manager' })).toBe('404 unknown-mark')
  expect(await hall.does('GET /api/reports/marks', { as: 'spv' })).toEqual({ marks: [] })
})

it('[RP1] everybody gets only what is theirs: a manager the hall, a supervisor the own agency, an officer the own work', async () => {
  const hall = await hallApp()
  await serve(hall, 5)
  await hall.take(['skck'])
  const everybody = ['nobody', 'kiosk', 'ayu', 'spv', 'manager'] as const
  expect(await hall.outcomes(of('steps', '&by=agency'), {}, everybody)).toEqual({
    nobody: '401 not-signed-in',
    kiosk: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: 200,
    manager: 200,
  })
  const keys = async (as: 'spv' | 'spv-polres' | 'manager', more = '') =>
    (await hall.does<StepsAnswer>(of('steps', `&by=agency${more}`), { as })).rows.map(({ key }) => key)
  expect(await keys('manager')).toEqual(['dukcapil', 'polres'])
  expect(await keys('spv')).toEqual(['dukcapil'])
  expect(await keys('spv', '&agency=dukcapil')).toEqual(['dukcapil'])
  expect(await keys('spv-polres')).toEqual(['polres'])
  expect(await hall.outcome(of('steps', '&by=agency&agency=polres'), { as: 'spv' })).toBe('403 not-allowed')
  expect(await hall.does(of('visits'), { as: 'spv-polres' })).toMatchObject({ visits: 1, stay: null })
  expect(await hall.outcomes(of('rows.csv'), {}, ['ayu', 'spv', 'manager'])).toEqual({
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
    manager: 200,
  })
  expect(await hall.does(of('mine'), { as: 'ayu' })).toMatchObject({
    whole: { served: 5, serving: { mean: 300 } },
    services: [{ service: 'kk', served: 5 }],
  })
  expect(await hall.does(of('mine'), { as: 'budi' })).toMatchObject({ whole: null, services: [] })
  const rows = await tableOf(hall, of('rows.csv', '&in=en'))
  expect(rows).toHaveLength(7)
  expect(rows[1]).toContain(day)
  const staff = hall.access.staff.byUsername('ayu')?.id ?? ''
  for (const secret of ['A001', staff, 'Ayu', [...hall.hall.visits.keys()][0] ?? ''])
    expect(rows.join('\n')).not.toContain(secret)
})

it('tables say the same in Indonesian and English, as CSV and as a workbook with days that are days', async () => {
  const hall = await hallApp()
  await serve(hall, 5)
  const [head = '', first = ''] = await tableOf(hall, of('steps.csv', '&by=day&in=id'))
  expect(head).toMatch(/^\uFEFFTanggal,Diambil,Dipanggil,Dilayani/)
  expect(first).toMatch(/^2026-11-24,5,5,5,0/)
  const [english = ''] = await tableOf(hall, of('steps.csv', '&by=day&in=en'))
  expect(english).toMatch(/^\uFEFFDay,Taken,Called,Served/)
  const cookie = hall.cookies.get('manager') ?? ''
  const url = of('steps.xlsx', '&by=day').slice('GET '.length)
  const answer = await hall.app.inject({ method: 'GET', url, headers: { cookie } })
  const [sheet] = (await readXlsx(answer.rawPayload)).sheets
  expect(sheet?.rows[1]?.slice(0, 3)).toEqual([new Date(`${day}T00:00:00Z`), 5, 5])
  // Under the names that the page has for them, with the names of what it is split by.
  const [heads = '', row = ''] = await tableOf(hall, of('steps.csv', '&by=zone&split=service&in=id'))
  const counts = [
    'taken',
    'incomplete',
    'referred',
    'noShow',
    'left',
    'dropped',
    'open',
    'unstarted',
  ] as const
  for (const name of [...counts, 'documents', 'comeBack', 'notHeard', 'slipsFailed', 'level'] as const)
    expect(heads.split(',')).toContain(figures[`name.${name}`])
  for (const name of ['incomplete', 'noShow', 'left'] as const)
    expect(heads).toContain(`"${figures[`name.${name}`]}, bagian"`)
  for (const name of ['waiting', 'waitingOpen', 'walking', 'serving'] as const)
    expect(heads).toContain(`"${figures[`name.${name}`]}, median (menit)"`)
  expect(row).toMatch(/^Depan,depan,kk,kk,5,5/)
  const [, counter = ''] = await tableOf(hall, of('counters.csv'))
  expect(counter).toMatch(/^Loket 1,loket-1,Dukcapil,Depan,/)
  for (const report of ['visits', 'counters', 'missing'])
    for (const end of ['csv', 'xlsx'])
      expect(await hall.outcome(of(`${report}.${end}`), { as: 'manager' })).toBe(200)
})

it('[FG35] referrals are counted by pair of services: with the names of that time', async () => {
  const hall = await hallApp()
  await hall.act('ayu', 'open', 'loket-1')
  await hall.take(['kk'])
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'refer', 'loket-1', { service: 'skck', comeBack: true })
  const referrals = async (as: 'manager' | 'spv' | 'spv-polres', more = '') =>
    (await hall.does<VisitsAnswer>(of('visits', more), { as })).referrals
  const one = { from: 'kk', to: 'skck', referred: 1, comeBack: 1 }
  expect(await referrals('manager')).toMatchObject([
    { ...one, names: { from: { id: 'kk' }, to: { id: 'skck' } } },
  ])
  expect(await referrals('spv')).toMatchObject([one])
  expect(await referrals('spv-polres')).toMatchObject([one])
  const back = await hall.does<StepsAnswer>(of('steps', '&by=service'), { as: 'manager' })
  expect(back.rows).toMatchObject([
    { key: 'kk', taken: 2, referred: 1, comeBack: 1 },
    { key: 'skck', taken: 1, comeBack: 0 },
  ])
  expect(await tableOf(hall, of('visits.csv', '&sheet=3&in=id'))).toEqual([
    '\uFEFFDari layanan,Ke layanan,Diteruskan,Di antaranya akan kembali',
    'kk,skck,1,1',
  ])
})

it('steps are chosen by weekday and hour of their tickets, counters by weekday', async () => {
  const hall = await hallApp()
  await serve(hall, 5)
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  const both = `from=${day}&to=2026-11-25`
  const taken = async (more: string) =>
    (
      await hall.does<StepsAnswer>(`GET /api/reports/steps?${both}&by=day&${more}`, { as: 'manager' })
    ).rows.map((row) => row.taken)
  // A Tuesday and a Wednesday, at nine.
  expect(await taken('weekday=2')).toEqual([5])
  expect(await taken('weekday=3,2&hour=9,10')).toEqual([5, 1])
  expect(await taken('hour=8')).toEqual([])
  expect(await taken('weekday=1')).toEqual([])
  const counters = async (more: string) =>
    (await hall.does<CountersAnswer>(`GET /api/reports/counters?${both}&${more}`, { as: 'manager' })).counters
      .length
  expect([await counters('weekday=2'), await counters('weekday=3')]).toEqual([1, 0])
  for (const wrong of [
    'weekday=0',
    'weekday=8',
    'weekday=1,',
    'hour=24',
    'hour=-1',
    'hour=__proto__',
    'hour=',
  ])
    expect(await hall.outcome(`GET /api/reports/steps?${both}&by=day&${wrong}`, { as: 'manager' })).toBe(
      '400 bad-request',
    )
})

it('[RP4] a period that cannot be answered is refused in words: in both languages, whatever is asked', async () => {
  const hall = await hallApp()
  await hall.take(['kk'])
  const about = (from: string, to: string) =>
    hall.ask<{ detail: string }>(`GET /api/reports/steps?by=hall&from=${from}&to=${to}`, {
      as: 'manager',
      headers: { 'accept-language': 'en' },
    })
  const outcome = async (from: string, to: string) => {
    const { status, code, body } = await about(from, to)
    return status === 200 ? 200 : [code, body.detail]
  }
  expect(await outcome(day, '2026-11-23')).toEqual(['period-reversed', expect.stringContaining('Swap')])
  expect(await outcome('2026-11-25', '2026-11-30')).toEqual([
    'period-outside',
    'That period has not come yet. There are reports up to today, 2026-11-24.',
  ])
  expect(await outcome('1999-01-01', '2026-11-23')).toEqual([
    'period-outside',
    'The hall did not use this system then. There are reports from 2026-11-24 on.',
  ])
  for (const wrong of ['2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1', 'kemarin', '', '__proto__'])
    expect(await outcome(wrong, day)).toEqual(['bad-request', expect.anything()])
  expect(await outcome('1980-01-01', '2080-01-01')).toBe(200)
  for (const report of ['visits', 'counters', 'missing', 'mine', 'rows.csv'])
    expect(
      await hall.outcome(`GET /api/reports/${report}?from=2027-01-01&to=2027-01-02`, { as: 'manager' }),
    ).toBe('422 period-outside')
  for (const query of [
    '&by=number',
    '&by=__proto__',
    '&by=hall&split=staff',
    '&by=hall&colour=red',
    '&by=hall&agency=',
  ])
    expect(await hall.outcome(of('steps', query), { as: 'manager' })).toBe('400 bad-request')
})

it('[RP6] figures follow the id: a service renamed, and an agency that is gone; one that never was is refused', async () => {
  const hall = await hallApp()
  await serve(hall, 5)
  const rename = (name: string) => ({
    ...hall.hall.layout.base,
    services: hall.hall.layout.base.services.map((one) =>
      one.id === 'kk' ? { ...one, name: { id: name, en: name } } : one,
    ),
  })
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await hall.revise(rename('Kartu Keluarga'))
  const names = async (from: string, to: string) =>
    (
      await hall.does<StepsAnswer>(`GET /api/reports/steps?from=${from}&to=${to}&by=service`, {
        as: 'manager',
      })
    ).rows.map(({ key, name, taken }) => [key, name?.id, taken])
  expect(await names(day, day)).toEqual([['kk', 'kk', 5]])
  expect(await names('2026-11-25', '2026-11-25')).toEqual([['kk', 'Kartu Keluarga', 1]])
  expect(await names(day, '2026-11-25')).toEqual([['kk', 'Kartu Keluarga', 6]])
  for (const [name, code] of [
    ['service', 'unknown-service'],
    ['agency', 'unknown-agency'],
    ['counter', 'unknown-counter'],
    ['zone', 'unknown-zone'],
  ] as const)
    for (const id of ['tidak-ada', '__proto__', 'constructor'])
      expect(await hall.outcome(of('steps', `&by=hall&${name}=${id}`), { as: 'manager' })).toBe(`404 ${code}`)
  expect(await hall.outcome(of('steps', '&by=hall&service=kk,ktp'), { as: 'manager' })).toBe(200)
})

it('[RP8] figures of officers are no ranking: only where the plan shows them, to their own, by name', async () => {
  const hall = await hallApp()
  await serve(hall, 5)
  expect(await hall.outcome(of('officers'), { as: 'manager' })).toBe('403 officers-private')
  await hall.revise({ ...hall.hall.layout.base, reports: { officers: true } })
  const staff = async (as: 'manager' | 'spv' | 'spv-polres') =>
    (await hall.does<{ rows: { staff: string; served: number }[] }>(of('officers'), { as })).rows.map(
      (row) => [row.staff, row.served],
    )
  expect(await staff('manager')).toEqual([['ayu', 5]])
  expect(await staff('spv')).toEqual([['ayu', 5]])
  expect(await staff('spv-polres')).toEqual([])
  expect(await hall.outcome(of('officers'), { as: 'ayu' })).toBe('403 not-allowed')
  const name = hall.access.staff.byUsername('ayu')?.name ?? ''
  expect(await tableOf(hall, of('officers.csv', '&in=id'))).toEqual([
    expect.stringMatching(/^\uFEFFPetugas,Instansi,Dilayani/),
    `${name},dukcapil,5,0,0,0,5,0.5`,
  ])
  expect(await hall.outcome(of('officers.xlsx'), { as: 'spv' })).toBe(200)
  expect(await hall.outcome(of('mine.xlsx'), { as: 'ayu' })).toBe(200)
  await hall.revise({ ...hall.hall.layout.base, reports: {} })
  for (const end of ['csv', 'xlsx'])
    expect(await hall.outcome(of(`officers.${end}`), { as: 'manager' })).toBe('403 officers-private')
})

it('[RP9] the public sees no small number: nothing below five, and nothing without the plan', async () => {
  const hall = await hallApp()
  expect(await hall.outcome('GET /api/angka')).toBe('404 not-found')
  await hall.revise({ ...hall.hall.layout.base, reports: { public: true } })
  for (let nth = 0; nth < 4; nth += 1) await hall.take(['kk'])
  expect(await hall.does('GET /api/angka')).toMatchObject({ visitors: null, services: [] })
  await hall.take(['kk'])
  hall.clock.now += 61_000
  expect(await hall.does('GET /api/angka')).toMatchObject({ visitors: 5 })
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  expect(await hall.does('GET /api/angka')).toMatchObject({
    visitors: null,
    // The only known hour is the last one of its day, and nobody is told to come then.
    services: [{ id: 'kk', hours: [{ weekday: 2, hour: 9, usual: 5 }], quiet: null }],
  })
})

it('[RP2] today’s figures are those that the closed day will have: a day that was never closed for a week, and one served over midnight', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'antre-week-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const before = await openHall({ dir })
  await serve(before, 5)
  await before.take(['kk'])
  await before.act('ayu', 'call-next', 'loket-1')
  await before.act('ayu', 'start', 'loket-1')
  await before.close()
  // The power was off for a week.
  const hall = await hallApp({ dir, at: Date.parse('2026-12-01T01:00:00Z') })
  const ask = async (to: string) =>
    (await hall.does<StepsAnswer>(`GET /api/reports/steps?from=${day}&to=${to}&by=day`, { as: 'manager' }))
      .rows
  expect(await ask(day)).toMatchObject([{ key: day, taken: 6, served: 5, open: 1 }])
  await hall.does('POST /api/clock/confirm', { as: 'manager', body: {} })
  await hall.take(['kk'])
  expect(await ask('2026-12-01')).toMatchObject([
    { key: day, taken: 6, served: 5, open: 1 },
    { key: '2026-12-01', taken: 1, open: 1 },
  ])
  // Carried over into the day of the start, and finished there: it counts for the day on which it began.
  await hall.act('ayu', 'finish', 'loket-1')
  expect(await ask('2026-12-01')).toMatchObject([
    { key: day, taken: 6, served: 6, open: 0 },
    { key: '2026-12-01', taken: 1 },
  ])
})
