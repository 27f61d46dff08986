// Whether the hall and its services take tickets at a moment of the day. Asked only in regular operation.
import type { Layout } from './layout.ts'
import type { Week } from './plan.ts'

/** ISO weekday of a calendar day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): keyof Week {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (weekday === 0 ? 7 : weekday) as keyof Week
}

/** Whether the hall is open: not a holiday, and `minute` (minutes after midnight) within its hours. */
export function hallIsOpen(layout: Layout, day: string, minute: number): boolean {
  if (layout.plan.holidays.some((holiday) => holiday.day === day)) return false
  return within(layout.plan.hours, day, minute)
}

/** Whether a service with hours of its own is open; one without follows the hall. */
export function serviceIsOpen(layout: Layout, service: string, day: string, minute: number): boolean {
  const hours = layout.services.get(service)?.hours
  return !hours || within(hours, day, minute)
}

function within(week: Week, day: string, minute: number): boolean {
  return week[weekdayOf(day)].some(({ from, to }) => from <= minute && minute < to)
}
