// Where somebody stands in the line for a service: who waits, and who would take a number now. Kiosk, slip, phone and
// reception all ask here, so that none of them says something else (rule K12).
import { forecast, type Forecast } from '../forecast.ts'
import type { Hall } from '../hall.ts'
import { aheadOf, countBefore } from '../next.ts'
import type { Visit } from '../visit.ts'

export interface Standing {
  /** How many would be called before; null of a step that does not wait. */
  readonly ahead: number | null
  /** Counters that serve the service now. With none nobody is next, and nobody knows how long. */
  readonly openCounters: number
  /** About how long until the call. */
  readonly forecast: Forecast | null
  /** With no open counter: when the first one that pauses means to go on, if somebody said; milliseconds since 1970. */
  readonly pausedUntil: number | null
}

/** Where a step of a visit stands at `now` (milliseconds since 1970). */
export function standingOf(hall: Hall, visit: Visit, index: number, now: number): Standing {
  const step = visit.steps[index]
  const ahead = aheadOf(hall, visit, index, now)
  const { service, status } = step ?? { service: '', status: 'done' }
  return standing(hall, service, ahead, status === 'waiting', now)
}

/** Where who takes a number for this service at `now` would stand: a new arrival has no credit in any class. */
export function standingOfNewcomer(hall: Hall, service: string, now: number): Standing {
  const prefix = hall.layout.services.get(service)?.prefix ?? ''
  const running = (hall.numbers.get(prefix) ?? 0) + 1
  const place = { visit: '', step: '', service, takenAt: now, priority: false, prefix, running, index: 0 }
  return standing(hall, service, countBefore(hall, place, now), true, now)
}

function standing(
  hall: Hall,
  service: string,
  ahead: number | null,
  isInLine: boolean,
  now: number,
): Standing {
  const counters = (hall.layout.countersOf.get(service) ?? []).flatMap(
    ({ id }) => hall.counters.get(id) ?? [],
  )
  const openCounters = counters.filter(({ state }) => state === 'open').length
  const ends = counters.flatMap(({ state, pausedUntil }) =>
    state === 'paused' && pausedUntil !== null && pausedUntil > now ? [pausedUntil] : [],
  )
  return {
    ahead,
    openCounters,
    forecast: isInLine ? forecast(hall, service, ahead) : null,
    pausedUntil: isInLine && openCounters === 0 && ends.length > 0 ? Math.min(...ends) : null,
  }
}
