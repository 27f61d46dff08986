// The live connection with real sockets: whole views, at once or paced, each topic for itself.
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Context } from '../../server/live/context.ts'
import { createPush, type Subscriber } from '../../server/live/push.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'
import { hallApp, type HallApp, openHall } from './hall-app.ts'
import { listens, look } from './sockets.ts'

let hall: HallApp
let isDamaged = false
let context: Context
beforeAll(async () => {
  hall = await openHall()
  context = {
    ...seen(hall.hall, 0),
    now: () => hall.clock.now,
    minute: () => 540,
    staff: () => {
      if (isDamaged) throw new Error('the table is damaged')
      return null
    },
  }
  await listens(hall)
  await hall.enrol('kiosk')
  await hall.enrol('display')
  await hall.act('ayu', 'open', 'loket-1')
})
afterAll(() => hall.close())

const waitingFor =
  (service: string, count: number) =>
  ({ services }: KioskView) =>
    services.some(({ id, waiting }) => id === service && waiting === count)

it('a subscriber gets the whole view first, in an envelope that says what and when', async () => {
  const { visit } = await hall.take(['bayar'])
  const board = look<BoardView>(hall, 'board:all')
  await board.view()
  expect(board.messages[0]).toEqual({
    type: 'view',
    topic: 'board:all',
    seq: hall.hall.seq,
    at: '2026-11-24T01:00:00.000Z',
    view: expect.objectContaining({ zone: null, calls: [], announcement: null }),
  })
  const own = look<VisitView>(hall, `visit:${visit.token}`)
  expect(await own.view()).toEqual(await hall.does(`GET /api/visits/${visit.token}`))
})

it('a call is on every board of its zone, at the counter and on the visitor’s phone', async () => {
  const { visit } = await hall.take(['kk'])
  const one = look<BoardView>(hall, 'board:depan')
  const all = look<BoardView>(hall, 'board:all')
  const other = look<BoardView>(hall, 'board:belakang')
  const counter = look<CounterView>(hall, 'counter:loket-1', { as: 'budi' })
  const phone = look<VisitView>(hall, `visit:${visit.token}`)
  await Promise.all([one, all, other, counter, phone].map((socket) => socket.view()))
  await hall.act('ayu', 'call-next', 'loket-1')

  const isCalled = ({ calls }: BoardView) => calls.some(({ number }) => number === visit.number)
  for (const board of [one, all]) {
    const { calls } = await board.view(isCalled)
    expect(calls[0]).toMatchObject({ counter: 'loket-1', agency: 'dukcapil', status: 'called', calls: 1 })
  }
  await counter.view(({ current }) => current?.number === visit.number)
  await phone.view((view) => view.visit.steps[0]?.counter === 'loket-1')
  await hall.act('ayu', 'start', 'loket-1')
  await one.view(({ calls }) => calls[0]?.status === 'serving')
  await hall.act('ayu', 'finish', 'loket-1')
  expect((await one.view(({ recent }) => recent.length > 0)).recent[0]).toMatchObject({
    number: visit.number,
    status: 'done',
  })
  expect(other.views().some(isCalled)).toBe(false)
})

it('a person with a new account can be chosen as a colleague at once', async () => {
  const counter = look<CounterView>(hall, 'counter:loket-1', { as: 'ayu' })
  await counter.view()
  const body = { username: 'sari', name: 'Sari', role: 'officer', agency: 'dukcapil' }
  await hall.does('POST /api/staff', { as: 'manager', body })
  const isThere = ({ colleagues }: CounterView) => colleagues.some(({ username }) => username === 'sari')
  expect(await counter.view(isThere)).toSatisfy(isThere)
})

it('tickets come at most every 50 ms per topic, and the last one is not lost', async () => {
  const kiosk = look<KioskView>(hall, 'kiosk')
  await kiosk.view()
  const before = performance.now()
  for (let nth = 0; nth < 40; nth++) await hall.take(['skck'])
  await kiosk.view(waitingFor('skck', 40))
  const sent = kiosk.views().length - 1
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThanOrEqual((performance.now() - before) / 50 + 1)
})

