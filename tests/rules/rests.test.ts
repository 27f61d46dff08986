// Rule X9: timers stand still while the hall rests.
import { describe, expect, it } from 'vitest'
import { alertsOf } from '../../counter-ui/supervise/Urgent.tsx'
import { notTakenFrom } from '../../server/hall/reception/reception.ts'
import { ranSince, restedBetween, restsOf, runsOut } from '../../server/hall/rests.ts'
import { longestWait, waitingSince } from '../../server/hall/visit/standing.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { agencyView } from '../../server/live/agency.ts'
import { createRandom } from '../property/prng.ts'
import * as act from './commands.ts'
import { given, type Story } from './given.ts'
import { regularPlan } from './rules-plan.ts'
import { seen } from './seen.ts'
import { releaseStep } from './steer-commands.ts'

const MINUTE = 60_000
/** A break from 12:00 to 13:00, hours from 08:00 to 15:30. */
const plan: Plan = { ...regularPlan, secondCallSeconds: 120 }

const instant = ({ hall }: Story, hours: number, minutes = 0) =>
  hall.startsAt + (hours * 60 + minutes) * MINUTE
const stepOf = (story: Story, visit: string) => story.hall.visits.get(visit)?.steps[0]
const callable = (story: Story, visit: string) => {
  const step = stepOf(story, visit)
  return step?.status === 'waiting' ? step.callableFrom : null
}

const called = (time: '11:50' | '11:58' | '15:25', of: Plan = plan) => {
  const story = given(of, '11:00', act.take('a', ['kk']), act.open('loket-1'))
  story.at(time).does(act.callNext('loket-1'))
  return story
}

describe('timers', () => {
  it('[X9] timers stand still in breaks and before the hours: a hold', () => {
    const story = called('11:50')
    story.does(act.hold('loket-1', 15))
    expect(stepOf(story, 'a')).toMatchObject({ status: 'held', until: instant(story, 13, 5) })
    story.at('12:06')
    expect(story.when(act.releaseDue)).toEqual([])
    story.at('13:05').does(act.releaseDue)
    expect(stepOf(story, 'a')?.status).toBe('waiting')
  })

  it('[X9] timers stand still in breaks and before the hours: a late return, after a miss and by the visitor', () => {
    const story = called('11:58', regularPlan)
    story.does(act.miss('loket-1'))
    expect(story.does(act.release('loket-1', 'a'))).toMatchObject([{ from: instant(story, 13, 3) }])
    expect(callable(story, 'a')).toBe(instant(story, 13, 3))
    const late = given(plan, '11:58', act.take('a', ['kk', 'skck']))
    late.does(act.delay('a'))
    expect(callable(late, 'a')).toBe(instant(late, 13, 3))
    late.at('12:30')
    // A second time counts from then.
    late.does(act.delay('a'))
    expect(callable(late, 'a')).toBe(instant(late, 13, 5))
    expect(late.when(act.delay('a'))).toEqual([])
    const byReception = called('11:58', regularPlan)
    byReception.does(act.miss('loket-1'))
    byReception.does(releaseStep('a', 'a.1'))
    expect(callable(byReception, 'a')).toBe(instant(byReception, 13, 3))
  })

  it('[X9] timers stand still in breaks and before the hours: the record says until when only where a break lies between', () => {
    const missed = called('11:50', regularPlan)
    missed.does(act.miss('loket-1'))
    expect(missed.does(act.release('loket-1', 'a'))).toEqual([
      expect.not.objectContaining({ from: expect.anything() }),
    ])
    expect(callable(missed, 'a')).toBe(instant(missed, 11, 55))
    const held = called('11:58', regularPlan)
    held.does(act.hold('loket-1'))
    expect(held.does(act.release('loket-1', 'a'))).toEqual([
      expect.not.objectContaining({ from: expect.anything() }),
    ])
    const late = called('11:58', regularPlan)
    late.does(act.miss('loket-1'))
    expect(late.does(act.release('loket-1', 'a'))).toMatchObject([{ from: instant(late, 13, 3) }])
  })

  it('[X9] timers stand still in breaks and before the hours: the pause before the second call', () => {
    const story = called('11:58')
    story.at('11:59').does(act.miss('loket-1'))
    expect(callable(story, 'a')).toBe(instant(story, 13, 1))
  })

  it('[X9] timers stand still in breaks and before the hours: a slip that nobody took', () => {
    const story = given(plan, '11:59', act.take('a', ['kk'], { printer: 'printer-1' }))
    const visit = story.hall.visits.get('a')
    expect(visit && notTakenFrom(story.hall, visit)).toBe(instant(story, 13) + 30_000)
  })

  it('[X9] timers stand still in breaks and before the hours: the agency’s break, and the service’s', () => {
    const spans = (...hours: [number, number][]) => {
      const day = hours.map(([from, to]) => ({ from: from * 60, to: to * 60 }))
      return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }
    }
    const own: Plan = {
      ...plan,
      agencies: plan.agencies.map((one) =>
        one.id === 'dukcapil' ? { ...one, hours: spans([8, 10], [11, 15]) } : one,
      ),
      services: plan.services.map((one) =>
        one.id === 'ktp' ? { ...one, hours: spans([8, 9], [14, 15]) } : one,
      ),
    }
    const { hall } = given(own)
    const rests = (id: string) =>
      restsOf(hall, { of: 'service', id }).map(({ from, to }) => [
        (from - hall.startsAt) / (60 * MINUTE),
        (to - hall.startsAt) / (60 * MINUTE),
      ])
    expect(rests('skck')).toEqual([
      [0, 8],
      [12, 13],
    ])
    expect(rests('kk')).toEqual([
      [0, 8],
      [10, 11],
      [12, 13],
    ])
    expect(rests('ktp')).toEqual([
      [0, 8],
      [9, 14],
    ])
  })

  it('[X9] timers stand still in breaks and before the hours: not in trial operation, nor on a day without hours', () => {
    const trial = called('11:50', { ...plan, operation: 'trial' })
    trial.does(act.hold('loket-1', 15))
    expect(stepOf(trial, 'a')).toMatchObject({ until: instant(trial, 12, 5) })
    const saturday = given(plan).nextDay('09:00', 4)
    expect(restsOf(saturday.hall, null)).toEqual([])
  })

  it('[X9] timers stand still in breaks and before the hours: after the hours they run, and nobody is forgotten', () => {
    const story = called('15:25')
    story.does(act.hold('loket-1', 15))
    expect(stepOf(story, 'a')).toMatchObject({ until: instant(story, 15, 40) })
  })
})

