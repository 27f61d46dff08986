// Upright or lying: how many rows a board has room for.
import { signal } from '@preact/signals'

export interface Room {
  /** Rows in one column, and small ones in two when many are called at once. */
  roomy: number
  crowd: number
  /** Cards at the foot. */
  cards: number
  /** Rows of a corridor's list, in one column and in two. */
  list: number
  lists: number
  /** Letters of an announcement that the foot holds at one time. */
  letters: number
  /** Letters of the second language that stand beside the clock. */
  small: number
}

export const LYING: Room = { roomy: 5, crowd: 12, cards: 2, list: 6, lists: 14, letters: 80, small: 56 }
export const UPRIGHT: Room = { roomy: 5, crowd: 12, cards: 1, list: 7, lists: 24, letters: 38, small: 26 }

/** The room of this screen now. */
export const room = signal(LYING)

/** For the page's start: keeps `room` true. */
export function watchShape(): void {
  const upright = matchMedia('(orientation: portrait)')
  const look = () => (room.value = upright.matches ? UPRIGHT : LYING)
  // Televisions of 2018 know no addEventListener here.
  upright.addListener(look)
  look()
}
