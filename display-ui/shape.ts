// Portrait or landscape: what a board has room for that is not measured.
import { signal } from '@preact/signals'

export interface Room {
  upright: boolean
  /** Cards at the foot. */
  cards: number
  /** Letters of an announcement that the foot holds at one time. */
  letters: number
  /** Letters of the second language that fit beside the clock. */
  small: number
}

export const LYING: Room = { upright: false, cards: 2, letters: 80, small: 56 }
export const UPRIGHT: Room = { upright: true, cards: 1, letters: 38, small: 26 }

/** The room of this screen now. */
export const room = signal(LYING)

/** For the page's start: keeps `room` up to date. */
export function watchShape(): void {
  const look = () => {
    room.value = innerHeight > innerWidth ? { ...UPRIGHT } : { ...LYING }
  }
  addEventListener('resize', look)
  // The style sheet may come after the first render.
  addEventListener('load', look)
  look()
}
