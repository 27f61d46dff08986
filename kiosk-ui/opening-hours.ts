// Today's opening hours in words, from the plan's week and holidays.
import type { Text, Week } from '../server/hall/plan.ts'
import { formatMinute } from '../screens/format.ts'
import { lookUp } from '../screens/look-up.ts'

interface OpeningNow {
  /** `08.00–12.00, 13.00–15.30`; null when closed all day. */
  hours: string | null
  /** Why it is closed all day, if it is a holiday. */
  holiday: Text | null
}

/** The opening of the day with this label (`2026-11-24`). */
export function openingOn(
  day: string,
  week: Week,
  holidays: readonly { day: string; name: Text }[],
): OpeningNow {
  const holiday = holidays.find((one) => one.day === day)
  if (holiday) return { hours: null, holiday: holiday.name }
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  const spans = lookUp(week, String(weekday)) ?? []
  const hours = spans.map(({ from, to }) => `${formatMinute(from)}–${formatMinute(to)}`).join(', ')
  return { hours: hours || null, holiday: null }
}
