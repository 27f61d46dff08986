// Giving a number at the reception, or one more service to a visit: the key of the command, and what can be given.
import type { HallService } from '../../server/live/hall.ts'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { type Outcome, newKey } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import { whyNotReferable } from '../pick/ServicePick.tsx'
import { receptionText } from './texts.ts'

interface SameKey {
  /** The key to send `body` with. */
  of(body: object): string
  /** Called with the outcome. */
  heard(outcome: Outcome<unknown>): void
}

/**
 * The key of a command that a person may press again because no answer came: unchanged, it is the same command and
 * happens once.
 */
export function sameKey(make: () => string = newKey): SameKey {
  let last = { written: '', key: '' }
  let isUnanswered = false
  return {
    of(body) {
      const written = JSON.stringify(body)
      if (!isUnanswered || last.written !== written) last = { written, key: make() }
      return last.key
    },
    heard(outcome) {
      isUnanswered = !outcome.ok && outcome.problem.code === 'offline'
    },
  }
}

/** Why a visit can't be given one more service, in words; null if it can. Hours and quotas don't matter here. */
export function whyNotMore(service: HallService, visit: ReceptionVisit): string | null {
  const why = whyNotReferable(service, visit)
  return why === 'already' ? receptionText('already') : why && serviceStatusText(service.status)
}

/** Whether priority makes any difference here: a plan with equal rates has no such class. */
export function offersPriority(hall: Hall): boolean {
  return hall.answer.value !== null && hall.answer.value.priority
}
