// What needs somebody's attention: told to the reception and to the manager before a visitor has to.
import { hallIsOpen } from '../hall/hours.ts'
import { type Context, earliest, iso } from './context.ts'
import type { Attention } from './reception-views.ts'

/** A kiosk says every minute how it is; one that missed two is switched off, stuck, or cut off. */
const SILENT_MS = 120_000
const MINUTE = 60_000

/** All of it, and the instant from which time alone may change it. */
export function attention(context: Context): { list: Attention[]; until: number | null } {
  const kiosks = silentKiosks(context)
  return {
    list: [...silentZones(context), ...troubledPrinters(context), ...kiosks.list],
    until: kiosks.until,
  }
}

/** Zones where nobody hears the calls. */
function silentZones(context: Context): Attention[] {
  return context.silentZones().map(({ zone, since }) => {
    return { kind: 'zone-silent', device: null, printer: null, name: null, zone, since: iso(since) }
  })
}

/** Printers that give nothing, or soon won't. Of one that nobody has looked at yet there is nothing to say. */
function troubledPrinters(context: Context): Attention[] {
  return context.printers().flatMap(({ printer, now: { state } }) => {
    if (state === 'ready' || state === 'unknown') return []
    return [{ kind: state, device: null, printer: printer.id, name: null, zone: null, since: null }]
  })
}

/** Enrolled kiosks that are not heard of in the hall's hours. In trial operation too: a kiosk is to stand ready then. */
function silentKiosks(context: Context): { list: Attention[]; until: number | null } {
  const { hall, listeningSince } = context
  const kiosks = context.devices().filter(({ kind, enrolledAt }) => kind === 'kiosk' && enrolledAt !== null)
  if (kiosks.length === 0) return { list: [], until: null }
  const now = context.now()
  const nextMinute = now - (now % MINUTE) + MINUTE
  if (!hallIsOpen(hall.layout, hall.day, context.minute())) return { list: [], until: nextMinute }
  const silentFrom = ({ report }: (typeof kiosks)[number]) => (report?.at ?? listeningSince) + SILENT_MS
  const list = kiosks
    .filter((kiosk) => silentFrom(kiosk) <= now)
    .map(({ id, label, zone, report }) => ({
      kind: 'kiosk-silent' as const,
      device: id,
      printer: null,
      name: label,
      zone,
      since: report && iso(report.at),
    }))
  const waiting = kiosks.map(silentFrom).filter((at) => at > now)
  return { list, until: earliest(nextMinute, ...waiting) }
}
