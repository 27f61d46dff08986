// The plan's names, in the language shown; the id if it has left the plan.
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'

/** `Penerbitan KTP-el`. */
export function serviceName(hall: Hall, id: string): string {
  const service = hall.services.value.get(id)
  return service ? pick(service.name) : id
}

/** `Loket 7`. */
export function counterName(hall: Hall, id: string): string {
  const counter = hall.counters.value.get(id)
  return counter ? pick(counter.name) : id
}

/** `Zona Kependudukan`. */
export function zoneName(hall: Hall, id: string): string {
  const zone = hall.zones.value.get(id)
  return zone ? pick(zone.name) : id
}

/** A reason in the plan's words, else as somebody wrote it; empty without one. */
export function reasonText(hall: Hall, list: 'pause' | 'hold' | 'call', reason: string | null): string {
  const answer = hall.answer.value
  const known = answer ? answer.reasons[list].find(({ id }) => id === reason) : undefined
  return known ? pick(known.name) : (reason ?? '')
}
