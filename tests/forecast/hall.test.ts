// The hall's side of the forecast: what it makes of the hall, and how the process that computes it is treated.
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { breaksOf, RestedToday } from '../../server/forecast/hall/breaks.ts'
import { foresee } from '../../server/forecast/hall/follow.ts'
import { openForecasts } from '../../server/forecast/hall/keep.ts'
import { nothingPast } from '../../server/forecast/hall/past.ts'
import { sceneOf } from '../../server/forecast/hall/scene.ts'
import type { CounterSpan } from '../../server/reports/facts/fact.ts'
import { call, finish, hold, open, pause, start, take } from '../rules/commands.ts'
import { given } from '../rules/given.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { toldOf } from './here.ts'

const scene = (story: ReturnType<typeof given>, now = story.hall.at) =>
  sceneOf(story.hall, now, () => [], { ...nothingPast.breaks, rested: new Set() })
const counter = (story: ReturnType<typeof given>, id: string, now?: number) =>
  scene(story, now).counters.find((one) => one.id === id)
const MINUTE = 60_000

describe('[K18] what is told on made-up days is as accurate as it claims: the scene is the hall as it stands', () => {
  it('who waits, who is at a counter, who is set aside, who perhaps does not hold the number', () => {
    const story = given(rulesPlan, '08:00', open('loket-3'), take('a', ['skck']), take('b', ['skck']))
    story.does(take('c', ['skck'], { priority: true, printer: 'printer-1' }))
    story.at('08:05').does(call('loket-3', 'a'))
    story.does(hold('loket-3'))
    story.at('08:06').does(call('loket-3', 'b'))
    const steps = scene(story, story.hall.at + 2 * MINUTE).steps
    expect(
      steps.map(({ id, state, priority, ago, callableIn }) => [id, state, priority, ago, callableIn]),
    ).toEqual([
      ['a.1', 'away', false, 8, null],
      ['b.1', 'at-counter', false, 8, 0],
      ['c.1', 'waiting', true, 8, null],
    ])
    expect(counter(story, 'loket-3', story.hall.at + 2 * MINUTE)).toMatchObject({
      opensIn: 0,
      busy: { step: 'b.1', service: 'skck', ago: 2 },
    })
  })

  it('when counters close, pause and go on, by the hours and by what was said', () => {
    const story = given(regularPlan, '08:30', open('loket-1'), open('loket-2'))
    story.at('11:30').does({ ...pause('loket-2'), minutes: 20 })
    expect(counter(story, 'loket-1')).toMatchObject({
      opensIn: 0,
      closesIn: 240,
      rests: [{ from: 30, to: 90 }],
    })
    expect(counter(story, 'loket-2')).toMatchObject({ opensIn: 20 })
    expect(counter(story, 'loket-3')).toMatchObject({ opensIn: null })
    // Paused in the break without a word: it ends with the break.
    story.at('12:10').does(pause('loket-1'))
    expect(counter(story, 'loket-1')).toMatchObject({ opensIn: 50 })
  })

  it('no figure is wrong for a service that took four hours once, or that nobody ever served', () => {
    const story = given(
      rulesPlan,
      '08:00',
      open('loket-3'),
      take('a', ['skck']),
      call('loket-3', 'a'),
      start('loket-3'),
    )
    story.at('12:00').does(finish('loket-3'))
    for (const nth of [1, 2, 3]) story.does(take(`b${nth}`, ['skck']))
    const told = toldOf(story.hall, story.hall.at).newcomer('skck', false, story.hall.at)
    expect(told?.minutes).toBeGreaterThan(15)
    expect(told?.minutes).toBeLessThan(120)
  })
})

