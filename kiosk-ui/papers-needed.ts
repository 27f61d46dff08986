// The papers that a visit needs: the requirements of its services, each once, with what to do if one is missing.
import type { Requirement } from '../server/hall/plan.ts'
import type { HallService } from '../server/live/hall.ts'

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
