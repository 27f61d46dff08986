// What the server says about a device, and how it is put into words.
import type { Static } from 'typebox'
import type { Device as DeviceSchema } from '../../server/http/ground/schemas.ts'
import type { DeviceTrouble } from '../../server/live/attention.ts'
import type { SoundState } from '../../server/voice/zones/speakers.ts'
import { formatDay, formatNumber, formatTime, formatWaited } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { manageText } from './texts/index.ts'

export type Device = Static<typeof DeviceSchema>

/** Instants are ISO 8601 in UTC, null if it has not happened yet. `report`: its last report. */
export type ListedDevice = Device & {
  enrolledAt: string | null
  lastSeenAt: string | null
  report: {
    at: string
    version: string
    screen: { width: number; height: number } | null
    clockOffsetMs: number | null
    memoryMb: number | null
  } | null
  sound: SoundState | null
  troubles: DeviceTrouble[]
}

/** `Layar – Kependudukan`, or the device's own name. */
export function deviceName(hall: Hall, { kind, zone, label }: Device): string {
  const found = zone === null ? undefined : hall.zones.value.get(zone)
  const where = zone === null ? manageText('wholeHall') : found ? pick(found.name) : zone
  return label === null
    ? `${manageText(`device.${kind}`)} – ${where}`
    : `${label} (${manageText(`device.${kind}`)} – ${where})`
}

/** When it was enrolled or last seen. */
export function deviceState({ enrolledAt, lastSeenAt, report }: ListedDevice): string {
  if (enrolledAt === null) return manageText('notEnrolled')
  const at = report ? report.at : lastSeenAt
  if (at === null) return manageText('enrolled', { day: formatDay(enrolledAt) })
  return manageText('lastSeen', { day: formatDay(at), time: formatTime(at) })
}

/**
 * Its report, each item in a few words: version, screen, sound, clock, memory. Items that it did not report are left
 * out.
 */
export function healthWords({ kind, report, sound }: ListedDevice, serverVersion: string | null): string[] {
  if (!report) return []
  const { version, screen, clockOffsetMs, memoryMb } = report
  const isOld = serverVersion !== null && serverVersion !== version
  return [
    isOld
      ? manageText('versionOther', { version, server: serverVersion })
      : manageText('version', { version }),
    ...(screen ? [manageText('screen', { width: screen.width, height: screen.height })] : []),
    ...(kind === 'display' && sound !== null ? [manageText(`device-sound.${sound}`)] : []),
    ...(clockOffsetMs === null ? [] : [clockText(clockOffsetMs)]),
    ...(memoryMb === null ? [] : [manageText('memory', { mb: formatNumber(memoryMb) })]),
  ]
}

/** A few seconds do not matter. */
function clockText(offsetMs: number): string {
  const seconds = Math.round(Math.abs(offsetMs) / 1000)
  if (seconds < 5) return manageText('clockRight')
  const time = seconds < 100 ? manageText('seconds', { count: seconds }) : formatWaited(seconds)
  return manageText(offsetMs > 0 ? 'clockAhead' : 'clockBehind', { time })
}
