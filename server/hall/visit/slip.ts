// Who prints where: a kiosk on the printer that the plan names for it, staff on that of their counter, else on the
// reception's.
import type { Hall } from '../hall.ts'

/** The id of the printer that a kiosk's slips come out of; null if it has none. */
export function printerOfKiosk({ layout }: Hall, device: string): string | null {
  for (const { id, kiosks } of layout.printers.values()) if (kiosks.includes(device)) return id
  return null
}

/** The id of the printer for what a person prints, by the staff id; null if there is none. */
export function printerOfStaff({ layout, counters }: Hall, staff: string): string | null {
  const printers = [...layout.printers.values()]
  const own = printers.find((printer) => printer.counters.some((id) => counters.get(id)?.staff === staff))
  return (own ?? printers.find(({ reception }) => reception))?.id ?? null
}

/** The id of the printer that stands at a counter; null if there is none. */
export function printerOfCounter({ layout }: Hall, counter: string): string | null {
  for (const { id, counters } of layout.printers.values()) if (counters.includes(counter)) return id
  return null
}
