// What the hall tells of waits: the same answer to the same question, whoever asks.
import { describe, expect, it } from 'vitest'
import { agencyView } from '../../server/live/agency.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { visitView } from '../../server/live/visit.ts'
import type { Told } from '../../server/forecast/scene.ts'
import { noAdvice } from '../../server/forecast/hall/advice.ts'
import { Teller } from '../../server/forecast/hall/told.ts'
import { toldOf } from '../forecast/here.ts'
import { open, pause, take } from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { seen } from './seen.ts'

/** One counter is open for two services; eight people wait for the second, nobody for the first. */
function shared(): Story {
  const story = given(rulesPlan, '08:00', open('loket-3'))
  for (const nth of [1, 2, 3, 4, 5, 6, 7, 8]) story.does(take(`sim-${nth}`, ['sim']))
  return story.at('08:01')
}
const kioskOf = (story: Story, at: number, tells = toldOf(story.hall, at)) =>
  kioskView(seen(story.hall, at, tells)).view.services.find(({ id }) => id === 'skck')
const stepOf = (story: Story, at: number, tells = toldOf(story.hall, at)) =>
  visitView(seen(story.hall, at, tells), 'token-a')?.view.visit.steps[0]

describe('[K12] visitors hear the same before they take a number as after: of a counter that serves two services', () => {
  it('the kiosk, the supervisors, and the number that the forecast does not know yet', () => {
    const story = shared()
    const now = story.hall.at + 60_000
    const tells = toldOf(story.hall, now)
    const before = kioskOf(story, now, tells)
    const staff = agencyView(seen(story.hall, now, tells), 'polres')?.view.services
    story.does(take('a', ['skck']))
    const after = stepOf(story, now, tells)
    expect(before).toMatchObject({ ahead: 8, forecast: after?.forecast, when: after?.when })
    expect(staff?.find(({ id }) => id === 'skck')).toMatchObject({ waiting: 0, forecast: after?.forecast })
    expect(after?.ahead).toBe(8)
    expect(after?.forecast?.lowMinutes).toBeGreaterThan(30)
    expect(after?.forecast).toMatchObject({ today: 'likely', first: true })
  })

  it('the number that the next forecast knows', () => {
    const story = shared()
    const now = story.hall.at + 60_000
    const before = kioskOf(story, now)
    story.does(take('a', ['skck']))
    expect(stepOf(story, now)).toMatchObject({ ahead: 8, forecast: before?.forecast, when: before?.when })
  })

  it('also behind others who came since the forecast was made', () => {
    const story = shared()
    const now = story.hall.at + 60_000
    const tells = toldOf(story.hall, now)
    const alone = kioskOf(story, now, tells)
    for (const nth of [1, 2, 3]) story.does(take(`b${nth}`, ['skck']))
    const before = kioskOf(story, now, tells)
    story.does(take('a', ['skck']))
    expect(stepOf(story, now, tells)).toMatchObject({ ahead: 11, forecast: before?.forecast })
    expect(before?.forecast?.minutes).toBeGreaterThan((alone?.forecast?.minutes ?? 0) + 20)
  })
})

describe('[K13] nothing is told where it rests on nothing', () => {
  it('no counter is open, and nobody said when one will be', () => {
    const story = given(rulesPlan, '09:00', take('a', ['skck']))
    expect(stepOf(story, story.hall.at)).toMatchObject({
      forecast: null,
      openCounters: 0,
      when: { en: 'No counter is open: ask the reception' },
    })
    expect(kioskOf(story, story.hall.at)).toMatchObject({
      forecast: null,
      when: { id: expect.stringContaining('resepsionis') },
    })
  })

  it('a counter is paused until a time that was said: from then on', () => {
    const story = given(rulesPlan, '09:00', open('loket-3'), { ...pause('loket-3'), minutes: 60 })
    story.at('09:30').does(take('a', ['skck']))
    const step = stepOf(story, story.hall.at)
    expect(step?.forecast?.lowMinutes).toBeGreaterThanOrEqual(25)
    expect(step?.when?.['en']).toMatch(/^The counter opens again at 10:00 · /)
  })

  it('a forecast is not known yet, or its process has failed for minutes', () => {
    const story = shared()
    story.does(take('a', ['skck']))
    const { hall } = story
    const tells = toldOf(hall, hall.at)
    expect(visitView(seen(hall, hall.at), 'token-a')?.view.visit.steps[0]).toMatchObject({
      forecast: null,
      openCounters: 1,
    })
    expect(stepOf(story, hall.at + 2 * 60_000, tells)?.forecast).not.toBeNull()
    const late = stepOf(story, hall.at + 4 * 60_000, tells)
    expect(late?.forecast).toBeNull()
    expect(late?.when).toBeUndefined()
  })
})

describe('[K15] what was told stays until the forecast has left it', () => {
  const told = (minutes: number, range = 5): Told => ({
    low: Math.max(0, minutes - range),
    median: minutes,
    high: minutes + range,
    today: 1,
    basis: [],
  })
  /** A teller whose forecast for one who waits is given. */
  function teller() {
    const story = given(rulesPlan, '08:00', open('loket-3'), open('loket-4'), take('a', ['skck']))
    const tells = new Teller(story.hall)
    const now = story.hall.at
    const forecast = (minutes: number, after = 0) => {
      const steps = new Map([['a.1', told(minutes)]])
      return tells.take({
        seq: story.hall.seq,
        at: now + after * 60_000,
        steps,
        newcomers: new Map(),
        advice: noAdvice,
        draws: 1,
      })
    }
    const at = (after: number) => {
      const view = visitView(seen(story.hall, now + after * 60_000, tells), 'token-a')?.view.visit.steps[0]
      return { minutes: view?.forecast?.minutes, changed: view?.changed?.['en'] }
    }
    return { story, forecast, at }
  }

  it('a small change is not told, and time passes', () => {
    const { forecast, at } = teller()
    expect([...forecast(40)]).toEqual(['token-a'])
    expect([...forecast(38, 5)]).toEqual([])
    expect(at(5)).toEqual({ minutes: 35, changed: undefined })
  })

  it('a large one is, with what had been told before', () => {
    const { forecast, at } = teller()
    forecast(40)
    expect([...forecast(60, 5)]).toEqual(['token-a'])
    expect(at(5)).toEqual({ minutes: 60, changed: 'Before: 08:35–08:45; the queue moves more slowly.' })
    forecast(20, 6)
    expect(at(6).changed).toBe('Before: 09:00–09:10; the queue moves faster.')
  })

  it('a counter that closed or opened is said to be the cause', () => {
    const { story, forecast, at } = teller()
    forecast(40)
    story.does(pause('loket-4'))
    forecast(70, 1)
    expect(at(1).changed).toMatch(/ a counter has closed\.$/)
    story.does(open('loket-4'))
    forecast(40, 2)
    expect(at(2).changed).toMatch(/ a counter has opened\.$/)
  })
})
