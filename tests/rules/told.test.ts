// What the hall tells of waits: the same answer to the same question, whoever asks.
import { describe, expect, it } from 'vitest'
import { readEscPos } from '../slip/escpos-read.ts'
import { slipOfVisit } from '../../server/slip/document/visit-slip.ts'
import { toEscPos } from '../../server/slip/drawing/escpos.ts'
import { printableDots } from '../../server/slip/drawing/picture.ts'
import { rangeText } from '../../server/texts/wait.ts'
import { boardView } from '../../server/live/board.ts'
import { agencyView } from '../../server/live/agency.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { visitView } from '../../server/live/visit.ts'
import type { Told } from '../../server/forecast/scene.ts'
import { foresee } from '../../server/forecast/hall/follow.ts'
import { noAdvice } from '../../server/forecast/hall/advice.ts'
import { nothingTold } from '../../server/forecast/hall/keep.ts'
import type { Tells, ToldNow } from '../../server/forecast/hall/tells.ts'
import { Teller } from '../../server/forecast/hall/told.ts'
import { toldOf } from '../forecast/here.ts'
import { open, pause, take } from './commands.ts'
import { given, type Story } from './given.ts'
import { regularPlan, rulesPlan } from './rules-plan.ts'
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

const toldNow = (lowMinutes: number, highMinutes: number, today: ToldNow['today']): ToldNow => ({
  lowMinutes,
  highMinutes,
  minutes: lowMinutes,
  today,
  isFirst: false,
  was: null,
})

