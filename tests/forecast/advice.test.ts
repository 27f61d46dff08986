// What a manager could do about a queue, when somebody who waits should set out, and when to come instead.
import { describe, expect, it } from 'vitest'
import { foresee, type Foresight } from '../../server/forecast/hall/follow.ts'
import { nothingPast } from '../../server/forecast/hall/past.ts'
import { Teller } from '../../server/forecast/hall/told.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { monitorView } from '../../server/live/monitor.ts'
import { visitView } from '../../server/live/visit.ts'
import { call, open, take } from '../rules/commands.ts'
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

describe('[K22] who may as well come another time is told a quieter hour', () => {
  const quiet = {
    hour: 8,
    waits: new Map([
      [8, 5],
      [13, 60],
      [14, 10],
    ]),
  }
  const whenOf = (waiting: number, hour: number) => {
    const story = afternoon(waiting)
    const now = story.hall.at
    const teller = told(story, now, (foresight) => {
      const own = foresight.newcomers.get('skck')
      if (!own) throw new Error('no newcomer')
      return { ...foresight, newcomers: new Map([['skck', { ...own, quiet: { ...quiet, hour } }]]) }
    })
    const { services } = kioskView(seesAt(story, teller, now)).view
    return services.find(({ id }) => id === 'skck')?.when?.['en'] ?? ''
  }

  it('where it will hardly be today, without a time that nobody can keep', () => {
    expect(whenOf(60, 8)).toBe('Unlikely to be served today · Usually quicker around 08:00')
  })

  it('where the wait is long and usually half as long then; later today, if that hour is still to come', () => {
    expect(whenOf(6, 14)).toMatch(/· Usually quicker later, around 14:00$/)
    expect(whenOf(3, 14)).not.toMatch(/quicker/)
  })

  it('by the waits of earlier days', () => {
    expect(nothingPast.quiet.size).toBe(0)
  })
})

it('nothing is advised where nobody waits', () => {
  const story = given(regularPlan, '13:00', open('loket-3'))
  const { counters } = foresee(story.hall, story.hall.at + MINUTE).advice
  expect(counters.size).toBe(0)
})
