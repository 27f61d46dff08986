// The forecast on made-up days of halls that it has not seen: a few of them here, hundreds by `npm run forecast -- generated`
// (docs/forecast.md has what came out).
import { expect, it } from 'vitest'
import { officeOf } from '../../server/forecast/generated/office.ts'
import { measureNear } from '../../server/forecast/generated/near.ts'
import { playDay } from '../../server/forecast/generated/play.ts'
import { measure } from '../../server/forecast/generated/measure.ts'

it('[K18] what is told on made-up days is as accurate as it claims', () => {
  const order = { days: 9, seed: 5, every: 6, draws: 20 }
  const found = measure(order)
  expect(found).toMatchObject({ days: 9 })
  expect(found.told).toBeGreaterThan(150)
  // A few days hang together: the bounds of three hundred are narrower.
  expect(found.inside).toBeGreaterThan(0.68)
  expect(found.inside).toBeLessThan(0.92)
  expect(found.likelyKept).toBeGreaterThanOrEqual(0.9)
  expect(found.unlikelyServed).toBeLessThanOrEqual(0.3)
  expect(found.servedLikely).toBeGreaterThanOrEqual(0.7)
  expect(found.notServedUnlikely).toBeGreaterThanOrEqual(0.5)
  expect(found.brier).toBeLessThanOrEqual(0.6 * found.brierOfHour)
  // Told hours move less than a minute later for ten that somebody waits, and no jump is without a cause.
  expect(found.drift).toBeLessThan(1)
  expect(found.jumpsWithout).toBeLessThan(1)
  // The same seed plays the same days.
  const [one, again, other] = [0, 0, 1].map((nth) => playDay(officeOf(5), nth).records)
  expect(one).toEqual(again)
  expect(other).not.toEqual(one)
})

it('[K21] people who wait are asked to come near in time, and not too early: on made-up days, from the zone, the café and the car', () => {
  const { places, backWithout } = measureNear({ days: 2, seed: 3, draws: 20, teach: 1, every: 3 })
  expect(Object.keys(places)).toEqual(['zone', 'cafe', 'cars'])
  const all = Object.values(places)
  const asked = all.reduce((sum, one) => sum + one.asked, 0)
  expect(asked).toBeGreaterThan(100)
  // Two days are correlated: the bound of all three places at once is wider than ninety of a hundred.
  expect(all.reduce((sum, one) => sum + one.inTime * one.asked, 0) / asked).toBeGreaterThanOrEqual(0.85)
  for (const { median } of all) expect(median).toBeLessThanOrEqual(12)
  expect(backWithout).toBeLessThan(3)
})
