// What needs somebody's attention, so that reception and manager don't have to hear of it from a visitor; and what is
// wrong with a kiosk or display, as far as it reports.
import { Type, type Static } from 'typebox'
import { isOpenAt } from '../hall/hours.ts'
import type { Layout } from '../hall/layout.ts'
import { earliest, iso, type Context, type KnownDevice } from './context.ts'
import { Instant, Null, closed, text } from './view-parts.ts'

const TextOrNull = Type.Union([Type.String(), Null])

/** What may be wrong with a kiosk or display; the thresholds are below. */
const deviceTroubles = [
  'kiosk-silent',
  'display-silent',
  'place-gone',
  'sound-off',
  'memory-high',
  'clock-off',
  'version-old',
] as const
export const DeviceTrouble = Type.Enum([...deviceTroubles], text)
export type DeviceTrouble = Static<typeof DeviceTrouble>

/** What somebody should see to, as a code with what it is about. */
export const Attention = Type.Object(
  {
    /** For a printer: the state that it is in. */
    kind: Type.Enum(
      [...deviceTroubles, 'zone-silent', 'near-end', 'paper-out', 'cover-open', 'offline', 'error'],
      text,
    ),
    /** The kiosk's or display's id, or null. */
    device: TextOrNull,
    /** Which of the two it is, or null. */
    of: Type.Union([Type.Literal('kiosk'), Type.Literal('display'), Null]),
    /** The printer's id, or null. */
    printer: TextOrNull,
    /** Its label. */
    name: TextOrNull,
    zone: TextOrNull,
    /** Since when, where that is known. */
    since: Type.Union([Instant, Null]),
  },
  closed,
)
export type Attention = Static<typeof Attention>

const MINUTE = 60_000

/** All of it, and the instant from which time alone may change it. */
export function attention(context: Context): { list: Attention[]; until: number | null } {
  const devices = troubledDevices(context)
  return {
    list: [...silentZones(context), ...troubledPrinters(context), ...devices.list],
    until: devices.until,
  }
}

/** Zones where calls are not heard. */
function silentZones(context: Context): Attention[] {
  return context.silentZones().map(({ zone, since }) => {
    return { kind: 'zone-silent', device: null, of: null, printer: null, name: null, zone, since: iso(since) }
  })
}

/** Printers that can't print, or soon won't. About one that has not been checked yet there is nothing to say. */
function troubledPrinters(context: Context): Attention[] {
  return context.printers().flatMap(({ printer, now: { state } }) => {
    if (state === 'ready' || state === 'unknown') return []
    return [{ kind: state, device: null, of: null, printer: printer.id, name: null, zone: null, since: null }]
  })
}

/** Kiosks and displays that are not well. */
function troubledDevices(context: Context): { list: Attention[]; until: number | null } {
  const now = context.now()
  const devices = context.devices().map((device) => ({ device, found: troublesOf(context, device) }))
  const list = devices.flatMap(({ device: { id, kind: of, label, zone, report }, found }) =>
    found.list.map((kind) => ({
      kind,
      device: id,
      of: of === 'survey' ? null : of,
      printer: null,
      name: label,
      zone,
      since: report && iso(report.at),
    })),
  )
  // The hours begin and end with a minute.
  const nextMinute = devices.length === 0 ? null : now - (now % MINUTE) + MINUTE
  return { list, until: earliest(nextMinute, ...devices.map(({ found }) => found.until)) }
}

/** A device reports its state every minute; one that missed two reports is switched off, stuck, or cut off. */
export const SILENT_MS = 120_000
/** Nothing in the hall relies on a device's clock, but certificates and its own logs do. */
export const CLOCK_OFF_MS = 60_000
/** A healthy page holds 5 to 40 MB; boxes with 1 GB kill it somewhere above this. */
export const MOST_MEMORY_MB = 200
/** Pages load a new version by themselves when the hall is closed; by then a night has passed. */
export const OLD_VERSION_MS = 24 * 60 * 60_000

/** The most urgent first, and the instant from which time alone may change it. */
export function troublesOf(
  context: Context,
  device: KnownDevice,
): { list: DeviceTrouble[]; until: number | null } {
  const list: DeviceTrouble[] = []
  // A survey tablet stands by itself; anyone passing sees whether it works.
  if (device.enrolledAt === null || device.kind === 'survey') return { list, until: null }
  const now = context.now()
  const { report } = device
  const silentFrom = (report?.at ?? context.listeningSince) + SILENT_MS
  const isSilent = now >= silentFrom && isMissed(context, device)
  if (isSilent) list.push(device.kind === 'kiosk' ? 'kiosk-silent' : 'display-silent')
  if (isLost(context.hall.layout, device)) list.push('place-gone')
  if (!isSilent && isNobodyHeard(context, device)) list.push('sound-off')
  if (!report || now >= silentFrom) return { list, until: now < silentFrom ? silentFrom : null }
  const { memoryMb, clockOffsetMs, version } = report
  if (memoryMb !== null && memoryMb >= MOST_MEMORY_MB) list.push('memory-high')
  if (clockOffsetMs !== null && Math.abs(clockOffsetMs) > CLOCK_OFF_MS) list.push('clock-off')
  const oldFrom = context.listeningSince + OLD_VERSION_MS
  const isOther = version !== context.version
  if (isOther && now >= oldFrom) list.push('version-old')
  return { list, until: earliest(silentFrom, isOther && now < oldFrom ? oldFrom : null) }
}

/**
 * Whether a report is expected: in the hall's hours (in trial operation too, when the device should also be ready),
 * and not from a connected board that never reported, whose page is older than reports.
 */
function isMissed({ hall, ...context }: Context, { report, looks }: KnownDevice): boolean {
  return isOpenAt(hall.layout, null, hall.day, context.minute()) && (report !== null || !looks)
}

/** Whether the zone it is in, or everything it shows, has left the plan. */
function isLost({ zones, agencies, counters }: Layout, { zone, layout }: KnownDevice): boolean {
  if (zone !== null && !zones.has(zone)) return true
  if (!layout || layout.of.length === 0) return false
  const places = layout.kind === 'agency' ? agencies : layout.kind === 'counter' ? counters : zones
  return !layout.of.some((id) => places.has(id))
}

/** Whether it can't be heard and no other display announces the calls where it is. */
function isNobodyHeard(context: Context, { mute, zone }: KnownDevice): boolean {
  if (!mute) return false
  const { layout } = context.hall
  const zones = zone === null ? [...layout.zones.keys()] : layout.zones.has(zone) ? [zone] : []
  return zones.some((id) => context.voiceIn(id) === 'mute')
}
