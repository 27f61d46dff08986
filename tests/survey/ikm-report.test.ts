// The report of the index over HTTP: a day of answers, what is excluded, who may ask, and services that change.
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NINE } from '../../server/survey/stored.ts'
import type { IkmRow } from '../../server/survey/report.ts'
import { type HallApp, openHall } from '../api/hall-app.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const all = (score: number) => Object.fromEntries(NINE.map((element) => [element, score]))
type Report = { rows: IkmRow[] }

let hall: HallApp
const report = (query: string, as: 'manager' | 'spv' | 'spv-polres' = 'manager') =>
  hall.does<Report>(`GET /api/reports/ikm?${query}`, { as })

/** So many answers from paper, of this month. */
async function answers(service: string, count: number, score: number, month = '2026-11') {
  for (let nth = 0; nth < count; nth += 1)
    await hall.does('POST /api/surveys', { as: 'ayu', body: { service, month, answers: all(score) } })
}
async function nextDay() {
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await turn()
}

beforeAll(async () => {
  hall = await openHall()
  await hall.act('ayu', 'open', 'loket-1')
  for (let nth = 0; nth < 3; nth += 1) {
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
    await hall.act('ayu', 'start', 'loket-1')
    await hall.act('ayu', 'finish', 'loket-1', nth === 0 ? { outcome: 'incomplete' } : {})
  }
  await answers('kk', 5, 4)
  await answers('kk', 1, 1)
  await answers('ktp', 5, 3)
  await answers('sim', 4, 4)
  await answers('skck', 6, 2)
  await nextDay()
})
afterAll(() => hall.close())

describe('the report', () => {
  it('[SU10] the IKM is counted in whole numbers and rounded once: by service, agency and hall', async () => {
    const { rows } = await report('from=2026-11&to=2026-11')
    const short = rows.map(({ key, agency, n, ikm, mutu, population, sample }) => ({
      key,
      agency,
      n,
      ikm,
      mutu,
      population,
      sample,
    }))
    expect(short).toEqual([
      { key: 'kk', agency: 'dukcapil', n: 6, ikm: 87.5, mutu: 'B', population: 3, sample: 3 },
      { key: 'ktp', agency: 'dukcapil', n: 5, ikm: 75, mutu: 'C', population: 0, sample: 0 },
      { key: 'skck', agency: 'polres', n: 6, ikm: 50, mutu: 'D', population: 0, sample: 0 },
    ])
    expect(rows[0]).toMatchObject({
      name: { id: 'kk', en: 'kk' },
      // Six answers where three were to be asked: all of it, not twice of it.
      reached: 1,
      mean: null,
      why: null,
      answers: 6,
    })
    const agencies = (await report('from=2026-11&to=2026-11&by=agency')).rows
    expect(agencies.map(({ key, n, ikm, mean }) => ({ key, n, ikm, mean }))).toEqual([
      { key: 'dukcapil', n: 11, ikm: 81.82, mean: 81.25 },
      { key: 'polres', n: 6, ikm: 50, mean: 50 },
    ])
    const [whole] = (await report('from=2026-10&to=2026-11&by=hall')).rows
    expect(whole).toMatchObject({ key: 'hall', n: 17, ikm: 70.59, mean: 70.83, population: 4 })
    const printed = (await report('from=2026-11&to=2026-11&weight=printed')).rows
    expect(printed.map(({ ikm }) => ikm)).toEqual([86.63, 74.25, 49.5])
  })

  it('[SU16] a supervisor asks about their own agency', async () => {
    expect((await report('from=2026-11&to=2026-11', 'spv-polres')).rows.map(({ key }) => key)).toEqual([
      'skck',
    ])
    expect((await report('from=2026-11&to=2026-11&by=hall', 'spv')).rows[0]).toMatchObject({ n: 11 })
    expect(await hall.outcome('GET /api/reports/ikm?from=2026-11&to=2026-11', { as: 'ayu' })).toBe(
      '403 not-allowed',
    )
  })

  it.each([
    ['from=2026-12&to=2026-11', '422 period-reversed'],
    ['from=2027-01&to=2027-02', '422 period-outside'],
    ['from=2001-01&to=2001-02', '422 period-outside'],
    ['from=0001-01&to=9999-12&split=month', 200],
    ['from=2026-11-01&to=2026-11-30', '400 bad-request'],
    ['from=2026-13&to=2026-14', '400 bad-request'],
    ['from=2026-11&to=2026-11&by=officer', '400 bad-request'],
    ['from=2026-11&to=2026-11&weight=0.11', '400 bad-request'],
    ['from=2026-11&to=2026-11&__proto__=x', '400 bad-request'],
    ['from=2026-11', '400 bad-request'],
  ])('[SU16] a supervisor asks about their own agency: anybody about months, %s', async (query, expected) => {
    expect(await hall.outcome(`GET /api/reports/ikm?${query}`, { as: 'manager' })).toBe(expected)
  })

  it('shows a manager who names no months the answers of all', async () => {
    const ids = async (query: string) =>
      (
        await hall.does<{ answers: { id: string }[] }>(`GET /api/surveys/answers${query}`, { as: 'manager' })
      ).answers.map(({ id }) => id)
    const all = await ids('?from=0001-01&to=9999-12')
    expect(all.length).toBeGreaterThan(0)
    for (const query of ['', '?from=0001-01', '?to=9999-12']) expect(await ids(query)).toEqual(all)
    expect(await ids('?from=9999-01')).toEqual([])
    expect(await ids('?to=0001-01')).toEqual([])
  })

  it('[SU17] what is excluded is counted apart and never deleted', async () => {
    const list = () =>
      hall.does<{
        answers: { id: string; service: string; answers: Record<string, number>; excluded: unknown }[]
      }>('GET /api/surveys/answers?from=2026-11&to=2026-11', { as: 'manager' })
    const one = (await list()).answers.find(
      ({ answers, service }) => service === 'kk' && answers['waktu'] === 1,
    )
    const exclude = (reason?: string) =>
      hall.outcome(`POST /api/surveys/answers/${one?.id}/exclude`, { as: 'manager', body: { reason } })
    expect(await exclude()).toBe('400 bad-request')
    expect(await exclude('  ')).toBe('400 bad-request')
    expect(await exclude('Diisi petugas')).toBe(200)
    expect(await exclude('Diisi petugas')).toBe('409 already-excluded')
    expect(
      await hall.outcome('POST /api/surveys/answers/tiada/exclude', { as: 'manager', body: { reason: 'x' } }),
    ).toBe('404 unknown-answer')
    const [kk] = (await report('from=2026-11&to=2026-11')).rows
    expect(kk).toMatchObject({ n: 5, ikm: 100, answers: 5, excluded: 1 })
    const after = (await list()).answers
    expect(after).toHaveLength(17)
    expect(after.filter(({ excluded }) => excluded === 'Diisi petugas')).toHaveLength(1)
  })
})

