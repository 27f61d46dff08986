// Rules X1 to X8: when the hall and all that is in it are open, and when numbers stop before that ends.
import { describe, expect, it } from 'vitest'
import { decide } from '../../server/hall/rules.ts'
import { isOpenAt, nextOpening, spansOn, type Whose } from '../../server/hall/hours.ts'
import { layOut } from '../../server/hall/layout.ts'
import type { Plan, Service } from '../../server/hall/plan.ts'
import { isRefusal } from '../../server/hall/refusal.ts'
import type { Week } from '../../server/hall/times.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { visitView } from '../../server/live/visit.ts'
import { toldOf } from '../forecast/here.ts'
import * as act from './commands.ts'
import { given, type Story, type WallClock } from './given.ts'
import { regularPlan } from './rules-plan.ts'
import { seen } from './seen.ts'

const text = (words: string) => ({ id: words, en: words })
const span = (from: number, to: number) => ({ from: from * 60, to: to * 60 })
const daily = (...spans: { from: number; to: number }[]): Week => ({
  1: spans,
  2: spans,
  3: spans,
  4: spans,
  5: spans,
  6: [],
  7: [],
})

/** Tuesday to Monday. */
const TUESDAY = '2026-11-24'
const SATURDAY = '2026-11-28'
const SUNDAY = '2026-11-29'
const MONDAY = '2026-11-30'
const CHRISTMAS = '2026-12-25'

const kk: Whose = { of: 'service', id: 'kk' }
const sim: Whose = { of: 'service', id: 'sim' }
const dukcapil: Whose = { of: 'agency', id: 'dukcapil' }
const polres: Whose = { of: 'agency', id: 'polres' }
const loket1: Whose = { of: 'counter', id: 'loket-1' }

const wholeDay = [
  { from: 480, to: 720 },
  { from: 780, to: 930 },
]

/** `08:00–12:00 13:00–15:30`, empty when closed. */
function hours(fields: Partial<Plan>, whose: Whose, day: string): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return spansOn(layOut({ ...regularPlan, ...fields }), whose, day)
    .map(({ from, to }) => `${clock(from)}–${clock(to)}`)
    .join(' ')
}

const withHours = (agency: string, week: Week) => ({
  agencies: regularPlan.agencies.map((one) => (one.id === agency ? { ...one, hours: week } : one)),
})
const puasa = {
  id: 'puasa',
  name: text('Puasa'),
  from: TUESDAY,
  to: MONDAY,
  hours: daily(span(8, 14)),
}

