// Changes of services and agencies that touch more than one field.
import type { Phase, Plan, ServiceStatus } from '../../../server/hall/plan.ts'
import { type Change, changeOf, put, remove } from '../draft/edit.ts'

/** Moves these services to another agency; counters of other agencies no longer serve them. */
export function moveServices(ids: Iterable<string>, agency: string): Change {
  const moved = new Set(ids)
  return (plan) => {
    const next = changeOf('services', moved, (service) => put(service, 'agency', agency))(plan)
    const counters = next.counters.map((counter) => {
      const left = counter.services.filter((id) => counter.agency === agency || !moved.has(id))
      return left.length === counter.services.length ? counter : { ...counter, services: left }
    })
    return { ...next, counters }
  }
}

/** Removes agencies together with their services and counters. */
export function removeOwn(agencies: readonly string[]): Change {
  const gone = new Set(agencies)
  const own = (things: readonly { id: string; agency: string }[]) =>
    things.flatMap(({ id, agency }) => (gone.has(agency) ? [id] : []))
  return (plan: Plan) => remove('counters', own(plan.counters))(remove('services', own(plan.services))(plan))
}

/** A phase with this status, keeping what the previous one said as far as it fits. */
export function phaseAs(status: ServiceStatus, before: Phase): Phase {
  if (before.status === status) return before
  const where = 'where' in before ? before.where : undefined
  switch (status) {
    case 'open':
    case 'trial':
      return { status }
    case 'soon':
      return { status, expected: null, ...(where && { where }) }
    case 'paused':
      return { status, until: null, reason: null }
    case 'elsewhere':
      return { status, where: where ?? { id: '', en: '' } }
  }
}
