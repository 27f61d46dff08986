// Whether somebody is likely called soon, so that the voice gets ready.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'

/** After these: a counter is free for the next one, or the next one has come. */
const CALLED_AFTER: ReadonlySet<string> = new Set([
  'counter-opened',
  'visit-taken',
  'finished',
  'missed',
  'held',
  'referred',
  'put-back',
])

export function isCallLikely(records: readonly Recorded[]): boolean {
  return records.some(({ event: { type } }) => CALLED_AFTER.has(type))
}

/** Answers at each look whether the first display has come to a hall that is open: its next call may be any moment. */
export function createFirstComer(hall: Hall, displays: () => readonly unknown[]): () => boolean {
  let wasThere = false
  return () => {
    const isThere = displays().length > 0
    const isFirst = isThere && !wasThere
    wasThere = isThere
    return isFirst && [...hall.counters.values()].some(({ state }) => state !== 'closed')
  }
}
