// What a tile of the kiosk reads from the newest view: it is told about changes to its own line, and no others.
import { effect, signal } from '@preact/signals'
import { expect, it } from 'vitest'
import { createLines } from '../../kiosk-ui/lines.ts'
import type { KioskView } from '../../server/live/kiosk.ts'

const line = (id: string, ahead: number) => ({ id, ahead }) as KioskView['services'][number]

/** A view with these lines; each is a new object, as from the network. */
function viewOf(lines: Record<string, number>, open = true): KioskView {
  const services = Object.entries(lines).map(([id, ahead]) => line(id, ahead))
  return { services, open, hall: { day: '2026-11-30' } } as unknown as KioskView
}

it('notifies readers of a line when that one changes, and not for every view', () => {
  const view = signal<KioskView | null>(viewOf({ kk: 1, ktp: 4 }))
  const lines = createLines(() => view.value)
  const seen: unknown[] = []
  const halls: unknown[] = []
  effect(() => void seen.push(lines.of('kk')?.ahead))
  effect(() => void halls.push(lines.hall()?.open))
  view.value = viewOf({ kk: 1, ktp: 5 })
  view.value = viewOf({ kk: 1, ktp: 6 })
  expect([seen, halls]).toEqual([[1], [true]])
  view.value = viewOf({ kk: 2, ktp: 6 }, false)
  expect([seen, halls]).toEqual([
    [1, 2],
    [true, false],
  ])
})

it('knows nothing while the view is not true, nor of a service that left', () => {
  const view = signal<KioskView | null>(viewOf({ kk: 1 }))
  const lines = createLines(() => view.value)
  expect(lines.of('kk')?.ahead).toBe(1)
  view.value = null
  expect([lines.of('kk'), lines.hall()]).toEqual([undefined, null])
  view.value = viewOf({ ktp: 1 })
  expect([lines.of('kk'), lines.of('ktp')?.ahead]).toEqual([undefined, 1])
})
