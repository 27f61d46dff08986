// A schedule in words: `1 Des – 24 Des · Sen, Sel · 08.00–12.00 · Lantai 2`.
import type { MediaFile, Schedule } from '../../../server/hall/equipment.ts'
import { formatDayLabel, formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { language, pick } from '../../../screens/i18n.ts'
import { manageText } from '../texts/index.ts'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The name of an ISO weekday: 1 January 2024 was a Monday. */
export function weekdayName(day: number, width: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(language.value, { weekday: width, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, day),
  )
}

export function scheduleWords(hall: Hall, schedule: Schedule & Pick<MediaFile, 'seconds'>): string {
  const { from, to, days, hours, zones, seconds } = schedule
  const clock = (time: string) => (language.value === 'id' ? time.replace(':', '.') : time)
  const parts = [
    from === undefined ? '' : manageText('media.since', { day: formatDayLabel(from) }),
    to === undefined ? '' : manageText('media.until', { day: formatDayLabel(to) }),
    days ? days.map((day) => weekdayName(day)).join(', ') : '',
    hours ? `${clock(hours.from)}–${clock(hours.to)}` : '',
    zones ? zones.map((id) => pick(hall.zones.value.get(id)?.name ?? { id, en: id })).join(', ') : '',
  ].filter((part) => part !== '')
  const when = parts.length > 0 ? parts : [manageText('media.always')]
  return [...when, ...(seconds ? [manageText('media.stands', { count: formatNumber(seconds) })] : [])].join(
    ' · ',
  )
}
