// Rules B8, B9, S22 and V11: what kiosk, boards and phones say about the hours through the day.
import { describe, expect, it } from 'vitest'
import { nextOpening } from '../../server/hall/hours.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { boardView } from '../../server/live/board.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { visitView } from '../../server/live/visit.ts'
import * as act from './commands.ts'
import { given, type Story, type WallClock } from './given.ts'
import { regularPlan } from './rules-plan.ts'
import { seen } from './seen.ts'

const MINUTE = 60_000
const minuteOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const at = ({ hall }: Story, time: WallClock) => seen(hall, hall.startsAt + minuteOf(time) * MINUTE)

const kiosk = (story: Story, time: WallClock) => kioskView(at(story, time)).view
const board = (story: Story, time: WallClock) => boardView(at(story, time), null).view
const phone = (story: Story, time: WallClock) => visitView(at(story, time), 'token-a')?.view.visit

/** Thursday is the 24th of December; Friday is Christmas. */
const christmas = () => given(regularPlan).nextDay('09:00', 30)

describe('the next opening', () => {
  it.each<[WallClock, string, string]>([
    ['07:00', 'Buka hari ini pukul 08.00', 'Opens today at 08:00'],
    ['12:00', 'Buka lagi pukul 13.00', 'Opens again at 13:00'],
    ['15:30', 'Buka Rabu, 25 Nov, 08.00', 'Opens Wednesday, 25 Nov, 08:00'],
  ])('[B8] out of hours every screen names the next opening: at %s', (time, id, en) => {
    const story = given(regularPlan)
    expect(board(story, time).hours).toMatchObject({ open: false, words: { id, en } })
    expect(kiosk(story, time)).toMatchObject({ open: false, hours: board(story, time).hours })
  })

  it('[B8] out of hours every screen names the next opening: in the minute in which it opens, the one after', () => {
    const { layout, day } = given(regularPlan).hall
    expect(nextOpening(layout, null, day, 479)).toEqual({ day, minute: 480 })
    expect(nextOpening(layout, null, day, 480)).toEqual({ day, minute: 780 })
  })

  it('[B8] out of hours every screen names the next opening: over a holiday and a weekend', () => {
    const words = { id: 'Buka Senin, 28 Des, 08.00', en: 'Opens Monday, 28 Dec, 08:00' }
    expect(kiosk(christmas(), '16:00').hours.words).toEqual(words)
    expect(kiosk(christmas().nextDay('09:00'), '09:00')).toMatchObject({ open: false, hours: { words } })
    expect(board(christmas().nextDay('09:00', 2), '23:59').hours.words).toEqual(words)
  })

  it('[S22] outside its hours a service says when it gives numbers again', () => {
    const of = (story: Story, time: WallClock, id: string) =>
      kiosk(story, time).services.find((one) => one.id === id)
    const story = given(regularPlan)
    expect(of(story, '10:59', 'sim')).toMatchObject({ closed: null, opens: null })
    const sim = { closed: 'hours', opens: { id: 'Buka Rabu, 25 Nov, 08.00' } }
    expect(of(story, '11:00', 'sim')).toMatchObject(sim)
    expect(of(story, '11:00', 'kk')).toMatchObject({ closed: null })
    // The hall's own hours close every service that would give numbers, and no other.
    expect(of(story, '12:30', 'kk')).toMatchObject({
      closed: 'hours',
      opens: { id: 'Buka lagi pukul 13.00' },
    })
    expect(of(story, '12:30', 'sim')).toMatchObject(sim)
    expect(of(story, '12:30', 'tabungan')).toMatchObject({ closed: null, opens: null })
  })

  it('[S22] outside its hours a service says when it gives numbers again: also by hours that go on today', () => {
    const day = [
      { from: 540, to: 600 },
      { from: 840, to: 960 },
    ]
    const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }
    const services = regularPlan.services.map((one) => (one.id === 'kk' ? { ...one, hours: week } : one))
    const story = given({ ...regularPlan, services } as Plan)
    const opens = (time: WallClock) => kiosk(story, time).services[0]?.opens?.id
    expect([opens('08:30'), opens('10:00'), opens('15:30')]).toEqual([
      'Buka hari ini pukul 09.00',
      'Buka lagi pukul 14.00',
      'Buka Rabu, 25 Nov, 09.00',
    ])
  })
})

