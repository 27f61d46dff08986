// The hall run forward: who is called when, by the rule of who is next.
import { expect, it } from 'vitest'
import { forecastOf } from '../../server/forecast/forecast.ts'
import { counter, scene, service, steady, step } from './scenes.ts'

const medianOf = (told: { median: number } | null | undefined) => Math.round(told?.median ?? Number.NaN)

it('[FO2] the hall is run forward by the rule of who is next: each waits for those before, shared by counters', () => {
  const steps = [50, 40, 30, 20, 10].map((ago) => step(`p${ago}`, 's', ago))
  const one = forecastOf(scene({ steps }))
  expect([...one.steps.values()].map(medianOf)).toEqual([0, 10, 20, 30, 40])
  expect(medianOf(one.newcomers.get('s')?.regular)).toBe(50)
  const two = forecastOf(scene({ steps, counters: [counter('1', ['s']), counter('2', ['s'])] }))
  expect([...two.steps.values()].map(medianOf)).toEqual([0, 0, 10, 10, 20])
  expect(medianOf(two.newcomers.get('s')?.regular)).toBe(20)
})

it('[FO1] what is said before the ticket is what the ticket says', () => {
  const services = ['s', 't', 'u'].map((id) =>
    service(id, { ...steady(8), spread: 0.7, doubt: 0.3, noShow: 0.1 }),
  )
  const counters = [counter('1', ['s', 't']), counter('2', ['t', 'u']), counter('3', ['u'], { opensIn: 20 })]
  const steps = Array.from({ length: 25 }, (_, n) =>
    step(`p${n}`, ['s', 't', 'u'][n % 3] ?? 's', 60 - n, { priority: n % 4 === 0 }),
  )
  const before = forecastOf(scene({ services, counters, steps })).newcomers
  for (const id of ['s', 't', 'u'])
    for (const priority of [false, true]) {
      const with_ = scene({ services, counters, steps: [...steps, step('new', id, 0, { priority })] })
      const said = before.get(id)?.[priority ? 'priority' : 'regular']
      expect({ ...forecastOf(with_).steps.get('new'), basis: [] }).toEqual({ ...said, basis: [] })
    }
})

it('one counter for two services makes one line of them', () => {
  const services = [service('s'), service('t')]
  const steps = Array.from({ length: 8 }, (_, n) => step(`p${n}`, 't', 80 - n))
  const told = forecastOf(scene({ services, counters: [counter('1', ['s', 't'])], steps }))
  expect(medianOf(told.newcomers.get('s')?.regular)).toBe(80)
  expect(medianOf(told.newcomers.get('t')?.regular)).toBe(80)
})

it('priority passes those whom it has outwaited', () => {
  const steps = [step('early', 's', 50), step('late', 's', 5), step('prior', 's', 10, { priority: true })]
  const told = forecastOf(scene({ steps })).steps
  expect(['early', 'prior', 'late'].map((id) => medianOf(told.get(id)))).toEqual([0, 10, 20])
})

it('a visit is called to one place at a time, walks, and does what comes first first', () => {
  const services = [service('s'), service('t')]
  const counters = [counter('1', ['s']), counter('2', ['t'], { zone: 'b' })]
  const steps = [
    step('a1', 's', 20, { visit: 'a' }),
    step('a2', 't', 20, { visit: 'a' }),
    step('b1', 's', 10, { visit: 'b' }),
    step('b2', 't', 10, { visit: 'b', state: 'blocked', after: ['b1'] }),
  ]
  const told = forecastOf(scene({ services, counters, steps, walk: 3 })).steps
  expect(['a1', 'a2', 'b1', 'b2'].map((id) => medianOf(told.get(id)))).toEqual([0, 13, 10, 23])
})

it('breaks, pauses with an end and the close are kept', () => {
  const steps = [30, 20, 10].map((ago) => step(`p${ago}`, 's', ago))
  const rests = [{ from: 5, to: 65 }]
  const told = forecastOf(scene({ steps, counters: [counter('1', ['s'], { rests, closesIn: 70 })] })).steps
  expect([...told.values()].map(medianOf)).toEqual([0, 65, 70])
  // After the close: not today.
  expect([...told.values()].map((one) => one?.today)).toEqual([1, 1, 0])
  const paused = forecastOf(scene({ steps, counters: [counter('1', ['s'], { opensIn: 15 })] })).steps
  expect([...paused.values()].map(medianOf)).toEqual([15, 25, 35])
})

