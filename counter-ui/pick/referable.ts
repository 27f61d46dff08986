// Whether a visitor can be sent on to a service. The server decides; this only spares an officer a refusal.
import type { HallService } from '../../server/live/hall.ts'
import type { CounterView } from '../../server/live/counter.ts'

const ENDED = ['done', 'cancelled', 'expired']

/** `already`: it is part of the visit and has not ended; `closed`: it serves nobody now; null: it can be chosen. */
export function whyNotReferable(
  { id, status }: Pick<HallService, 'id' | 'status'>,
  { steps }: Pick<NonNullable<CounterView['current']>, 'steps'>,
): 'already' | 'closed' | null {
  if (steps.some((step) => step.service === id && ENDED.indexOf(step.status) < 0)) return 'already'
  return status === 'open' || status === 'trial' ? null : 'closed'
}
