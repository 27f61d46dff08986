// Bad input and faults, met by a whole hall: whatever happens to it, what is told is a plain range or nothing.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Forecasting } from '../../server/forecast/forecast.ts'
import { corrected } from '../../server/forecast/correct.ts'
import { RestedToday } from '../../server/forecast/hall/breaks.ts'
import { followHall, foresee, type Foresight } from '../../server/forecast/hall/follow.ts'
import { openForecasts } from '../../server/forecast/hall/keep.ts'
import { nothingPast, pastOf, type PastSource } from '../../server/forecast/hall/past.ts'
import { Teller } from '../../server/forecast/hall/told.ts'
import type { Recorded } from '../../server/hall/event.ts'
import type { Fact } from '../../server/reports/facts/fact.ts'
import type { ToldWait } from '../../server/reports/watch/told.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { visitView } from '../../server/live/visit.ts'
import { type HallApp, hallApp } from '../api/hall-app.ts'
import { aFact } from '../figures/a-fact.ts'
import { call, callNext, close, finish, miss, open, pause, start, take } from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'
import { setPriority } from '../rules/steer-commands.ts'
import { toldOf } from './here.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A hall at eight with this many people waiting for `skck`, the first of whom is at its one open counter. */
function waiting(count: number, plan = rulesPlan): Story {
  const story = given(plan, '08:00', open('loket-3'))
  for (let nth = 0; nth < count; nth += 1) story.does(take(`v${nth}`, ['skck']))
  story.does(call('loket-3', 'v0'))
  story.does(start('loket-3'))
  return story
}

/** Forecasts of a story, each made only when the test lets it, and taken in at once if the test does not say `sliceMs`. */
function forecastsOf(story: Story, sliceMs = Infinity) {
  const asked: (() => void)[] = []
  const clock = { now: story.hall.at }
  const forecasts = openForecasts({
    hall: story.hall,
    now: () => clock.now,
    gatherMs: 0,
    sliceMs,
    changed: () => {},
    forecaster: {
      foresee: (now) => {
        const made = foresee(story.hall, Math.max(now, story.hall.at), nothingPast, 20)
        return new Promise<Foresight>((resolve) => {
          asked.push(() => resolve(made))
        })
      },
    },
  })
  let known = 0
  /** Whatever has happened since is committed. */
  const commit = () => {
    clock.now = Math.max(clock.now, story.hall.at)
    forecasts.committed(story.records.slice(known))
    known = story.records.length
  }
  /** The one that is being made arrives. */
  const arrives = async () => {
    await vi.waitFor(() => expect(asked).toHaveLength(1), 10_000)
    asked.shift()?.()
    await new Promise(setImmediate)
  }
  return { forecasts, clock, commit, arrives, asked }
}
const stepOf = (story: Story, tells: Parameters<typeof seen>[2], now: number, visit = 'v4') =>
  visitView(seen(story.hall, now, tells), `token-${visit}`)?.view.visit.steps[0]
const kioskOf = (story: Story, id: string) =>
  kioskView(seen(story.hall, story.hall.at, toldOf(story.hall, story.hall.at))).view.services.find(
    (one) => one.id === id,
  )

describe('[FO5] a pace is the plan’s until one has been seen, and nothing odd upsets it: in the hall', () => {
  const minutesOf = (story: Story) =>
    toldOf(story.hall, story.hall.at).newcomer('skck', false, story.hall.at)?.minutes ?? 0

  it('an officer who presses through everybody at the day’s end, and one who lets the first of the morning stand until then', () => {
    const pressed = given(rulesPlan, '08:00', open('loket-3'))
    for (let nth = 0; nth < 12; nth += 1) pressed.does(take(`v${nth}`, ['skck']))
    pressed.at('15:00')
    for (let nth = 0; nth < 12; nth += 1) {
      pressed.at(`15:00:${String(nth * 4).padStart(2, '0')}` as `15:00:${number}`)
      pressed.does(callNext('loket-3'))
      pressed.does(start('loket-3'))
      pressed.at(`15:00:${String(nth * 4 + 2).padStart(2, '0')}` as `15:00:${number}`)
      pressed.does(finish('loket-3'))
    }
    const stood = waiting(1)
    stood.at('15:01').does(finish('loket-3'))
    for (const story of [pressed, stood]) {
      for (const nth of [1, 2, 3]) story.does(take(`late${nth}`, ['skck']))
      // Three before it, of ten minutes each by the plan.
      expect(minutesOf(story)).toBeGreaterThan(15)
      expect(minutesOf(story)).toBeLessThan(90)
    }
  })

  it('a service that nobody ever served has a first estimate from the plan', () => {
    const story = given(rulesPlan, '08:00')
    for (const id of [1, 2, 3, 4, 5, 6]) story.does(open(`loket-${id}`))
    story.does(take('a', ['bayar']))
    const { services } = kioskView(seen(story.hall, story.hall.at, toldOf(story.hall, story.hall.at))).view
    const offered = services.filter(({ status }) => status === 'open')
    expect(offered.length).toBeGreaterThan(4)
    for (const { id, forecast } of offered)
      expect([id, forecast]).toEqual([id, expect.objectContaining({ first: true, lowMinutes: 0 })])
  })
})

