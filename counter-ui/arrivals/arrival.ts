// Whether somebody came to an empty queue, and what the tab's icon says. Pure, read off two views.
import type { CounterView } from '../../server/live/views.ts'
import { canCall } from '../desk/actions.ts'

/** Who came: nobody could be called here and somebody can, while this person sits at the counter with nothing to do. */
export function arrived(
  before: CounterView | null,
  now: CounterView,
  username: string,
): CounterView['next'][number] | null {
  if (!before || before.next.length > 0) return null
  return canCall(before, username) && canCall(now, username) ? (now.next[0] ?? null) : null
}

/** The tab's icon with how many wait, as an address of an image; more than two digits would not be read. */
export function iconWith(waiting: number): string {
  const words = waiting > 99 ? '99' : String(waiting)
  const size = words.length > 1 ? 17 : 21
  return `data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="4" fill="#00574c"/>' +
      `<text x="12" y="${12 + size * 0.36}" font-family="sans-serif" font-weight="bold" font-size="${size}" text-anchor="middle" fill="#fff">${words}</text></svg>`,
  )}`
}
