// A day in full, with its weekday: what is promised, or closed, is a date, so that nobody has to count days.
import { locale } from './format.ts'

/** `Selasa, 1 Desember 2026` for `2026-12-01`; the text itself if it is not a day. */
export function fullDay(label: string): string {
  const at = Date.parse(`${label.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at)) return label
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at)
}
