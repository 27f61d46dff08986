// How long until the call: a range, or nothing where nobody can know. No false precision.
import type { Hall } from './hall.ts'

export interface Forecast {
  readonly lowMinutes: number
  readonly highMinutes: number
}

/** Finished steps from which on today's own pace counts more than the plan's figure. */
const ENOUGH = 5

/**
 * Minutes until a step with `ahead` others before it is called: their number times the mean time of serving (today's
 * once there are five, else the plan's), shared by the open counters, give or take 40 %. Null where no counter that
 * serves it is open.
 */
export function forecast(hall: Hall, service: string, ahead: number | null): Forecast | null {
  if (ahead === null) return null
  const counters = hall.layout.countersOf.get(service) ?? []
  const open = counters.filter(({ id }) => hall.counters.get(id)?.state === 'open').length
  if (open === 0) return null
  const minutes = (minutesEach(hall, service) * ahead) / open
  return {
    lowMinutes: roundTo5(Math.floor(minutes * 0.6)),
    highMinutes: Math.max(5, roundTo5(Math.ceil(minutes * 1.4))),
  }
}

function minutesEach(hall: Hall, service: string): number {
  const planned = hall.layout.services.get(service)?.minutes ?? 0
  const today = hall.pace.get(service)
  return today && today.count >= ENOUGH ? today.ms / today.count / 60_000 : planned
}

/** People read "10–15 minutes" and trust it; they do not trust 13. */
function roundTo5(minutes: number): number {
  return minutes < 5 ? minutes : Math.round(minutes / 5) * 5
}
