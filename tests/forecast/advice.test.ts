// What a manager could do about a queue, when somebody who waits should set out, and when to come instead.
import { describe, expect, it } from 'vitest'
import { followHall, foresee, type Foresight } from '../../server/forecast/hall/follow.ts'
import { nothingPast } from '../../server/forecast/hall/past.ts'
import { type Quiet, WaitsByHour } from '../../server/forecast/hall/quiet.ts'
import { Teller } from '../../server/forecast/hall/told.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { monitorView } from '../../server/live/monitor.ts'
import { visitView } from '../../server/live/visit.ts'
import type { Fact } from '../../server/reports/facts/fact.ts'
import { call, close, open, take } from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { regularPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'

const MINUTE = 60_000

/** In regular operation until 15:30; so many wait for `skck` at 13:30, and one counter of two is open for it. */
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
  teller.take(change(foresee(story.hall, now, undefined, 60)))
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

describe('[K21] who waits is asked to come near in time, and not too early', () => {
  it('when nine of ten calls come later than the way takes; nobody else', () => {
    const story = afternoon(6)
    story.does(call('loket-3', 'v0'))
    const now = story.hall.at
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

describe('[K22] who may as well come another time is told a quieter hour or day', () => {
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
