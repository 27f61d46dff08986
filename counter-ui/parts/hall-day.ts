// Which day of the hall: of a number that is still at a counter from an earlier day (panel, reception and supervisors
// show it), and of an instant.
import { locale, timeZone } from '../../screens/format.ts'

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
