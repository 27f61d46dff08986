// The plan is revised. Nobody who is in the hall is forgotten by it: whom the new plan would strand waits for another
// service then, or no more, or the plan is refused.
import type { CommandOf } from '../command.ts'
import type { Event } from '../event.ts'
import type { Hall } from '../hall.ts'
import { type Layout, layOut } from '../layout.ts'
import { takesVisitors } from '../phase.ts'
import type { Service } from '../plan.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { cancellation, moving, peopleWaiting, stranded } from '../visit/stranded.ts'
import { stillToday } from '../today.ts'
import { stepAtCounter } from '../visit.ts'

/** Who stands at a counter that leaves its agency or the plan could not act there any more, nor anywhere else. */
export function revisePlan(hall: Hall, command: CommandOf<'revise-plan'>): Event[] | Refusal {
  const { plan, from, waiting = null } = command
  // What holds for today only is no part of it, so that a change of that does not count.
  if (from !== null && (from < hall.planSeq || from > hall.layoutSeq)) return refuse('plan-changed')
  const after = layOut(plan, stillToday(hall.today, hall.layout.base, plan))
  const leaving = [...hall.counters.values()].filter(
    ({ id, state }) =>
      state !== 'closed' && after.counters.get(id)?.agency !== hall.layout.counters.get(id)?.agency,
  )
  const busy = leaving.find(({ current }) => current !== null)?.id ?? servesWhatLeaves(hall, after)
  if (busy !== undefined) return refuse('counter-busy', busy)
  const people = stranded(hall, after)
  if (people.length > 0 && waiting === null) return peopleWaiting(people)
  const to = waiting === 'move' && people.length > 0 ? whereTo(hall, after, command.to ?? null) : null
  if (to !== null && 'refused' in to) return to
  return [
    ...leaving.map(({ id }): Event => ({ type: 'counter-closed', counter: id })),
    ...people.map((one) => (to === null ? cancellation(one, 'closed') : moving(one, to.id))),
    ...silenced(hall, after),
    { type: 'plan-revised', plan },
  ]
}

/** A counter that has somebody for a service that leaves: put back, on hold or missed, that person would be lost. */
function servesWhatLeaves({ visits, layout }: Hall, { services }: Layout): string | undefined {
  for (const visit of visits.values()) {
    const step = stepAtCounter(visit)
    if (step && layout.services.has(step.service) && !services.has(step.service)) return step.call.counter
  }
  return undefined
}

/** Known before and after: who is moved keeps the order of the old plan, and waits by the new one. */
function whereTo({ layout }: Hall, after: Layout, id: string | null): Service | Refusal {
  const service = after.services.get(id ?? '')
  if (!service || !layout.services.has(service.id)) return refuse('unknown-service', id ?? undefined)
  return takesVisitors(service.phase) ? service : refuse('service-closed', service.id)
}

/** What waits or plays where no zone has that sound any more: no display would say it, and nobody be told. */
function silenced({ sounds }: Hall, { zones }: Layout): Event[] {
  const left = new Set([...zones.values()].map(({ sound }) => sound))
  return [...sounds].flatMap(([sound, queue]) =>
    left.has(sound)
      ? []
      : queue.map((id): Event => ({ type: 'announcement-unheard', announcement: id, again: false })),
  )
}

/** Built from the plan of this very turn: a change that came just before is kept. */
export function setOperation(hall: Hall, { operation }: CommandOf<'set-operation'>): Event[] {
  const plan = hall.layout.base
  return plan.operation === operation ? [] : [{ type: 'plan-revised', plan: { ...plan, operation } }]
}
