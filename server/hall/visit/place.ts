// Where a visitor waits: in the waiting areas, unless they said that they sit in the café or in their car. Anyone far
// away is asked to come nearer earlier; it changes nothing in the queue.
import type { Changes } from '../changes.ts'
import type { CommandOf } from '../command.ts'
import type { Event, EventOf } from '../event.ts'
import type { Hall } from '../hall.ts'
import type { Layout } from '../layout.ts'
import { lookUp } from '../look-up.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { isEnded, type Visit } from '../visit.ts'

export const decides = { 'choose-place': choosePlace } satisfies Partial<Decides>
export const evolves = { 'place-chosen': placeChosen } satisfies Partial<Evolves>

/** The holder of a token can write this many events: enough for a whole day, and too few to fill the disk. */
const MOST_CHANGES = 20

function choosePlace(hall: Hall, { visit: id, place }: CommandOf<'choose-place'>): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  if (visit.steps.every(isEnded)) return refuse('visit-over')
  if (place !== null && !hall.layout.places.has(place)) return refuse('unknown-place', place)
  if ((visit.waitsAt?.place ?? null) === place) return []
  if ((visit.waitsAt?.changes ?? 0) >= MOST_CHANGES) return refuse('place-changed-often')
  return [{ type: 'place-chosen', visit: id, place }]
}

function placeChosen(hall: Hall, changes: Changes, { visit: id, place }: EventOf<'place-chosen'>): void {
  const visit = visitOf(hall, id)
  const before = visit.waitsAt?.changes ?? 0
  putVisit(hall, changes, { ...visit, waitsAt: { place, changes: before + 1 } })
}

/** The plan's place where the visitor waits; null: in the waiting areas, also if the place has left the plan since. */
export function placeOf({ places }: Layout, { waitsAt }: Pick<Visit, 'waitsAt'>): string | null {
  return waitsAt && waitsAt.place !== null && places.has(waitsAt.place) ? waitsAt.place : null
}

/**
 * Seconds that the visitor needs to reach where this service calls: the farthest of its zones, as nobody knows which
 * it will be.
 */
export function waySeconds(layout: Layout, visit: Pick<Visit, 'waitsAt'>, service: string): number {
  const place = layout.places.get(placeOf(layout, visit) ?? '')
  if (!place) return layout.plan.walkSeconds
  const zones = (layout.countersOf.get(service) ?? []).map(({ zone }) => zone)
  const minutes = zones.map((zone) => lookUp(place.zones ?? {}, zone) ?? place.minutes)
  return 60 * (minutes.length > 0 ? Math.max(...minutes) : place.minutes)
}
