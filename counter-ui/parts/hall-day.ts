// The hall's day at an instant, whatever zone the browser is in.
import { timeZone } from '../../screens/format.ts'

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
