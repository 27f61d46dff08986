// The days on which the hall is open: promises are made in them, and so is the time until an answer.
import { dayAfter, type HoursGround, spansOn } from '../hall/hours.ts'

/** Days to look ahead for one that is open; a plan may have none at all, and then every day counts. */
const MOST_AHEAD = 400
/** The most days that are looked through: ten years. */
const MOST_SPAN = 3_660

/** Whether the hall has hours on that day. */
const isOpen = (layout: HoursGround, day: string) => spansOn(layout, null, day).length > 0

/** The `count`th day on which the hall is open after `day`; if it never is, the `count`th day. */
export function openDayAfter(layout: HoursGround, day: string, count: number): string {
  let left = count
  for (let ahead = 1; ahead <= MOST_AHEAD; ahead += 1) {
    const next = dayAfter(day, ahead)
    if (isOpen(layout, next)) left -= 1
    if (left <= 0) return next
  }
  return dayAfter(day, count)
}

/** How many days the hall is open after `from` until `to`, which is included; 0 on the same day, or if it is before. */
export function openDaysBetween(layout: HoursGround, from: string, to: string): number {
  let count = 0
  let day = from
  for (let ahead = 0; ahead < MOST_SPAN && day < to; ahead += 1) {
    day = dayAfter(day, 1)
    if (isOpen(layout, day)) count += 1
  }
  return count
}
