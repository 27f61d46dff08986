// Why a service can't be chosen for a number that is given at the desk.
import type { HallService } from '../../server/live/hall-answer.ts'
import { serviceStatusText } from '../../screens/texts/index.ts'
import type { LiveService } from '../pick/ServicePick.tsx'
import { r } from './texts/index.ts'

/** Why a service gives no number now, in words; null where it does. The server decides again. */
export function whyNot(service: HallService, live: LiveService | undefined): string | null {
  if (service.status !== 'open' && service.status !== 'trial') return serviceStatusText(service.status)
  if (!live || live.closed === null) return null
  return r(live.closed === 'quota' ? 'closedQuota' : 'closedHours')
}
