// The reports of the forecast and of availability: what they count, on plain examples.
import { describe, expect, it } from 'vitest'
import { availabilityOf, type AvailabilityGround } from '../../server/reports/availability.ts'
import type { Fact } from '../../server/reports/facts/fact.ts'
import { ForecastCount, forecastsFrom, forecastsText, judge } from '../../server/reports/forecast.ts'
import type { Filters } from '../../server/reports/question.ts'
import type { AliveSpan } from '../../server/reports/watch/alive.ts'
import type { ToldWait } from '../../server/reports/watch/told.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const day = '2026-11-24'
const told = (step: string, low: number, high: number): ToldWait => ({
  day,
  visit: step,
  step,
  at: 0,
  low,
  high,
  ahead: 1,
  median: null,
  today: null,
  basis: null,
  width: null,
})
/** A step that was called after so many minutes, or not within them. */
const fact = (step: string, waited: number | null, uncalled: number | null = null, service = 'kk') =>
  ({
    step,
    service,
    agency: 'dukcapil',
    counter: waited === null ? null : 'loket-1',
    zone: waited === null ? null : 'a',
    language: 'id',
    hour: 9,
    priority: false,
    waitedSeconds: waited === null ? null : waited * 60,
    uncalledSeconds: uncalled === null ? null : uncalled * 60,
  }) as Fact

const count = (waits: ToldWait[], facts: Fact[], filters: Filters = {}) => {
  const forecasts = new ForecastCount(filters)
  // As a day is kept and read again.
  forecasts.add({ day, forecasts: forecastsFrom(forecastsText(judge(waits, facts))) })
  return forecasts.result()
}

describe('the forecast', () => {
  const waits = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((step) => told(step, 10, 20))

  it('[RE12] a wait told is judged by the waiting up to the first call: inside, longer, and how far from the middle', () => {
    const facts = [fact('a', 10), fact('b', 20), fact('c', 9), fact('d', 21), fact('e', 15)]
    const { rows, whole } = count(waits, facts)
    expect(rows).toEqual([
      {
        key: 'kk',
        service: 'kk',
        agency: 'dukcapil',
        n: 5,
        mae: ((5 + 5 + 6 + 6 + 0) / 5) * 60,
        inside: 0.6,
        longer: 0.2,
        unknown: 0,
        days: 1,
      },
    ])
    expect(whole).toEqual({ n: 5, mae: 264, inside: 0.6, longer: 0.2, unknown: 0, days: 1 })
  })

  it('[RE12] a wait told is judged by the waiting up to the first call: who was never called only where it is certain', () => {
    const called = ['a', 'b', 'c', 'd'].map((step) => fact(step, 15))
    // After 20 minutes nobody can say any more that it was within 20.
    expect(count(waits, [...called, fact('e', null, 20), fact('f', null, null)]).whole).toMatchObject({
      n: 4,
      unknown: 2,
    })
    const { whole } = count(waits, [...called, fact('e', null, 20.1)])
    expect(whole).toMatchObject({ n: 5, mae: null, inside: 0.8, longer: 0.2 })
  })

  it('[RE12] a wait told is judged by the waiting up to the first call: by hour, size and day', () => {
    const facts = ['a', 'b', 'c'].map((step, nth) => ({ ...fact(step, 15), hour: 8 + 2 * (nth % 2) }))
    const whole = [told('a', 10, 20), told('b', 20, 60), { ...told('c', 0, 90), median: 70 }]
    const rowsBy = (by: 'hour' | 'size' | 'day') => {
      const forecasts = new ForecastCount({}, by)
      forecasts.add({ day, forecasts: judge(whole, facts) })
      return forecasts.result().rows.map(({ key, n, service }) => [key, n, service])
    }
    expect(rowsBy('hour')).toEqual([
      ['8', 2, ''],
      ['10', 1, ''],
    ])
    expect(rowsBy('size')).toEqual([
      ['to-30', 1, ''],
      ['to-60', 1, ''],
      ['longer', 1, ''],
    ])
    expect(rowsBy('day')).toEqual([[day, 3, '']])
  })

  it('[RE12] a wait told is judged by the waiting up to the first call: fewer than five are too few', () => {
    const four = ['a', 'b', 'c', 'd'].map((step) => fact(step, 15))
    expect(count(waits, four).rows).toMatchObject([{ n: 4, mae: null, inside: null, longer: null }])
    const nothing = { n: 0, mae: null, inside: null, longer: null, unknown: 0, days: 0 }
    expect(count([], four)).toEqual({ rows: [], whole: nothing })
    expect(count(waits, four, { agency: ['polres'] }).rows).toEqual([])
    expect(count(waits, four, { class: ['priority'] }).rows).toEqual([])
  })

  it('[RE12] a wait told is judged by the waiting up to the first call: of whatever a report can be asked for', () => {
    const facts = [
      fact('a', 15),
      { ...fact('b', 15), counter: 'loket-2', zone: 'b' },
      { ...fact('c', 15), language: 'en' },
      // Never called: at no counter, in no zone.
      fact('d', null, 30),
    ]
    const of = (filters: Filters) => count(waits, facts, filters).whole.n
    expect(of({})).toBe(4)
    expect([of({ counter: ['loket-1'] }), of({ counter: ['loket-1', 'loket-2'] })]).toEqual([2, 3])
    expect([of({ zone: ['b'] }), of({ zone: ['c'] })]).toEqual([1, 0])
    expect([of({ language: ['en'] }), of({ language: ['id', 'en'] }), of({ language: ['ban'] })]).toEqual([
      1, 4, 0,
    ])
    expect(of({ counter: ['loket-1'], language: ['en'], service: ['kk'], agency: ['dukcapil'] })).toBe(1)
    expect(of({ counter: ['loket-2'], language: ['en'] })).toBe(0)
    // A Tuesday; the ticket of nine o'clock.
    expect([of({ weekday: ['2'] }), of({ weekday: ['1', '3'] })]).toEqual([4, 0])
    expect([of({ hour: ['9'] }), of({ hour: ['8', '10'] })]).toEqual([4, 0])
  })
})

