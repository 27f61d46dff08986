// What is learnt from waits told and waits that came true.
import { expect, it } from 'vitest'
import { corrected, learn, type Pair } from '../../server/forecast/correct.ts'
import { grown, type Tree } from '../../server/forecast/trees.ts'
import { randomFrom } from '../../server/training/random.ts'

const told = (median: number) => {
  const basis = [median * 0.8, median, median * 1.2, 600]
  return { low: median * 0.8, median, high: median * 1.2, today: 1, basis }
}

/** Days on which everything takes `times` as long as simulated, give or take a half. */
function pairs(times: number, days: number, each: number, of: Partial<Pair> = {}): Pair[] {
  const random = randomFrom(5)
  return Array.from({ length: days * each }, (_, nth) => {
    const { basis, median } = told(5 + 60 * random())
    const minutes = median * times * (0.5 + random())
    return { day: `d${nth % days}`, service: 's', basis, minutes, isLonger: false, ...of }
  })
}

it('[FO7] what was told wrongly on earlier days is told better: range and middle follow the truth', () => {
  const correction = learn(pairs(2, 5, 200))
  for (const median of [10, 30, 55]) {
    const { low, median: middle, high } = corrected(told(median), correction)
    expect(Math.abs(middle / median - 2)).toBeLessThan(0.3)
    expect(low / median).toBeGreaterThan(0.9)
    expect(low / median).toBeLessThan(1.5)
    expect(high / median).toBeGreaterThan(2.5)
    expect(high / median).toBeLessThan(3.3)
  }
})

it('eight of ten lie in the corrected range on days that nobody has seen', () => {
  const correction = learn(pairs(1.5, 6, 150))
  const random = randomFrom(99)
  let inside = 0
  for (let nth = 0; nth < 1000; nth += 1) {
    const median = 5 + 60 * random()
    const truth = median * 1.5 * (0.5 + random())
    const { low, high } = corrected(told(median), correction)
    if (low <= truth && truth <= high) inside += 1
  }
  expect(inside).toBeGreaterThan(740)
  expect(inside).toBeLessThan(860)
})

it('the same pairs in any order teach the same, as plain JSON', () => {
  const all = pairs(1.3, 4, 60)
  const correction = learn(all)
  expect(learn(all.toReversed())).toEqual(correction)
  expect(JSON.parse(JSON.stringify(correction))).toEqual(correction)
})

it('a visitor never called counts as longer, else every long forecast would look wrong', () => {
  // Half of those who are told forty minutes leave after twenty; all others wait forty.
  const stay = pairs(1, 4, 100).map((pair) => ({ ...pair, basis: told(40).basis, minutes: 40 }))
  const leave = stay.map((pair) => ({ ...pair, minutes: 20, isLonger: true }))
  const counted = corrected(told(40), learn([...stay, ...leave]))
  expect(counted.median).toBeGreaterThan(37)
  const dropped = corrected(
    told(40),
    learn([...stay, ...leave.map((pair) => ({ ...pair, isLonger: false }))]),
  )
  expect(dropped.median).toBeLessThan(counted.median)
})

it('little teaches nothing, and nonsense is left out', () => {
  expect(learn([])).toBeNull()
  expect(learn(pairs(3, 2, 10))).toBeNull()
  const all = pairs(1.4, 3, 50)
  const nonsense = [Number.NaN, -5, Infinity, 1e9].map((minutes): Pair => ({ ...(all[0] as Pair), minutes }))
  const holes = { ...(all[0] as Pair), basis: [1, Number.NaN, 3, 4] }
  expect(learn([...nonsense, holes, ...all])).toEqual(learn(all))
})

it('what has fewer numbers than were learnt from is told as it is; of what has more the first count', () => {
  const correction = learn(pairs(2, 3, 80))
  const bare = told(30)
  const fewer = { ...bare, basis: bare.basis.slice(0, 3) }
  expect(corrected(fewer, correction)).toBe(fewer)
  const more = { ...bare, basis: [...bare.basis, 1, 2] }
  expect(corrected(more, correction)).toEqual({ ...corrected(bare, correction), basis: more.basis })
  // After an update: what older versions told teaches until there is enough of the other.
  const wide = (count: number) =>
    pairs(2, 3, count).map((pair) => ({ ...pair, basis: [...pair.basis, 1, 2] }))
  expect(learn([...pairs(2, 3, 80), ...wide(20)])).toMatchObject({ width: 4, pairs: 300 })
  expect(learn([...pairs(2, 3, 80), ...wide(200)])).toMatchObject({ width: 6, pairs: 600 })
})

it('trees say what stands in them, whatever their shape', () => {
  const random = randomFrom(3)
  const grow = (depth: number): Tree =>
    depth === 0 || random() < 0.2
      ? random() - 0.5
      : [Math.floor(random() * 4), random(), grow(depth - 1), grow(depth - 1)]
  const walk = (tree: Tree, row: readonly number[]): number =>
    typeof tree === 'number' ? tree : walk((row[tree[0]] ?? 0) < tree[1] ? tree[2] : tree[3], row)
  const trees = Array.from({ length: 30 }, (_, nth) => grow(nth % 6))
  for (let nth = 0; nth < 50; nth += 1) {
    // The last rows have fewer numbers than the trees look at: those count as 0.
    const row = Array.from({ length: nth < 40 ? 4 : 2 }, random)
    expect(grown(trees, row)).toBe(trees.reduce<number>((sum, tree) => sum + walk(tree, row), 0))
  }
  expect(grown([], [1])).toBe(0)
})
