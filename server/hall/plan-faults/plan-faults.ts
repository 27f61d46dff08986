// Whether a plan can be a hall: all its faults, each with its place. A plan with faults is refused as a whole.
import {
  circles,
  foreignServices,
  longBundles,
  ownPapers,
  prefixesOfPaper,
  sharedPrefixes,
  unknownIds,
  unservedServices,
  duplicates,
  emptyParts,
  listedTwice,
} from './references.ts'
import type { Fault } from './fault.ts'
import { printersWithoutCounter, twoPrinters, wrongLogos, wrongMedia, wrongVoice } from './equipment.ts'
import { partsOf } from './parts.ts'
import { longTexts, missingTexts, wrongLanguages, MOST_FAULTS, shapeFaults } from './shape.ts'
import { unknownTimeZone, unrealDays, wrongPeriods, wrongSpans, wrongSplits } from './times.ts'
import { Plan } from '../plan.ts'

export type { Fault, FaultCode, FaultDetails } from './fault.ts'

/**
 * Names all that is wrong with `plan`, which may be anything: first where it does not have the shape of a plan, then
 * where it contradicts itself, as far as its parts can be read; 500 at most. None: `plan` is a `Plan`, and a hall can
 * open with it.
 */
export function planFaults(plan: unknown): Fault[] {
  const shape = shapeFaults(Plan, plan)
  if (shape.length >= MOST_FAULTS) return shape.slice(0, MOST_FAULTS)
  const parts = partsOf(plan, shape.length === 0)
  const faults = [
    ...shape,
    ...emptyParts(plan, parts),
    ...duplicates(parts),
    ...listedTwice(parts),
    ...unknownIds(parts),
    ...foreignServices(parts),
    ...sharedPrefixes(parts),
    ...prefixesOfPaper(plan, parts),
    ...unservedServices(parts),
    ...longBundles(parts),
    ...ownPapers(parts),
    ...circles(parts),
    ...unknownTimeZone(parts),
    ...wrongSpans(parts),
    ...unrealDays(parts),
    ...wrongPeriods(parts),
    ...wrongSplits(parts),
    ...printersWithoutCounter(parts),
    ...twoPrinters(parts),
    ...wrongLogos(plan, parts),
    ...wrongVoice(plan),
    ...wrongMedia(plan, parts),
    ...wrongLanguages(parts),
    ...missingTexts(parts),
    ...longTexts(parts),
  ]
  return faults.slice(0, MOST_FAULTS)
}

/**
 * By plan. A draft is checked when it is shown, before anybody is asked about publishing it, and when it is published.
 */
const looked = new WeakMap<object, readonly Fault[]>()

/** All that is wrong with a plan that no longer changes: it is checked only once. */
export function faultsOf(plan: unknown): readonly Fault[] {
  if (typeof plan !== 'object' || plan === null) return planFaults(plan)
  const known = looked.get(plan)
  if (known) return known
  const faults = planFaults(plan)
  looked.set(plan, faults)
  return faults
}
