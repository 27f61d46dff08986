// A row of a counter's lists: who waits or was set aside, since when, and what is particular about them.
import { backAt, callableFrom, type Candidate, creditOf } from '../hall/next.ts'
import type { Place } from '../hall/credit.ts'
import { notTakenFrom } from '../hall/reception/reception.ts'
import { type Step, stepOf, type Visit } from '../hall/visit.ts'
import { type Context, isoOrNull, reasonText } from './context.ts'
import type { QueueRow } from './counter-view.ts'

/** Somebody who waits, with why they can't be called yet. */
export function candidateRow(
  context: Context,
  counter: string,
  { place, visit, step, because }: Candidate,
): QueueRow {
  const from = because === null ? null : callableFrom(context.hall, visit, step, counter)
  return { ...row(context, counter, place, visit, step), callableFrom: isoOrNull(from), because }
}

/** Who is on hold or missed. */
export function asideRows(context: Context, counter: string, places: readonly Place[]): QueueRow[] {
  return places.flatMap((place) => {
    const visit = context.hall.visits.get(place.visit)
    const step = visit && stepOf(visit, place.step)
    if (!visit || !step) return []
    const until = step.status === 'held' ? step.until : null
    return [{ ...row(context, counter, place, visit, step), callableFrom: isoOrNull(until), because: null }]
  })
}

function row(
  context: Context,
  counter: string,
  place: Place,
  visit: Visit,
  step: Step,
): Omit<QueueRow, 'callableFrom' | 'because'> {
  const now = context.now()
  const from = notTakenFrom(context.hall, visit)
  const waitedMs = step.waitedMs + (step.status === 'waiting' ? now - step.since : 0)
  return {
    visit: visit.id,
    step: step.id,
    number: visit.number,
    service: step.service,
    priority: visit.priority,
    comeToMe: visit.comeToMe,
    waitedSeconds: Math.round(waitedMs / 1000),
    credit: creditOf(context.hall, place, now),
    notTaken: from !== null && from <= now,
    returns: step.returns !== null,
    secondCall: step.secondCall,
    back: backAt(context.hall, visit, counter, now)?.step.id === step.id,
    reason: step.status === 'held' ? reasonText(context, step.reason) : null,
  }
}