describe('who is open when', () => {
  it('[X1] one answer says when the hall, an agency, a service or a counter is open on a day', () => {
    for (const whose of [null, dukcapil, kk, loket1]) {
      expect(hours({}, whose, TUESDAY)).toBe('08:00–12:00 13:00–15:30')
      expect(hours({}, whose, SATURDAY)).toBe('')
    }
    expect(hours({}, sim, TUESDAY)).toBe('08:00–11:00')
    const layout = layOut(regularPlan)
    expect(isOpenAt(layout, sim, TUESDAY, 659)).toBe(true)
    expect(isOpenAt(layout, sim, TUESDAY, 660)).toBe(false)
  })

  it('[X2] a single day overrides a holiday, a holiday a period, a period the week', () => {
    const day = TUESDAY
    const holiday = { day, name: text('Libur'), spans: [span(9, 11)] }
    const single = { day, name: text('Khusus'), spans: [span(10, 12)] }
    expect(hours({ periods: [puasa] }, null, day)).toBe('08:00–14:00')
    expect(hours({ periods: [puasa], holidays: [holiday] }, null, day)).toBe('09:00–11:00')
    expect(hours({ periods: [puasa], holidays: [holiday], days: [single] }, null, day)).toBe('10:00–12:00')
    expect(hours({ days: [{ ...single, spans: [] }] }, null, day)).toBe('')
  })

  it('[X3] an agency is open within the hall’s hours, its services and counters within its own', () => {
    const own = withHours('polres', daily(span(7, 10), span(12, 14)))
    expect(hours(own, polres, TUESDAY)).toBe('08:00–10:00 13:00–14:00')
    expect(hours(own, sim, TUESDAY)).toBe('08:00–10:00')
    expect(hours(own, { of: 'counter', id: 'loket-4' }, TUESDAY)).toBe('08:00–10:00 13:00–14:00')
    expect(hours(own, dukcapil, TUESDAY)).toBe('08:00–12:00 13:00–15:30')
    const counters = regularPlan.counters.map((one) =>
      one.id === 'loket-1' ? { ...one, hours: daily(span(14, 20)) } : one,
    )
    expect(hours({ counters }, loket1, TUESDAY)).toBe('14:00–15:30')
    expect(hours({ counters }, kk, TUESDAY)).toBe('08:00–12:00 13:00–15:30')
  })

  it('[X4] on a weekday when the hall is usually closed, own hours do not count', () => {
    const days = [{ day: SATURDAY, name: text('Sabtu'), spans: [span(8, 12)] }]
    expect(hours({ days }, sim, SATURDAY)).toBe('08:00–12:00')
    expect(hours({ days, ...withHours('polres', daily(span(13, 15))) }, sim, SATURDAY)).toBe('08:00–12:00')
    // A shorter working day is no such day.
    const short = [{ day: TUESDAY, name: text('Setengah hari'), spans: [span(8, 12)] }]
    expect(hours({ days: short }, sim, TUESDAY)).toBe('08:00–11:00')
  })

  it('[X5] where a holiday or a single day names agencies, only those are open', () => {
    const holidays = [{ day: CHRISTMAS, name: text('Natal'), open: ['polres'] }]
    expect(hours({ holidays }, null, CHRISTMAS)).toBe('08:00–12:00 13:00–15:30')
    expect(hours({ holidays }, sim, CHRISTMAS)).toBe('08:00–11:00')
    expect(hours({ holidays }, { of: 'counter', id: 'loket-3' }, CHRISTMAS)).toBe('08:00–12:00 13:00–15:30')
    for (const whose of [dukcapil, kk, loket1]) expect(hours({ holidays }, whose, CHRISTMAS)).toBe('')
    const days = [{ day: SATURDAY, name: text('Sabtu'), spans: [span(8, 12)], open: ['dukcapil'] }]
    expect([hours({ days }, kk, SATURDAY), hours({ days }, sim, SATURDAY)]).toEqual(['08:00–12:00', ''])
    // Half a holiday: everybody, as long as it says.
    const half = [{ day: TUESDAY, name: text('Libur'), spans: [span(8, 12)] }]
    expect([hours({ holidays: half }, kk, TUESDAY), hours({ holidays: half }, sim, TUESDAY)]).toEqual([
      '08:00–12:00',
      '08:00–11:00',
    ])
  })

  it('[X6] a period applies from its first to its last day, and an agency’s period replaces its own week', () => {
    const on = (day: string) => hours({ periods: [puasa] }, null, day)
    expect([on('2026-11-23'), on(TUESDAY), on(MONDAY), on('2026-12-01')]).toEqual([
      '08:00–12:00 13:00–15:30',
      '08:00–14:00',
      '08:00–14:00',
      '08:00–12:00 13:00–15:30',
    ])
    const own = { ...puasa, id: 'polisi', agencies: ['polres'], hours: daily(span(9, 16)) }
    const plan = { periods: [puasa, own], ...withHours('polres', daily(span(13, 15))) }
    expect(hours(plan, polres, MONDAY)).toBe('09:00–14:00')
    expect(hours(plan, polres, '2026-12-01')).toBe('13:00–15:00')
    expect(hours(plan, dukcapil, MONDAY)).toBe('08:00–14:00')
  })

  it('[X2] a single day overrides a holiday, a holiday a period, a period the week: also for the next opening', () => {
    const plan = {
      ...regularPlan,
      days: [
        { day: SATURDAY, name: text('Sabtu'), spans: [span(9, 12)], open: ['dukcapil'] },
        { day: MONDAY, name: text('Upacara'), spans: [span(10, 15)] },
      ],
    }
    const layout = layOut(plan)
    const friday = '2026-11-27'
    expect(nextOpening(layout, null, friday, 1000)).toEqual({ day: SATURDAY, minute: 540 })
    expect(nextOpening(layout, sim, friday, 1000)).toEqual({ day: MONDAY, minute: 600 })
    expect(nextOpening(layout, null, SUNDAY, 0)).toEqual({ day: MONDAY, minute: 600 })
  })
})

const at = ({ hall }: Story, time: WallClock) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return seen(hall, hall.startsAt + (hour * 60 + minute) * 60_000)
}
const tile = (story: Story, time: WallClock, id = 'kk') =>
  kioskView(at(story, time)).view.services.find((one) => one.id === id)
const opening = (story: Story, time: WallClock) => kioskView(at(story, time)).view.opening.id

