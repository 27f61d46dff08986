// Whether a change is seen on a topic.
import { isEnded } from '../hall/visit.ts'
import type { Context } from './context.ts'
import type { Touched } from './topics.ts'
import { split } from './view-of.ts'
import { visitOfToken } from './visit.ts'

/** True if the topic's view may have become another one by this change. */
export function concerns(context: Context, topic: string, change: Touched): boolean {
  const [kind, id] = split(topic)
  if (kind === 'kiosk') return change.kiosk
  if (kind === 'board') return change.boards
  if (kind === 'reception' && id === null) return change.services === 'all' || change.visits.size > 0
  if (id === null) return false
  if (kind === 'counter') return change.counters === 'all' || change.counters.has(id)
  const { services, visits } = change
  if (services === 'all') return true
  const visit = kind === 'reception' ? context.hall.visits.get(id) : visitOfToken(context, id)
  if (!visit) return false
  return visits.has(visit.id) || visit.steps.some((step) => !isEnded(step) && services.has(step.service))
}
