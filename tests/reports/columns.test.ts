// The columns that reports are computed from say the same as the facts: every figure against the plain definitions, over
// random days that were kept and read again.
import { expect, it } from 'vitest'
import { columnsOf, kept, stepsOf, visitsOf } from '../../server/reports/columns.ts'
import { type Fact, resultOf } from '../../server/reports/facts/fact.ts'
import { spreadOf, stepFigures, visitFigures } from '../../server/reports/figures.ts'
import { dimensions, type Dimension, type Filters, visitDimensions } from '../../server/reports/question.ts'
import { inOrder, StepsCount, type StepsDay } from '../../server/reports/steps.ts'
import { Values } from '../../server/reports/values.ts'
import { VisitsCount, type VisitsDay } from '../../server/reports/visits.ts'
import { weekdayOf } from '../../server/hall/hours.ts'
import { aFact, leftAfter } from '../figures/a-fact.ts'
import { createRandom, type Random } from '../property/prng.ts'

const DAYS = ['2026-10-31', '2026-11-02', '2026-11-03']

/** A fact as chance has it, of one of a few visits. */
function anyFact(random: Random, day: string, nth: number): Fact {
  const agency = random.pick(['dukcapil', 'polres', 'bank'])
  const takenAt = Date.parse(`${day}T00:00:00Z`) + random.int(9 * 3_600_000)
  const about = {
    day,
    visit: `v${random.int(12)}`,
    step: stepNamed(nth),
    ...(random.oneIn(3) && {
      cameBy: random.pick(['referred', 'referred', 'come-back'] as const),
      from: stepNamed(random.int(nth + 1)),
    }),
    notHeard: random.oneIn(9) ? random.int(3) : 0,
    slipsFailed: random.oneIn(9) ? 1 : 0,
    service: `${agency}-${random.int(3)}`,
    agency,
    priority: random.oneIn(4),
    language: random.pick(['id', 'en']),
    hour: Math.floor((takenAt - Date.parse(`${day}T00:00:00Z`)) / 3_600_000),
    takenAt,
    levelSeconds: random.oneIn(6) ? 600 : 900,
  }
  const counter = `loket-${random.int(4)}`
  const waited = random.int(1_800_000) / 1000
  const startedAt = takenAt + random.int(4_000_000)
  const served = {
    ...about,
    zone: random.pick(['depan', 'belakang']),
    counter,
    staff: random.pick(['ayu', 'budi']),
    waitedSeconds: waited,
    waitedOpenSeconds: random.int(1 + Math.floor(waited)),
    walkSeconds: random.int(90_000) / 1000,
    startedAt,
    endedAt: startedAt + random.int(900_000),
    servedSeconds: random.int(900_000) / 1000,
  }
  return random.weighted<() => Fact>([
    [8, () => aFact(served)],
    [2, () => aFact({ ...served, outcome: 'incomplete', missing: ['ktp'] })],
    [2, () => aFact({ ...served, outcome: 'referred' })],
    [1, () => aFact({ ...served, startedAt: null, servedSeconds: null, walkSeconds: null })],
    [
      1,
      () =>
        aFact({ ...served, cameBy: 'seated', waitedSeconds: null, waitedOpenSeconds: null, calledAt: null }),
    ],
    [1, () => aFact({ ...served, cameBy: 'paper', waitedSeconds: null, calledAt: null, startedAt: null })],
    [2, () => leftAfter(random.int(1_800), { ...about, end: random.pick(['visitor', 'day', 'closed']) })],
    [
      1,
      () =>
        aFact({ ...served, outcome: null, status: 'serving', endedAt: null, servedSeconds: random.int(60) }),
    ],
    [1, () => aFact({ ...served, outcome: null, status: 'expired', end: 'day', startedAt: null })],
  ])()
}

const stepNamed = (nth: number) => `s${String(nth).padStart(3, '0')}`

function readAgain(day: string, facts: readonly Fact[]): StepsDay & VisitsDay {
  const { size, words, steps, visits } = kept(columnsOf(day, facts))
  const said = JSON.parse(words) as Pick<StepsDay, 'words' | 'missing'>
  // As a database gives it: somewhere within a larger piece of memory.
  const moved = (bytes: Uint8Array) => new Uint8Array([1, ...bytes]).subarray(1)
  return { day, size, ...said, steps: stepsOf(size, moved(steps)), visits: visitsOf(size, moved(visits)) }
}

const keyOf: Readonly<Record<Dimension, (fact: Fact) => string | number | null>> = {
  hall: () => 'hall',
  service: ({ service }) => service,
  agency: ({ agency }) => agency,
  counter: ({ counter }) => counter,
  zone: ({ zone }) => zone,
  day: ({ day }) => day,
  weekday: ({ day }) => weekdayOf(day),
  hour: ({ hour }) => hour,
  month: ({ day }) => day.slice(0, 7),
  class: ({ priority }) => (priority ? 'priority' : 'regular'),
  language: ({ language }) => language,
  operation: ({ operation }) => operation,
  help: ({ comeToMe }) => (comeToMe ? 'come-to-me' : 'none'),
}

