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
  if (kind === 'reception' && id === null) {
    return change.reception === true || change.services === 'all' || change.visits.size > 0
  }
  if (id === null) return false
  if (kind === 'agency') return concernsAgency(context, id === 'all' ? null : id, change)
  if (kind === 'counter') return change.counters === 'all' || change.counters.has(id)
  const { services, visits } = change
  if (services === 'all') return true
  const visit = kind === 'reception' ? context.hall.visits.get(id) : visitOfToken(context, id)
  if (!visit) return false
  return visits.has(visit.id) || visit.steps.some((step) => !isEnded(step) && services.has(step.service))
}

/** Whether a topic takes its time also for a change of calls: nobody runs to a desk for it. */
export function isPaced(topic: string): boolean {
  return split(topic)[0] === 'agency'
}

/** A change of a visit names the services of all its steps, so those and the counters tell it. */
function concernsAgency({ hall: { layout } }: Context, agency: string | null, change: Touched): boolean {
  const { services, counters } = change
  // Whether a zone hears its calls concerns all who have a counter there.
  if (services === 'all' || counters === 'all' || change.reception) return true
  const isOwn = (of: string | undefined) => agency === null || of === agency
  for (const id of counters) if (isOwn(layout.counters.get(id)?.agency)) return true
  for (const id of services) if (isOwn(layout.services.get(id)?.agency)) return true
  return false
}
