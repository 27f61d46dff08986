// A supervisor places somebody at a counter: who stood there before goes, where the person was before is closed.
import type { CommandOf } from './command.ts'
import { heldBy } from './counter/counter.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'

/** No visitor loses the person who serves them: neither whoever is at the counter, nor whoever is where the person is now. */
export function assignCounter(hall: Hall, command: CommandOf<'assign-counter'>): Event[] | Refusal {
  const { counter: id, staff, ofAgency, isHere } = command
  const counter = hall.counters.get(id)
  const planned = hall.layout.counters.get(id)
  if (!counter || !planned) return refuse('unknown-counter', id)
  if (ofAgency !== null && ofAgency !== planned.agency) return refuse('not-of-agency', staff)
  if (counter.staff === staff) return []
  if (counter.staff !== null && counter.current) return refuse('counter-taken', id)
  const others = ofAgency === null ? [] : heldBy(hall, staff)
  const busy = others.find(({ current }) => current)
  if (busy) return refuse('counter-busy', busy.id)
  return [
    ...others.map((other): Event => ({ type: 'counter-closed', counter: other.id })),
    { type: 'staff-assigned', counter: id, from: counter.staff, staff, open: isHere },
  ]
}
