// The index by the regulation's own numbers, and by sums that floating point gets wrong.
import { describe, expect, it } from 'vitest'
import {
  indexOf,
  mayBePrinted,
  meanOf,
  mutuOf,
  reachedOf,
  sampleOf,
  type Sum,
} from '../../server/survey/ikm.ts'
import {
  faultIn,
  questionsOfMonth,
  questionsOn,
  weightsOf,
  usualQuestions,
} from '../../server/survey/questions.ts'
import { NINE, type Element } from '../../server/survey/stored.ts'

const usual = usualQuestions.elements
/** Sums of `n` answers to each of the nine. */
const sums = (n: number, totals: readonly number[]): Map<string, Sum> =>
  new Map(NINE.map((element, at) => [element, { n, total: totals[at] ?? 0 }]))
const same = (n: number, total: number) => sums(n, Array<number>(9).fill(total))

/** Σ NRR = 32.932 of a thousand answers each. */
const official = sums(1000, [3660, 3660, 3660, 3660, 3660, 3660, 3660, 3660, 3652])

describe('[SU10] the IKM is counted in whole numbers and rounded once', () => {
  it.each([
    ['all ones', same(5, 5), 25, 'D'],
    ['all twos', same(7, 14), 50, 'D'],
    ['all threes', same(9, 27), 75, 'C'],
    ['all fours', same(11, 44), 100, 'A'],
    ['Σ NRR = 32.932', official, 91.48, 'A'],
  ] as const)('[SU10] the IKM is counted in whole numbers and rounded once: %s', (_, given, ikm, mutu) => {
    expect(indexOf(given, usual)).toMatchObject({ ikm, mutu, why: null })
  })

  it('[SU10] the IKM is counted in whole numbers and rounded once: 0.11 as printed', () => {
    expect(indexOf(official, usual, true).ikm).toBe(90.56)
    expect(indexOf(same(5, 20), usual, true).ikm).toBe(99)
    expect(indexOf(same(5, 20), usual, true).skm).toBe(3.96)
    expect(mayBePrinted(usual)).toBe(true)
    expect(mayBePrinted(own)).toBe(false)
  })

  it('[SU10] the IKM is counted in whole numbers and rounded once: where floating point misses', () => {
    // Of n answers to each of the nine with a sum of `total` in all it is 25 · total / (9 n). Only where that lies half-way between two
    // hundredths can a sum of floating points end a hundredth away, so those are all tried: half-way goes up.
    let [tried, missed] = [0, 0]
    const wrong: number[][] = []
    for (let n = 5; n <= 160; n += 1) {
      for (let total = 9 * n; total <= 36 * n; total += 1) {
        if ((5_000 * total) % (18 * n) !== 9 * n) continue
        const each = Math.floor(total / 9)
        const totals = NINE.map((_, at) => each + (at < total - 9 * each ? 1 : 0))
        const up = ((5_000 * total) / (9 * n) + 1) / 2
        if (Math.round((indexOf(sums(n, totals), usual).ikm ?? 0) * 100) !== up) wrong.push([total, n])
        const floating = totals.reduce((sum, one) => sum + (one / n) * (1 / 9), 0) * 25
        tried += 1
        if (Number(floating.toFixed(2)) !== up / 100) missed += 1
      }
    }
    expect(wrong).toEqual([])
    expect([tried, missed]).toEqual([432, 188])
  })

  it.each([
    [25_00, 'D'],
    [64_99, 'D'],
    [65_00, 'C'],
    [76_60, 'C'],
    [76_61, 'B'],
    [88_30, 'B'],
    [88_31, 'A'],
    [100_00, 'A'],
  ] as const)('[SU11] the letter is that of the rounded IKM: %i is %s', (hundredths, mutu) => {
    expect(mutuOf(hundredths)).toBe(mutu)
  })

  it('[SU11] the letter is that of the rounded IKM: the gaps between the bands hold nobody', () => {
    // 76.605 lies in the gap between C and B, and rounds into B; 64.996 between D and C into C; 88.304 stays B.
    const index = (total: number, n: number) => {
      const each = Math.floor(total / 9)
      const more = total - 9 * each
      return indexOf(
        sums(
          n,
          NINE.map((_, at) => each + (at < more ? 1 : 0)),
        ),
        usual,
      )
    }
    expect(index(27_577_8, 10_000)).toMatchObject({ ikm: 76.61, mutu: 'B' })
    expect(index(233_985, 10_000)).toMatchObject({ ikm: 65, mutu: 'C' })
    expect(index(317_894, 10_000)).toMatchObject({ ikm: 88.3, mutu: 'B' })
  })
})

describe('[SU12] with fewer than five answers to an element there is no index', () => {
  it('[SU12] with fewer than five answers to an element there is no index: which one is said', () => {
    const few = new Map(same(6, 18)).set('biaya', { n: 4, total: 12 }).set('sarana', { n: 0, total: 0 })
    expect(indexOf(few, usual)).toMatchObject({
      n: 0,
      skm: null,
      ikm: null,
      mutu: null,
      why: { code: 'too-few', elements: ['biaya', 'sarana'] },
    })
    expect(indexOf(few, usual).elements[3]).toEqual({ element: 'biaya', n: 4, nrr: null })
    expect(indexOf(few, usual).elements[0]).toEqual({ element: 'persyaratan', n: 6, nrr: 3 })
    expect(indexOf(new Map(), usual).why?.elements).toEqual([...NINE])
  })

  it('[SU12] with fewer than five answers to an element there is no index: n is the smallest of the nine, the lowest three are named', () => {
    const mixed = new Map(same(6, 18))
      .set('waktu', { n: 10, total: 21 })
      .set('pengaduan', { n: 5, total: 12 })
      .set('produk', { n: 6, total: 17 })
    expect(indexOf(mixed, usual)).toMatchObject({ n: 5, lowest: ['waktu', 'pengaduan', 'produk'] })
    expect(indexOf(same(6, 18), usual).lowest).toEqual(['persyaratan', 'prosedur', 'waktu'])
  })
})