describe('the limit of waiting', () => {
  it('[K10] the limit counts the time spent waiting for one service: not the break', () => {
    const story = given(plan, '11:30', act.take('a', ['kk']), '13:20', act.take('b', ['kk']))
    const { hall } = story
    expect(longestWait(hall, 'kk')).toMatchObject({
      visit: 'a',
      since: instant(story, 11, 30),
      restedMs: 60 * MINUTE,
    })
    const longer = (minutes: number) => {
      const rests = restsOf(hall, { of: 'service', id: 'kk' })
      return waitingSince(hall, 'kk', ranSince(rests, hall.at, minutes * MINUTE))
    }
    expect([50, 51].map(longer)).toEqual([1, 0])
  })

  it('[X9] timers stand still in breaks and before the hours: the supervisor is told when the limit is past without the break', () => {
    const story = given(plan, '11:30', act.take('a', ['kk']), act.open('loket-1'))
    const waits = (hours: number, minutes: number) => {
      const now = instant(story, hours, minutes)
      const view = agencyView(seen(story.hall, now), 'dukcapil')?.view
      return view ? alertsOf(view, now).filter(({ kind }) => kind === 'wait') : null
    }
    expect(waits(12, 40)).toEqual([])
    expect(waits(13, 19)).toEqual([])
    expect(waits(13, 20)).toMatchObject([{ number: 'A001', past: false }])
    expect(waits(13, 30)).toMatchObject([{ number: 'A001', past: true, seconds: 120 * 60 }])
  })

  it('[K10] the limit counts the time spent waiting for one service: a break on hold is counted once, as no waiting', () => {
    const story = given(plan, '11:00', act.take('a', ['kk']), act.open('loket-1'))
    story.at('11:50').does(act.callNext('loket-1'))
    story.does(act.hold('loket-1'))
    story.at('13:10').does(act.release('loket-1', 'a'))
    story.at('13:20')
    story.does(act.open('loket-2', 'budi'))
    expect(longestWait(story.hall, 'kk')).toMatchObject({ restedMs: 0 })
    const back = given(plan, '11:30', act.take('a', ['kk']), act.open('loket-1'))
    back.at('13:10').does(act.callNext('loket-1'))
    back.at('13:12').does(act.putBack('loket-1'))
    expect(longestWait(back.hall, 'kk')).toMatchObject({ restedMs: 60 * MINUTE })
  })
})

it('[X9] timers stand still in breaks and before the hours: whatever the breaks and the timer', () => {
  const seed = 20261130
  const random = createRandom(seed)
  for (let turn = 0; turn < 500; turn += 1) {
    const cuts = Array.from({ length: 2 * (1 + random.int(3)) }, () => random.int(600)).toSorted(
      (a, b) => a - b,
    )
    const rests = cuts.flatMap((from, nth) => (nth % 2 === 0 ? [{ from, to: cuts[nth + 1] as number }] : []))
    const isRest = (at: number) => rests.some(({ from, to }) => from <= at && at < to)
    const [from, ms] = [random.int(600), random.int(200)]
    // One by one, as a clock would.
    let [end, left] = [from, ms]
    for (; left > 0; end += 1) if (!isRest(end)) left -= 1
    const out = runsOut(rests, from, ms)
    const told = `seed ${seed}, turn ${turn}: ${ms} from ${from} in ${JSON.stringify(rests)}`
    expect({ told, out }).toEqual({ told, out: end })
    const ran = out - from - restedBetween(rests, from, out)
    const again = runsOut(rests, ranSince(rests, out, ms), ms)
    expect({ told, ran, again }).toEqual({ told, ran: ms, again: out })
  }
})
