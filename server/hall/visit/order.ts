// Which steps of one visit stand after which: the plan's `after`, and a missing paper that another of them issues.
import type { Layout } from '../layout.ts'

/**
 * For each service of a visit the places of those it must wait for. The plan's order has no circle; papers could make
 * one (each office asking for the other's), so an edge that would close a circle is left out: nobody waits for ever.
 */
export function order(
  layout: Layout,
  services: readonly string[],
  lacks: (service: string) => readonly string[],
): number[][] {
  const after: number[][] = services.map(() => [])
  const add = (later: number, earlier: number) => {
    if (earlier < 0 || earlier === later || after[later]?.includes(earlier)) return
    if (!follows(after, earlier, later)) after[later]?.push(earlier)
  }
  services.forEach((service, later) => {
    for (const id of layout.services.get(service)?.after ?? []) add(later, services.indexOf(id))
  })
  services.forEach((service, later) => {
    for (const id of lacks(service)) {
      const issuer = layout.requirements.get(service)?.get(id)?.issuedBy
      if (issuer) add(later, services.indexOf(issuer))
    }
  })
  return after
}

/** Whether `later` already stands, directly or not, after `earlier`. */
function follows(after: readonly number[][], later: number, earlier: number): boolean {
  return (after[later] ?? []).some((place) => place === earlier || follows(after, place, earlier))
}
