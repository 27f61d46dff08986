// Of which day a number is that still stands at a counter from an earlier one: panel, reception and supervisors say it.
import { locale } from '../../screens/format.ts'

const DAY_MS = 86_400_000

/** `Kamis`, and from a week on `Kamis, 12 Nov`; null where `day` is `today`. Both are day labels. */
export function earlierDay(day: string, today: string): string | null {
  if (day === today) return null
  const at = Date.parse(`${day}T00:00:00Z`)
  const isFar = Date.parse(`${today}T00:00:00Z`) - at >= 7 * DAY_MS
  const date = isFar ? ({ day: 'numeric', month: 'short' } as const) : {}
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', ...date, timeZone: 'UTC' }).format(at)
}
