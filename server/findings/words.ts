// A finding in the words of a language: what it is about and where, even if the place has left the plan since.
import { lookUp } from '../hall/look-up.ts'
import type { Plan } from '../hall/plan.ts'
import { partNames, subjectNames, usualFacilities } from '../texts/findings.ts'
import type { Finding, KeptFacility, Place } from './finding.ts'

type Language = 'id' | 'en'

/** What was noted: the words, else the facility, else the subject. */
export function whatOf(
  { words, subject, facility }: Pick<Finding, 'words' | 'subject' | 'facility'>,
  kept: readonly KeptFacility[],
  language: Language,
): string {
  if (words !== '') return words
  const own = kept.find(({ id }) => id === facility)?.name
  const usual = facility === null ? undefined : lookUp(usualFacilities, facility)?.name
  const name = own ?? usual ?? (subject === null ? undefined : subjectNames[subject])
  return name?.[language] ?? facility ?? ''
}

/**
 * Where it is: the place as the plan calls it today, or as it was called when it was noted, and what was added in
 * words.
 */
export function whereOf(
  { where, place }: Pick<Finding, 'where' | 'place'>,
  plan: Pick<Plan, 'zones' | 'counters'>,
  language: Language,
): string {
  const name = place && (placeName(place, plan, language) ?? place.name)
  return [name ?? '', where].filter((one) => one !== '').join(', ')
}

/** What a place is called; undefined: there is no such place. */
export function placeName(
  { kind, id }: Pick<Place, 'kind' | 'id'>,
  { zones, counters }: Pick<Plan, 'zones' | 'counters'>,
  language: Language,
): string | undefined {
  if (kind === 'part') return lookUp(partNames, id)?.[language]
  return (kind === 'zone' ? zones : counters).find((one) => one.id === id)?.name[language]
}
