// What a number that is given at the desk, or a visit, can be given: which services, and priority.
import type { HallService } from '../../server/live/hall.ts'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import type { Hall } from '../../screens/hall.ts'
import { serviceStatusText } from '../../screens/service-texts/index.ts'
import { whyNotReferable } from '../desk/referable.ts'
import { receptionText } from './texts/index.ts'

/** Why a visit can't be given a service besides its own, in words; null where it can. Hours and quotas don't matter then. */
export function whyNotMore(service: HallService, visit: ReceptionVisit): string | null {
  const why = whyNotReferable(service, visit)
  return why === 'already' ? receptionText('already') : why && serviceStatusText(service.status)
}

/** Whether priority gains anything here: a plan with one rate has no such class. */
export function offersPriority(hall: Hall): boolean {
  return hall.answer.value !== null && hall.answer.value.priority
}
