// What this display could not show. Only a file that the server has and delivers counts as broken: on a bad network
// nothing does. The server names it to the manager; here it is left out until its content changes.
import { signal } from '@preact/signals'
import { command } from '../../screens/command.ts'
import type { BoardView } from '../../server/live/board.ts'

export type MediaItem = BoardView['media'][number]

/** More than one view ever names; a board runs for weeks. */
const MOST = 100
const failed = signal<readonly string[]>([])

/** Those of these that can be shown. */
export function usable(items: readonly MediaItem[]): MediaItem[] {
  return items.filter(({ id }) => failed.value.indexOf(id) < 0)
}

export const addressOf = (id: string) => `/api/media/${id}`

/** Call it for a file that failed twice. */
export function fail(id: string): void {
  const has = (answer: { ok: boolean }) => {
    if (!answer.ok || failed.value.indexOf(id) >= 0) return
    failed.value = failed.value.concat(id).slice(-MOST)
    void command('POST', `${addressOf(id)}/failed`, {})
  }
  fetch(addressOf(id), { method: 'HEAD', cache: 'no-store' }).then(has, () => undefined)
}
