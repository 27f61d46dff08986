// The plan is revised, and nobody in the hall is forgotten: those whom the new plan would strand wait for another
// service, or their waiting ends, or the plan is refused. Nor does it close an agency's accounts without saying so.
import type { Changes } from '../changes.ts'
import type { CommandOf, Fate } from '../command.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import { assign, type Hall, newCounter, newQueue } from '../hall.ts'
import { isServed, layOut, type Layout } from '../layout.ts'
import type { Instead, Plan, Retired, Service } from '../plan.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { stillToday } from '../today.ts'
import { stepAtCounter } from '../visit.ts'
import { cancellation, moving, peopleWaiting, stranded } from '../visit/stranded.ts'
import { atCounters, retire, stillRetired } from './retired.ts'

export const decides = {
  'revise-plan': revisePlan,
  'set-operation': setOperation,
} satisfies Partial<Decides>

export const evolves = {
  'plan-revised': planRevised,
} satisfies Partial<Evolves>

/** A counter can't leave its agency or the plan with somebody at it: nobody could finish with them. */
export function revisePlan(hall: Hall, command: CommandOf<'revise-plan'>): Event[] | Refusal {
  const { plan, from, waiting = null, fates } = command
  // What holds only for today is not part of it, so a change of that doesn't count.
  if (from !== null && (from < hall.planSeq || from > hall.layoutSeq)) return refuse('plan-changed')
  const { services, counters } = stillRetired(hall.today)
  const served = services.filter((id) => !fates?.has(id))
  for (const [service, fate] of fates ?? []) if (fate === 'served') served.push(service)
  const stay = { services: served, counters: fates ? [...hall.counters.keys()] : counters }
  // Anyone at a counter stays there, but that decides nothing for those who wait for the same service.
  const there = fates ? [...served, ...atCounters(hall)] : served
  const instead = insteadToday(hall, plan)
  const laidOut = (retired: Retired | null) =>
    layOut(plan, stillToday(hall.today, hall.layout.base, plan, { retired, instead }))
  const retired = retire(hall, plan, { ...stay, services: there })
  const after = laidOut(retired)
  const leaving = [...hall.counters.values()].filter(
    ({ id, state }) =>
      state !== 'closed' && after.counters.get(id)?.agency !== hall.layout.counters.get(id)?.agency,
  )
  const busy = leaving.find(({ current }) => current !== null)?.id ?? servesWhatLeaves(hall, after)
  if (busy !== undefined) return refuse('counter-busy', busy)
  const people = stranded(hall, fates ? laidOut(retire(hall, plan, stay)) : after)
  // They are to be served, but no counter can serve them: that is no decision either.
  const decides = (fate: Fate | undefined) => fate !== undefined && fate !== 'served'
  const undecided = fates ? people.filter(({ step }) => !decides(fates.get(step.service))) : people
  const agencies = outlivedBy(hall, after, command.accounts)
  const concerned = agencies.length === 0 ? {} : { agencies }
  if (undecided.length > 0 && waiting === null) return { ...peopleWaiting(undecided), ...concerned }
  if (agencies.length > 0) return { ...refuse('staff-concerned', agencies[0]), ...concerned }
  const fateOf = (service: string): Fate =>
    fates?.get(service) ?? (waiting === 'move' ? { to: command.to ?? '' } : 'ended')
  const moved: Event[] = []
  for (const one of people) {
    const fate = fateOf(one.step.service)
    if (typeof fate === 'string') {
      moved.push(cancellation(one, 'closed'))
      continue
    }
    const to = whereTo(hall, after, fate.to)
    if ('refused' in to) return to
    moved.push(moving(one, to.id))
  }
  return [
    ...leaving.map(({ id }): Event => ({ type: 'counter-closed', counter: id })),
    ...moved,
    ...silenced(hall, after),
    revised(plan, retired, instead),
  ]
}

