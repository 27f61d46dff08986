// The end of serving: what came of it, what was missing, and whether the visitor returns with it today.
import type { CommandOf } from './command.ts'
import { EARLIER_DAY, isOfEarlierDay, presentAt } from './counter/call.ts'
import { MOST_STEPS } from './decide-refer.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'

/** The outcome is what was said, else what the reason says, else what follows from something missing. */
export function finish(hall: Hall, command: CommandOf<'finish'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  const { visit, step, at } = present
  if (step.status !== 'serving') return refuse('not-started')
  const { missing, words, told, comeBack } = command
  const reason = command.reason === null ? null : finishReason(hall, command.reason)
  if (reason === undefined) return refuse('unknown-reason', command.reason ?? undefined)
  const lacks = missing.length > 0 || words !== null
  const outcome = command.outcome ?? reason?.outcome ?? (lacks || comeBack ? 'incomplete' : 'served')
  if (reason && reason.outcome !== outcome) return refuse('reason-contradicts', reason.id)
  if (outcome === 'served' && lacks) return refuse('missing-without-incomplete')
  if (outcome === 'served' && comeBack) return refuse('come-back-without-incomplete')
  const known = hall.layout.requirements.get(step.service)
  const unknown = missing.find((id) => !known?.has(id))
  if (unknown !== undefined) return refuse('unknown-requirement', unknown)
  if (comeBack && isOfEarlierDay(hall, visit)) return refuse('hall-closed', EARLIER_DAY)
  if (comeBack && visit.steps.length + 1 > MOST_STEPS) return refuse('too-many-steps')
  return [
    {
      type: 'finished',
      ...at,
      outcome,
      missing: [...missing],
      ...(reason && { reason: reason.id }),
      ...(words !== null && { words }),
      ...(told !== null && { told }),
      ...(comeBack && { comeBack }),
    },
  ]
}

const finishReason = ({ layout }: Hall, code: string) =>
  layout.plan.reasons.finish?.find(({ id }) => id === code)
