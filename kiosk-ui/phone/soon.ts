// Whether it is time to walk: a visitor may sit at the other end of the hall, or in the garden.
import type { VisitStep } from './standing.ts'

/** Seconds that somebody needs besides the walk: to notice, to get up, to find the chair. */
const READY_SECONDS = 120

/**
 * The waiting step whose zone the visitor should walk to by now, or null. `now` in milliseconds since 1970,
 * `walkSeconds` of the plan. It goes by the earlier end of the forecast, never by a guess: where no counter is open
 * nobody is hurried.
 */
export function soonest(steps: readonly VisitStep[], walkSeconds: number, now: number): VisitStep | null {
  const lead = walkSeconds + READY_SECONDS
  const near = steps.filter(
    ({ status, forecast, ahead, callableFrom }) =>
      status === 'waiting' &&
      forecast !== null &&
      (ahead === 0 || forecast.lowMinutes * 60 <= lead) &&
      (callableFrom === null || Date.parse(callableFrom) - now <= lead * 1000),
  )
  return first(near)
}

/** Of several waiting steps the one that is called first as far as anybody can tell; null of none. */
export function first(steps: readonly VisitStep[]): VisitStep | null {
  const minutes = ({ forecast }: VisitStep) => (forecast ? forecast.lowMinutes : Infinity)
  const ahead = (step: VisitStep) => step.ahead ?? Infinity
  const [best] = [...steps].sort((a, b) => minutes(a) - minutes(b) || ahead(a) - ahead(b))
  return best ?? null
}