/** The agencies that leave while their accounts are open, unless somebody said to close these. */
function outlivedBy(
  { layout }: Hall,
  after: Layout,
  accounts: CommandOf<'revise-plan'>['accounts'],
): readonly string[] {
  if (!accounts || accounts.close) return []
  return accounts.of.filter((id) => layout.agencies.has(id) && !after.agencies.has(id))
}

/**
 * A counter with somebody there for a service that leaves the plan: if put back, put on hold or missed, they would be
 * lost.
 */
function servesWhatLeaves({ visits, layout }: Hall, { services }: Layout): string | undefined {
  for (const visit of visits.values()) {
    const step = stepAtCounter(visit)
    if (step && layout.services.has(step.service) && !services.has(step.service)) return step.call.counter
  }
  return undefined
}

/** It must be in both plans: a step is moved by the old one and waits by the new one. */
function whereTo({ layout }: Hall, after: Layout, id: string | null): Service | Refusal {
  const service = after.services.get(id ?? '')
  if (!service || !layout.services.has(service.id)) return refuse('unknown-service', id ?? undefined)
  return isServed(after, service) ? service : refuse('service-closed', service.id)
}

/** What waits or plays in a sound that no zone has any more: no display would play it, and nobody would know. */
function silenced({ sounds }: Hall, { zones }: Layout): Event[] {
  const left = new Set([...zones.values()].map(({ sound }) => sound))
  return [...sounds].flatMap(([sound, queue]) =>
    left.has(sound)
      ? []
      : queue.map((id): Event => ({ type: 'announcement-unheard', announcement: id, again: false })),
  )
}

/** Made from the plan as it is now, so that a change made just before is kept. */
function setOperation({ layout, today }: Hall, { operation }: CommandOf<'set-operation'>): Event[] {
  const plan = layout.base
  return plan.operation === operation ? [] : [revised({ ...plan, operation }, today.retired, today.instead)]
}

function revised(plan: Plan, retired: Retired | null, instead: Instead | null): Event {
  return { type: 'plan-revised', plan, ...(retired && { retired }), ...(instead && { instead }) }
}

/**
 * What holds until the day ends instead of what `plan` says; null: nothing. All prefixes, so that they don't mix, if a
 * number was given under one that changes or that something changes to; and the time zone, by which this day began.
 */
export function insteadToday(
  { layout, numbers }: Pick<Hall, 'layout' | 'numbers'>,
  plan: Pick<Plan, 'services' | 'timeZone'>,
): Instead | null {
  const changed = plan.services.flatMap(({ id, prefix }) => {
    const now = layout.services.get(id)?.prefix ?? prefix
    return now === prefix ? [] : [{ id, now, prefix }]
  })
  const isUsed = changed.some(({ now, prefix }) => numbers.has(now) || numbers.has(prefix))
  const { timeZone } = layout.plan
  const instead = {
    ...(isUsed && { prefixes: Object.fromEntries(changed.map(({ id, now }) => [id, now])) }),
    ...(plan.timeZone !== timeZone && { timeZone }),
  }
  return Object.keys(instead).length === 0 ? null : instead
}

/**
 * The new plan applies from now on. Somebody who waits for a service that is gone keeps the number until the day
 * ends.
 */
function planRevised(
  hall: Hall,
  changes: Changes,
  { plan, retired, instead }: EventOf<'plan-revised'>,
  { seq }: Recorded,
): void {
  for (const { id } of plan.counters) {
    if (!hall.counters.has(id)) changes.set(hall.counters, id, newCounter(id))
  }
  for (const { id } of plan.services) {
    if (!hall.queues.has(id)) changes.set(hall.queues, id, newQueue())
  }
  const today = stillToday(hall.today, hall.layout.base, plan, {
    retired: retired ?? null,
    instead: instead ?? null,
  })
  assign(hall, changes, { layout: layOut(plan, today), today, planSeq: seq, layoutSeq: seq })
}
