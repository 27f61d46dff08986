// Rule S30: another time zone, set at noon; and hours where clocks change.
import { describe, expect, it } from 'vitest'
import { hoursEnd, instantOf } from '../../server/hall/hours.ts'
import { restsOf } from '../../server/hall/rests.ts'
import { layOut } from '../../server/hall/layout.ts'
import { dayIn, minuteIn, spanOf } from '../../server/time-zone.ts'
import { openHall } from '../api/hall-app.ts'
import * as act from './commands.ts'
import { given } from './given.ts'
import { regularPlan } from './rules-plan.ts'

describe('a time zone that is changed at noon', () => {
  it('[S30] a new time zone applies from the next day on', () => {
    const story = given(regularPlan, '11:00', act.take('a', ['kk']))
    const { startsAt, endsAt } = story.hall
    const west = { ...regularPlan, timeZone: 'Asia/Jakarta' }
    story.does({ type: 'revise-plan', plan: west, from: null })
    expect(story.hall.layout.plan.timeZone).toBe('Asia/Makassar')
    expect(story.hall.layout.base.timeZone).toBe('Asia/Jakarta')
    expect(story.hall).toMatchObject({ startsAt, endsAt })
    // And back again, as if nothing had been.
    const east = { ...regularPlan, timeZone: 'Asia/Jayapura' }
    story.does({ type: 'revise-plan', plan: east, from: null })
    expect(story.hall.layout.plan.timeZone).toBe('Asia/Makassar')
    story.does({ type: 'revise-plan', plan: regularPlan, from: null })
    expect(story.hall.today.instead).toBeNull()
    story.does({ type: 'revise-plan', plan: west, from: null })
    story.nextDay('09:00')
    expect(story.hall.layout.plan.timeZone).toBe('Asia/Jakarta')
  })

  it.each([
    ['Asia/Jakarta', 17],
    ['Asia/Jayapura', 15],
  ])(
    '[S30] a new time zone applies from the next day on: to %s, and no number is lost',
    async (timeZone, hour) => {
      const noon = Date.UTC(2026, 10, 24, 4)
      const hall = await openHall({ plan: regularPlan, at: noon - 3_600_000 })
      await hall.enrol('kiosk')
      const take = (key: string) =>
        hall.ask<{ visit: { number: string } }>('POST /api/visits', {
          as: 'kiosk',
          key,
          body: { services: ['kk'] },
        })
      expect((await take('one')).body.visit.number).toBe('A001')
      const plan = { ...regularPlan, timeZone }
      const { headers } = await hall.ask('GET /api/plan', { as: 'manager' })
      await hall.does('PUT /api/plan', {
        as: 'manager',
        body: plan,
        headers: { 'if-match': String(headers['etag']) },
      })
      expect(await hall.does('GET /api/hall', { as: 'nobody' })).toMatchObject({ timeZone: 'Asia/Makassar' })
      expect((await take('two')).body.visit.number).toBe('A002')
      // An hour after the old midnight the hall is in one day or the next, and in the right one after both.
      const evening = Date.UTC(2026, 10, 24, hour, 30)
      hall.later({ seconds: (evening - noon + 3_600_000) / 1000 })
      await hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
      hall.later({ seconds: 9 * 3_600 })
      await take('three')
      const { day, layout } = hall.hall
      expect([day, layout.plan.timeZone]).toEqual(['2026-11-25', timeZone])
      expect((await take('four')).body.visit.number).toBe('A002')
      await hall.close()
    },
  )
})

describe('where clocks change', () => {
  const plan = { ...regularPlan }
  it.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/Santiago', '2026-09-06'],
    ['America/Santiago', '2026-04-05'],
    ['Africa/Cairo', '2026-04-24'],
    ['Australia/Lord_Howe', '2026-10-04'],
  ])(
    '[X1] one answer says when the hall, an agency, a service or a counter is open on a day: %s on %s',
    (timeZone, day) => {
      const daily = plan.hours[1]
      const hours = { 1: daily, 2: daily, 3: daily, 4: daily, 5: daily, 6: daily, 7: daily }
      const hall = { layout: layOut({ ...plan, timeZone, hours }), ...spanOf(timeZone, day) }
      for (const minute of [480, 720, 780, 930]) {
        const at = instantOf(hall, minute)
        expect([dayIn(timeZone, at).day, minuteIn(timeZone, at)]).toEqual([day, minute])
      }
      expect(minuteIn(timeZone, hoursEnd(hall))).toBe(930)
      const [before, lunch] = restsOf(hall, null)
      expect(before?.from).toBe(hall.startsAt)
      expect([minuteIn(timeZone, before?.to ?? 0), minuteIn(timeZone, lunch?.from ?? 0)]).toEqual([480, 720])
    },
  )
})
