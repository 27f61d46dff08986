// What a manager could do about a queue, when somebody who waits should set out, and when to come instead.
import { describe, expect, it } from 'vitest'
import { followHall, foresee, type Foresight } from '../../server/forecast/hall/follow.ts'
import { nothingPast } from '../../server/forecast/hall/past.ts'
import { type Quiet, WaitsByHour } from '../../server/forecast/hall/quiet.ts'
import { Teller } from '../../server/forecast/hall/told.ts'
import { boardView } from '../../server/live/board.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { monitorView } from '../../server/live/monitor.ts'
import { visitView } from '../../server/live/visit.ts'
import type { Fact } from '../../server/reports/facts/fact.ts'
import { call, choosePlace, close, delay, open, pause, take } from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { regularPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'

const MINUTE = 60_000

/** In regular operation until 15:30; this many wait for `skck` at 13:30, and one of its two counters is open. */
function afternoon(waiting: number): Story {
  const story = given(regularPlan, '13:00', open('loket-3'))
  for (let nth = 0; nth < waiting; nth += 1) {
    if (nth === Math.floor(waiting / 2)) story.at('13:15')
    story.does(take(`v${nth}`, ['skck']))
  }
  return story.at('13:30')
}
const seesAt = (story: Story, tells: Teller, now: number) => seen(story.hall, now, tells)
function told(
  story: Story,
  now: number,
  change: (foresight: Foresight) => Foresight = (same) => same,
): Teller {
  const teller = new Teller(story.hall)
  const foresight = change(foresee(story.hall, now, undefined, 60))
  // The server has not just started.
  teller.take({ ...foresight, steps: new Map() })
  teller.take(foresight)
  return teller
}

describe('[MO11] the monitor says what one more counter would change, and from when a service is hardly served today', () => {
  const actOf = (story: Story) => {
    const now = story.hall.at
    return monitorView(seesAt(story, told(story, now), now), null)?.view.agencies.find(
      ({ id }) => id === 'polres',
    )?.act
  }

  it('with thirty who wait for one counter: a second halves it, and numbers end long before the hours', () => {
    const act = actOf(afternoon(30))
    expect(act).toMatchObject({ counter: 'loket-4', service: 'skck' })
    expect(act?.opening?.minutes).toBeGreaterThan(20)
    expect(act?.opening?.served).toBeGreaterThan(5)
    expect(act?.stops?.map(({ service }) => service)).toContain('skck')
  })

  it('at once when a counter has closed', () => {
    const story = afternoon(30)
    story.does(open('loket-4'))
    const records = () => story.records
    const followed = followHall({
      journal: {
        lastSeq: () => story.hall.seq,
        currentDay: records,
        events: (from) => records().filter(({ seq }) => seq >= from),
      },
      atOnce: (read) => read(),
      days: () => [],
      factsMark: () => 0,
      factsOf: () => [],
      toldOf: () => [],
      spansOf: () => [],
    })
    const openings = () => [...(followed.foresee(story.hall.at)?.advice.counters.keys() ?? [])]
    expect(openings()).not.toContain('loket-4')
    story.does(close('loket-4'))
    expect(openings()).toContain('loket-4')
  })

  it('with two who wait there is nothing to stop', () => {
    const act = actOf(afternoon(2))
    expect(act?.stops).toBeUndefined()
    expect(act?.opening?.served).toBe(0)
  })
})

describe('[K21] people who wait are asked to come near in time, and not too early', () => {
  it('when nine of ten calls come later than the way takes; nobody else', () => {
    const story = afternoon(6)
    story.does(call('loket-3', 'v0'))
    const now = story.hall.at + 2 * MINUTE
    const teller = told(story, now)
    const soon = [1, 2, 3, 4, 5].map((nth) => {
      const step = visitView(seesAt(story, teller, now), `token-v${nth}`)?.view.visit.steps[0]
      return [step?.ahead, step?.soon ?? false]
    })
    expect(soon[0]).toEqual([0, true])
    expect(soon.slice(2)).toEqual([
      [2, false],
      [3, false],
      [4, false],
    ])
  })
})

describe('[K21] people who wait are asked to come near in time, and not too early: from where they wait', () => {
  const text = (words: string) => ({ id: words, en: words })
  const places = [
    { id: 'kantin', name: text('Kantin'), minutes: 5 },
    { id: 'parkir', name: text('Parkir'), minutes: 8 },
  ]
  /** `v0` to `v5` wait for `skck` at one counter, the last three in the zone, the café and the car. */
  function waiting() {
    const story = given({ ...regularPlan, places }, '13:00', open('loket-3'))
    for (let nth = 0; nth < 6; nth += 1) story.does(take(`v${nth}`, ['skck']))
    story.does(choosePlace('v4', 'kantin'))
    story.does(choosePlace('v5', 'parkir'))
    return story
  }
  /** The forecast knows when each step is called, in minutes. */
  const foreseen = (story: Story, at: number, lows: readonly (number | null)[], today = 1): Foresight => {
    const one = (low: number) => ({ low, median: low, high: low + 20, today, basis: [] })
    const foresight = foresee(story.hall, at, undefined, 5)
    const steps = lows.map((low, nth) => [`v${nth}.1`, low === null ? null : one(low)] as const)
    return { ...foresight, at, steps: new Map(steps) }
  }
  const near = (teller: Teller) => teller.nearest().map(({ visit }) => visit.id)
  const at = (story: Story, minutes: number) => story.hall.at + minutes * MINUTE

  it('as early as the way and three minutes, from each place its own; whoever is farther away is asked earlier', () => {
    const story = waiting()
    const teller = new Teller(story.hall)
    teller.take(foreseen(story, at(story, 0), [60, 60, 60, 60, 60, 60]))
    expect(near(teller)).toEqual([])
    teller.take(foreseen(story, at(story, 1), [60, 60, 60, 10, 10, 10]))
    expect(near(teller)).toEqual(['v5'])
    teller.take(foreseen(story, at(story, 2), [60, 60, 60, 7, 7, 7]))
    expect(near(teller)).toEqual(['v4', 'v5'])
    teller.take(foreseen(story, at(story, 3), [60, 60, 60, 3, 3, 3]))
    expect(near(teller)).toEqual(['v3', 'v4', 'v5'])
    const view = visitView(seesAt(story, teller, at(story, 3)), 'token-v5')?.view.visit
    expect([view?.place, view?.steps[0]?.soon]).toEqual(['parkir', true])
  })

  it('is sent away by nothing but a cause: much longer, late themselves, or nobody calls any more', () => {
    const story = waiting()
    const teller = new Teller(story.hall)
    const look = (minutes: number, low: number | null) => {
      teller.take(foreseen(story, at(story, minutes), [60, 60, 60, 60, 60, low]))
      return near(teller)
    }
    expect(look(0, 60)).toEqual([])
    expect([10, 12, 9, 24].map((low, nth) => look(nth + 1, low))).toEqual([['v5'], ['v5'], ['v5'], ['v5']])
    expect(look(5, 27)).toEqual([])
    expect(look(6, 24)).toEqual([])
    expect(look(7, 10)).toEqual(['v5'])
    expect(look(8, null)).toEqual([])
    expect(look(9, 4)).toEqual(['v5'])
    story.at('13:10').does(delay('v5'))
    story.does({ ...pause('loket-3') })
    expect(look(0, 4)).toEqual([])
  })

  it('when they say that they are farther away than the call: at once; and a restart sends nobody away', () => {
    const story = waiting()
    const teller = new Teller(story.hall)
    teller.take(foreseen(story, at(story, 0), [60, 60, 60, 60, 60, 60]))
    teller.take(foreseen(story, at(story, 1), [60, 60, 8, 8, 60, 60]))
    expect(near(teller)).toEqual([])
    story.does(choosePlace('v3', 'parkir'))
    const v3 = story.hall.visits.get('v3')
    expect(v3 && teller.look(v3, at(story, 1))).toBe(true)
    expect(near(teller)).toEqual(['v3'])
    const anew = new Teller(story.hall)
    anew.take(foreseen(story, at(story, 2), [60, 60, 30, 19, 60, 60]))
    expect(near(anew)).toEqual(['v3'])
    // Of those who came since, nothing is known yet.
    anew.take({ ...foreseen(story, at(story, 3), []), steps: new Map() })
    expect(near(anew)).toEqual(['v3'])
  })

  it('never who will hardly be called today', () => {
    const story = waiting()
    const teller = new Teller(story.hall)
    teller.take(foreseen(story, at(story, 0), [60, 60, 60, 60, 60, 60]))
    teller.take(foreseen(story, at(story, 1), [1, 1, 1, 1, 1, 1], 0.2))
    expect(near(teller)).toEqual([])
  })

  it('[B12] the foot says who should come near now: on the boards of their zone, who is called first comes first', () => {
    const story = waiting()
    const teller = new Teller(story.hall)
    teller.take(foreseen(story, at(story, 0), [60, 60, 60, 60, 60, 60]))
    teller.take(foreseen(story, at(story, 1), [3, 60, 60, 60, 7, 6]))
    const { zone = '' } = story.hall.layout.counters.get('loket-3') ?? {}
    const readyOn = (board: string | null) =>
      boardView(seesAt(story, teller, at(story, 1)), board).view.ready.map(({ number }) => number)
    const numbers = ['v0', 'v5', 'v4'].map((id) => story.visit(id).number)
    expect(readyOn(null)).toEqual(numbers)
    expect(readyOn(zone)).toEqual(numbers)
    expect(readyOn('elsewhere')).toEqual([])
    story.does(call('loket-3', 'v0'))
    expect(readyOn(zone)).toEqual(numbers.slice(1))
  })
})

describe('[K22] people who may as well come another time are told a quieter hour or day', () => {
  const quiet: Quiet = {
    hour: 8,
    waits: new Map([
      [8, 5],
      [13, 60],
      [14, 10],
    ]),
    times: [],
  }
  /** `wait`: what is told, in minutes; null: what the hall run forward says. */
  const whenOf = (waiting: number, own: Partial<Quiet>, wait: number | null = null) => {
    const story = afternoon(waiting)
    const now = story.hall.at
    const teller = told(story, now, (foresight) => {
      const one = foresight.newcomers.get('skck')
      if (!one) throw new Error('no newcomer')
      const regular =
        wait === null ? one.regular : { low: wait - 5, median: wait, high: wait + 5, today: 1, basis: [] }
      return {
        ...foresight,
        newcomers: new Map([['skck', { ...one, regular, quiet: { ...quiet, ...own } }]]),
      }
    })
    const { services } = kioskView(seesAt(story, teller, now)).view
    return services.find(({ id }) => id === 'skck')?.when ?? { id: '', en: '' }
  }

  it('where it will hardly be today, without a time that nobody can keep', () => {
    expect(whenOf(60, {})['en']).toBe('Unlikely to be served today · Usually quicker around 08:00')
  })

  it('where the wait is long and usually half as long then; later today, if that hour is still to come', () => {
    const waits = new Map([
      [13, 60],
      [14, 12],
      [15, 10],
    ])
    expect(whenOf(6, { hour: 15, waits }, 50)['en']).toBe(
      '45–55 min (first estimate) · Usually quicker later, around 15:00',
    )
    // Those who wait now are before anybody who comes at two.
    expect(whenOf(6, { hour: 14, waits }, 50)['en']).not.toMatch(/quicker/)
    expect(whenOf(3, { hour: 15, waits }, 40)['en']).not.toMatch(/quicker/)
  })

  it('on the weekday on which it is quick, where that is known: the soonest of the best, while it is open', () => {
    // It is Tuesday, half past one; at 12 the hall has its break, and at 17 it is closed.
    const times = [
      { weekday: 2, hour: 8, minutes: 11 },
      { weekday: 3, hour: 12, minutes: 0 },
      { weekday: 3, hour: 17, minutes: 0 },
      { weekday: 3, hour: 10, minutes: 12 },
      { weekday: 5, hour: 9, minutes: 8 },
    ]
    expect(whenOf(60, { times })).toEqual({
      id: 'Kemungkinan besar tidak terlayani hari ini · Rabu pukul 10.00 biasanya 10 menit',
      en: 'Unlikely to be served today · Wednesdays at 10:00 usually 10 min',
    })
    const today = [{ weekday: 2, hour: 14, minutes: 0 }, { weekday: 2, hour: 15, minutes: 3 }, ...times]
    expect(whenOf(6, { times: today }, 50)['en']).toBe(
      '45–55 min (first estimate) · Later, at 15:00, usually 5 min',
    )
    expect(
      whenOf(6, { times: [{ weekday: 3, hour: 10, minutes: 60 }], waits: new Map() }, 50)['en'],
    ).not.toMatch(/usually|quicker/)
  })

  it('by the waits of earlier days, not where many were never called', () => {
    expect(nothingPast.quiet.size).toBe(0)
    const waits = new WaitsByHour()
    const came = (day: string, hour: number, minutes: number | null, count: number) => {
      for (let nth = 0; nth < count; nth += 1)
        waits.add({
          day,
          hour,
          service: 'skck',
          cameBy: 'ticket',
          waitedSeconds: minutes === null ? null : minutes * 60,
          uncalledSeconds: minutes === null ? 3600 : null,
        } as Fact)
    }
    for (const day of ['2026-11-18', '2026-11-11']) {
      came(day, 9, 40, 6)
      came(day, 10, 12, 6)
      came(day, 15, 2, 8)
      came(day, 15, null, 3)
    }
    came('2026-11-12', 9, 5, 6)
    expect(waits.result().get('skck')).toEqual({
      hour: 10,
      waits: new Map([
        [9, 40],
        [10, 12],
      ]),
      times: [
        { weekday: 3, hour: 9, minutes: 40 },
        { weekday: 3, hour: 10, minutes: 12 },
      ],
    })
  })
})

it('nothing is advised where nobody waits', () => {
  const story = given(regularPlan, '13:00', open('loket-3'))
  const { counters } = foresee(story.hall, story.hall.at + MINUTE).advice
  expect(counters.size).toBe(0)
})
