// The published report of the survey: what it is put together of, and that no count in it gives a person away.
import { expect, it } from 'vitest'
import type { Finding } from '../../server/findings/finding.ts'
import { keepSkm, type StoredReport, type StoredSkm } from '../../server/skm/published.ts'
import {
  monthsLater,
  type ProfilePart,
  type SkmReport,
  type SkmSources,
  plansOf,
  skmReport,
  twiceHidden,
} from '../../server/skm/report.ts'
import type { IkmRow } from '../../server/survey/report.ts'

const name = (id: string) => ({ id, en: id })
const row = (key: string, more: Partial<IkmRow> = {}): IkmRow => ({
  key,
  name: name(key),
  agency: 'dukcapil',
  n: 40,
  population: 200,
  sample: 132,
  reached: 40 / 132,
  elements: [{ element: 'waktu', n: 40, nrr: 3.1 }],
  answers: 41,
  excluded: 1,
  skm: 3.1,
  ikm: 77.5,
  mutu: 'B',
  why: null,
  mean: null,
  lowest: ['waktu', 'biaya', 'sarana'],
  extra: [],
  ...more,
})
const few: Partial<IkmRow> = {
  ikm: null,
  mutu: null,
  why: { code: 'too-few', elements: ['biaya'] },
  lowest: [],
}

function sources(more: Partial<SkmSources> = {}): SkmSources {
  return {
    rows: async ({ by, split }) => {
      if (split)
        return [row('hall', { month: '2026-02', ...few }), row('hall', { month: '2026-01', ikm: 70 })]
      if (by === 'hall') return [row('hall')]
      return by === 'agency'
        ? [row('dukcapil'), row('polres', few)]
        : [row('kk'), row('ktp', few), row('sim', { ...few, population: 0 })]
    },
    profile: () => [],
    plans: () => [
      { element: 'waktu', what: 'Satu loket lagi', owner: 'Koordinator', due: '2026-12-01' },
      { element: 'produk', what: 'Lain', owner: '', due: null },
    ],
    place: () => ({ name: name('MPP'), address: name('Amlapura') }),
    ...more,
  }
}
/** The report, which these sources always give. */
async function reportOf(given: SkmSources, asked: Parameters<typeof skmReport>[1] = months) {
  const report = await skmReport(given, asked)
  if (report === null || report === 'nine-only') throw new Error('no report')
  return report
}
const months = { from: '2026-01', to: '2026-03', weight: 'exact' } as const

it('[SK1] the report has what the regulation asks: period, place, respondents, elements, IKM, lowest with what is done', async () => {
  const report = await reportOf(sources())
  expect(report).toMatchObject({
    ...months,
    hall: { id: 'MPP' },
    place: { id: 'Amlapura' },
    whole: { n: 40, sample: 132, ikm: 77.5, mutu: 'B', lowest: ['waktu', 'biaya', 'sarana'] },
    agencies: [{ id: 'dukcapil', ikm: 77.5 }],
    services: [{ id: 'kk', agency: 'dukcapil' }],
    // One that nobody came for lacks nothing.
    without: 1,
    plans: [{ element: 'waktu', what: 'Satu loket lagi', owner: 'Koordinator', due: '2026-12-01' }],
    trend: [
      { month: '2026-01', ikm: 70 },
      { month: '2026-02', ikm: null },
    ],
  })
})

it('[SK1] the report has what the regulation asks: where there is no IKM, which elements lack answers', async () => {
  const report = await reportOf(sources({ rows: async () => [row('hall', few)] }))
  expect(report.whole).toMatchObject({ ikm: null, mutu: null, lacking: ['biaya'], lowest: [] })
  expect(report.plans).toEqual([])
  const nothing = await reportOf(sources({ rows: async () => [] }))
  expect(nothing.whole).toMatchObject({ n: 0, ikm: null, lacking: [], elements: [] })
})

it('[SK1] the report has what the regulation asks: and none where the figures have no answer', async () => {
  let asked = 0
  const without = (answer: null | 'nine-only') =>
    sources({
      rows: async () => {
        asked += 1
        return answer
      },
    })
  expect(await skmReport(without(null), months)).toBeNull()
  expect(await skmReport(without('nine-only'), months)).toBe('nine-only')
  // Who was refused once is not asked again.
  expect(asked).toBe(2)
})