describe('availability', () => {
  const MINUTE = 60_000
  /** Of 2026-11-24 in Makassar. */
  const at = (hour: number, minute = 0, second = 0) =>
    Date.parse('2026-11-23T16:00:00Z') + ((hour * 60 + minute) * 60 + second) * 1_000
  const week = (from: number, to: number) =>
    Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((one) => [one, one > 5 ? [] : [{ from, to }]]))
  const plan = {
    ...rulesPlan,
    hours: week(480, 540),
    holidays: [],
    printers: [],
  } as unknown as typeof rulesPlan
  const server = (from: number, to: number): AliveSpan => ({ kind: 'server', id: '', from, to })
  const kiosk = {
    id: 'k1',
    kind: 'kiosk',
    zone: null,
    label: 'Pintu',
    enrolledAt: 0,
    revokedAt: null,
  } as const
  const ground = (given: Partial<AvailabilityGround>): AvailabilityGround => ({
    spans: [],
    devices: [],
    since: at(0),
    planOf: () => plan,
    now: at(24),
    own: null,
    ...given,
  })
  const of = (given: Partial<AvailabilityGround>, to = day) =>
    availabilityOf({ from: day, to }, ground(given)).map(({ kind, id, minutes, alive, share }) => [
      kind + id,
      minutes,
      alive,
      share,
    ])

  it('[RE13] a minute of the hours counts if a span of life reaches into it', () => {
    const spans = [
      server(at(7), at(8, 29, 59)),
      server(at(8, 29, 59) + 500, at(8, 30)),
      server(at(8, 45, 30), at(12)),
    ]
    expect(of({ spans })).toEqual([['server', 60, 45, 0.75]])
    // Twice alive is alive once, and a span without length is a sign of life.
    expect(of({ spans: [server(at(8), at(9)), server(at(8, 30), at(8, 50))] })).toEqual([
      ['server', 60, 60, 1],
    ])
    expect(of({ spans: [server(at(8, 10), at(8, 10))] })).toEqual([['server', 60, 1, 1 / 60]])
    expect(of({ spans: [server(at(9), at(20))] })).toEqual([['server', 60, 0, 0]])
  })

  it('[RE13] a minute of the hours counts if a span of life reaches into it: only what is over, and known of', () => {
    const spans = [server(at(8, 30), at(8, 40))]
    expect(of({ spans, now: at(8, 40) })).toEqual([['server', 40, 10, 0.25]])
    expect(of({ spans, since: at(8, 30), now: at(8, 50) })).toEqual([['server', 20, 10, 0.5]])
    expect(of({ spans, since: null })).toEqual([['server', 0, 0, null]])
    expect(of({ spans, planOf: () => null })).toEqual([['server', 0, 0, null]])
    // The whole week, with a weekend in it and days on which the server was off.
    expect(of({ spans, now: at(24 * 7) }, '2026-11-30')).toEqual([['server', 300, 10, 10 / 300]])
  })

  it('[RE13] a minute of the hours counts if a span of life reaches into it: of a device while it is one', () => {
    const spans = [
      server(at(8), at(9)),
      { ...server(at(8, 30), at(9)), kind: 'kiosk', id: 'k1' } as AliveSpan,
    ]
    const whole = ['server', 60, 60, 1]
    expect(of({ spans, devices: [kiosk] })).toEqual([whole, ['kioskk1', 60, 30, 0.5]])
    expect(of({ spans, devices: [{ ...kiosk, enrolledAt: at(8, 20) }] })).toEqual([
      whole,
      ['kioskk1', 40, 30, 0.75],
    ])
    expect(of({ spans, devices: [{ ...kiosk, revokedAt: at(7) }] })).toEqual([whole])
    // A supervisor sees what stands in the own zones, or is for the whole hall.
    const zoned = { ...kiosk, zone: 'nowhere' }
    expect(of({ spans, devices: [zoned], own: 'dukcapil' })).toEqual([whole])
  })

  it('[RE13] a minute of the hours counts if a span of life reaches into it: in all the years that can be asked for', () => {
    const spans = Array.from({ length: 2_000 }, (_, nth) =>
      server(at(8) + nth * 25 * MINUTE, at(8, 20) + nth * 25 * MINUTE),
    )
    const rows = availabilityOf({ from: '0001-01-01', to: '9999-12-31' }, ground({ spans }))
    expect(rows).toMatchObject([{ minutes: 60, alive: 50 }])
  })
})
