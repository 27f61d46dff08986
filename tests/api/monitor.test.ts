// The monitor over the socket: who gets which part, that it is kept up to date, and not more often than once a second.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MonitorView } from '../../server/live/monitor.ts'
import { type HallApp, openHall } from './hall-app.ts'
import { listens, look } from './sockets.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
})
afterAll(() => hall.close())

const see = (as: 'spv' | 'spv-polres' | 'manager') => look<MonitorView>(hall, 'monitor', { as })

describe('who sees what', () => {
  it('a manager all of the hall, a supervisor the own agency under the same name', async () => {
    const [all, own] = [see('manager'), see('spv')]
    expect(await all.view()).toMatchObject({ agency: null })
    expect(await own.view()).toMatchObject({
      agency: 'dukcapil',
      agencies: [{ id: 'dukcapil' }],
      zones: [{ id: 'depan' }],
    })
    // A program that asked for `monitor` gets `monitor`.
    expect(own.messages[0]).toMatchObject({ topic: 'monitor' })
    expect(await see('spv-polres').view()).toMatchObject({ agency: 'polres' })
  })

  it('nobody sees another’s part by its name, and officers, devices and strangers none', async () => {
    for (const as of ['spv', 'manager'] as const)
      for (const topic of ['monitor:polres', 'monitor:', 'monitor:all', 'monitor:__proto__'])
        expect([topic, await look(hall, topic, { as }).closed]).toEqual([topic, 4004])
    for (const as of ['nobody', 'ayu'] as const)
      expect([as, await look(hall, 'monitor', { as }).closed]).toEqual([as, 4003])
  })
})

it('somebody who moves to another agency no longer sees the previous one', async () => {
  const socket = see('spv-polres')
  await socket.view()
  const { id = '' } = hall.access.staff.byUsername('spv-polres') ?? {}
  const answer = await hall.app.inject({
    method: 'POST',
    url: `/api/staff/${id}/change`,
    headers: { cookie: hall.cookies.get('manager') ?? '' },
    payload: { agency: 'bank' },
  })
  expect(answer.statusCode).toBe(200)
  expect(await socket.closed).toBe(4003)
})

it('what happens is seen, and what happens at once in one view', async () => {
  const socket = see('manager')
  await socket.view()
  const before = socket.messages.length
  for (let nth = 0; nth < 5; nth += 1) await hall.take(['kk'])
  await expect
    .poll(() => (socket.messages.at(-1) as { view?: MonitorView }).view?.all.waiting, { timeout: 5_000 })
    .toBe(5)
  expect(socket.messages.length - before).toBeLessThanOrEqual(2)
})
