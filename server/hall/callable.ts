// When a waiting step may be called, and by whom.
import type { Hall } from './hall.ts'
import { holdsNumber, stepAtCounter, type Visit, type Waiting } from './visit.ts'

/** Seconds in which only the counter that referred may call a come-back. */
export const COME_BACK_SECONDS = 300
/** Seconds in which a counter's last action can be taken back. */
export const UNDO_SECONDS = 30
/** Seconds after which a slip that nobody confirmed counts as not taken. */
export const SLIP_SECONDS = 90

/**
 * Why a step can't be called: `slip`, nobody knows whether the visitor holds the number; `elsewhere`, the visitor is
 * at a counter; `reserved`, a come-back for another counter; `walking`; `later`, a late return that still waits.
 */
export type Because = 'slip' | 'elsewhere' | 'reserved' | 'walking' | 'later'

/** Why this counter can't call this step at `now`, or null when it can. */
export function whyNotCallable(
  hall: Hall,
  visit: Visit,
  step: Waiting,
  counter: string,
  now: number,
): Because | null {
  if (!holdsNumber(visit)) return 'slip'
  if (stepAtCounter(visit)) return 'elsewhere'
  if (reservedUntil(hall, step, counter) > now) return 'reserved'
  if (walksUntil(hall, visit, counter) > now) return 'walking'
  if (step.callableFrom > now) return 'later'
  return null
}

/** The instant from which this counter can call the step as things stand; null where no clock decides it. */
export function callableFrom(hall: Hall, visit: Visit, step: Waiting, counter: string): number | null {
  if (!holdsNumber(visit) || stepAtCounter(visit)) return null
  return Math.max(step.callableFrom, reservedUntil(hall, step, counter), walksUntil(hall, visit, counter))
}

/** Until when the visitor walks, seen from this counter; 0 within the zone of the last one. */
function walksUntil(hall: Hall, visit: Visit, counter: string): number {
  if (!visit.walk || visit.walk.zone === hall.layout.counters.get(counter)?.zone) return 0
  return visit.walk.until
}

/** Until when a come-back is kept for another counter; only while that one is open. */
function reservedUntil(hall: Hall, step: Waiting, counter: string): number {
  const { comeBack } = step
  if (!comeBack || comeBack.until === null || comeBack.counter === counter) return 0
  return hall.counters.get(comeBack.counter)?.state === 'open' ? comeBack.until : 0
}
