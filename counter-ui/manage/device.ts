// What the server says of a device, and how it is told.
import type { Static } from 'typebox'
import type { Device as DeviceSchema } from '../../server/http/schemas.ts'
import { formatDay, formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { m } from './texts/index.ts'

export type Device = Static<typeof DeviceSchema>

/** Instants are ISO 8601 in UTC, null where it did not happen yet. `report`: what a kiosk said last of itself. */
export type ListedDevice = Device & {
  enrolledAt: string | null
  lastSeenAt: string | null
  report: { at: string; version: string; screen: { width: number; height: number } | null } | null
}

/** `Layar – Kependudukan`, or the device's own name. */
export function deviceName(hall: Hall, { kind, zone, label }: Device): string {
  const found = zone === null ? undefined : hall.zones.value.get(zone)
  const where = zone === null ? m('wholeHall') : found ? pick(found.name) : zone
  return label === null ? `${m(kind)} – ${where}` : `${label} (${m(kind)} – ${where})`
}

/** When it was enrolled or last seen. */
export function deviceState({ enrolledAt, lastSeenAt, report }: ListedDevice): string {
  if (enrolledAt === null) return m('notEnrolled')
  const at = report ? report.at : lastSeenAt
  if (at === null) return m('enrolled', { day: formatDay(enrolledAt) })
  return m('lastSeen', { day: formatDay(at), time: formatTime(at) })
}

/** What a kiosk says of itself: its version, where it is not the server's, and its screen. Empty for what says nothing. */
export function healthText({ report }: ListedDevice, serverVersion: string | null): string {
  if (!report) return ''
  const { version, screen } = report
  const isOld = serverVersion !== null && serverVersion !== version
  return [
    isOld ? m('versionOther', { version, server: serverVersion }) : m('version', { version }),
    ...(screen ? [m('screen', { width: screen.width, height: screen.height })] : []),
  ].join(' · ')
}
