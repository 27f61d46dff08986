// What a supervisor sets for a service or a counter of the agency: its phase, its quota, which counter serves what.
import type { Changes } from '../changes.ts'
import type { CommandOf, PhaseSet, Time } from '../command.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import { assign, type Hall } from '../hall.ts'
import { isServed, layOut } from '../layout.ts'
import { type Phase, type Plan, type Service, takesVisitors } from '../plan.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { isRetired } from './retired.ts'
import { sameServices, type Today, withEntry } from '../today.ts'
import { cancellation, moving, peopleWaiting, stranded, whoWaits } from '../visit/stranded.ts'

export const decides = {
  'set-phase': setPhase,
  'set-quota': setQuota,
  'set-desk': setDesk,
} satisfies Partial<Decides>

export const evolves = {
  'phase-changed': phaseChanged,
  'quota-set': quotaSet,
  'desk-set': deskSet,
} satisfies Partial<Evolves>

/** An event for a phase: whatever is not given is null. */
export function phaseChange(
  service: string,
  set: Partial<PhaseSet> & Pick<PhaseSet, 'status'>,
): EventOf<'phase-changed'> {
  const nothing = { until: null, reopens: null, reason: null, expected: null, where: null }
  return { type: 'phase-changed', service, ...nothing, ...set }
}

/** Stopping a service requires saying what happens to the people waiting for it. */
function setPhase(hall: Hall, command: CommandOf<'set-phase'>, { now }: Time): Event[] | Refusal {
  const { service: id, status, until, reason, expected, where, waiting } = command
  const service = hall.layout.services.get(id)
  if (!service || isRetired(hall.today, id)) return refuse('unknown-service', id)
  if (until !== null && until <= now) return refuse('until-past', id)
  if (expected !== null && expected < hall.day) return refuse('until-past', id)
  const reopens = until === null ? null : opensAs(service)
  const event = phaseChange(id, { status, until, reopens, reason, expected, where })
  const change = isSo(hall, service, event) ? [] : [event]
  if (takesVisitors({ status })) return change
  const people = whoWaits(hall, (service) => service === id)
  if (people.length > 0 && waiting === null && status !== service.phase.status) {
    return { ...refuse('people-waiting', id), count: people.length }
  }
  if (waiting === 'end') return [...change, ...people.map((one) => cancellation(one, 'closed'))]
  if (waiting !== 'move') return change
  const to = whereTo(hall, id, command.to)
  return 'refused' in to ? to : [...change, ...people.map((one) => moving(one, to.id))]
}

function whereTo(hall: Hall, from: string, to: string | null): Service | Refusal {
  const service = hall.layout.services.get(to ?? '')
  if (!service) return refuse('unknown-service', to ?? undefined)
  if (service.id === from) return refuse('same-service', from)
  return isServed(hall.layout, service) ? service : refuse('service-closed', service.id)
}

/** What the service is after a pause: whatever it was before. */
function opensAs({ phase }: Service): 'open' | 'trial' {
  if (phase.status === 'trial') return 'trial'
  return phase.status === 'paused' ? (phase.reopens ?? 'open') : 'open'
}

/** Whether the plan says so already. Free text is always new. */
function isSo(hall: Hall, { id, phase }: Service, event: EventOf<'phase-changed'>): boolean {
  if (hall.today.reasons.has(id) || (event.reason !== null && 'note' in event.reason)) return false
  return JSON.stringify(sorted(phase)) === JSON.stringify(sorted(phaseOf(event, hall.layout.base)))
}

const sorted = (phase: object) => Object.entries(phase).sort(([one], [other]) => (one < other ? -1 : 1))

function setQuota(hall: Hall, { service: id, quota }: CommandOf<'set-quota'>): Event[] | Refusal {
  const service = hall.layout.services.get(id)
  if (!service || isRetired(hall.today, id)) return refuse('unknown-service', id)
  return service.quota === quota ? [] : [{ type: 'quota-set', service: id, quota }]
}

/** The counter finishes with whoever is there. */
function setDesk(hall: Hall, { counter: id, services }: CommandOf<'set-desk'>): Event[] | Refusal {
  const counter = hall.layout.counters.get(id)
  // One that has left the plan keeps what it had until the day's end.
  const isPlanned = hall.layout.base.counters.some((one) => one.id === id)
  if (!counter || !isPlanned) return refuse('unknown-counter', id)
  for (const one of services) {
    const service = hall.layout.services.get(one)
    if (!service) return refuse('unknown-service', one)
    if (service.agency !== counter.agency) return refuse('other-agency', one)
  }
  if (sameServices(counter.services, services)) return []
  const { today, layout } = hall
  const people = stranded(
    hall,
    layOut(layout.base, { ...today, desks: withEntry(today.desks, id, services) }),
  )
  if (people.length > 0) return peopleWaiting(people)
  return [{ type: 'desk-set', counter: id, services: [...services] }]
}

/** The plan itself changes, as by a revision: a service's phase does not end with the day. */
function phaseChanged(
  hall: Hall,
  changes: Changes,
  event: EventOf<'phase-changed'>,
  { seq }: Recorded,
): void {
  const { base } = hall.layout
  const note = event.reason !== null && 'note' in event.reason ? event.reason.note : undefined
  const reasons = withEntry(hall.today.reasons, event.service, note)
  layAgain(hall, changes, afterPhaseChange(base, event), { reasons }, seq)
  assign(hall, changes, { planSeq: seq })
}

/** Setting it to the plan's own figure drops the one for today. */
function quotaSet(hall: Hall, changes: Changes, event: EventOf<'quota-set'>, { seq }: Recorded): void {
  const { service, quota } = event
  const { base } = hall.layout
  const planned = base.services.find(({ id }) => id === service)?.quota
  const quotas = withEntry(hall.today.quotas, service, quota === planned ? undefined : quota)
  layAgain(hall, changes, base, { quotas }, seq)
}

function deskSet(hall: Hall, changes: Changes, event: EventOf<'desk-set'>, { seq }: Recorded): void {
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

/** The phase as the plan has it, without a reason typed as free text, which lasts a day. */
function phaseOf({ status, until, reopens, reason, expected, where }: PhaseSet, plan: Plan): Phase {
  if (status === 'soon') return { status, expected, ...(where === null ? {} : { where }) }
  if (status === 'elsewhere') {
    if (where === null) throw new Error('a service is elsewhere, but nobody knows where')
    return { status, where }
  }
  if (status !== 'paused') return { status }
  const code = reason !== null && 'code' in reason ? reason.code : null
  return {
    status,
    until: until === null ? null : new Date(until).toISOString(),
    reason: plan.reasons.pause.find(({ id }) => id === code)?.name ?? null,
    ...(reopens === null ? {} : { reopens }),
  }
}

/** The plan as it stands after such an event. */
export function afterPhaseChange(plan: Plan, event: EventOf<'phase-changed'>): Plan {
  return withPhase(plan, event.service, phaseOf(event, plan))
}

/** The plan with another phase for one service. */
function withPhase(plan: Plan, id: string, phase: Phase): Plan {
  const services = plan.services.map((service) => (service.id === id ? { ...service, phase } : service))
  return { ...plan, services }
}
