// Rules T over HTTP: what screens say about a clock that leapt, and who can confirm the time.
import { expect, it } from 'vitest'
import { hallApp, type HallApp, password } from './hall-app.ts'

const LAN = '192.168.1.20'
const HOUR = 3_600_000
const DAY = 24 * HOUR

const ticket = (hall: HallApp, more: object = {}) =>
  hall.outcome('POST /api/visits', {
    as: 'manager',
    key: String(Math.random()),
    body: { services: ['kk'] },
    ...more,
  })
it('[T4] a leap ahead is as suspect as one back: a day ahead for a moment: nobody is gone, nobody is signed out, every screen says why', async () => {
  const hall = await hallApp()
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  hall.clock.leapt = DAY
  expect(await ticket(hall)).toBe('503 clock-suspect')
  expect(await hall.does(`GET /api/visits/${visit.token}`)).toMatchObject({
    hall: { clockSuspect: true, clock: 'ahead', day: '2026-11-24' },
    visit: { steps: [{ status: 'waiting' }] },
  })
  expect(await hall.act('ayu', 'call-next', 'loket-1')).toMatchObject({
    current: { number: 'A001' },
    hall: { clockSuspect: true, clock: 'ahead' },
  })
  hall.clock.leapt = 0
  expect(await ticket(hall)).toBe(201)
  expect(hall.hall.day).toBe('2026-11-24')
})

it.each([DAY, -DAY])(
  '[T4] a leap ahead is as suspect as one back: meanwhile, at %i ms, people sign in and say what time it is',
  async (leapt) => {
    const hall = await hallApp()
    await hall.take(['kk'])
    Object.assign(hall.clock, { now: hall.clock.now + HOUR, leapt })
    const credentials = { body: { username: 'manager', password } }
    expect(await hall.outcome('POST /api/session', credentials)).toBe(200)
    expect(await hall.outcome('POST /api/clock/confirm', { as: 'manager' })).toBe(200)
    expect(await hall.outcome('POST /api/session', credentials)).toBe(200)
  },
)

/** Yesterday's hall, with somebody in line, is started again; nobody signs in again. */
async function nextMorning(hours: number, leapt = 0) {
  const one = await hallApp()
  await one.enrol('kiosk')
  await one.enrol('display')
  await one.take(['kk'])
  const again = await hallApp({ dir: one.dir, at: one.clock.now + hours * HOUR, leapt, signIn: false })
  for (const [who, cookie] of one.cookies) again.cookies.set(who, cookie)
  const day = async () => (await again.does<{ day: string }>('GET /api/health')).day
  const report = (as: 'kiosk' | 'display', clock: number, from = LAN) =>
    again.outcome('POST /api/devices/report', { as, from, body: { kind: as, version: '0.1.0', clock } })
  return { again, day, report, now: again.clock.now }
}

it('[T7] after a start the first clock that agrees settles the date: in the morning the first device that agrees turns the day, before anybody asks for anything', async () => {
  const { day, report, now } = await nextMorning(22.5)
  expect(await day()).toBe('2026-11-24')
  expect(await report('display', now + 1000)).toBe(200)
  await expect.poll(day).toBe('2026-11-25')
})

it('[T7] after a start the first clock that agrees settles the date: a browser of staff is such a clock with any question', async () => {
  const { again, day, now } = await nextMorning(22.5)
  const headers = { 'antre-clock': String(now) }
  // Yesterday's cookie is good for this one report, which ends the session with its day.
  expect(await again.outcome('GET /api/session', { as: 'ayu', from: LAN, headers })).toBe(200)
  await expect.poll(day).toBe('2026-11-25')
  expect(await again.outcome('GET /api/session', { as: 'ayu', from: LAN, headers })).toBe('401 not-signed-in')
})

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  '[T7] after a start the first clock that agrees settles the date: the browser on the server’s own PC (%s) knows no more than the server, and its kiosk gives numbers all the same',
  async (from) => {
    const { again, day, report, now } = await nextMorning(22.5)
    expect(await report('kiosk', now, from)).toBe(200)
    expect(await day()).toBe('2026-11-24')
    expect(await ticket(again, { as: 'kiosk', from })).toBe(201)
    expect(await day()).toBe('2026-11-25')
  },
)

it.each(['nobody', '-5', '99999999999999999', '1e3', '1970', ''])(
  '[T8] a clock that disagrees raises the question and blocks nothing: a clock of %j says nothing',
  async (said) => {
    const { again, day } = await nextMorning(22.5)
    const headers = { 'antre-clock': said }
    expect(await again.outcome('GET /api/health', { as: 'kiosk', from: LAN, headers })).toBe(200)
    expect(await again.outcome('GET /api/health', { from: LAN, headers: { 'antre-clock': '0' } })).toBe(200)
    expect([await day(), again.hall.day]).toEqual(['2026-11-24', '2026-11-24'])
  },
)

it('[T8] a clock that disagrees raises the question and blocks nothing: the kiosk’s own clock keeps the day that goes on, and gives its numbers', async () => {
  // Ten minutes without power, and a battery that lost the date.
  const { again, day, report, now } = await nextMorning(1 / 6, DAY)
  expect(await report('kiosk', now)).toBe(200)
  expect(await ticket(again, { as: 'kiosk', from: LAN })).toBe(201)
  expect([await day(), again.hall.numbers.get('A')]).toEqual(['2026-11-24', 2])
})

it('[T7] after a start the first clock that agrees settles the date: somebody who signs in before the date was confirmed stays signed in', async () => {
  const { again, day, report, now } = await nextMorning(22.5)
  again.signIn('ayu')
  expect(await report('kiosk', now)).toBe(200)
  await expect.poll(day).toBe('2026-11-25')
  expect(await again.outcome('GET /api/session', { as: 'ayu' })).toBe(200)
})
