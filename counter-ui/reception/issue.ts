// A number that is being given at the desk: what was chosen, in order, and why a service can't be chosen.
import type { HallService } from '../../server/live/hall-answer.ts'
import type { KioskView } from '../../server/live/views.ts'
import { serviceStatusText } from '../../screens/texts/index.ts'
import { r } from './texts/index.ts'

/** As many services as one number takes. */
export const MOST_SERVICES = 8

export type LiveService = KioskView['services'][number]

/** Why a service gives no number now, in words; null where it does. The server decides again. */
export function whyNot(service: HallService, live: LiveService | undefined): string | null {
  if (service.status !== 'open' && service.status !== 'trial') return serviceStatusText(service.status)
  if (!live || live.closed === null) return null
  return r(live.closed === 'quota' ? 'closedQuota' : 'closedHours')
}

/** The chosen services with one more or one less; unchanged where there are enough. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id)
  return chosen.length < MOST_SERVICES ? [...chosen, id] : chosen
}
