// Whether there is room for media beside the calls: numbers that somebody must find come first.
import type { BoardCall } from '../../server/live/board.ts'

/** Beside media stand so many rows, of which every number that must be found has a page of its own turn at most. */
export const ROWS_BESIDE = 2
const MOST_FOUND = 3

/** `others`: the calls beside the large one; `missed`: who must still find the number. */
export function hasRoom(others: readonly BoardCall[], missed: readonly BoardCall[]): boolean {
  const called = others.filter(({ status }) => status === 'called').length
  return called < ROWS_BESIDE && called + missed.length <= MOST_FOUND
}
