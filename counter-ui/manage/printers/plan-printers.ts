// The printers in the hall's plan as the manager changes them.
import type { Printer } from '../../../server/hall/equipment.ts'

/** An id that no printer has yet. */
export function newPrinterId(printers: readonly Pick<Printer, 'id'>[]): string {
  let count = printers.length + 1
  while (printers.some(({ id }) => id === `printer-${count}`)) count += 1
  return `printer-${count}`
}

/**
 * The printers with this one added or replaced. What it prints for is taken from the others: a kiosk, a counter and the
 * reception each have one printer.
 */
export function withPrinter(printers: readonly Printer[], printer: Printer): Printer[] {
  const others = printers.map((one) =>
    one.id === printer.id
      ? printer
      : {
          ...one,
          kiosks: one.kiosks.filter((id) => !printer.kiosks.includes(id)),
          counters: one.counters.filter((id) => !printer.counters.includes(id)),
          reception: one.reception && !printer.reception,
        },
  )
  return printers.some(({ id }) => id === printer.id) ? others : [...others, printer]
}
