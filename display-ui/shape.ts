// Portrait or landscape: room on a board that is known without measuring.
import { signal } from '@preact/signals'

export interface Room {
  upright: boolean
  /** Cards at the foot. */
  cards: number
  /** How many letters of an announcement the foot shows at a time. */
  letters: number
  /** How many letters of the second language fit beside the clock. */
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
