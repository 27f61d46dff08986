// Taking up again what has ended: after the 30 seconds of an undo a supervisor may do so, until the day is over.
import type { CommandOf } from './command.ts'
import { EARLIER_DAY, isOfEarlierDay } from './counter/call.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'
import { isEnded, stepOf } from './visit.ts'

/** Who waits for the service again anyway, on the way back from elsewhere for example, does not wait for it twice. */
export function reopenStep(hall: Hall, command: CommandOf<'reopen-step'>): Event[] | Refusal {
  const visit = hall.visits.get(command.visit)
  const step = visit && stepOf(visit, command.step)
  if (!visit || !step) return refuse('unknown-visit', command.visit)
  if (!hall.layout.services.has(step.service)) return refuse('unknown-service', step.service)
  if (!isEnded(step)) return refuse('not-ended', step.status)
  if (isOfEarlierDay(hall, visit) || step.status === 'expired') return refuse('hall-closed', EARLIER_DAY)
  const waits = visit.steps.some((other) => other.service === step.service && !isEnded(other))
  if (waits) return refuse('already-waiting', step.service)
  return [{ type: 'step-reopened', visit: visit.id, step: step.id, note: command.note }]
}
