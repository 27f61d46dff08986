// Days of the hall: the day of a number that is still at a counter from an earlier day (panel, reception and
// supervisors show it), the day of an instant, and a day in words.
import { formatDayLabel, locale, timeZone } from '../../screens/format.ts'
import { hallTime } from '../../screens/hall-clock.ts'

const DAY_MS = 86_400_000

/** `Kamis`, and after a week `Kamis, 12 Nov`; null if `day` is `today`. Both are day labels. */
export function earlierDay(day: string, today: string): string | null {
  if (day === today) return null
  const at = Date.parse(`${day}T00:00:00Z`)
  const isFar = Date.parse(`${today}T00:00:00Z`) - at >= 7 * DAY_MS
  const date = isFar ? ({ day: 'numeric', month: 'short' } as const) : {}
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', ...date, timeZone: 'UTC' }).format(at)
}

// The hall's day at an instant, whatever zone the browser is in.

/** `2026-11-24`; null if this browser does not know the hall's zone. @param at milliseconds since 1970 */
export function hallDayAt(at: number): string | null {
  try {
    const zone = timeZone.value
    const write = new Intl.DateTimeFormat('en-GB', {
      ...(zone && { timeZone: zone }),
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    })
    const [day, month, year] = write.format(at).split('/')
    return `${year}-${month}-${day}`
  } catch {
    return null
  }
}

// A day in words, with the year unless it is this one: something due in January is not something that came in January.

/** `2027-01-31` as `31 Jan 2027`, or `31 Jan` in that year. */
export function dayWords(label: string): string {
  const now = hallTime()
  const year = label.slice(0, 4)
  const isThisYear = now !== null && hallDayAt(now)?.slice(0, 4) === year
  return isThisYear ? formatDayLabel(label) : `${formatDayLabel(label)} ${year}`
}