const near = (value: unknown): unknown => {
  if (typeof value === 'number') return expect.closeTo(value, 2) as unknown
  if (Array.isArray(value)) return value.map(near)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, near(inner)]))
}

it('counters stand in the order of their numbers', () => {
  const keys = ['loket-10', null, 'loket-2', 'Loket-2', 'loket-02', 'loket-1']
  expect([...keys].sort(inOrder)).toEqual(['loket-1', 'loket-02', 'loket-2', 'Loket-2', 'loket-10', null])
  expect([10, 9, null, 1].sort(inOrder)).toEqual([1, 9, 10, null])
})

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1)

it.each(SEEDS)(
  '[RP3] figures are exact: every one of the steps, by everything and split by everything: seed %i',
  (seed) => {
    const random = createRandom(seed)
    const days = DAYS.map((day) => ({
      day,
      facts: Array.from({ length: random.int(120) }, (_, nth) => anyFact(random, day, nth)),
    }))
    const all = days.flatMap(({ facts }) => facts)
    const read = days.map(({ day, facts }) => readAgain(day, facts))
    const agency = random.oneIn(2) ? ['dukcapil', 'bank'] : undefined
    const filters: Filters = {
      ...(agency && { agency }),
      ...(random.oneIn(3) && { class: ['priority'] }),
      ...(random.oneIn(3) && { weekday: ['1', '6'] }),
      ...(random.oneIn(3) && { hour: ['0', '2', '3', '5'] }),
    }
    const chosen = all.filter((fact) =>
      (['agency', 'class', 'weekday', 'hour'] as const).every(
        (name) => filters[name]?.includes(String(keyOf[name](fact))) ?? true,
      ),
    )
    for (const by of dimensions) {
      const split = random.oneIn(2) ? random.pick(dimensions) : null
      const count = new StepsCount(by, split, filters)
      for (const day of read) count.add(day)
      const groups = new Map<string, Fact[]>()
      for (const fact of chosen) {
        const key = JSON.stringify([keyOf[by](fact), ...(split === null ? [] : [keyOf[split](fact)])])
        groups.set(key, [...(groups.get(key) ?? []), fact])
      }
      const expected = [...groups].map(([key, facts]) => {
        const [first = null, second] = JSON.parse(key) as (string | number | null)[]
        const {
          withoutStart: unstarted,
          noShowShare,
          leftShare,
          incompleteShare,
          ...same
        } = stepFigures(facts)
        expect([noShowShare, leftShare, incompleteShare]).toHaveLength(3)
        const comeBack = facts.filter(({ cameBy }) => cameBy === 'come-back').length
        return { key: first, ...(second !== undefined && { split: second }), ...same, unstarted, comeBack }
      })
      expected.sort((a, b) => inOrder(a.key, b.key) || inOrder(a.split ?? null, b.split ?? null))
      expect(count.result()).toEqual(expected.map(near))
    }
  },
)

it.each(SEEDS)('[RP3] figures are exact: every one of the visits: seed %i', (seed) => {
  const random = createRandom(seed)
  const days = DAYS.map((day) => ({
    day,
    facts: Array.from({ length: 30 + random.int(60) }, (_, nth) => anyFact(random, day, nth)),
  }))
  // All steps of a visit have one ticket.
  const facts = days.flatMap(({ facts: own }) =>
    own.map((fact) => ({
      ...fact,
      takenAt: Math.min(...own.flatMap(({ visit, takenAt }) => (visit === fact.visit ? [takenAt] : []))),
    })),
  )
  const by = visitDimensions[seed % visitDimensions.length] ?? 'day'
  const count = new VisitsCount({}, null, by)
  for (const { day } of days)
    count.add(
      readAgain(
        day,
        facts.filter((fact) => fact.day === day),
      ),
    )
  const { once, rows = [], ...found } = count.result()
  const firsts = new Map(facts.toReversed().map((fact) => [fact.day + fact.visit, fact]))
  const counted = new Map<string | number | null, number>()
  for (const fact of firsts.values()) counted.set(keyOf[by](fact), (counted.get(keyOf[by](fact)) ?? 0) + 1)
  expect(new Map(rows.map(({ key, visits }) => [key, visits]))).toEqual(counted)
  expect(found).toEqual(near(visitFigures(facts)))
  expect(found.referrals.length).toBeGreaterThan(0)
  expect(once).toBeLessThanOrEqual(found.several)
  expect(facts.some((fact) => resultOf(fact) === 'open')).toBe(true)
})

it('[RP3] figures are exact: percentiles by nearest rank, however many values are the same', () => {
  const random = createRandom(7)
  for (let round = 0; round < 200; round += 1) {
    const size = random.int(random.oneIn(4) ? 3_000 : 12)
    const most = random.pick([1, 3, 50, 4_000_000])
    const all = Array.from({ length: size }, () => random.int(most))
    const values = new Values()
    for (const value of all) values.add(value)
    const plain = spreadOf(all.map((ms) => ms / 1000))
    expect(values.spread()).toEqual(near(plain))
  }
})