describe('[K12] visitors are told the same before they take a number as after: of a counter that serves two services', () => {
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

  it('the slip, on paper of both widths', async () => {
    const story = shared()
    const now = story.hall.at + 60_000
    const tells = toldOf(story.hall, now)
    story.does(take('a', ['skck']))
    const context = seen(story.hall, now, tells)
    const when = stepOf(story, now, tells)?.when?.id
    expect(when).toMatch(/ \(perkiraan awal\)$/)
    const slip = slipOfVisit(context, story.visit('a'))
    expect(slip.blocks.flatMap((block) => ('text' in block ? block.text : []))).toContain(
      `8 orang di depan Anda · ${when}`,
    )
    const later = { ...context, tells: { ...nothingTold, step: () => toldNow(10, 20, 'likely') } }
    for (const [paper, said] of [
      [80, ['8 orang di depan Anda · 10-20 menit']],
      [58, ['8 orang di depan Anda', '10-20 menit']],
    ] as const) {
      const bytes = await toEscPos(slipOfVisit(later, story.visit('a')), {
        paper,
        painter: { dots: () => Promise.reject(new Error('nothing is drawn')) },
        warn: () => {},
      })
      const printed = readEscPos(bytes, printableDots[paper]).lines.map((line) => line.trim())
      expect(printed).toEqual(expect.arrayContaining([...said]))
    }
  })

  it('while the forecast gets older, and for several services at the same counters', () => {
    const story = shared()
    const tells = toldOf(story.hall, story.hall.at)
    const [now, later] = [story.hall.at + 1_000, story.hall.at + 29_000]
    const tile = kioskOf(story, now, tells)
    expect(kioskOf(story, later, tells)).toEqual(tile)
    story.does(take('a', ['sim', 'skck']))
    const second = visitView(seen(story.hall, later, tells), 'token-a')?.view.visit.steps[1]
    expect(second?.forecast).toEqual(tile?.forecast)
  })

  it('with priority too, where that changes it', () => {
    const story = shared()
    const now = story.hall.at + 60_000
    const tells = toldOf(story.hall, now)
    const tile = kioskOf(story, now, tells)
    story.does(take('a', ['skck'], { priority: true }))
    const after = stepOf(story, now, tells)
    expect(after?.when).not.toEqual(tile?.when)
    expect(tile?.whenPriority).toEqual(after?.when)
  })

  it('the slip says nothing that nobody can know', () => {
    const story = given(rulesPlan, '09:00', take('a', ['skck']))
    const context = seen(story.hall, story.hall.at, toldOf(story.hall, story.hall.at))
    const lines = slipOfVisit(context, story.visit('a')).blocks.flatMap((block) =>
      'text' in block ? block.text : [],
    )
    expect(lines).toContain('Tidak ada orang di depan Anda')
    expect(lines.join()).not.toMatch(/menit|resepsionis/)
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

describe('[B11] a board says for each agency with people waiting how long a newcomer will wait', () => {
  const waitOn = (story: Story, tells: Tells) =>
    boardView(seen(story.hall, story.hall.at, tells), null).view.queues.find(
      ({ agency }) => agency === 'polres',
    )?.wait

  it('what the kiosk says, and for whom', () => {
    const story = shared()
    const tells = toldOf(story.hall, story.hall.at)
    const { lowMinutes = 0, highMinutes = 0 } = kioskOf(story, story.hall.at, tells)?.forecast ?? {}
    expect(lowMinutes).toBeGreaterThan(0)
    expect(waitOn(story, tells)).toEqual({
      words: rangeText(lowMinutes, highMinutes),
      note: { id: 'perkiraan awal', en: 'first estimate' },
    })
  })

  it('services that differ much are one range, and said to differ; a wait unlikely to end today has no time', () => {
    const story = shared()
    const on = (skck: ToldNow | null, sim: ToldNow | null) => {
      const newcomer = (service: string) => (service === 'skck' ? skck : service === 'sim' ? sim : null)
      const wait = waitOn(story, { ...nothingTold, newcomer })
      return wait && [wait.words['en'], wait.note['en']]
    }
    expect(on(toldNow(10, 20, 'likely'), toldNow(10, 25, 'likely'))).toEqual(['10–25 min', 'for new numbers'])
    expect(on(toldNow(0, 5, 'likely'), toldNow(30, 75, 'likely'))).toEqual(['0 min–1¼ hours', 'by service'])
    expect(on(toldNow(10, 60, 'likely'), null)).toEqual(['10 min–1 hour', 'for new numbers'])
    expect(on(toldNow(10, 20, 'likely'), toldNow(60, 90, 'unlikely'))).toEqual(['10–20 min', 'by service'])
    expect(on(toldNow(60, 90, 'maybe'), null)).toEqual(['1–1½ hours', 'perhaps not today'])
    expect(on(toldNow(60, 90, 'unlikely'), null)).toEqual(['Unlikely today', 'for new numbers'])
    expect(on(null, null)).toBeUndefined()
  })
})

it('[B11] a board says for each agency with people waiting how long a newcomer will wait: not while no numbers are given', () => {
  const story = given(regularPlan, '11:59', open('loket-3'), take('a', ['skck']))
  const waits = (at: number) =>
    boardView(seen(story.hall, at, { ...nothingTold, newcomer: () => toldNow(10, 20, 'likely') }), null)
      .view.queues.filter(({ wait }) => wait)
      .map(({ agency }) => agency)
  expect(waits(story.hall.at)).toEqual(['polres'])
  // The break has begun.
  expect(waits(story.hall.at + 60_000)).toEqual([])
})

describe('[K13] a wait is told only if there is something to base it on', () => {
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

  it('never a time before a counter opens again, whatever earlier days taught', () => {
    const story = given(rulesPlan, '09:00', open('loket-3'), take('a', ['skck']))
    story.does({ ...pause('loket-3'), minutes: 60 })
    const { hall } = story
    const tells = new Teller(hall)
    const early: Told = { low: 20, median: 40, high: 90, today: 1, basis: [] }
    const foresight = foresee(hall, hall.at, undefined, 5)
    const own = foresight.newcomers.get('skck')
    if (!own) throw new Error('no newcomer')
    const newcomers = new Map([['skck', { ...own, regular: early }]])
    tells.take({ ...foresight, steps: new Map([['a.1', early]]), newcomers })
    for (const found of [stepOf(story, hall.at, tells), kioskOf(story, hall.at, tells)])
      expect(found?.forecast).toMatchObject({ lowMinutes: 60, highMinutes: 90, minutes: 60 })
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
    forecast(42)
    expect([...forecast(60, 5)]).toEqual(['token-a'])
    // From 8:37 to 8:47: nobody was told so to the minute.
    expect(at(5)).toEqual({ minutes: 60, changed: 'Before: 08:35–08:45; the queue moves more slowly.' })
    forecast(20, 6)
    expect(at(6).changed).toBe('Before: 09:00–09:10; the queue moves faster.')
  })

  it('of several services: that another one comes first', () => {
    const story = given(rulesPlan, '08:00', open('loket-3'), open('loket-1'), take('a', ['skck', 'kk']))
    const tells = new Teller(story.hall)
    const now = story.hall.at
    for (const minutes of [10, 30]) {
      const steps = new Map([['a.1', told(minutes)]])
      tells.take({ seq: story.hall.seq, at: now, steps, newcomers: new Map(), advice: noAdvice, draws: 1 })
    }
    const changed = visitView(seen(story.hall, now, tells), 'token-a')?.view.visit.steps[0]?.changed
    expect(changed?.['en']).toBe('Before: 08:05–08:15; your other service comes first.')
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
