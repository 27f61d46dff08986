// A service's state in words for visitors.
import type { HallService } from '../server/live/hall.ts'
import { formatDayLabel, formatTime } from '../screens/format.ts'
import { pick } from '../screens/i18n.ts'
import { standingOf, type Kiosk } from './kiosk.ts'
import type { Standing } from './standing.ts'
import { kioskText } from './texts/index.ts'

/** Why a service gives no numbers now, `Segera hadir, 11 Jan`; empty if it does. */
export function standingText(now: Standing): string {
  if (now.takes) return ''
  if (now.why === 'soon')
    return now.expected ? kioskText('soonOn', { day: formatDayLabel(now.expected) }) : kioskText('soon')
  if (now.why === 'elsewhere')
    return now.where ? kioskText('elsewhere', { where: pick(now.where) }) : kioskText('elsewhereAsk')
  if (now.why === 'said') return pick(now.words)
  if (now.why === 'hours')
    return now.opens ? kioskText('outOfHoursUntil', { opens: pick(now.opens) }) : kioskText('outOfHours')
  const paused = now.until ? kioskText('pausedUntil', { until: untilText(now.until) }) : kioskText('paused')
  return now.reason ? `${paused}: ${pick(now.reason)}` : paused
}

/** Why none of several services gives numbers now, in the words for the first; empty if one does. */
export function whyNone(kiosk: Kiosk, services: readonly HallService[]): string {
  const [first] = services
  if (!first || services.some((service) => standingOf(kiosk, service).takes)) return ''
  return standingText(standingOf(kiosk, first))
}

/** The plan gives the end as a day, as an instant or in words. */
function untilText(until: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(until)) return formatDayLabel(until)
  return Number.isNaN(Date.parse(until)) ? until : formatTime(until)
}