describe('what follows from it', () => {
  it('[X5] where a holiday or a single day names agencies, only those are open: the others give no numbers', () => {
    const days = [{ day: TUESDAY, name: text('Upacara'), spans: wholeDay, open: ['polres'] }]
    const story = given({ ...regularPlan, days }, '09:00')
    expect(story.when(act.take('a', ['kk']))).toEqual({ refused: 'service-closed', about: 'kk' })
    expect(story.refusal(act.take('b', ['sim']))).toBeNull()
    expect(tile(story, '09:00')).toMatchObject({ closed: 'hours', opens: { id: 'Buka Rabu, 25 Nov, 08.00' } })
    expect(opening(story, '09:00')).toBe('Upacara. Buka hari ini 08.00–12.00, 13.00–15.30')
  })

  it('[X1] one answer says when the hall, an agency, a service or a counter is open on a day: the kiosk says it of today', () => {
    const plain = given(regularPlan)
    expect(opening(plain, '07:00')).toBe('Buka hari ini pukul 08.00')
    expect(opening(plain, '09:00')).toBe('Buka hari ini 08.00–12.00, 13.00–15.30')
    expect(opening(plain, '11:40')).toBe('Istirahat pukul 12.00–13.00.')
    expect(opening(plain, '12:30')).toBe('Buka lagi pukul 13.00')
    expect(opening(plain, '15:10')).toBe('Tutup pukul 15.30.')
    expect(opening(plain, '16:00')).toBe('Buka Rabu, 25 Nov, 08.00')
    const christmas = given(regularPlan).nextDay('09:00', 31)
    expect(opening(christmas, '09:00')).toBe('Libur: Natal. Buka Senin, 28 Des, 08.00')
    const never = given({ ...regularPlan, hours: daily() })
    expect(opening(never, '09:00')).toBe('Hari ini tutup')
    const puasaToday = given({ ...regularPlan, periods: [puasa] })
    expect(opening(puasaToday, '09:00')).toBe('Puasa. Buka hari ini 08.00–14.00')
  })

  it('[X3] an agency is open within the hall’s hours, its services and counters within its own: its visitors hear of its break', () => {
    const story = given({ ...regularPlan, ...withHours('polres', daily(span(8, 10), span(11, 14))) }, '09:00')
    story.does(act.take('a', ['skck']))
    story.does(act.take('b', ['kk']))
    const notice = (token: string, time: WallClock) =>
      visitView(at(story, time), token)?.view.visit.notice?.id
    expect(notice('token-a', '10:10')).toMatch(/^Istirahat sampai pukul 11.00/)
    expect(notice('token-b', '10:10')).toBeUndefined()
  })
})

