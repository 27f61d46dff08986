// Why a service can't be chosen: it gives no number now, or a visitor can't be referred to it. The server decides
// again; this only spares a refusal.
import { pick } from '../../screens/i18n.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { HallService } from '../../server/live/hall.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { staffText } from '../texts.ts'
import type { LiveService } from './ServicePick.tsx'

/** Why it gives no number now, in words; null if it gives one. */
export function whyClosed(service: HallService, live: LiveService | undefined): string | null {
  if (service.status !== 'open' && service.status !== 'trial') return serviceStatusText(service.status)
  if (!live || live.closed === null) return null
  if (live.said) return pick(live.said)
  return live.opens ? pick(live.opens) : staffText('pick.closedHours')
}

/** Why nobody gets a number now whatever the service, said before anything is chosen; null if numbers are given. */
export function whyHallClosed(view: KioskView | null): string | null {
  if (!view || view.open) return null
  return staffText('pick.hallClosed', { opens: view.hours.words ? pick(view.hours.words) : '' })
}

const ENDED = ['done', 'cancelled', 'expired']

/**
 * Why nobody can be referred to it. `already`: it is part of the visit and has not ended; `closed`: it serves nobody
 * now; null: it can be chosen.
 */
export function whyNotReferable(
  { id, status }: Pick<HallService, 'id' | 'status'>,
  { steps }: Pick<NonNullable<CounterView['current']>, 'steps'>,
): 'already' | 'closed' | null {
  if (steps.some((step) => step.service === id && ENDED.indexOf(step.status) < 0)) return 'already'
  return status === 'open' || status === 'trial' ? null : 'closed'
}