describe('[K19] a break that nobody wrote down is expected if it is a habit', () => {
  const midnight = Date.UTC(2026, 10, 23, 16)
  const span = (day: number, from: number, to: number, state: CounterSpan['state'] = 'paused') =>
    ({
      counter: 'loket-1',
      state,
      from: midnight - day * 1440 * MINUTE + from * MINUTE,
      to: midnight - day * 1440 * MINUTE + to * MINUTE,
    }) as CounterSpan
  const days = [1, 2, 3].map((day) => [
    span(day, 600, 605),
    span(day, 715 + day, 750 + day),
    span(day, 480, 715, 'open'),
  ])

  it('on three days and most of those on which it was open', () => {
    expect(breaksOf(days, midnight)).toEqual({
      usual: new Map([
        ['loket-1', { breaks: [716, 717, 718].map((at) => ({ at, minutes: 35 })), without: 0 }],
      ]),
      pauses: [35, 35, 35],
    })
    expect(breaksOf(days.slice(1), midnight).usual.size).toBe(0)
    const mostly = [...days, ...[4, 5, 6].map((day) => [span(day, 480, 900, 'open')])]
    expect(breaksOf(mostly, midnight).usual.size).toBe(0)
  })

  it('until it was taken today, and a pause without an end ends as usual; nobody is told so where no other counter is open', () => {
    const breaks = breaksOf(days, midnight)
    const story = given(rulesPlan, '11:00', open('loket-1'), open('loket-2'))
    const restsAt = (rested: Set<string>) =>
      sceneOf(story.hall, story.hall.at, () => [], { ...breaks, rested }).counters.find(
        ({ id }) => id === 'loket-1',
      )
    // About then: each day is another.
    expect(restsAt(new Set())?.habit).toEqual({ begins: [56, 57, 58], lasts: [35, 35, 35], share: 1 })
    const rested = new RestedToday()
    story.does(pause('loket-1'))
    story.at('11:20').does(open('loket-1'))
    for (const recorded of story.records) rested.follow(recorded)
    expect(restsAt(rested.counters)?.habit).toBeUndefined()
    story.at('11:30').does(pause('loket-1'))
    expect(restsAt(rested.counters)?.opensIn).toBe(35)
    // Only loket-1 serves it: a guess is not a promise.
    const past = { ...nothingPast, breaks }
    expect(foresee(story.hall, story.hall.at, past, 10).newcomers.get('akta')?.regular).not.toBeNull()
    expect(toldOf(story.hall, story.hall.at).newcomer('akta', false, story.hall.at)).toBeNull()
    expect(toldOf(story.hall, story.hall.at).newcomer('kk', false, story.hall.at)).not.toBeNull()
  })
})

describe('[K20] the queue never waits for a forecast', () => {
  const ticket = (story: ReturnType<typeof given>) => story.records.slice(-1)
  const settle = () => vi.waitFor(() => Promise.resolve(), 1_000)

  it('many changes make one forecast, and the next waits for its turn', async () => {
    const story = given(rulesPlan, '08:00', open('loket-3'), take('a', ['skck']))
    let asked = 0
    const answers: (() => void)[] = []
    const changed = vi.fn<(tokens: ReadonlySet<string>) => void>()
    const forecasts = openForecasts({
      hall: story.hall,
      now: () => story.hall.at,
      gatherMs: 0,
      changed,
      forecaster: {
        foresee: (now) => {
          asked += 1
          return new Promise((resolve) => {
            answers.push(() => resolve(foresee(story.hall, now, undefined, 5)))
          })
        },
      },
    })
    for (let nth = 0; nth < 20; nth += 1) forecasts.committed(ticket(story))
    await vi.waitFor(() => expect(asked).toBe(1), 20_000)
    forecasts.committed(ticket(story))
    await settle()
    expect(asked).toBe(1)
    answers.shift()?.()
    await vi.waitFor(() => expect(asked).toBe(2), 20_000)
    expect([...(changed.mock.calls[0]?.[0] ?? [])]).toEqual(['token-a'])
    const visit = story.visit('a')
    expect(forecasts.step(visit, 0, story.hall.at)).not.toBeNull()
    forecasts.stop()
  })

  it('an empty hall is in no hurry for one: ten seconds after a start, or when somebody comes', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const asksAfter = (ms: number, story: ReturnType<typeof given>, come: boolean) => {
      let asked = 0
      const forecasts = openForecasts({
        hall: story.hall,
        now: () => story.hall.at,
        gatherMs: 0,
        changed: () => {},
        forecaster: {
          foresee: () => {
            asked += 1
            return new Promise(() => {})
          },
        },
      })
      forecasts.committed(story.records.filter(({ event }) => event.type === 'day-opened'))
      forecasts.start()
      if (come) forecasts.committed(ticket(story))
      vi.advanceTimersByTime(ms)
      forecasts.stop()
      return asked
    }
    const empty = given(rulesPlan, '08:00')
    expect(empty.records.map(({ event }) => event.type)).toEqual(['day-opened'])
    expect([9_999, 10_010].map((ms) => asksAfter(ms, empty, false))).toEqual([0, 1])
    const waiting = given(rulesPlan, '08:00', take('a', ['skck']))
    expect([asksAfter(1, waiting, false), asksAfter(1, waiting, true)]).toEqual([1, 1])
  })

  it('one that fails tells nothing, and the next one is asked for all the same', async () => {
    const story = given(rulesPlan, '08:00', open('loket-3'), take('a', ['skck']))
    let asked = 0
    const forecasts = openForecasts({
      hall: story.hall,
      now: () => story.hall.at,
      gatherMs: 0,
      changed: () => {},
      forecaster: {
        foresee: async (now) => {
          asked += 1
          if (asked === 1) throw new Error('killed')
          return foresee(story.hall, now, undefined, 5)
        },
      },
    })
    forecasts.committed(ticket(story))
    await vi.waitFor(() => expect(asked).toBe(1), 20_000)
    expect(forecasts.newcomer('skck', false, story.hall.at)).toBeNull()
    forecasts.committed(ticket(story))
    await vi.waitFor(() => expect(forecasts.newcomer('skck', false, story.hall.at)).not.toBeNull(), 20_000)
    forecasts.stop()
  })
})
