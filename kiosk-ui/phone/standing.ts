// Where a visit stands, in one word: what the page says first and largest.
import type { VisitView } from '../../server/live/visit.ts'
import { first, soonest } from './soon.ts'

export type VisitStep = VisitView['visit']['steps'][number]

/** What the page says first. `once`: called, and nobody came; there is one more call. `step` is the one it is about. */
export type Standing =
  | { readonly is: 'called' | 'serving' | 'missed' | 'once' | 'held' | 'soon'; readonly step: VisitStep }
  | { readonly is: 'waiting' | 'cancelled' | 'expired' | 'over' }

const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

/** Whether a step needs nothing any more. */
export function isEnded({ status }: VisitStep): boolean {
  return ENDED.includes(status)
}

/** Where the visit stands at `now` (milliseconds since 1970); `walkSeconds` of the plan. */
export function standingOf(steps: readonly VisitStep[], walkSeconds: number, now: number): Standing {
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

/** The step that the visitor is at, or goes to next; null where nobody can tell. */
export function nextStep(steps: readonly VisitStep[], standing: Standing): VisitStep | null {
  if ('step' in standing) return standing.step
  return first(steps.filter(({ status }) => status === 'waiting'))
}

/**
 * Whether the visitor may hold no slip and has not said to hold the number: it failed, or nobody confirmed it in 90
 * seconds. Times in milliseconds since 1970.
 */
export function lacksSlip(
  { slip, takenAt }: Pick<VisitView['visit'], 'slip' | 'takenAt'>,
  now: number,
): boolean {
  if (slip.noted) return false
  return slip.status === 'failed' || (slip.status === 'queued' && now - Date.parse(takenAt) > 90_000)
}