describe('[SU13] the sample is that of Krejcie and Morgan', () => {
  it.each([
    [0, 0],
    [1, 1],
    [10, 10],
    [50, 44],
    [100, 80],
    [220, 140],
    [500, 217],
    [1_000, 278],
    [2_000, 322],
    [5_000, 357],
    [10_000, 370],
    [75_000, 382],
    [10 ** 9, 384],
  ])('[SU13] the sample is that of Krejcie and Morgan: of %i, %i', (population, sample) => {
    expect(sampleOf(population)).toBe(sample)
  })

  it.each([
    [0, 0, null],
    [0, 384, 0],
    [383, 384, 0.99],
    [384, 384, 1],
    [2551, 307, 1],
    [29, 100, 0.29],
    [104, 307, 0.34],
  ])('[SU13] the sample is that of Krejcie and Morgan: %i of %i reached is %s', (n, sample, share) => {
    expect(reachedOf(n, sample)).toBe(share)
  })
})

const extra = (element: string, weight: number): Element => ({
  element,
  weight,
  text: { id: element, en: element },
  answers: { id: ['1', '2', '3', '4'], en: ['1', '2', '3', '4'] },
  extra: true,
})
const nine = (weight: number) => usual.map((one) => ({ ...one, weight }))
const four = ['1', '2', '3', '4']
/** The usual ones, but for the words of the first. */
const withFirst = (words: { text?: object; answers?: object }) =>
  usual.map((one, nth) => (nth === 0 ? { ...one, ...words } : one))
/** Nine and one of the hall's own, a tenth each. */
const own = [...nine(0.1), extra('antrean', 0.1)]

describe('[SU14] wordings are data, with the months in which they apply', () => {
  it('[SU14] wordings are data, with the months in which they apply: elements of the hall, weights that add to 1', () => {
    const given = new Map(same(5, 20)).set('antrean', { n: 5, total: 5 })
    expect(indexOf(given, own)).toMatchObject({ ikm: 92.5, mutu: 'A', n: 5 })
    expect(indexOf(same(5, 20), own).why).toEqual({ code: 'too-few', elements: ['antrean'] })
    // What weighs nothing is asked, but does not count.
    expect(indexOf(same(5, 20), [...usual, extra('antrean', 0)]).ikm).toBe(100)
    const uneven = [...nine(0.1), extra('antrean', 0.06), extra('parkir', 0.04)]
    expect(weightsOf(uneven)?.all).toBe(1_000_000n)
    expect(indexOf(new Map(given).set('parkir', { n: 5, total: 20 }), uneven).ikm).toBe(95.5)
  })

  it.each([
    ['nothing', usual, null],
    ['nothing in an own one', own, null],
    ['weights that add to more', [...nine(0.1), extra('antrean', 0.11)], 'weights-unfit'],
    [
      'weights of more than six decimals',
      [...nine(0.1), extra('a', 0.05000001), extra('b', 0.04999999)],
      'weights-unfit',
    ],
    ['no weight at all', nine(0), 'weights-unfit'],
    ['one of the nine is missing', usual.slice(1), 'nine-missing'],
    [
      'one of the nine called an own one',
      [...usual.slice(1), { ...nine(1 / 9)[0], extra: true }],
      'nine-missing',
    ],
    ['twice the same', [...usual, ...usual.slice(0, 1)], 'named-twice'],
    [
      'a question without Indonesian',
      withFirst({ text: { en: 'How?' }, answers: { en: four } }),
      'words-missing',
    ],
    ['a language without answers', withFirst({ answers: { id: four } }), 'words-missing'],
    ['answers in one language more', withFirst({ text: { id: 'Apa?' } }), 'words-missing'],
    ['answers in another one', withFirst({ answers: { id: four, ban: four } }), 'words-missing'],
  ] as const)('[SU14] wordings are data, with the months in which they apply: %s', (_, elements, fault) => {
    expect(faultIn(elements as readonly Element[])).toBe(fault)
  })

  it('[SU14] wordings are data, with the months in which they apply: one made within a month holds from its day', () => {
    const made = [
      { number: 1, from: '2026-11', day: '2026-11-18', elements: usual },
      { number: 2, from: '2027-01', day: '2027-01-01', elements: usual },
      { number: 3, from: '2026-11', day: '2026-11-20', elements: usual },
    ]
    const number = (day: string) => questionsOn(made, day).number
    expect(['2026-11-17', '2026-11-18', '2026-11-20', '2026-12-31', '2027-01-01'].map(number)).toEqual([
      0, 1, 3, 3, 2,
    ])
    expect(['2026-10', '2026-11', '2027-02'].map((month) => questionsOfMonth(made, month).number)).toEqual([
      0, 3, 2,
    ])
  })
})

it('[SU15] beside the index of an agency the mean of its services is shown: exact until the end', () => {
  expect(meanOf([])).toBeNull()
  // 25/3 and 50/3 of a hundredth: each would round, their mean does not.
  expect(
    meanOf([
      { over: 1n, under: 3n },
      { over: 2n, under: 3n },
    ]),
  ).toBe(0.5)
  expect(
    meanOf([
      { over: 100n, under: 1n },
      { over: 9099n, under: 100n },
    ]),
  ).toBe(95.5)
})