it('[K13] a wait is told only if there is something to base it on: all counters close at once, while somebody is on the way to one', () => {
  const story = waiting(6)
  story.does(open('loket-4'))
  story.does(callNext('loket-4'))
  const tells = toldOf(story.hall, story.hall.at)
  expect(stepOf(story, tells, story.hall.at)?.forecast).not.toBeNull()
  story.does(finish('loket-3'))
  story.does(miss('loket-4'))
  for (const counter of ['loket-3', 'loket-4']) story.does(close(counter))
  // By the forecast from before, and by the next one.
  for (const one of [tells, toldOf(story.hall, story.hall.at)])
    expect(stepOf(story, one, story.hall.at)).toMatchObject({
      forecast: null,
      when: { en: 'No counter is open: ask the reception' },
    })
})

it('[FO4] many who wait get fewer draws, not a later answer: in a hall of 2,000, and of what a manager could do', () => {
  const story = waiting(2_000)
  const advance = vi.spyOn(Forecasting.prototype, 'advance')
  onTestFinished(() => advance.mockRestore())
  const { draws, steps, advice } = foresee(story.hall, story.hall.at)
  expect(draws).toBeLessThan(60)
  expect([...steps.values()].filter((told) => told === null)).toHaveLength(1)
  expect(advice.counters.has('loket-4')).toBe(true)
  // As it is, and with one more.
  expect(advance.mock.calls).toEqual([[Infinity], [8], [8]])
})

describe('[K20] the queue never waits for a forecast: while those who wait are looked at', () => {
  const minutesOf = (teller: Teller, story: Story, id: string) =>
    teller.toKeep(story.visit(id), 0, story.hall.at)?.now.minutes

  it('the one before is told, and who takes a number keeps what the ticket says', () => {
    const story = waiting(6)
    const teller = new Teller(story.hall)
    teller.take(foresee(story.hall, story.hall.at, nothingPast, 20))
    const told = (id: string) => minutesOf(teller, story, id)
    story.at('08:02').does(open('loket-4'))
    const before = told('v5')
    const next = foresee(story.hall, story.hall.at, nothingPast, 20)
    const taking = teller.taking(next)
    for (const _ of [1, 2, 3, 4, 5]) expect(taking.next().done).toBe(false)
    expect([told('v5'), teller.version(), teller.asOf(story.hall.at)]).toEqual([
      before,
      1,
      expect.any(Number),
    ])
    story.does(take('late', ['skck']))
    const ticket = told('late')
    story.does(callNext('loket-4'))
    const called = story.hall.counters.get('loket-4')?.current?.visit
    const rest = [...taking]
    expect(rest.length).toBeGreaterThan(2)
    expect([teller.version(), teller.asOf(story.hall.at)]).toEqual([2, next.seq])
    expect(told('v5')).toBeLessThan(before ?? 0)
    expect(told('late')).toBe(ticket)
    expect(called).toBe('v1')
    expect(minutesOf(teller, story, 'v1')).toBeUndefined()
    // At once or in pieces: the same.
    const atOnce = new Teller(story.hall)
    atOnce.take(next)
    for (const id of ['v2', 'v3', 'v4', 'v5']) expect(told(id)).toBe(minutesOf(atOnce, story, id))
  })

  it('everybody else has the loop in between, and a clock that is set meanwhile ends it', async () => {
    const story = waiting(6)
    const { forecasts, clock, commit, arrives, asked } = forecastsOf(story, 0)
    commit()
    await arrives()
    expect(forecasts.version()).toBe(0)
    await vi.waitFor(() => expect(forecasts.version()).toBe(1))
    forecasts.committed(story.records.slice(-1))
    await arrives()
    expect(asked).toEqual([])
    const before = stepOf(story, forecasts, clock.now)
    story.setClockAhead(60)
    clock.now = story.hall.at
    forecasts.committed(story.records.slice(-1))
    await vi.waitFor(() => expect(asked).toHaveLength(1), 10_000)
    expect(forecasts.version()).toBe(1)
    expect(stepOf(story, forecasts, clock.now)).toEqual(before)
    forecasts.stop()
  })
})

