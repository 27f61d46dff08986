// The day of a number that is still at a counter from an earlier day: panel, reception and supervisors show it.
import { locale } from '../../screens/format.ts'

const DAY_MS = 86_400_000

/** `Kamis`, and after a week `Kamis, 12 Nov`; null if `day` is `today`. Both are day labels. */
export function earlierDay(day: string, today: string): string | null {
  if (day === today) return null
  const at = Date.parse(`${day}T00:00:00Z`)
  const isFar = Date.parse(`${today}T00:00:00Z`) - at >= 7 * DAY_MS
  const date = isFar ? ({ day: 'numeric', month: 'short' } as const) : {}
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', ...date, timeZone: 'UTC' }).format(at)
}
