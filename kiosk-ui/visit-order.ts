// Which services of a visit come after which, as the server will decide it (rules V5 to V7): the plan's `after`, and
// a missing paper that another of them issues. So the kiosk can say where to go first before the tap.
import type { HallService } from '../server/live/hall.ts'
import type { Requirement } from '../server/hall/plan.ts'

/** What the order needs of a service. */
export type Ordered = Pick<HallService, 'id' | 'after' | 'requirements'>

/**
 * For each service the positions of those it waits for. `missing` names requirements by id. A link that would close a
 * circle is left out; the plan's links come first and then the papers', each in the visit's order.
 */
export function waitsFor(services: readonly Ordered[], missing: readonly string[]): number[][] {
  const after: number[][] = services.map(() => [])
  const follows = (later: number, earlier: number): boolean =>
    (after[later] ?? []).some((place) => place === earlier || follows(place, earlier))
  const add = (later: number, id: string | null) => {
    const earlier = services.findIndex((one) => one.id === id)
    if (earlier < 0 || earlier === later || follows(earlier, later)) return
    const before = after[later]
    if (before && !before.includes(earlier)) before.push(earlier)
  }
  services.forEach(({ after: ids }, later) => ids.forEach((id) => add(later, id)))
  services.forEach(({ requirements }, later) => {
    // In the order of the missing papers, as the server goes through them: it decides which circle is left open.
    for (const id of missing) {
      const paper = requirements.find((one) => one.id === id)
      if (paper) add(later, paper.issuedBy)
    }
  })
  return after
}

/** The positions in a possible order: each after all that it waits for, otherwise as they were chosen. */
export function walkingOrder(after: readonly (readonly number[])[]): number[] {
  const walked: number[] = []
  const visit = (place: number) => {
    if (walked.includes(place)) return
    for (const earlier of after[place] ?? []) visit(earlier)
    walked.push(place)
  }
  after.forEach((_, place) => visit(place))
  return walked
}

// The papers that a visit needs: the requirements of its services, each once, with what to do if one is missing.

export interface Paper {
  requirement: Requirement
  /** The chosen services that require it, in the visit's order. */
  askedBy: HallService[]
}

/** Offices name the same paper in their own words; the first one's words are shown, and the id makes it one paper. */
export function papersOf(chosen: readonly HallService[]): Paper[] {
  const papers = new Map<string, Paper>()
  for (const service of chosen) {
    for (const requirement of service.requirements) {
      const paper = papers.get(requirement.id)
      if (paper) paper.askedBy.push(service)
      else papers.set(requirement.id, { requirement, askedBy: [service] })
    }
  }
  return [...papers.values()]
}
