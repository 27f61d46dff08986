// What a visit's own page must know of the plan: its services, where they are, what they ask for. A few KB, where the
// whole hall would be ten times that over a weak network.
import { Type, type Static } from 'typebox'
import type { Layout } from '../hall/layout.ts'
import { Id, type Requirement, Text } from '../hall/plan.ts'
import type { Hall } from '../hall/hall.ts'
import type { Visit } from '../hall/visit.ts'

const closed = { additionalProperties: false } as const

export const VisitPlan = Type.Object(
  {
    /** The plan's running number, the same as `hall.plan` in every view. */
    plan: Type.Integer(),
    name: Text,
    timeZone: Type.String(),
    /** Seconds that a visitor needs from one zone to another. */
    walkSeconds: Type.Integer(),
    /** Seconds after which who was late can be called again. */
    lateSeconds: Type.Integer(),
    /** All zones of the hall, in the plan's order. */
    zones: Type.Array(Type.Object({ id: Id, name: Text, where: Text }, closed)),
    /** The services of this visit. */
    services: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Text,
          agency: Text,
          /** Where its counters stand. */
          zones: Type.Array(Id),
          requirements: Type.Array(
            Type.Object(
              {
                id: Id,
                name: Text,
                /** Who issues it: the name of a service of this hall or a place outside; null where nobody said. */
                from: Type.Union([Text, Type.Null()]),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    /** The counters that may call this visit. */
    counters: Type.Array(Type.Object({ id: Id, name: Text, zone: Id }, closed)),
  },
  closed,
)
export type VisitPlan = Static<typeof VisitPlan>

/** The part of today's plan that concerns this visit. What has left the plan meanwhile is left out. */
export function visitPlan({ layout, layoutSeq }: Hall, visit: Visit): VisitPlan {
  const { name, timeZone, walkSeconds, lateSeconds, zones } = layout.plan
  const ids = [...new Set(visit.steps.map(({ service }) => service))]
  const counters = new Set(ids.flatMap((id) => layout.countersOf.get(id) ?? []))
  return {
    plan: layoutSeq,
    name,
    timeZone,
    walkSeconds,
    lateSeconds,
    zones: zones.map(({ id, name: zone, where }) => ({ id, name: zone, where })),
    services: ids.flatMap((id) => serviceOf(layout, id)),
    counters: [...counters].map(({ id, name: counter, zone }) => ({ id, name: counter, zone })),
  }
}

function serviceOf(layout: Layout, id: string): VisitPlan['services'] {
  const service = layout.services.get(id)
  const agency = service && layout.agencies.get(service.agency)
  if (!service || !agency) return []
  const zones = [...new Set((layout.countersOf.get(id) ?? []).map(({ zone }) => zone))]
  const requirements = service.requirements.map((one) => ({
    id: one.id,
    name: one.name,
    from: fromOf(layout, one),
  }))
  return [{ id, name: service.name, agency: agency.name, zones, requirements }]
}

function fromOf(layout: Layout, { issuedBy, where }: Requirement): Text | null {
  return (issuedBy === null ? undefined : layout.services.get(issuedBy)?.name) ?? where ?? null
}
