// Why a service gives no number now.
import type { HallService } from '../../server/live/hall-answer.ts'
import { serviceStatusText } from '../../screens/service-texts/index.ts'
import type { LiveService } from './ServicePick.tsx'
import { p } from './texts/index.ts'

/** In words; null where it gives one. The server decides again. */
export function whyClosed(service: HallService, live: LiveService | undefined): string | null {
  if (service.status !== 'open' && service.status !== 'trial') return serviceStatusText(service.status)
  if (!live || live.closed === null) return null
  return p(live.closed === 'quota' ? 'closedQuota' : 'closedHours')
}
