// A service's state for somebody who wants a number now: it gives numbers, or says honestly why not.
import type { Text } from '../server/hall/plan.ts'
import type { HallService } from '../server/live/hall.ts'
import type { KioskView } from '../server/live/kiosk.ts'

export type LiveService = KioskView['services'][number]

export type Standing =
  | { takes: true; trial: boolean }
  | { takes: false; why: 'soon'; expected: string | null; where: Text | null }
  | { takes: false; why: 'paused'; until: string | null; reason: Text | null }
  | { takes: false; why: 'elsewhere'; where: Text | null }
  | { takes: false; why: 'hours'; opens: Text | null }
  | { takes: false; why: 'said'; words: Text }

/**
 * `live` is the service in the newest view; without it the plan alone decides. If the whole hall is closed the page
 * says so once, and services can still be looked at: their papers are for tomorrow.
 */
export function standing(
  service: HallService,
  live: LiveService | undefined,
  hall: Pick<KioskView, 'open' | 'hall'> | null = null,
): Standing {
  const status = live ? live.status : service.status
  const where = service.where ?? null
  if (status === 'soon') {
    const day = service.expected ?? null
    // A day that has passed is no promise.
    const expected = day !== null && hall !== null && day < hall.hall.day ? null : day
    return { takes: false, why: 'soon', expected, where }
  }
  if (status === 'elsewhere') return { takes: false, why: 'elsewhere', where }
  if (status === 'paused') {
    return { takes: false, why: 'paused', until: service.until ?? null, reason: service.reason ?? null }
  }
  if (live && live.said) return { takes: false, why: 'said', words: live.said }
  if (live && live.closed && (!hall || hall.open)) return { takes: false, why: 'hours', opens: live.opens }
  return { takes: true, trial: status === 'trial' }
}

/**
 * The services with the most wanted first: those that give numbers now, by today's tickets, then the rest. Ties keep
 * the plan's order, which lists the most wanted first for the morning, when nobody has come yet.
 */
export function mostWanted(services: readonly HallService[], view: KioskView | null): HallService[] {
  const live = new Map(view ? view.services.map((one) => [one.id, one] as const) : [])
  const rank = (service: HallService) => {
    const now = live.get(service.id)
    return standing(service, now, view).takes ? 1 + (now ? now.taken : 0) : 0
  }
  return services.filter((one) => !one.retired).sort((a, b) => rank(b) - rank(a))
}