describe('quotas and closed days', () => {
  it('anybody who holds a number is told a wait, and anybody who can get none is told why', () => {
    const story = given(regularPlan, '08:30', open('loket-1'), take('v4', ['akta']), take('b', ['akta']))
    expect(kioskOf(story, 'akta')).toMatchObject({ closed: 'quota', left: 0 })
    expect(stepOf(story, toldOf(story.hall, story.hall.at), story.hall.at)?.forecast).not.toBeNull()
  })

  it('on a Saturday and a holiday nothing is told, unless somebody sits there all the same', () => {
    const story = given(regularPlan, '08:00')
    for (const days of [4, 27]) {
      story.nextDay('09:00', days)
      expect(kioskOf(story, 'skck')).toMatchObject({ closed: 'hours', forecast: null })
    }
    const opened = given(rulesPlan, '08:00').nextDay('09:00', 4)
    opened.does(open('loket-3'))
    for (const nth of [1, 2, 3]) opened.does(take(`s${nth}`, ['skck']))
    expect(kioskOf(opened, 'skck')?.forecast).toMatchObject({ today: 'likely' })
  })
})

describe('[K15] what was told stays until the forecast has left it: a clock that is set moves it', () => {
  it.each([
    ['an hour back', (story: Story) => story.setClockBack(60)],
    ['an hour ahead', (story: Story) => story.setClockAhead(60)],
  ])('%s: at once, and no cause is made up', async (_, set) => {
    const story = waiting(6)
    const { forecasts, clock, commit, arrives, asked } = forecastsOf(story)
    commit()
    await arrives()
    const before = stepOf(story, forecasts, clock.now)
    expect(before?.forecast).not.toBeNull()
    // One that began before the clock was set arrives afterwards: it counts from the other hour.
    forecasts.committed(story.records.slice(-1))
    await vi.waitFor(() => expect(asked).toHaveLength(1), 10_000)
    set(story)
    clock.now = story.hall.at
    forecasts.committed(story.records.slice(-1))
    expect(stepOf(story, forecasts, clock.now)).toEqual(before)
    await arrives()
    expect(stepOf(story, forecasts, clock.now)).toEqual(before)
    await arrives()
    expect(stepOf(story, forecasts, clock.now)).toEqual(before)
    forecasts.stop()
  })

  it('in the break, and over midnight: a plain range or nothing, and nothing of yesterday', async () => {
    const story = waiting(6, regularPlan)
    const { forecasts, clock, commit, arrives } = forecastsOf(story)
    for (const set of [
      () => story.at('12:20'),
      () => story.setClockBack(60),
      () => story.setClockAhead(60),
      () => story.setClockAhead(90),
    ]) {
      set()
      clock.now = story.hall.at
      story.does(setPriority('v5', !story.visit('v5').priority))
      commit()
      await arrives()
      const { lowMinutes = 0, highMinutes = 5 } = stepOf(story, forecasts, clock.now)?.forecast ?? {}
      expect(highMinutes - lowMinutes).toBeGreaterThanOrEqual(5)
    }
    story.nextDay('00:00')
    clock.now = story.hall.at
    expect(forecasts.newcomer('skck', false, clock.now)).toBeNull()
    commit()
    await arrives()
    expect(stepOf(story, forecasts, clock.now)?.forecast ?? null).toBeNull()
    forecasts.stop()
  })

  it('a forecast from the future is as old as one from the past', () => {
    const story = waiting(3)
    const tells = toldOf(story.hall, story.hall.at)
    expect(tells.newcomer('skck', false, story.hall.at + 2 * MINUTE)).not.toBeNull()
    expect(tells.newcomer('skck', false, story.hall.at - HOUR)).toBeNull()
  })

  it('a pause of a minute does not become the day’s break', () => {
    const story = given(rulesPlan, '11:00', open('loket-3'))
    story.at('11:10').does(pause('loket-3'))
    story.setClockAhead(60)
    story.does(open('loket-3'))
    const rested = new RestedToday()
    for (const recorded of story.records) rested.follow(recorded)
    expect([...rested.counters]).toEqual([])
  })
})