describe('what changes meanwhile', () => {
  it('[SU18] answers stay with their service: renamed, moved or gone', async () => {
    const services = rulesPlan.services.flatMap((one) => {
      if (one.id === 'skck') return [{ ...one, name: { id: 'SKCK baru', en: 'New SKCK' } }]
      return one.id === 'ktp' ? [] : [one]
    })
    const counters = rulesPlan.counters.map((one) => ({
      ...one,
      services: one.services.filter((id) => id !== 'ktp'),
    }))
    const requirements = services.map((one) => ({
      ...one,
      after: one.after.filter((id) => id !== 'ktp'),
      requirements: one.requirements.map((needed) => ({
        ...needed,
        issuedBy: needed.issuedBy === 'ktp' ? null : needed.issuedBy,
      })),
    }))
    await hall.revise({ ...rulesPlan, services: requirements, counters })
    await nextDay()
    const { rows } = await report('from=2026-11&to=2026-11')
    const found = new Map(rows.map((row) => [row.key, row]))
    expect(found.get('skck')).toMatchObject({ name: { id: 'SKCK baru', en: 'New SKCK' }, agency: 'polres' })
    expect(found.get('ktp')).toMatchObject({ agency: 'dukcapil', ikm: 75 })
    expect(
      await hall.outcome('POST /api/surveys', {
        as: 'ayu',
        body: { service: 'ktp', month: '2026-11', answers: all(4) },
      }),
    ).toBe('404 unknown-service')
  })

  it('[SU14] wordings are data, with the months in which they apply: changed in the middle of a month', async () => {
    const { versions } = await hall.does<{ versions: { elements: object[] }[] }>(
      'GET /api/surveys/questions',
      { as: 'manager' },
    )
    const nine = versions[0]?.elements.map((one) => ({ ...one, weight: 0.1 })) ?? []
    const own = {
      element: 'antrean',
      weight: 0.1,
      text: { id: 'Antreannya?', en: 'The queue?' },
      answers: { id: ['a', 'b', 'c', 'd'], en: ['a', 'b', 'c', 'd'] },
      extra: true,
    }
    const add = (from: string, elements: unknown) =>
      hall.ask<{ version: { number: number; day: string } }>('POST /api/surveys/questions', {
        as: 'manager',
        body: { from, elements },
      })
    expect((await add('2026-10', [...nine, own])).code).toBe('month-past')
    expect((await add('2026-11', [...nine])).code).toBe('questions-unfit')
    // Somebody has answered today: the new words hold from tomorrow.
    await answers('kk', 1, 4)
    const { body } = await add('2026-11', [...nine, own])
    expect(body.version).toMatchObject({ number: 1, day: '2026-11-27' })
    const enter = (more: object) =>
      hall.outcome('POST /api/surveys', {
        as: 'ayu',
        body: { service: 'kk', month: '2026-11', answers: { ...all(4), ...more } },
      })
    expect(await enter({ antrean: 4 })).toBe('400 bad-request')
    await nextDay()
    for (let nth = 0; nth < 5; nth += 1) expect(await enter({ antrean: 1 })).toBe(201)
    await nextDay()
    const [kk] = (await report('from=2026-11&to=2026-11')).rows
    // Five of before, five of now; the one of the day in between waits for others with its own words.
    expect(kk).toMatchObject({
      n: 10,
      ikm: 92.5,
      extra: [{ element: 'antrean', text: { id: 'Antreannya?', en: 'The queue?' }, n: 5, nrr: 1 }],
    })
    expect(
      await hall.outcome('GET /api/reports/ikm?from=2026-11&to=2026-11&weight=printed', { as: 'manager' }),
    ).toBe('422 nine-only')
    const months = await report('from=2026-10&to=2026-11&split=month&by=hall')
    expect(months.rows.map(({ key, month, population }) => [key, month, population > 0])).toEqual([
      ['hall', '2026-11', true],
    ])
  })
})
