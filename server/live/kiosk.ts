// The kiosk's view: each service with its status, how many wait, and how long.
import { ticketRefusal } from '../hall/visit/take.ts'
import { hallIsOpen } from '../hall/hours.ts'
import { waitingFor } from '../hall/next.ts'
import { standingOfNewcomer } from '../hall/visit/standing.ts'
import { type Context, hallState, isoOrNull, type Timed } from './context.ts'
import type { KioskView } from './kiosk-view.ts'
import { hoursView, serviceOpens } from './opening.ts'

/** The view of topic `kiosk`. Hours turn with the minute, so it is good for one. */
export function kioskView(context: Context): Timed<KioskView> {
  const { hall } = context
  const { layout } = hall
  const time = { now: context.now(), minute: context.minute(), suspect: false }
  const regular = layout.plan.operation === 'regular'
  const open = !regular || hallIsOpen(layout, hall.day, time.minute)
  const view = {
    hall: hallState(context),
    open,
    hours: hoursView(context),
    services: layout.plan.services.map(({ id, phase }) => {
      const takes = phase.status === 'open' || phase.status === 'trial'
      const refusal = takes ? ticketRefusal(hall, id, time) : null
      const { ahead, openCounters, forecast, pausedUntil } = standingOfNewcomer(hall, id, time.now)
      const closed = !takes
        ? null
        : refusal === 'quota-reached'
          ? ('quota' as const)
          : refusal !== null || !open
            ? ('hours' as const)
            : null
      return {
        id,
        status: phase.status,
        waiting: waitingFor(hall, id),
        ahead: ahead ?? 0,
        openCounters,
        forecast: takes ? forecast : null,
        pausedUntil: isoOrNull(pausedUntil),
        closed,
        opens: closed === 'hours' ? serviceOpens(context, id) : null,
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
  return { view, until: time.now + 60_000 - (time.now % 60_000) }
}