it('plans are findings of the survey that are not over, the next due first, with people by name', () => {
  const finding = {
    source: 'survey',
    state: 'open',
    element: 'waktu',
    words: 'a',
    owner: null,
    due: null,
  } as Finding
  const all: Finding[] = [
    finding,
    { ...finding, words: 'b', owner: 'putu', due: '2027-02-01' },
    { ...finding, words: 'c', owner: 'Bagian umum', due: '2026-12-01', state: 'working' },
    { ...finding, words: 'd', state: 'done' },
    { ...finding, words: 'e', state: 'dropped' },
    { ...finding, words: 'f', source: 'staff' },
    { ...finding, words: 'g', element: null },
  ]
  const names = new Map([['putu', 'Putu Ayu']])
  expect(plansOf(all, (name) => names.get(name)).map(({ what, owner }) => [what, owner])).toEqual([
    ['c', 'Bagian umum'],
    ['b', 'Putu Ayu'],
    ['a', ''],
  ])
})

it('the trend goes back over a year, or to the beginning of a longer period', async () => {
  const asked: (string | undefined)[] = []
  const watched = sources({
    rows: async ({ from, split }) => {
      if (split) asked.push(from)
      return []
    },
  })
  await skmReport(watched, months)
  await skmReport(watched, { ...months, from: '2024-06' })
  expect(asked).toEqual(['2025-04', '2024-06'])
  expect([monthsLater('2026-01', -1), monthsLater('2026-11', 2), monthsLater('2026-11', 0)]).toEqual([
    '2025-12',
    '2027-01',
    '2026-11',
  ])
})

const profile = (counts: readonly (number | null)[]): ProfilePart => ({
  question: 'sex',
  text: name('Jenis kelamin'),
  answers: counts.map((count, at) => ({ answer: String(at), text: name(String(at)), count })),
})

it.each([
  [
    [61, 43],
    [61, 43],
  ],
  [
    [61, null],
    [null, null],
  ],
  [
    [61, 4, 20],
    [61, null, null],
  ],
  [
    [61, null, null, 20],
    [61, null, null, 20],
  ],
  [
    [61, 0, null, 7, 6],
    [61, 0, null, 7, null],
  ],
  [[null], [null]],
  [[], []],
])('[SK2] no count below five is published: nor is one alone hidden, %j is shown as %j', (counts, shown) => {
  expect(twiceHidden(profile(counts)).answers.map(({ count }) => count)).toEqual(shown)
})

it('[SK2] no count below five is published: a question of which nothing is left is not asked', async () => {
  const report = await reportOf(sources({ profile: () => [profile([3, 2]), profile([9, 8])] }))
  expect(report.profile).toEqual([profile([9, 8])])
})

/** A table in memory. */
function table(): StoredSkm {
  const rows: StoredReport[] = []
  return {
    list: () => rows.toReversed(),
    add: (report) => void rows.push({ ...report, withdrawnAt: null }),
    withdraw(id, at) {
      const found = rows.findIndex((one) => one.id === id && one.withdrawnAt === null)
      const [one] = found === -1 ? [] : rows.splice(found, 1)
      if (one) rows.splice(found, 0, { ...one, withdrawnAt: at })
      return one !== undefined
    },
  }
}

it('[SK3] the public reads what was published, as it was then: the last of each period, until it is withdrawn', async () => {
  const skm = keepSkm(table())
  const made = await reportOf(sources())
  const of = (from: string, to: string, ikm: number): SkmReport => ({
    ...made,
    from,
    to,
    whole: { ...made.whole, ikm },
  })
  expect(skm.shown()).toEqual([])
  skm.publish(of('2026-01', '2026-03', 70), 'boss', 1)
  const year = skm.publish(of('2025-01', '2025-12', 71), 'boss', 2)
  const again = skm.publish(of('2026-01', '2026-03', 72), 'boss', 3)
  const shown = () => skm.shown().map(({ report: { from, whole } }) => [from, whole.ikm])
  expect(shown()).toEqual([
    ['2026-01', 72],
    ['2025-01', 71],
  ])
  expect(skm.withdraw(year.id, 4)).toBe(true)
  expect(skm.withdraw(year.id, 5)).toBe(false)
  expect(skm.withdraw('__proto__', 5)).toBe(false)
  // What it had replaced is there again.
  expect(skm.withdraw(again.id, 6)).toBe(true)
  expect(shown()).toEqual([['2026-01', 70]])
})
