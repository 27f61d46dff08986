// The shape of what a kiosk gets: each service and how long it takes, and its printer.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import { closed, Null, Forecast, HallState, Hours, Instant, PrinterState } from './view-parts.ts'

export const KioskView = Type.Object(
  {
    hall: HallState,
    /** Whether the hall takes tickets now; `closed` only in regular operation outside its hours. */
    open: Type.Boolean(),
    /** The hall's hours, also where they are shown alone. */
    hours: Hours,
    services: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          status: Type.String(),
          /** Who waits for this service alone. */
          waiting: Type.Integer(),
          /** How many would be called before who takes a number now: what the number says then. */
          ahead: Type.Integer(),
          /** Counters that serve it now. */
          openCounters: Type.Integer(),
          forecast: Forecast,
          /** No counter is open: when the first one that pauses means to go on, if somebody said. */
          pausedUntil: Type.Union([Instant, Null]),
          /** Why no ticket now although the status would allow one: `hours`, `quota`, or null. */
          closed: Type.Union([Type.Literal('hours'), Type.Literal('quota'), Null]),
          /** With `hours`: when it gives numbers again, in words; null if not within a month. */
          opens: Type.Union([Text, Null]),
          /** Tickets taken today, for "most wanted first". */
          taken: Type.Integer(),
        },
        closed,
      ),
    ),
    /** A kiosk finds its own by its device id among `kiosks`. */
    printers: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          kiosks: Type.Array(Type.String()),
          state: PrinterState,
          /** Whether a slip can come out now, as far as is known. */
          gives: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type KioskView = Static<typeof KioskView>
