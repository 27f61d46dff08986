// The names of missing papers: as then, else as today, else their id.
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import type { MissingRow } from './answers.ts'
import { nameNow } from './names.ts'

export function requirementName(
  hall: Hall,
  { service, requirement, names }: MissingRow,
): { service: string; requirement: string } {
  const now = hall.services.value.get(service)?.requirements.find(({ id }) => id === requirement)
  return {
    service: names.service ? pick(names.service) : nameNow(hall, 'service', service),
    requirement: names.requirement ? pick(names.requirement) : now ? pick(now.name) : requirement,
  }
}

/** Where to get it: another service of the hall, or elsewhere; null: nobody said. */
export function issuerOf({ issuedByName, issuedBy, where }: MissingRow): string | null {
  if (issuedByName) return pick(issuedByName)
  return where ? pick(where) : issuedBy
}
