// The end of a live connection: for those who may no longer look, for topics that no longer exist, for all at a stop.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp, openHall, password } from './hall-app.ts'
import { listens, look } from './sockets.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
})
afterAll(() => hall.close())

it('signing out in a browser ends the panel there, but not in another one', async () => {
  const elsewhere = hall.access.sessions.begin(hall.access.staff.byUsername('budi')?.id ?? '')
  const here = look<CounterView>(hall, 'counter:loket-2', { as: 'budi' })
  const there = look<CounterView>(hall, 'counter:loket-2', {
    headers: { cookie: `antre_staff=${elsewhere}` },
  })
  await Promise.all([here.view(), there.view()])
  await hall.does('DELETE /api/session', { as: 'budi' })
  expect(await here.closed).toBe(4003)
  await hall.act('spv', 'open', 'loket-2')
  await there.view(({ counter }) => counter.state === 'open')
})

it('changing the password ends the panels of the other sessions', async () => {
  const stolen = hall.access.sessions.begin(hall.access.staff.byUsername('dewi')?.id ?? '')
  const own = look<CounterView>(hall, 'counter:loket-3', { as: 'dewi' })
  const other = look<CounterView>(hall, 'counter:loket-3', { headers: { cookie: `antre_staff=${stolen}` } })
  await Promise.all([own.view(), other.view()])
  const body = { current: password, next: 'kebun kopi di lereng' }
  await hall.does('POST /api/session/password', { as: 'dewi', body })
  expect(await other.closed).toBe(4003)
  await hall.act('spv-polres', 'open', 'loket-3')
  await own.view(({ counter }) => counter.state === 'open')
})

it('a revoked display loses its board, the mute board beside it stays', async () => {
  const id = await hall.enrol('display', 'depan', 'display-gone')
  const board = look<BoardView>(hall, 'board:depan', { as: 'display-gone' })
  const mute = look<BoardView>(hall, 'board:depan')
  await Promise.all([board.view(), mute.view()])
  await hall.does(`DELETE /api/devices/${id}`, { as: 'manager' })
  expect(await board.closed).toBe(4003)
  expect(mute.socket.readyState).toBe(mute.socket.OPEN)
})

it('a session that ends by itself loses the panel with the next beat', async () => {
  const two = await hallApp()
  await listens(two)
  const old = look(two, 'counter:loket-1', { as: 'ayu' })
  const wall = look(two, 'board:all')
  await Promise.all([old.view(), wall.view()])
  two.clock.now += 17 * 60 * 60 * 1000
  expect(await old.closed).toBe(4003)
  expect(wall.socket.readyState).toBe(wall.socket.OPEN)
})

it('a topic that is no more is closed with 4004', async () => {
  const two = await hallApp()
  await listens(two)
  const { visit } = await two.take(['kk'])
  const phone = look<VisitView>(two, `visit:${visit.token}`)
  await phone.view()
  two.later({ hours: 24 })
  await two.take(['kk'])
  await phone.view((view) => view.visit.steps[0]?.status === 'expired')
  two.later({ hours: 24 })
  await two.take(['kk'])
  expect(await phone.closed).toBe(4004)

  const board = look<BoardView>(two, 'board:belakang')
  await board.view()
  const counters = rulesPlan.counters.map((counter) => ({ ...counter, zone: 'depan' }))
  const plan = { ...rulesPlan, counters, zones: rulesPlan.zones.filter(({ id }) => id !== 'belakang') }
  await two.revise(plan)
  expect(await board.closed).toBe(4004)
})

it('a stop closes the sockets with 1001', async () => {
  const two = await hallApp()
  await listens(two)
  const board = look<BoardView>(two, 'board:all')
  await board.view()
  await two.app.close()
  expect(await board.closed).toBe(1001)
})
