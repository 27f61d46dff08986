// Papers: what several services require under one id is one paper, written once. Pure functions over the plan, in
// which every service has its own copy.
import type { Plan, Requirement, Service, Text } from '../../../server/hall/plan.ts'
import { pick } from '../../../screens/i18n.ts'
import { type Change, put, newId } from '../draft/edit.ts'
import { isSame } from '../draft/three-way.ts'

/** What the copies have in common. */
export interface PaperFacts {
  readonly name: Text
  readonly issuedBy: string | null
  readonly where?: Text
}

export interface Paper extends PaperFacts {
  readonly id: string
  /** Services that require it, by id, in the plan's order. */
  readonly services: readonly string[]
  /** Those whose agency has not confirmed it yet. */
  readonly unconfirmed: readonly string[]
  /** Whether the copies differ: then the first one counts here, until somebody changes it. */
  readonly differs: boolean
}

const factsOf = ({ name, issuedBy, where }: Requirement): PaperFacts => ({
  name,
  issuedBy,
  ...(where && { where }),
})

/** All papers, in the order in which services first require them. */
export function papersOf(plan: Plan): Paper[] {
  const found = new Map<
    string,
    { facts: PaperFacts; services: string[]; unconfirmed: string[]; differs: boolean }
  >()
  for (const { id: service, requirements } of plan.services)
    for (const requirement of requirements) {
      const facts = factsOf(requirement)
      const paper = found.get(requirement.id)
      const isOpen = requirement.confirmed === false
      if (!paper) {
        found.set(requirement.id, {
          facts,
          services: [service],
          unconfirmed: isOpen ? [service] : [],
          differs: false,
        })
        continue
      }
      if (!paper.services.includes(service)) paper.services.push(service)
      if (isOpen) paper.unconfirmed.push(service)
      if (!isSame(paper.facts, facts)) paper.differs = true
    }
  return [...found].map(([id, { facts, ...rest }]) => ({ id, ...facts, ...rest }))
}

/** Changes the copies of some services; unchanged ones stay the same objects. */
function inServices(
  plan: Plan,
  change: (requirements: Requirement[], service: Service) => Requirement[],
): Plan {
  const services = plan.services.map((service) => {
    const next = change(service.requirements, service)
    return next === service.requirements ? service : { ...service, requirements: next }
  })
  return { ...plan, services }
}

/** Writes a paper's fields in all services that require it. */
export function writePaper(id: string, facts: PaperFacts): Change {
  return (plan) =>
    inServices(plan, (requirements) =>
      requirements.some((one) => one.id === id)
        ? requirements.map((one) => {
            if (one.id !== id) return one
            const { where: _, ...rest } = one
            return { ...rest, ...facts }
          })
        : requirements,
    )
}

/** Sets which services require it: new ones get it last in their list, and not confirmed. */
export function askIn(paper: Paper, services: readonly string[]): Change {
  const asking = new Set(services)
  return (plan) =>
    inServices(plan, (requirements, { id: service }) => {
      const has = requirements.some(({ id }) => id === paper.id)
      if (has === asking.has(service)) return requirements
      if (has) return requirements.filter(({ id }) => id !== paper.id)
      return [...requirements, { id: paper.id, ...factsIn(paper), confirmed: false }]
    })
}

const factsIn = ({ name, issuedBy, where }: PaperFacts): PaperFacts => ({
  name,
  issuedBy,
  ...(where && { where }),
})

/** Sets for these services whether their agencies have confirmed it. */
export function confirmIn(id: string, services: Iterable<string>, isConfirmed: boolean): Change {
  const meant = new Set(services)
  return (plan) =>
    inServices(plan, (requirements, service) =>
      meant.has(service.id)
        ? requirements.map((one) => (one.id === id ? confirmed(one, isConfirmed) : one))
        : requirements,
    )
}

/** The requirement, confirmed (which needs no field) or not. */
export const confirmed = (one: Requirement, isConfirmed: boolean): Requirement =>
  put(one, 'confirmed', isConfirmed ? undefined : false)

/**
 * Merges papers that are the same: a service that required any of them requires `into` once, in the place of the
 * first; confirmed only if all of them were.
 */
export function mergePapers(into: Paper, others: Iterable<string>): Change {
  const same = new Set([...others, into.id])
  return (plan) =>
    inServices(plan, (requirements) => {
      const meant = requirements.filter(({ id }) => same.has(id))
      const [first] = meant
      if (!first || (meant.length === 1 && first.id === into.id)) return requirements
      const one = confirmed(
        { id: into.id, ...factsIn(into) },
        meant.every((each) => each.confirmed !== false),
      )
      return requirements.flatMap((each) => (each === first ? [one] : same.has(each.id) ? [] : [each]))
    })
}

/** No service requires these any more. */
export function dropPapers(ids: Iterable<string>): Change {
  const gone = new Set(ids)
  return (plan) =>
    inServices(plan, (requirements) =>
      requirements.some(({ id }) => gone.has(id))
        ? requirements.filter(({ id }) => !gone.has(id))
        : requirements,
    )
}

/** A paper that no service required before. */
export function newPaper(plan: Plan, name: Text): Requirement {
  const taken = plan.services.flatMap(({ requirements }) => requirements.map(({ id }) => id))
  return { id: newId(pick(name), taken), name, issuedBy: null }
}