it('[FO3] nothing is told where no counter calls and nobody knows when one will', () => {
  const told = forecastOf(
    scene({ steps: [step('p', 's', 5)], counters: [counter('1', ['s'], { opensIn: null })] }),
  )
  expect(told.steps.get('p')).toBeNull()
  expect(told.newcomers.get('s')).toEqual({ regular: null, priority: null, spare: null })
})

it('a visitor at a counter stays for a while, less the longer it has taken', () => {
  const pace = { ...steady(10), spread: 0.7 }
  const after = (ago: number) => {
    const busy = { step: 'b', service: 's', ago }
    const told = forecastOf(
      scene({ services: [service('s', pace)], counters: [counter('1', ['s'], { busy })] }),
    )
    return told.newcomers.get('s')?.regular?.median ?? 0
  }
  expect(after(0)).toBeGreaterThan(6)
  expect(after(8)).toBeLessThan(after(0))
  expect(after(600)).toBeGreaterThanOrEqual(0)
  expect(after(600)).toBeLessThan(60)
})

it('[FO4] many who wait get fewer draws, not a later answer', () => {
  const steps = Array.from({ length: 2000 }, (_, n) => step(`p${n}`, 's', 2000 - n))
  expect(forecastOf(scene({ steps })).draws).toBeLessThan(60)
  expect(forecastOf(scene({})).draws).toBe(200)
})

it('one ticket more changes nothing for those who stand before it', () => {
  const services = [service('s', { ...steady(9), spread: 0.7, doubt: 0.3, noShow: 0.1 })]
  const steps = Array.from({ length: 12 }, (_, nth) => step(`p${nth}`, 's', 40 - nth))
  const before = forecastOf(scene({ services, steps })).steps
  const after = forecastOf(scene({ services, steps: [...steps, step('late', 's', 0)] })).steps
  expect(new Map([...after].filter(([id]) => id !== 'late'))).toEqual(before)
})

it('[FO6] numbers that make no sense never stop a forecast', () => {
  const odd = [Number.NaN, -Infinity, Infinity, -1e9, 1e9]
  const services = odd.map((value, nth) => ({
    ...service(`s${nth}`, { ...steady(10), spread: 0.7, doubt: 0.2 }),
    priorityPerHour: value,
  }))
  const counters = odd.map((value, nth) =>
    counter(`c${nth}`, [`s${nth}`, 'gone'], {
      opensIn: value,
      closesIn: value,
      rests: [{ from: value, to: value }],
      busy: { step: 'nobody', service: `s${nth}`, ago: value },
    }),
  )
  const steps = odd.flatMap((value, nth) => [
    step(`a${nth}`, `s${nth}`, value, { callableIn: value, after: ['nobody', `b${nth}`] }),
    step(`b${nth}`, `s${nth}`, value, { after: [`a${nth}`], kept: { counter: 'gone', until: value } }),
    step(`c${nth}`, 'gone', value),
  ])
  for (const minute of odd) {
    const { steps: told, newcomers } = forecastOf(scene({ minute, services, counters, steps }))
    const all = [...told.values(), ...[...newcomers.values()].flatMap((one) => [one.regular, one.priority])]
    const wrong = all.filter(
      (one) => one !== null && !(0 <= one.low && one.low <= one.median && one.median <= one.high),
    )
    expect(wrong).toEqual([])
  }
})

it('all counters close at once: from one moment to the next nothing is known', () => {
  const steps = [30, 20, 10].map((ago) => step(`p${ago}`, 's', ago))
  const counters = [1, 2, 3].map((id) => counter(String(id), ['s'], { opensIn: null }))
  expect([...forecastOf(scene({ steps, counters })).steps.values()]).toEqual([null, null, null])
  const busy = counters.map((one, nth) => ({ ...one, busy: { step: `b${nth}`, service: 's', ago: 3 } }))
  expect([...forecastOf(scene({ steps, counters: busy })).steps.values()]).toEqual([null, null, null])
})