it('a visit’s topic tells of that visit alone, and only what changes it', async () => {
  const mine = await hall.take(['bayar'])
  const phone = look<VisitView>(hall, `visit:${mine.visit.token}`)
  await phone.view()
  const kiosk = look<KioskView>(hall, 'kiosk')
  const { services } = await kiosk.view()
  const waiting = services.find(({ id }) => id === 'kk')?.waiting ?? 0
  const { visit: other } = await hall.take(['kk'])
  await kiosk.view(waitingFor('kk', waiting + 1))
  expect(phone.views()).toHaveLength(1)
  expect(JSON.stringify(phone.messages)).not.toContain(other.number)
  await hall.does(`POST /api/visits/${mine.visit.token}/cancel`)
  await phone.view(({ visit }) => visit.steps[0]?.status === 'cancelled')
  await hall.does(`POST /api/visits/${other.token}/cancel`)
})

it('an undo is shown, even if it concerns another visit than the one at the counter', async () => {
  const [first, second] = [await hall.take(['kk']), await hall.take(['kk'])]
  await hall.act('ayu', 'call', 'loket-1', { visit: first.visit.id })
  await hall.act('ayu', 'miss', 'loket-1')
  await hall.act('ayu', 'call', 'loket-1', { visit: second.visit.id })
  const phone = look<VisitView>(hall, `visit:${first.visit.token}`)
  const is = (status: string) => (view: VisitView) => view.visit.steps[0]?.status === status
  await phone.view(is('missed'))
  await hall.act('ayu', 'release', 'loket-1', { visit: first.visit.id })
  await phone.view(is('waiting'))
  await hall.act('ayu', 'undo', 'loket-1')
  await expect.poll(() => phone.views().at(-1)).toSatisfy(is('missed'))
  await hall.act('ayu', 'put-back', 'loket-1')
})

/** A fake socket with this many bytes waiting, and what was done to it. */
function fake(bufferedAmount: number) {
  const done: string[] = []
  const doing = (what: string) => () => void done.push(what)
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount,
    send: doing('send'),
    terminate: doing('terminate'),
    close: doing('close'),
    on: () => {},
  }
  return { done, subscriber: { socket, display: null, whyNot: () => null } as unknown as Subscriber }
}

it('a slow subscriber is cut off, and the others don’t wait for it', () => {
  const [slow, quick] = [fake(1_000_001), fake(0)]
  const push = createPush(context, { error: () => {} })
  onTestFinished(push.close)
  push.subscribe('kiosk', slow.subscriber)
  push.subscribe('kiosk', quick.subscriber)
  expect([slow.done, quick.done]).toEqual([['terminate'], ['send']])
})

it('a view that can’t be made takes no other one along', async () => {
  const errors: unknown[] = []
  const push = createPush(context, { error: (error) => errors.push(error) })
  onTestFinished(push.close)
  const [counter, kiosk] = [fake(0), fake(0)]
  push.subscribe('counter:loket-1', counter.subscriber)
  push.subscribe('kiosk', kiosk.subscriber)
  isDamaged = true
  hall.hall.taken.set('kk', 1000)
  expect(() => push.subscribe('counter:loket-1', fake(0).subscriber)).toThrow('damaged')
  push.refresh()
  await expect.poll(() => kiosk.done).toEqual(['send', 'send'])
  expect([counter.done, errors]).toEqual([['send'], [new Error('the table is damaged')]])
})

it('time alone changes a view: a walk is over, an undo is over', async () => {
  const two = await hallApp({ running: true, plan: { ...rulesPlan, walkSeconds: 1 } })
  await listens(two)
  await two.take(['kk', 'bayar'])
  await two.act('manager', 'open', 'loket-1')
  await two.act('manager', 'open', 'loket-5')
  await two.act('manager', 'call-next', 'loket-1')
  await two.act('manager', 'put-back', 'loket-1')
  const bank = look<CounterView>(two, 'counter:loket-5', { as: 'manager' })
  await bank.view(({ later }) => later[0]?.because === 'walking')
  await bank.view(({ next }) => next.length === 1)

  const desk = look<CounterView>(two, 'counter:loket-1', { as: 'manager' })
  await desk.view(({ undo }) => undo?.action === 'put-back')
  const { at = 0 } = two.hall.counters.get('loket-1')?.last ?? {}
  two.clock.now += at + 27_500 - two.now()
  await two.take(['kk'])
  const before = await desk.view(({ waiting, undo }) => waiting === 2 && undo !== null)
  const after = await desk.view(({ waiting, undo }) => waiting === 2 && undo === null)
  expect(desk.views().indexOf(after)).toBeGreaterThan(desk.views().indexOf(before))
})