describe('what earlier days teach', () => {
  const day = '2026-11-23'
  const facts = Array.from({ length: 40 }, (_, nth) =>
    aFact({ day, step: `${nth}.1`, service: 'skck', walkSeconds: 0, servedSeconds: 1_800 }),
  )
  const past = (known: readonly Fact[], told: readonly ToldWait[] = []): PastSource => ({
    days: () => [day],
    factsOf: () => known,
    toldOf: () => told,
    spansOf: () => [],
  })

  it('[K20] the queue never waits for a forecast: facts of yesterday that come after the day’s first one are learnt a minute later', () => {
    const story = waiting(6)
    const { records } = story
    const made = { facts: [] as Fact[], mark: 0 }
    const followed = followHall({
      ...past([]),
      factsOf: () => made.facts,
      factsMark: () => made.mark,
      journal: {
        lastSeq: () => records.length,
        currentDay: (): Iterable<Recorded> => records,
        events: (from) => records.filter(({ seq }) => seq >= from),
      },
      atOnce: (read) => read(),
    })
    const minutesAt = (now: number) => followed.foresee(now)?.newcomers.get('skck')?.regular?.median ?? 0
    const first = minutesAt(story.hall.at)
    made.facts = facts
    made.mark = 1
    expect(minutesAt(story.hall.at + 1_000)).toBeLessThan(first + 5)
    expect(minutesAt(story.hall.at + MINUTE)).toBeGreaterThan(first * 1.7)
  })

  it('[K17] a visitor who was never called waited past the end: that of the hours, not of the night', () => {
    const { hall } = given(regularPlan, '08:00')
    // The hours end at 15:30; at half past two forty minutes were told, if it was still today, and half were called after 45.
    const takenAt = hall.startsAt - 24 * HOUR + 14.5 * HOUR
    const yesterday = { day: '2026-11-23', takenAt, service: 'kk' }
    const all = Array.from({ length: 80 }, (_, nth) => {
      const calledAt = nth % 2 === 0 ? takenAt + 45 * MINUTE : null
      return aFact({ ...yesterday, step: `${nth}.1`, calledAt, endedAt: calledAt ?? hall.startsAt })
    })
    const told = all.map(({ step }) => {
      const figures = {
        low: 20,
        high: 60,
        median: 40,
        ahead: 4,
        today: 0.6,
        width: 1,
        basis: [20, 40, 60, 870],
      }
      return { day: yesterday.day, visit: 'v', step, at: takenAt, ...figures }
    })
    const source = { ...past(all, told), days: () => [yesterday.day] }
    const next = { low: 20, median: 40, high: 60, today: 0.6, basis: [20, 40, 60, 870] }
    expect(corrected(next, pastOf(source, hall).correction).high).toBeLessThan(70)
  })

  it('[K17] a visitor who was never called waited past the end: by the hall’s clock, however often it was set', () => {
    const one = facts[0] as Fact
    const wait = {
      day,
      visit: 'v',
      step: one.step,
      low: 5,
      high: 15,
      ahead: 1,
      median: 9,
      today: 1,
      width: 1,
    }
    // It was told when its clock was an hour behind.
    const told = Array.from({ length: 60 }, (_, nth) => ({
      ...wait,
      step: `${nth % 40}.1`,
      at: one.takenAt - HOUR,
      basis: [5, 9, 15, 480],
    }))
    const shifts = pastOf(past(facts, told), { ...waiting(1).hall, day: '2026-11-24', startsAt: 0 })
      .correction?.shifts
    // All waited seven minutes.
    expect(shifts?.[1]?.size[1]).toBeLessThan(0)
  })
})

it('[RE7] the wait that was told with a ticket is kept: a server that is killed between told and true starts again in the middle of the day, and the next morning it is judged', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const opened = async (hall: HallApp) => {
    await hall.act('ayu', 'open', 'loket-1')
    await vi.advanceTimersByTimeAsync(1_000)
  }
  const killed = await hallApp({ forecasts: true })
  await opened(killed)
  for (let nth = 0; nth < 6; nth += 1) await killed.take(['kk'])
  await vi.advanceTimersByTimeAsync(5_000)
  // As kill -9 leaves it: nothing is closed or written to its end.
  const dir = mkdtempSync(join(tmpdir(), 'antre-killed-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  cpSync(killed.dir, dir, { recursive: true })
  const hall = await hallApp({ dir, at: killed.clock.now + MINUTE, forecasts: true })
  await vi.advanceTimersByTimeAsync(1_000)
  for (let nth = 0; nth < 6; nth += 1) {
    await hall.act('ayu', 'call-next', 'loket-1')
    await hall.act('ayu', 'start', 'loket-1')
    hall.clock.now += 4 * MINUTE
    await hall.act('ayu', 'finish', 'loket-1')
  }
  hall.later({ hours: 23 })
  await hall.take(['kk'])
  const day = '2026-11-24'
  const report = `GET /api/reports/forecast?from=${day}&to=${day}`
  expect(await hall.does(report, { as: 'manager' })).toMatchObject({ rows: [{ key: 'kk', n: 6 }] })
})
