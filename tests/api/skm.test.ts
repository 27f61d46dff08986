// The report of the survey over HTTP: as it would be, published, withdrawn, and what cannot be published.
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SkmReport } from '../../server/skm/report.ts'
import { NINE } from '../../server/survey/stored.ts'
import { type HallApp, openHall } from './hall-app.ts'

const scores = (of: number) => Object.fromEntries(NINE.map((element) => [element, of]))
const november = { from: '2026-11', to: '2026-11' }
const as = 'manager' as const
interface Published {
  id: string
  at: string
  report: SkmReport
}

let hall: HallApp
const draft = async (query = 'from=2026-11&to=2026-11') =>
  (await hall.does<{ report: SkmReport }>(`GET /api/skm/report?${query}`, { as })).report
const listed = async () => (await hall.does<{ reports: Published[] }>('GET /api/skm', { as })).reports
const publish = (body: object) => hall.outcome('POST /api/skm', { as, body })

beforeAll(async () => {
  hall = await openHall()
  const give = (service: string, of: number) =>
    hall.does('POST /api/surveys', { as, body: { service, month: '2026-11', answers: scores(of) } })
  for (const of of [4, 4, 4, 4, 4, 1]) await give('kk', of)
  for (const of of [3, 3, 3, 3, 3]) await give('skck', of)
  await hall.does('POST /api/findings', {
    as,
    body: {
      source: 'survey',
      element: 'waktu',
      what: 'Satu loket lagi',
      owner: 'Koordinator',
      due: '2026-12-24',
    },
  })
  await hall.does('POST /api/findings', {
    as,
    body: { source: 'survey', element: 'persyaratan', what: 'Daftar di pintu' },
  })
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await turn()
})
afterAll(() => hall.close())

it('[SK1] the report has what the regulation asks: of the figures as they are now', async () => {
  expect(await draft()).toMatchObject({
    ...november,
    weight: 'exact',
    whole: { n: 11, ikm: 81.82, mutu: 'B', lacking: [], lowest: ['persyaratan', 'prosedur', 'waktu'] },
    agencies: [
      { id: 'dukcapil', ikm: 87.5, mutu: 'B' },
      { id: 'polres', ikm: 75, mutu: 'C' },
    ],
    services: [{ id: 'kk' }, { id: 'skck' }],
    plans: [
      { element: 'waktu', what: 'Satu loket lagi', owner: 'Koordinator', due: '2026-12-24' },
      { element: 'persyaratan', what: 'Daftar di pintu', owner: '', due: null },
    ],
    trend: [{ month: '2026-11', ikm: 81.82 }],
  })
  expect((await draft('from=2026-11&to=2026-11&weight=printed')).whole.ikm).toBe(81)
})

it.each([
  ['2026-10', '2026-10', '422 no-ikm'],
  ['2026-12', '2026-12', '422 period-outside'],
  ['2026-11', '2026-10', '422 period-reversed'],
  ['2026-13', '2026-13', '400 bad-request'],
  ['2026-00', '2026-11', '400 bad-request'],
  ['__proto__', '2026-11', '400 bad-request'],
  ['0001-01', '2026-10', '422 no-ikm'],
  ['0001-01', '0001-02', '422 period-outside'],
  ['9999-12', '9999-12', '422 period-outside'],
])(
  '[SK3] the public reads what was published, as it was then: not from %s to %s: %s',
  async (from, to, outcome) => {
    expect(await publish({ from, to })).toBe(outcome)
    expect(await listed()).toEqual([])
  },
)

it('[SK3] the public reads what was published, as it was then: until it is withdrawn', async () => {
  await hall.revise({ ...hall.hall.layout.base, reports: { public: true } })
  const toPublic = async () => (await hall.does<{ ikm: unknown }>('GET /api/angka')).ikm
  expect(await toPublic()).toBe(null)
  expect(await publish(november)).toBe(201)
  expect(await toPublic()).toEqual({ ...november, ikm: 81.82, mutu: 'B', n: 11 })
  const [first] = await listed()
  expect(first?.report).toEqual(await draft())
  const { answers } = await hall.does<{ answers: { id: string; service: string; answers: object }[] }>(
    'GET /api/surveys/answers?from=2026-11&to=2026-11',
    { as },
  )
  const worst = answers.find((one) => Object.values(one.answers).every((score) => score === 1))
  await hall.does(`POST /api/surveys/answers/${worst?.id}/exclude`, { as, body: { reason: 'uji coba' } })
  expect((await draft()).whole).toMatchObject({ n: 10, ikm: 87.5 })
  expect((await listed())[0]?.report.whole).toMatchObject({ n: 11, ikm: 81.82 })

  expect(await publish({ ...november, weight: 'printed' })).toBe(201)
  const [second, ...older] = await listed()
  expect([second?.report.weight, second?.report.whole.ikm, older]).toEqual(['printed', 86.63, []])
  for (const id of ['__proto__', 'constructor', '..%2f..', 'x'.repeat(90)])
    expect(await hall.outcome(`DELETE /api/skm/${id}`, { as })).toBe('404 unknown-report')
  expect(await hall.outcome(`DELETE /api/skm/${second?.id}`, { as })).toBe(200)
  expect(await hall.outcome(`DELETE /api/skm/${second?.id}`, { as })).toBe('404 unknown-report')
  expect(await listed()).toEqual([first])
  expect(await hall.outcome(`DELETE /api/skm/${first?.id}`, { as })).toBe(200)
  expect(await listed()).toEqual([])
  expect(await toPublic()).toBe(null)
})

it('the IKM can be taken along as a table: with the means of every element, and why there is none', async () => {
  const headers = { cookie: hall.cookies.get('manager') ?? '' }
  const answer = await hall.app.inject({
    url: '/api/reports/ikm.csv?from=2026-11&to=2026-11&by=agency&in=en',
    headers,
  })
  expect(answer.headers['content-disposition']).toContain('antre-ikm-2026-11-2026-11.csv')
  const [head = '', ...rows] = answer.body.trimEnd().split('\r\n')
  expect(head).toContain('Agency,IKM,Grade,Answers (n),Served (N),Sample (S),Reached,NRR Requirements')
  expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
    ['Dukcapil', '100', 'A', '5'],
    ['Polres', '75', 'C', '5'],
  ])
  expect(await hall.outcome('GET /api/reports/ikm.csv?from=2026-11&to=2026-10', { as })).toBe(
    '422 period-reversed',
  )
})
