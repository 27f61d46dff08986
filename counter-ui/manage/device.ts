// What the server says about a device or a printer, and how it is put into words.
import { useEffect, useState } from 'preact/hooks'
import type { Static } from 'typebox'
import type { ZoneEquipment } from '../../server/live/equipment.ts'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { sessionEnded } from '../session.ts'
import type { Device as DeviceSchema } from '../../server/http/ground/schemas.ts'
import type { DeviceTrouble } from '../../server/live/attention.ts'
import type { SoundState } from '../../server/voice/zones/speakers.ts'
import { formatDay, formatNumber, formatTime, formatWaited } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick, isKey } from '../../screens/i18n.ts'
import { manageText } from './texts/index.ts'
import type { Printer } from '../../server/hall/equipment.ts'
import { slipFaultText } from '../hall/texts.ts'
import { id } from './texts/id.ts'

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

// The devices of the hall and the server's version, fetched again while the page is open, so that nothing gets out of
// date.

const AGAIN_MS = 20_000

export interface KnownDevices {
  /** Null before the first answer. */
  list: readonly ListedDevice[] | null
  /** The equipment of each zone; null before the first answer. */
  zones: readonly ZoneEquipment[] | null
  /** The server's version, null if unknown. */
  version: string | null
  problem: Problem | null
  load(): Promise<void>
}

export function useDevices(): KnownDevices {
  const [list, setList] = useState<readonly ListedDevice[] | null>(null)
  const [zones, setZones] = useState<readonly ZoneEquipment[] | null>(null)
  const [version, setVersion] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<{ devices: ListedDevice[]; zones: ZoneEquipment[] }>('/api/devices')
    if (outcome.ok) {
      setList(outcome.data.devices)
      setZones(outcome.data.zones)
    } else if (outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
    const health = await fetchJson<{ version: string }>('/api/health')
    setVersion(health.ok ? health.data.version : null)
  }

  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return { list, zones, version, problem, load }
}

// The state of printers and the results of test pages, in words.

/** A printer in the answer of `GET /api/printers`; instants are ISO 8601 in UTC. */
export interface ListedPrinter {
  id: string
  state: string
  gives: boolean
  answers: boolean
  waiting: number
  lastProblem: { why: string; at: string } | null
}

/** `Kertas hampir habis`; for one that the server has not checked, that nothing is known. */
export function printerStateText(listed: Pick<ListedPrinter, 'state'> | undefined): string {
  const key = `printer-state.${listed ? listed.state : 'unknown'}` as const
  return manageText(isKey(id, key) ? key : 'printer-state.unknown')
}

/** What else there is to say: how many wait, what went wrong last. */
export function printerTexts(listed: ListedPrinter | undefined): string[] {
  if (!listed) return []
  const { waiting, lastProblem } = listed
  return [
    ...(waiting === 0 ? [] : [manageText('printers.waiting', { count: formatNumber(waiting) })]),
    ...(lastProblem === null
      ? []
      : [
          manageText('printers.lastProblem', {
            time: formatTime(lastProblem.at),
            why: slipFaultText(lastProblem.why),
          }),
        ]),
  ]
}

/** Who prints there: kiosks by their names, counters, the reception. */
export function usersText(
  hall: Hall,
  { kiosks, counters, reception }: Printer,
  kioskName: (id: string) => string,
): string {
  const list = [
    ...kiosks.map(kioskName),
    ...counters.map((id) => {
      const counter = hall.counters.value.get(id)
      return counter ? pick(counter.name) : id
    }),
    ...(reception ? [manageText('printers.reception')] : []),
  ]
  return list.length === 0
    ? manageText('printers.printsNothing')
    : manageText('printers.prints', { list: list.join(', ') })
}
