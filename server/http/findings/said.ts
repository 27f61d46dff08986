// What a request says about a finding, as its fields; or which part of it names something that does not exist.
import type { FastifyReply } from 'fastify'
import type { FindingFields, Place } from '../../findings/finding.ts'
import { isUsual } from '../../findings/facilities.ts'
import { placeName } from '../../findings/words.ts'
import type { Plan } from '../../hall/plan.ts'
import { isDay } from '../../time-zone.ts'
import { refuse } from '../ground/problem.ts'
import type { Asked, FindingsParts } from './shapes.ts'

/** Neither left out nor removed. */
const isSaid = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null

export interface Fault {
  readonly fault:
    | 'bad-request'
    | 'unknown-zone'
    | 'unknown-counter'
    | 'unknown-service'
    | 'unknown-agency'
    | 'unknown-facility'
  readonly about: string
}

export function refused(reply: FastifyReply, { fault, about }: Fault): FastifyReply {
  return refuse(reply, fault, { members: fault === 'bad-request' ? { property: about } : { about } })
}

/** The thing that a request names. */
export const askedName = (field: string) => (field === 'words' ? 'what' : field)

/** The fields that a request names, or which of them names something that does not exist. */
export function fieldsOf(asked: Asked, { door, findings }: FindingsParts): Partial<FindingFields> | Fault {
  const { layout } = door.context.hall
  for (const property of ['due', 'expected', 'visitedOn'] as const) {
    const day = asked[property]
    if (isSaid(day) && !isDay(day)) return { fault: 'bad-request', about: property }
  }
  const place = asked.place && placeIn(layout.plan, asked.place)
  if (place && 'fault' in place) return place
  if (isSaid(asked.service) && !layout.services.has(asked.service))
    return { fault: 'unknown-service', about: asked.service }
  if (isSaid(asked.agency) && !layout.agencies.has(asked.agency))
    return { fault: 'unknown-agency', about: asked.agency }
  const { facility } = asked
  const isKnown =
    !isSaid(facility) || isUsual(facility) || findings.facilities().some(({ id }) => id === facility)
  if (!isKnown) return { fault: 'unknown-facility', about: facility }
  const { what, where, complaint, owner, done, place: _place, ...rest } = asked
  return {
    ...rest,
    ...(what !== undefined && { words: plainText(what) }),
    ...(where !== undefined && { where: plainText(where) }),
    ...(place !== undefined && { place }),
    ...(complaint !== undefined && { complaint: orNull(complaint) }),
    ...(owner !== undefined && { owner: orNull(owner) }),
    ...(done !== undefined && { done: orNull(done) }),
  }
}

function placeIn(plan: Plan, { kind, id }: Pick<Place, 'kind' | 'id'>): Place | Fault {
  const name = placeName({ kind, id }, plan, 'id')
  if (name !== undefined) return { kind, id, name }
  if (kind === 'part') return { fault: 'bad-request', about: 'place' }
  return { fault: kind === 'zone' ? 'unknown-zone' : 'unknown-counter', about: id }
}

/** Whose it is if nobody says: the agency of the counter or of the service. */
export function withAgency(said: Partial<FindingFields>, plan: Plan): Partial<FindingFields> {
  if (isSaid(said.agency)) return said
  const { place, service } = said
  const counter = place?.kind === 'counter' && plan.counters.find(({ id }) => id === place.id)
  const of = isSaid(service) ? plan.services.find(({ id }) => id === service) : counter
  return { ...said, agency: of ? of.agency : null }
}

const orNull = (text: string | null) => (text === null ? null : plainText(text) || null)

/** Without characters that break or reverse text; line breaks stay. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/(?!\n)\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}
