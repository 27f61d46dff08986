// A day in words, with the year unless it is this one: something due in January is not something that came in January.
import { formatDayLabel } from '../../screens/format.ts'
import { hallTime } from '../../screens/hall-clock.ts'
import { hallDayAt } from '../parts/hall-day.ts'

/** `2027-01-31` as `31 Jan 2027`, or `31 Jan` in that year. */
export function dayWords(label: string): string {
  const now = hallTime()
  const year = label.slice(0, 4)
  const isThisYear = now !== null && hallDayAt(now)?.slice(0, 4) === year
  return isThisYear ? formatDayLabel(label) : `${formatDayLabel(label)} ${year}`
}
