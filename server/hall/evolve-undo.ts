// A counter's last action is taken back.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { counterOf } from './evolve-counter.ts'
import { countFor } from './evolve-figures.ts'
import { dropAnnouncement, withHeard } from './sound/sound.ts'
import type { Hall } from './hall.ts'
import { putVisit, visitOf } from './put.ts'
import type { Visit } from './visit.ts'

/** The visit and the counter stand as before the counter's last action; its announcement was never made. */
export function undone(hall: Hall, changes: Changes, event: EventOf<'undone'>): void {
  const counter = counterOf(hall, event.counter)
  const { last } = counter
  if (!last) throw new Error(`counter ${counter.id} has nothing to undo`)
  if (last.visitBefore) bringBack(hall, changes, last.visitBefore)
  if (last.announcement !== null) dropAnnouncement(hall, changes, last.announcement)
  const { current, past, served, servedMs } = last.counterBefore
  const counted = { served: served - counter.served, servedMs: servedMs - counter.servedMs }
  countFor(hall, changes, last.counterBefore.staff, counted)
  // Only a hand-over is about who stands there: who paused or signed out meanwhile stays so.
  const staff = last.action === 'handed-over' ? last.counterBefore.staff : counter.staff
  changes.set(hall.counters, counter.id, { ...counter, staff, current, past, served, servedMs, last: null })
}

function bringBack(hall: Hall, changes: Changes, before: Visit): void {
  const { slip } = visitOf(hall, before.id)
  const steps = before.steps.map((step) => withHeard(hall, step))
  putVisit(hall, changes, { ...before, steps, slip })
}
