// The shape of what a kiosk gets: each service and how long it takes, and its printer.
import { Type, type Static } from 'typebox'
import { closed, Null, Forecast, HallState, PrinterState } from './view-parts.ts'

export const KioskView = Type.Object(
  {
    hall: HallState,
    /** Whether the hall takes tickets now; `closed` only in regular operation outside its hours. */
    open: Type.Boolean(),
    services: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          status: Type.String(),
          waiting: Type.Integer(),
          forecast: Forecast,
          /** Why no ticket now although the status would allow one: `hours`, `quota`, or null. */
          closed: Type.Union([Type.Literal('hours'), Type.Literal('quota'), Null]),
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
