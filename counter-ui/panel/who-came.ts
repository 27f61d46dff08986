// Whether somebody came to an empty queue or a supervisor wrote, and what the tab's icon shows. Pure, from two views.
import type { CounterView } from '../../server/live/counter.ts'
import { canCall, isMine } from './possible-actions.ts'

/**
 * The first to come: nobody could be called here and now somebody can, while this person is at the counter with
 * nothing to do.
 */
export function arrived(
  before: CounterView | null,
  now: CounterView,
  username: string,
): CounterView['next'][number] | null {
  if (!before || before.next.length > 0) return null
  return canCall(before, username) && canCall(now, username) ? (now.next[0] ?? null) : null
}

/** The newest message from a supervisor, if it has come since, at a counter that this person holds. */
export function written(
  before: CounterView | null,
  now: CounterView,
  username: string,
): CounterView['messages'][number] | null {
  const [newest] = now.messages
  if (!before || !newest || !isMine(now, username)) return null
  return before.messages.some(({ id }) => id === newest.id) ? null : newest
}

/** The tab's icon with how many wait, as the address of an image; more than two digits would be illegible. */
export function iconWith(waiting: number): string {
  const words = waiting > 99 ? '99' : String(waiting)
  const size = words.length > 1 ? 17 : 21
  return `data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="4" fill="#00574c"/>' +
      `<text x="12" y="${12 + size * 0.36}" font-family="sans-serif" font-weight="bold" font-size="${size}" text-anchor="middle" fill="#fff">${words}</text></svg>`,
  )}`
}
