// Writing questions: whatever is typed as the weight of an element of the hall’s own, all weights add to 1 by their six
// decimals, or nothing can be sent. And which quarters of an hour stand out.
import { expect, it } from 'vitest'
import { outstanding, usualCount } from '../../counter-ui/surveys/Bursts.tsx'
import {
  blankExtra,
  type DraftElement,
  draftOf,
  elementsOf,
  reworded,
  sharesOf,
  sumOfExtras,
} from '../../counter-ui/surveys/draft.ts'
import { NINE } from '../../screens/skm/elements.ts'
import { wayAt } from '../../counter-ui/surveys/months.tsx'

const usual = NINE.map((element) => ({
  element,
  weight: 1 / 9,
  extra: false,
  text: { id: `${element}?`, en: `${element}, please?` },
  answers: { id: ['a', 'b', 'c', 'd'], en: ['e', 'f', 'g', 'h'] },
}))

/** The nine, and one more for each weight as it is typed. */
function draftWith(...weights: string[]): DraftElement[] {
  const draft = draftOf(usual)
  for (const weight of weights) draft.push({ ...blankExtra(draft), weight })
  return draft
}
const parts = (draft: readonly DraftElement[]) =>
  (elementsOf(draft) ?? []).map(({ weight }) => Math.round(weight * 1_000_000))

it('[SK4] weights add to 1: without elements of the hall’s own each of the nine has a ninth', () => {
  expect(elementsOf(draftWith())?.map(({ weight }) => weight)).toEqual(NINE.map(() => 1 / 9))
  expect(elementsOf(draftWith('0', ' 0 '))?.map(({ weight }) => weight)).toEqual([
    ...NINE.map(() => 1 / 9),
    0,
    0,
  ])
})

it.each([['0,1'], ['0.1'], ['.05'], ['0,25', '0,3'], ['0,000001'], ['0,99999']])(
  '[SK4] weights add to 1: with %s',
  (...weights) => {
    const all = parts(draftWith(...weights))
    expect(all.reduce((sum, one) => sum + one, 0)).toBe(1_000_000)
    expect(Math.min(...all.slice(0, 9))).toBeGreaterThan(0)
    expect(Math.max(...all.slice(0, 9)) - Math.min(...all.slice(0, 9))).toBeLessThanOrEqual(1)
  },
)

it.each([['1'], ['1,5'], ['-0,1'], ['x'], [''], ['0,5', '0,5'], ['0,9999999'], ['1e-3'], ['NaN']])(
  '[SK4] weights add to 1: nothing can be sent with %s',
  (...weights) => {
    expect(sharesOf(draftWith(...weights))).toBeNull()
    expect(elementsOf(draftWith(...weights))).toBeNull()
  },
)

it('says what the elements of the hall’s own come to, as far as they can be read', () => {
  expect(sumOfExtras(draftWith('0,25', 'x', '0,5'))).toBe(0.75)
})

it('changes one text alone, and numbers elements of the hall’s own without doubling one', () => {
  const before = draftWith('0,1', '0,1')
  const draft = reworded(before, 'waktu', 'en', 2, ' faster ')
  const sent = elementsOf(draft)
  expect(sent?.find(({ element }) => element === 'waktu')).toMatchObject({
    text: { id: 'waktu?', en: 'waktu, please?' },
    answers: { id: ['a', 'b', 'c', 'd'], en: ['e', 'faster', 'g', 'h'] },
  })
  expect(before.map(({ element }) => element).slice(9)).toEqual(['tambahan-1', 'tambahan-2'])
  const without = before.filter(({ element }) => element !== 'tambahan-1')
  expect(blankExtra(without).element).toBe('tambahan-1')
  expect(blankExtra(before).element).toBe('tambahan-3')
})

const quarters = (...counts: number[]) =>
  counts.map((count, at) => ({ from: new Date(at * 900_000).toISOString(), count }))

it('[SK5] a quarter of an hour stands out with four times the usual, and never with fewer than eight', () => {
  expect(usualCount([])).toBeNull()
  expect(outstanding([])).toEqual([])
  expect(outstanding(quarters(1, 1, 1, 7))).toEqual([])
  expect(outstanding(quarters(1, 1, 1, 8, 31)).map(({ count }) => count)).toEqual([31, 8])
  expect(outstanding(quarters(3, 3, 4, 11))).toEqual([])
  expect(outstanding(quarters(3, 3, 3, 12)).map(({ count }) => count)).toEqual([12])
  expect(usualCount(quarters(9, 1, 5, 0))).toBe(5)
})

it.each([
  ['/surveys/', '', { section: 'questions', months: null }],
  [
    '/surveys/report/',
    '?from=2026-01&to=2026-03',
    { section: 'report', months: { from: '2026-01', to: '2026-03' } },
  ],
  ['/surveys/report', '?from=2026-03&to=2026-01', { section: 'report', months: null }],
  ['/surveys/report', '?from=2026-13&to=2026-14', { section: 'report', months: null }],
  ['/surveys/__proto__/', '?from=__proto__&to=%00', { section: null, months: null }],
])('%s%s is a way that is known, and what means nothing is left out', (path, query, way) => {
  expect(wayAt(path, query)).toEqual(way)
})
