// Rules X10 to X13: quotas of a day, half a day and a week, for one service or several together.
import { expect, it } from 'vitest'
import { fold } from '../../server/hall/rules.ts'
import type { Plan } from '../../server/hall/plan.ts'
import type { Quota } from '../../server/hall/times.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import * as act from './commands.ts'
import { given, type Story, type WallClock } from './given.ts'
import { regularPlan } from './rules-plan.ts'
import { seen } from './seen.ts'

const text = (words: string) => ({ id: words, en: words })
const quota = (fields: Partial<Quota>): Quota => ({
  id: 'kuota',
  name: text('Kuota'),
  services: ['kk'],
  per: 'day',
  most: 2,
  ...fields,
})
const withQuotas = (...quotas: Quota[]): Plan => ({ ...regularPlan, quotas })

const take = (story: Story, visit: string, services: string[] = ['kk']) =>
  story.refusal(act.take(visit, services))
const tile = ({ hall }: Story, time: WallClock, id = 'kk') => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const view = kioskView(seen(hall, hall.startsAt + (hour * 60 + minute) * 60_000)).view
  return view.services.find((one) => one.id === id)
}

it('[X10] a quota is for a day, half a day or a week, and for one service or several together', () => {
  const story = given(withQuotas(quota({ services: ['kk', 'skck'], most: 3 })), '09:00')
  expect([take(story, 'a'), take(story, 'b', ['skck'])]).toEqual([null, null])
  // One is left, and this visit needs two.
  expect(story.when(act.take('c', ['kk', 'skck']))).toEqual({ refused: 'quota-reached', about: 'kk' })
  expect(take(story, 'd', ['kk', 'bayar'])).toBeNull()
  expect(story.when(act.take('e', ['bayar', 'skck']))).toEqual({ refused: 'quota-reached', about: 'skck' })
  expect(take(story, 'f', ['bayar'])).toBeNull()
  // Neither does a cancelled number give its place back, nor does a referral take one.
  story.does(act.cancel('a'))
  story.does(act.open('loket-5'))
  story.does(act.call('loket-5', 'f'))
  expect(story.refusal(act.refer('loket-5', 'kk'))).toBeNull()
  expect(take(story, 'g')).toBe('quota-reached')
  expect(take(story.nextDay('09:00'), 'h')).toBeNull()
})

it('[X10] a quota is for a day, half a day or a week, and for one service or several together: half a day ends at noon', () => {
  const story = given(withQuotas(quota({ per: 'half-day' })), '09:00')
  expect([take(story, 'a'), take(story.at('11:59:59'), 'b'), take(story, 'c')]).toEqual([
    null,
    null,
    'quota-reached',
  ])
  story.at('13:00')
  expect([take(story, 'd'), take(story, 'e'), take(story, 'f')]).toEqual([null, null, 'quota-reached'])
})

it('[X10] a quota is for a day, half a day or a week, and for one service or several together: or at the plan’s quarter of an hour', () => {
  const story = given(withQuotas(quota({ per: 'half-day', splitAt: 9 * 60 + 45 })), '09:44:59')
  expect([take(story, 'a'), take(story, 'b'), take(story, 'c')]).toEqual([null, null, 'quota-reached'])
  story.at('09:45')
  expect([take(story, 'd'), take(story, 'e'), take(story, 'f')]).toEqual([null, null, 'quota-reached'])
})

it('[X10] a quota is for a day, half a day or a week, and for one service or several together: the tightest decides, also one set in the middle of the day', () => {
  const story = given(withQuotas(quota({ most: 5 })), '09:00')
  expect([take(story, 'a'), take(story, 'b')]).toEqual([null, null])
  const plan = withQuotas(quota({ most: 5 }), quota({ id: 'pagi', per: 'half-day', most: 3 }))
  story.does({ type: 'revise-plan', plan, from: null })
  expect([take(story, 'c'), take(story, 'd')]).toEqual([null, 'quota-reached'])
  expect(tile(story, '09:00')).toMatchObject({ left: 0 })
  expect(tile(story, '13:00')).toMatchObject({ left: 2 })
})

