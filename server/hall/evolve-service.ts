// A service opens, pauses, closes; a quota and a counter's services for today.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { assign, type Hall } from './hall.ts'
import { layOut } from './layout.ts'
import { phaseOf, withPhase } from './phase.ts'
import type { Plan } from './plan.ts'
import { sameServices, type Today, withEntry } from './today.ts'

/** The plan itself changes, as by a revision: what a service is does not end with the day. */
export function phaseChanged(
  hall: Hall,
  changes: Changes,
  event: EventOf<'phase-changed'>,
  seq: number,
): void {
  const { base } = hall.layout
  const note = event.reason !== null && 'note' in event.reason ? event.reason.note : undefined
  const reasons = withEntry(hall.today.reasons, event.service, note)
  layAgain(hall, changes, withPhase(base, event.service, phaseOf(event, base)), { reasons }, seq)
  assign(hall, changes, { planSeq: seq })
}

/** The plan's own figure is no figure for today. */
export function quotaSet(hall: Hall, changes: Changes, event: EventOf<'quota-set'>, seq: number): void {
  const { service, quota } = event
  const { base } = hall.layout
  const planned = base.services.find(({ id }) => id === service)?.quota
  const quotas = withEntry(hall.today.quotas, service, quota === planned ? undefined : quota)
  layAgain(hall, changes, base, { quotas }, seq)
}

export function deskSet(hall: Hall, changes: Changes, event: EventOf<'desk-set'>, seq: number): void {
  const { counter, services } = event
  const { base } = hall.layout
  const planned = base.counters.find(({ id }) => id === counter)?.services ?? []
  const own = sameServices(planned, services) ? undefined : services
  layAgain(hall, changes, base, { desks: withEntry(hall.today.desks, counter, own) }, seq)
}

function layAgain(hall: Hall, changes: Changes, base: Plan, changed: Partial<Today>, seq: number): void {
  const today = { ...hall.today, ...changed }
  assign(hall, changes, { layout: layOut(base, today), today, layoutSeq: seq })
}