describe('the holder of a number', () => {
  const waits = () => given(regularPlan, '11:30', act.take('a', ['kk']), act.open('loket-1'))
  /** In the foot, in turns with the queues, and large if nobody is called. */
  const lines = (story: Story, time: WallClock) => {
    const { notice, lines: said } = board(story, time)
    expect(said).toEqual(notice ? [notice] : [])
    return said.map(({ id }) => id)
  }

  it('[B9] during the break and after hours the boards say that everyone with a number is served', () => {
    const story = waits()
    expect([lines(story, '11:45'), lines(story, '15:00')]).toEqual([[], []])
    expect(lines(story, '12:00')).toEqual([
      'Istirahat sampai pukul 13.00. Yang sudah punya nomor tetap dilayani.',
    ])
    const served = 'Jam pelayanan sudah selesai. Yang sudah punya nomor tetap dilayani.'
    expect(lines(story, '15:30')).toEqual([served])
    story.does(act.callNext('loket-1'))
    expect(lines(story, '15:30')).toEqual([served])
    story.does(act.start('loket-1'))
    story.does(act.finish('loket-1'))
    expect(lines(story, '15:30')).toEqual([])
  })

  it('[B9] during the break and after hours the boards say that everyone with a number is served: not where nobody is left to', () => {
    const story = waits()
    story.does(act.close('loket-1'))
    expect(lines(story, '15:30')).toEqual([
      'Jam pelayanan sudah selesai. Masih menunggu? Silakan tanyakan kepada petugas.',
    ])
    expect(lines(given(regularPlan), '07:00')).toEqual([])
  })

  it('[V11] a number tells its holder what the hours mean for it', () => {
    const story = waits()
    const notice = (time: WallClock) => phone(story, time)?.notice?.id
    expect(notice('11:45')).toBeUndefined()
    expect(notice('12:10')).toBe('Istirahat sampai pukul 13.00. Anda sudah punya nomor dan tetap dilayani.')
    expect(notice('14:59')).toBeUndefined()
    expect(notice('15:00')).toBe(
      'Jam pelayanan berakhir pukul 15.30. Anda sudah punya nomor dan tetap dilayani. Nomor ini berlaku sampai pukul 24.00; sesudah itu ambillah nomor baru.',
    )
    expect(notice('16:00')).toMatch(/^Jam pelayanan hari ini sudah selesai. Anda sudah punya nomor dan/)
    story.does(act.close('loket-1'))
    expect(notice('16:00')).toMatch(/Loket untuk Anda sudah tutup; silakan tanyakan kepada petugas./)
    story.does(act.cancel('a'))
    expect(notice('16:00')).toBeUndefined()
  })

  it('[V11] a number tells its holder what the hours mean for it: and when they do, without an event', () => {
    const story = waits()
    const { now } = at(story, '11:59')
    expect(visitView(at(story, '11:59'), 'token-a')?.until).toBe(now() + MINUTE)
  })

  it('[K12] visitors are told the same before they take a number as after: until when the counters pause', () => {
    const story = waits()
    const step = (time: WallClock) => phone(story, time)?.steps[0]
    const before = (time: WallClock) => kiosk(story, time).services[0]
    expect(before('11:45')).toMatchObject({ ahead: 1, openCounters: 1, pausedUntil: null })
    story.at('11:45').does({ ...act.pause('loket-1'), minutes: 75 })
    const until = new Date(story.hall.startsAt + 13 * 60 * MINUTE).toISOString()
    expect(step('11:50')).toMatchObject({ ahead: 0, forecast: null, pausedUntil: until })
    expect(before('11:50')).toMatchObject({ ahead: 1, openCounters: 0, forecast: null, pausedUntil: until })
    // It was said to end but has not: nobody knows.
    expect(step('13:00')).not.toHaveProperty('pausedUntil')
  })
})
