// What follows from a commit is not the commit: if one client of the loop fails, the others are not harmed.
import { expect, it, onTestFinished, vi } from 'vitest'
import { hallApp } from './hall-app.ts'

it('screens that fail to take in a commit cost neither the answer nor the sounds, slips and clock', async () => {
  // Displays have five seconds to come back, and an announcement on the boards five seconds as well.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const told: unknown[] = []
  const hall = await hallApp({
    incidents: { list: () => [], add: (kind, error) => void told.push([kind, String(error)]) },
  })
  hall.push.committed = () => {
    throw new Error('no such view')
  }
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  const { status } = await hall.ask('POST /api/counters/loket-1/call-next', { as: 'ayu', body: {} })
  expect(status).toBe(200)
  await expect.poll(() => told.length).toBeGreaterThan(2)
  expect(told[0]).toEqual(['survived', 'Error: no such view'])
  // The sound heard of the call: as nobody can announce it, it is given up.
  const announced = () => [...hall.hall.announcements.values()].map(({ status: now }) => now)
  await expect
    .poll(async () => {
      await vi.advanceTimersByTimeAsync(1_000)
      return announced()
    })
    .toEqual(['unheard'])
  expect(visit.number).toBe('A001')
  expect((await hall.ask('GET /api/health')).status).toBe(200)
})
