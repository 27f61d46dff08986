// The slip of a visit: which printer prints it, that it was asked for, that it came out or why it did not.
import type { Changes } from '../changes.ts'
import type { CommandOf } from '../command.ts'
import type { Event, EventOf } from '../event.ts'
import type { Hall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { holdsNumber, type Slip, type Visit } from '../visit.ts'

export const decides = {
  'ask-slip': askSlip,
  'note-number': noteNumber,
  'confirm-slip': confirmSlip,
  'fail-slip': failSlip,
} satisfies Partial<Decides>

export const evolves = {
  'slip-asked': slipAsked,
  'slip-printed': (hall, changes, event) =>
    slipIs(hall, changes, event.visit, { status: 'printed', why: null }),
  'slip-failed': (hall, changes, event) =>
    slipIs(hall, changes, event.visit, { status: 'failed', why: event.why }),
  'number-noted': (hall, changes, event) => slipIs(hall, changes, event.visit, { noted: true }),
} satisfies Partial<Evolves>

export function askSlip(hall: Hall, { visit: id, printer }: CommandOf<'ask-slip'>): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  const onItsWay = visit.slip.status === 'queued' && visit.slip.printer === printer
  return printer === null || onItsWay ? [] : [{ type: 'slip-asked', visit: id, printer }]
}

export function noteNumber(hall: Hall, { visit: id }: CommandOf<'note-number'>): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  return visit.slip.noted ? [] : [{ type: 'number-noted', visit: id }]
}

function confirmSlip(hall: Hall, { visit: id }: CommandOf<'confirm-slip'>): Event[] | Refusal {
  return onQueuedSlip(hall, id, () => [{ type: 'slip-printed', visit: id }])
}

/** If the slip has been requested elsewhere since, the first printer's trouble no longer matters. */
function failSlip(hall: Hall, { visit: id, printer, why }: CommandOf<'fail-slip'>): Event[] | Refusal {
  return onQueuedSlip(hall, id, ({ slip }) =>
    slip.printer === printer ? [{ type: 'slip-failed', visit: id, why }] : [],
  )
}

function onQueuedSlip(hall: Hall, id: string, events: (visit: Visit) => Event[]): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  return visit.slip.status === 'queued' ? events(visit) : []
}

/** Asks for the slip that says where to go next, if there is a printer and it is not on its way there already. */
export function slipAt(printer: string | null, { id, slip }: Visit): Event[] {
  const onItsWay = slip.status === 'queued' && slip.printer === printer
  return printer === null || onItsWay ? [] : [{ type: 'slip-asked', visit: id, printer }]
}

/** A copy takes nothing away: whoever held the number still holds it, even if the printer fails now. */
function slipAsked(hall: Hall, changes: Changes, { visit: id, printer }: EventOf<'slip-asked'>): void {
  const visit = visitOf(hall, id)
  const copies = visit.slip.copies + 1
  slipIs(hall, changes, id, { status: 'queued', printer, why: null, copies, noted: holdsNumber(visit) })
}

function slipIs(hall: Hall, changes: Changes, id: string, slip: Partial<Slip>): void {
  const visit = visitOf(hall, id)
  putVisit(hall, changes, { ...visit, slip: { ...visit.slip, ...slip } })
}

/** The id of a kiosk's printer; null if it has none. */
export function printerOfKiosk({ layout }: Hall, device: string): string | null {
  for (const { id, kiosks } of layout.printers.values()) if (kiosks.includes(device)) return id
  return null
}

/** The id of the printer that a member of staff prints on, by staff id; null if there is none. */
export function printerOfStaff({ layout, counters }: Hall, staff: string): string | null {
  const printers = [...layout.printers.values()]
  const own = printers.find((printer) => printer.counters.some((id) => counters.get(id)?.staff === staff))
  return (own ?? printers.find(({ reception }) => reception))?.id ?? null
}

/** The id of the printer at a counter; null if there is none. */
export function printerOfCounter({ layout }: Hall, counter: string): string | null {
  for (const { id, counters } of layout.printers.values()) if (counters.includes(counter)) return id
  return null
}
