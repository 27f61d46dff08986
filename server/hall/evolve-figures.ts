// How much each person served today, wherever: the panel shows it to who stands there.
import type { Changes } from './changes.ts'
import type { Figures, Hall } from './hall.ts'

/** Adds to what somebody served today; negative takes away. Nothing is kept of who served nobody. */
export function countFor(hall: Hall, changes: Changes, staff: string | null, more: Figures): void {
  if (staff === null || (more.served === 0 && more.servedMs === 0)) return
  const { served, servedMs } = servedBy(hall, staff)
  const now = { served: served + more.served, servedMs: servedMs + more.servedMs }
  if (now.served === 0) changes.delete(hall.served, staff)
  else changes.set(hall.served, staff, now)
}

/** How many somebody served today, and how long it took. */
export function servedBy(hall: Hall, staff: string): Figures {
  return hall.served.get(staff) ?? { served: 0, servedMs: 0 }
}
