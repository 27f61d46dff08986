// What needs somebody's attention: told to the reception and to the manager before a visitor has to.
import { type Context, earliest, iso } from './context.ts'
import { troublesOf } from './device-troubles.ts'
import type { Attention } from './reception-views.ts'

const MINUTE = 60_000

/** All of it, and the instant from which time alone may change it. */
export function attention(context: Context): { list: Attention[]; until: number | null } {
  const devices = troubledDevices(context)
  return {
    list: [...silentZones(context), ...troubledPrinters(context), ...devices.list],
    until: devices.until,
  }
}

/** Zones where nobody hears the calls. */
function silentZones(context: Context): Attention[] {
  return context.silentZones().map(({ zone, since }) => {
    return { kind: 'zone-silent', device: null, of: null, printer: null, name: null, zone, since: iso(since) }
  })
}

/** Printers that give nothing, or soon won't. Of one that nobody has looked at yet there is nothing to say. */
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
      of,
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
