// The state of a visit in one word: what the page says first and largest.
import type { VisitView } from '../../server/live/visit.ts'

export type VisitStep = VisitView['visit']['steps'][number]

/** What the page says first. `once`: called, and nobody came; there is one more call. `step`: the step it is about. */
export type VisitStanding =
  | { readonly is: 'called' | 'serving' | 'missed' | 'once' | 'held' | 'soon'; readonly step: VisitStep }
  | { readonly is: 'waiting' | 'cancelled' | 'expired' | 'over' }

const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

/** Whether a step is finished. */
export function isEnded({ status }: VisitStep): boolean {
  return ENDED.includes(status)
}

/** The state of the visit. */
export function visitStandingOf(steps: readonly VisitStep[]): VisitStanding {
  const is = (status: VisitStep['status']) => steps.find((step) => step.status === status)
  const called = is('called')
  if (called) return { is: 'called', step: called }
  const serving = is('serving')
  if (serving) return { is: 'serving', step: serving }
  const missed = is('missed')
  if (missed) return { is: 'missed', step: missed }
  const once = steps.find((step) => step.status === 'waiting' && step.secondCall)
  if (once) return { is: 'once', step: once }
  // The server says when it is time to walk: a visitor may be at the other end of the hall, or in the café.
  const soon = first(steps.filter((step) => step.soon))
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

/** Among several waiting steps, the one likely to be called first; null if there is none. */
export function first(steps: readonly VisitStep[]): VisitStep | null {
  // If nothing is told, a step with an open counter still comes before one without.
  const minutes = ({ forecast, openCounters }: VisitStep) =>
    forecast?.lowMinutes ?? (openCounters ? 1e4 : Infinity)
  const ahead = (step: VisitStep) => step.ahead ?? Infinity
  const [best] = [...steps].sort((a, b) => minutes(a) - minutes(b) || ahead(a) - ahead(b))
  return best ?? null
}
