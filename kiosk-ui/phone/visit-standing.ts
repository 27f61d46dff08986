// The state of a visit, in one word: what the page says first and largest.
import type { VisitView } from '../../server/live/visit.ts'

export type VisitStep = VisitView['visit']['steps'][number]

/** What the page says first. `once`: called, and nobody came; there is one more call. `step` is the one it is about. */
export type VisitStanding =
  | { readonly is: 'called' | 'serving' | 'missed' | 'once' | 'held' | 'soon'; readonly step: VisitStep }
  | { readonly is: 'waiting' | 'cancelled' | 'expired' | 'over' }

const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

/** Whether a step is finished. */
export function isEnded({ status }: VisitStep): boolean {
  return ENDED.includes(status)
}

/** The state of the visit at `now` (milliseconds since 1970); `walkSeconds` of the plan. */
export function visitStandingOf(
  steps: readonly VisitStep[],
  walkSeconds: number,
  now: number,
): VisitStanding {
  const is = (status: VisitStep['status']) => steps.find((step) => step.status === status)
  const called = is('called')
  if (called) return { is: 'called', step: called }
  const serving = is('serving')
  if (serving) return { is: 'serving', step: serving }
  const missed = is('missed')
  if (missed) return { is: 'missed', step: missed }
  const once = steps.find((step) => step.status === 'waiting' && step.secondCall)
  if (once) return { is: 'once', step: once }
  const soon = soonest(steps, walkSeconds, now)
  if (soon) return { is: 'soon', step: soon }
  if (is('waiting')) return { is: 'waiting' }
  const held = is('held')
  if (held) return { is: 'held', step: held }
  if (is('expired')) return { is: 'expired' }
  return { is: is('cancelled') ? 'cancelled' : 'over' }
}

/** The step that the visitor is at, or goes to next; null if nobody can tell. */
export function nextStep(steps: readonly VisitStep[], standing: VisitStanding): VisitStep | null {
  if ('step' in standing) return standing.step
  return first(steps.filter(({ status }) => status === 'waiting'))
}

/**
 * Whether the visitor may hold no slip and has not confirmed the number: the slip failed, or nobody confirmed it in
 * 90 seconds. Times in milliseconds since 1970.
 */
export function lacksSlip(
  { slip, takenAt }: Pick<VisitView['visit'], 'slip' | 'takenAt'>,
  now: number,
): boolean {
  if (slip.noted) return false
  return slip.status === 'failed' || (slip.status === 'queued' && now - Date.parse(takenAt) > 90_000)
}

// Whether it is time to walk: a visitor may be sitting at the other end of the hall, or in the garden.

/**
 * The waiting step whose zone the visitor should walk to by now, or null; the server says which. `now` in milliseconds since
 * 1970, `walkSeconds` of the plan. Nobody is hurried to a step that cannot be called yet.
 */
export function soonest(steps: readonly VisitStep[], walkSeconds: number, now: number): VisitStep | null {
  const near = steps.filter(
    ({ status, soon, callableFrom }) =>
      status === 'waiting' &&
      soon &&
      (callableFrom === null || Date.parse(callableFrom) - now <= (walkSeconds + 120) * 1000),
  )
  return first(near)
}

/** Of several waiting steps, the one that is called first as far as anybody can tell; null if there is none. */
export function first(steps: readonly VisitStep[]): VisitStep | null {
  // Where nothing is told, an open counter still comes before none.
  const minutes = ({ forecast, openCounters }: VisitStep) =>
    forecast?.lowMinutes ?? (openCounters ? 1e4 : Infinity)
  const ahead = (step: VisitStep) => step.ahead ?? Infinity
  const [best] = [...steps].sort((a, b) => minutes(a) - minutes(b) || ahead(a) - ahead(b))
  return best ?? null
}
