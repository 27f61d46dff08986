// How long a service takes, from what was seen of it.
import { describe, expect, it } from 'vitest'
import { forecastOf } from '../../server/forecast/forecast.ts'
import { paceOf, type Seen } from '../../server/forecast/pace.ts'
import { scene, service, step } from './scenes.ts'

const seen = (minutes: number, daysAgo = 0, came = true): Seen => ({ minutes, daysAgo, came })
const many = (count: number, minutes: number, daysAgo = 0) =>
  Array.from({ length: count }, (_, nth) => seen(minutes * ([0.5, 0.8, 1, 1.2, 1.5][nth % 5] ?? 1), daysAgo))

describe('[FO5] a pace is the plan’s until one has been seen, and nothing odd upsets it', () => {
  it('a service with no history takes the minutes of the plan, in doubt', () => {
    const pace = paceOf(12, [])
    expect(pace.minutes).toBeCloseTo(12, 5)
    expect(pace.doubt).toBeGreaterThan(0.5)
    expect(paceOf(12, many(100, 12, 3)).doubt).toBeLessThan(0.25)
  })

  it('what was seen takes over, today before earlier days', () => {
    const earlier = paceOf(10, many(60, 20, 1))
    expect(Math.abs(earlier.minutes - 20)).toBeLessThan(3)
    const today = paceOf(10, [...many(60, 20, 1), ...many(40, 8)])
    expect(Math.abs(today.minutes - 8)).toBeLessThan(3)
  })

  it('four hours once, and a morning of finishes pressed at the end of the day, change little', () => {
    const usual = paceOf(10, many(30, 10, 1))
    expect(paceOf(10, [...many(30, 10, 1), seen(240, 1)]).minutes).toBeLessThan(usual.minutes * 1.15)
    const forgotten = Array.from({ length: 6 }, (_, nth) => seen(60 + 60 * nth, 1))
    expect(paceOf(10, [...many(30, 10, 1), ...forgotten]).minutes).toBeLessThan(usual.minutes * 1.5)
  })

  it('finishes pressed one after the other in a moment are no pace', () => {
    const pressed = Array.from({ length: 25 }, () => seen(0.05, 1))
    const pace = paceOf(10, [...many(30, 10, 1), ...pressed])
    expect(Math.abs(pace.minutes - 10)).toBeLessThan(2)
  })

  it('spans of a clock that jumped are left out', () => {
    const jumped = [seen(-30), seen(Number.NaN), seen(Infinity), seen(5000), seen(10, -2)]
    expect(paceOf(10, jumped)).toEqual(paceOf(10, []))
    expect(paceOf(Number.NaN, []).minutes).toBeCloseTo(10, 5)
  })

  it('five make what is usual: nothing is cut by the plan any more', () => {
    const alike = (count: number) =>
      paceOf(
        10,
        Array.from({ length: count }, () => seen(100)),
      ).minutes
    expect(alike(4)).toBeLessThan(40)
    expect(alike(5)).toBeGreaterThan(70)
  })

  it('a visitor who does not come costs a moment', () => {
    const pace = paceOf(10, [...many(40, 10, 1), ...Array.from({ length: 40 }, () => seen(1, 1, false))])
    expect(pace.noShow).toBeGreaterThan(0.4)
    const at = (noShow: number) => {
      const services = [service('s', { ...pace, noShow })]
      const steps = Array.from({ length: 10 }, (_, nth) => step(`p${nth}`, 's', 20 - nth))
      return forecastOf(scene({ services, steps })).newcomers.get('s')?.regular?.median ?? 0
    }
    expect(at(pace.noShow)).toBeLessThan(at(0) * 0.75)
  })
})
