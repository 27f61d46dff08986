// Whether a display can be set up this way: every place that its layout names is one of the hall's.
import type { DeviceLayout } from '../../access/devices.ts'
import type { Code } from '../ground/codes.ts'

/** Ids that are in the plan. */
interface Known {
  has(id: string): boolean
}

export interface Places {
  readonly zones: Known
  readonly agencies: Known
  readonly counters: Known
}

/** The first place that the hall does not have, with the code for it; null if all exist. */
export function unknownPlace(
  hall: Places,
  zone: string | null,
  layout?: DeviceLayout,
): { code: Code; about: string } | null {
  if (zone !== null && !hall.zones.has(zone)) return { code: 'unknown-zone', about: zone }
  if (!layout) return null
  const { kind, of } = layout
  const [places, code] = placesOf(hall, kind)
  // One agency, one counter, one zone: without it there is nothing to show.
  const needsOne = kind === 'zone' || kind === 'agency' || kind === 'counter'
  const about = needsOne && of.length !== 1 ? '' : of.find((id) => !places.has(id))
  return about === undefined ? null : { code, about }
}

function placesOf(hall: Places, kind: DeviceLayout['kind']): [Known, Code] {
  if (kind === 'agency') return [hall.agencies, 'unknown-agency']
  if (kind === 'counter') return [hall.counters, 'unknown-counter']
  return [hall.zones, 'unknown-zone']
}
