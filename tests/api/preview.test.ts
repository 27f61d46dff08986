// The draft's preview over HTTP: whole views of another hall, of which nothing is recorded.
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { HallAnswer } from '../../server/live/hall.ts'
import { hallApp } from './hall-app.ts'

interface Preview {
  hall: HallAnswer
  view: { services?: { id: string; waiting: number }[]; calls?: { number: string }[] }
  at: string
}
const manager = { as: 'manager' } as const

it('[O29] a preview shows the draft on the real screens: its plan, with made-up visitors, and nothing is recorded', async () => {
  const hall = await hallApp()
  const before = hall.hall.seq
  const kiosk = () => hall.does<Preview>('GET /api/plan/draft/preview?screen=kiosk', manager)
  expect((await kiosk()).hall.name.id).toBe('Balai')
  const draft = await hall.does<{ plan: Plan; from: number; base: number }>('GET /api/plan/draft', manager)
  await hall.does(`PUT /api/plan/draft?from=${draft.from}&base=${draft.base}`, {
    ...manager,
    body: { ...draft.plan, name: { id: 'Balai lain', en: 'Another' } },
  })
  const seen = await kiosk()
  expect(seen.hall.name.id).toBe('Balai lain')
  expect(seen.view.services?.some(({ waiting }) => waiting > 0)).toBe(true)
  const board = await hall.does<Preview>('GET /api/plan/draft/preview?screen=display', manager)
  expect(board.view.calls?.length).toBeGreaterThan(0)
  const [zone] = hall.hall.layout.plan.zones
  await hall.does(`GET /api/plan/draft/preview?screen=display&zone=${zone?.id}&minute=600`, manager)
  expect(await hall.outcome('GET /api/plan/draft/preview?screen=display&zone=nowhere', manager)).toBe(
    '404 not-found',
  )
  expect([hall.hall.seq, hall.hall.visits.size]).toEqual([before, 0])
})

it('[O29] a preview shows the draft on the real screens: not while it has faults', async () => {
  const hall = await hallApp()
  const { from, base } = await hall.does<{ from: number; base: number }>('GET /api/plan/draft', manager)
  await hall.does(`PUT /api/plan/draft?from=${from}&base=${base}`, { ...manager, body: { name: 1 } })
  for (const path of ['?screen=kiosk', '/slip.svg', '/phone'])
    expect(await hall.outcome(`GET /api/plan/draft/preview${path}`, manager)).toBe('422 plan-faults')
})