it('[X11] a week’s quota includes what earlier days of the week have taken', () => {
  // Tuesday; on Wednesday the hall is not even switched on.
  const story = given(withQuotas(quota({ per: 'week', most: 3 })), '09:00')
  expect(take(story, 'a')).toBeNull()
  const before = story.records.length
  story.nextDay('09:00', 2)
  expect(story.records.slice(before).map(({ event }) => event)).toMatchObject([
    { type: 'day-closed' },
    { type: 'day-opened', takenThisWeek: { kk: 1 } },
  ])
  expect([take(story, 'b'), take(story, 'c'), take(story, 'd')]).toEqual([null, null, 'quota-reached'])
  story.nextDay('09:00')
  expect(take(story, 'e')).toBe('quota-reached')
  // A day folds from itself alone.
  const today = story.records.slice(story.records.findLastIndex(({ event }) => event.type === 'day-opened'))
  expect(fold(today, regularPlan).takenThisWeek).toEqual(new Map([['kk', 3]]))
  // Monday.
  story.nextDay('09:00', 3)
  expect(story.hall.takenThisWeek).toEqual(new Map())
  expect(take(story, 'f')).toBeNull()
})

it('[X12] what is left is shown before a number is taken, and what to do when nothing is', () => {
  const plan = withQuotas(
    quota({ per: 'half-day' }),
    quota({ id: 'minggu', per: 'week', services: ['skck'], most: 1 }),
    quota({
      id: 'bank',
      services: ['bayar'],
      most: 1,
      atZero: { answer: 'reception', say: text('Tersedia loket khusus.') },
    }),
  )
  const story = given(plan, '09:00', act.take('a', ['kk']))
  expect(tile(story, '09:00')).toMatchObject({ left: 1, closed: null, said: null })
  expect(tile(story, '09:00', 'ktp')).toMatchObject({ left: null })
  for (const [visit, service] of [
    ['b', 'kk'],
    ['c', 'skck'],
    ['d', 'bayar'],
    ['e', 'akta'],
    ['f', 'akta'],
  ] as const)
    expect(take(story, visit, [service])).toBeNull()
  expect(tile(story, '09:30')).toMatchObject({
    closed: 'quota',
    said: { id: 'Kuota untuk saat ini habis. Nomor diberikan lagi pukul 13.00.' },
    overQuota: false,
  })
  expect(tile(story, '13:30')).toMatchObject({ closed: null, left: 2 })
  expect(tile(story, '09:30', 'skck')).toMatchObject({
    said: { id: 'Kuota minggu ini habis. Nomor diberikan lagi Senin, 30 Nov, 08.00.' },
  })
  expect(tile(story, '09:30', 'akta')).toMatchObject({
    said: { id: 'Kuota hari ini habis. Nomor diberikan lagi Rabu, 25 Nov, 08.00.' },
  })
  expect(tile(story, '09:30', 'bayar')).toMatchObject({
    said: { id: 'Kuota hari ini habis. Silakan tanyakan kepada resepsionis. Tersedia loket khusus.' },
    overQuota: true,
  })
})

it('[X12] what is left is shown before a number is taken, and what to do when nothing is: half a day that goes on without a break', () => {
  const day = [{ from: 480, to: 930 }]
  const hours = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] }
  const story = given({ ...withQuotas(quota({ per: 'half-day', most: 1 })), hours }, '09:00')
  expect(take(story, 'a')).toBeNull()
  expect(tile(story, '09:30')?.said?.id).toBe('Kuota untuk saat ini habis. Nomor diberikan lagi pukul 12.00.')
  story.at('12:00')
  expect(take(story, 'b')).toBeNull()
  expect(tile(story, '12:30')?.said?.id).toBe(
    'Kuota untuk saat ini habis. Nomor diberikan lagi Rabu, 25 Nov, 08.00.',
  )
})

it('[X13] the reception gives a number beyond a quota where the plan says so', () => {
  const atZero = { answer: 'reception' } as const
  const services = regularPlan.services.map((one) => (one.id === 'akta' ? { ...one, atZero } : one))
  const plan = { ...withQuotas(quota({ most: 1 })), services }
  const story = given(plan, '09:00', act.take('a', ['akta']), act.take('b', ['akta']), act.take('c', ['kk']))
  expect(take(story, 'd', ['akta'])).toBe('quota-reached')
  expect(story.does({ ...act.take('e', ['akta']), overQuota: true })).toMatchObject([{ overQuota: true }])
  // That of kk says nothing of the kind, alone or with the other.
  expect(story.refusal({ ...act.take('f', ['kk']), overQuota: true })).toBe('quota-reached')
  expect(story.refusal({ ...act.take('f', ['akta', 'kk']), overQuota: true })).toBe('quota-reached')
  // Where numbers are left it is a number like any other.
  const [taken] = story.does({ ...act.take('g', ['skck']), overQuota: true })
  expect(taken).not.toHaveProperty('overQuota')
})
