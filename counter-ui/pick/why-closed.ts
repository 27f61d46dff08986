// Why a service gives no number now.
import type { HallService } from '../../server/live/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { LiveService } from './ServicePick.tsx'
import { staffText } from '../texts/index.ts'

/** In words; null where it gives one. The server decides again. */
export function whyClosed(service: HallService, live: LiveService | undefined): string | null {
  if (service.status !== 'open' && service.status !== 'trial') return serviceStatusText(service.status)
  if (!live || live.closed === null) return null
  if (live.closed === 'quota') return staffText('pick.closedQuota')
  return live.opens ? pick(live.opens) : staffText('pick.closedHours')
}

/** Why nobody gets a number now whatever the service, said before anything is chosen; null where numbers are given. */
export function whyHallClosed(view: KioskView | null): string | null {
  if (!view || view.open) return null
  return staffText('pick.hallClosed', { opens: view.hours.words ? pick(view.hours.words) : '' })
}