describe('the last numbers', () => {
  const withLast = (lastTicket: Plan['lastTicket'], of: Partial<Service> = {}) => ({
    ...regularPlan,
    lastTicket,
    services: regularPlan.services.map((one) => (one.id === 'kk' ? { ...one, ...of } : one)),
  })

  it('[X7] numbers stop a set number of minutes before the hours end', () => {
    const story = given(withLast({ minutes: 30 }), '11:59')
    // The break is not the end.
    expect(story.refusal(act.take('a', ['kk']))).toBeNull()
    story.at('14:59:59')
    expect(story.refusal(act.take('b', ['kk']))).toBeNull()
    story.at('15:00')
    expect(story.when(act.take('c', ['kk']))).toEqual({ refused: 'closing-soon', about: 'kk' })
    expect(opening(story, '15:05')).toBe('Tutup pukul 15.30. Nomor terakhir pukul 15.00.')
    expect(tile(story, '15:05')).toMatchObject({
      closed: 'last',
      opens: { id: 'Nomor diberikan lagi Rabu, 25 Nov, 08.00.' },
      said: { id: 'Nomor untuk hari ini sudah habis. Nomor diberikan lagi Rabu, 25 Nov, 08.00.' },
    })
    expect(tile(story, '14:59')).toMatchObject({ closed: null, said: null })
  })

  it('[X7] numbers stop a set number of minutes before the hours end: each service by its own, in regular operation', () => {
    const plan = withLast({ minutes: 30 }, { lastTicket: { minutes: 60 } })
    const story = given(plan, '14:40')
    expect(story.refusal(act.take('a', ['kk']))).toBe('closing-soon')
    expect(story.refusal(act.take('b', ['ktp']))).toBeNull()
    // Its own hours end at eleven.
    const early = given(withLast({ minutes: 30 }), '10:35')
    expect(early.refusal(act.take('a', ['sim']))).toBe('closing-soon')
    const trial = given({ ...plan, operation: 'trial' }, '15:20')
    expect(trial.refusal(act.take('a', ['kk']))).toBeNull()
  })

  it('[X8] numbers stop once those who wait fill the rest of the day', () => {
    const story = given(withLast({ capacity: true }), '14:00')
    story.does(act.open('loket-1'))
    // 90 minutes at ten minutes each, by one counter.
    for (let nth = 0; nth < 8; nth += 1) expect(story.refusal(act.take(`a${nth}`, ['kk']))).toBeNull()
    expect(story.refusal(act.take('last', ['kk']))).toBeNull()
    expect(story.when(act.take('more', ['kk']))).toEqual({ refused: 'day-full', about: 'kk' })
    expect(tile(story, '14:00')).toMatchObject({ closed: 'last' })
    expect(story.refusal(act.take('other', ['bayar']))).toBeNull()
    story.does(act.open('loket-2', 'budi'))
    expect(story.refusal(act.take('more', ['kk']))).toBeNull()
  })

  it('[X8] numbers stop once those who wait fill the rest of the day: by the forecast that people are told', () => {
    const story = given(regularPlan, '14:00', act.open('loket-1'))
    const stops = { ...story.hall, layout: layOut(withLast({ capacity: true })) }
    const tells = toldOf(story.hall, story.hall.at, 60)
    const { now } = story.time
    const refusal = (visit: string, isFull?: (service: string) => boolean | null) => {
      const answer = decide(stops, { command: act.take(visit, ['kk']), time: { ...story.time, isFull } })
      return isRefusal(answer) ? answer.refused : null
    }
    // Who came since the forecast was made counts, and no other is made for a ticket.
    let taken = 0
    while (taken < 30 && refusal(`a${taken}`, (service) => tells.isFull(service, now)) === null) {
      story.does(act.take(`a${taken}`, ['kk']))
      taken += 1
    }
    expect(refusal('more', (service) => tells.isFull(service, now))).toBe('day-full')
    // The sum below says nine.
    expect(taken).toBeGreaterThan(5)
    expect(taken).toBeLessThan(18)
    expect(tells.newcomer('kk', false, now)?.today).toBe('unlikely')
    // The next forecast: what the kiosk says and what it gives is one answer, whatever it is.
    const later = toldOf(story.hall, now, 60)
    const tileOf = (extra: number) => {
      for (let nth = 0; nth < extra; nth += 1) story.does(act.take(`b${nth}`, ['kk']))
      const then = toldOf(story.hall, now, 60)
      const tile = kioskView(seen(stops, now, then)).view.services.find(({ id }) => id === 'kk')
      return [tile?.closed === 'last', then.isFull('kk', now), tile?.forecast?.today === 'unlikely']
    }
    expect(later.isFull('kk', now)).toBe(later.newcomer('kk', false, now)?.today === 'unlikely')
    expect(tileOf(8)).toEqual([true, true, true])
    // Nobody knows (yet): the sum.
    expect([refusal('more', () => null), refusal('more')]).toEqual(['day-full', 'day-full'])
    expect(tells.isFull('skck', now)).toBeNull()
  })

  it('[X8] numbers stop once those who wait fill the rest of the day: by the minutes of the plan until five were served', () => {
    const story = given(withLast({ capacity: true }), '13:00', act.open('loket-1'))
    for (const until of ['13:01', '13:02', '13:03', '13:04'] as const) {
      for (const command of [act.take(until, ['kk']), act.callNext('loket-1'), act.start('loket-1')])
        story.does(command)
      story.at(until).does(act.finish('loket-1'))
    }
    story.at('14:00')
    // 90 minutes, ten each.
    for (let nth = 0; nth < 9; nth += 1) story.does(act.take(`a${nth}`, ['kk']))
    expect(story.refusal(act.take('more', ['kk']))).toBe('day-full')
    story.does(act.callNext('loket-1'))
    story.does(act.start('loket-1'))
    story.at('14:01').does(act.finish('loket-1'))
    // Of a minute each there is room for eighty more.
    for (let nth = 0; nth < 30; nth += 1) expect(story.refusal(act.take(`b${nth}`, ['kk']))).toBeNull()
  })

  it('[X8] numbers stop once those who wait fill the rest of the day: a break is no time, and before any counter is open all count', () => {
    const story = given(withLast({ capacity: true }, { minutes: 100 }), '11:50')
    // 10 minutes before the break and 150 after it; two counters serve it.
    expect(story.refusal(act.take('a', ['kk']))).toBeNull()
    expect(story.refusal(act.take('b', ['kk']))).toBeNull()
    expect(story.refusal(act.take('c', ['kk']))).toBe('day-full')
  })
})
