// The kiosk's view: each service with its status, how many wait, and how long.
import { ticketRefusal } from '../hall/decide-visit.ts'
import { forecast } from '../hall/forecast.ts'
import { hallIsOpen } from '../hall/hours.ts'
import { waitingFor } from '../hall/next.ts'
import { type Context, hallState, type Timed } from './context.ts'
import type { KioskView } from './kiosk-view.ts'

/** The view of topic `kiosk`. Hours turn with the minute, so in regular operation it is good for one. */
export function kioskView(context: Context): Timed<KioskView> {
  const { hall } = context
  const { layout } = hall
  const time = { now: context.now(), minute: context.minute(), suspect: false }
  const regular = layout.plan.operation === 'regular'
  const view = {
    hall: hallState(context),
    open: !regular || hallIsOpen(layout, hall.day, time.minute),
    services: layout.plan.services.map(({ id, phase }) => {
      const takes = phase.status === 'open' || phase.status === 'trial'
      const refusal = takes ? ticketRefusal(hall, id, time) : null
      const waiting = waitingFor(hall, id)
      return {
        id,
        status: phase.status,
        waiting,
        forecast: takes ? forecast(hall, id, waiting) : null,
        closed:
          refusal === null ? null : refusal === 'quota-reached' ? ('quota' as const) : ('hours' as const),
        taken: hall.taken.get(id) ?? 0,
      }
    }),
    printers: context.printers().map(({ printer: { id, kiosks }, now: { state, why } }) => ({
      id,
      kiosks,
      state,
      gives: why === null,
    })),
  }
  return { view, until: regular ? time.now + 60_000 - (time.now % 60_000) : null }
}
