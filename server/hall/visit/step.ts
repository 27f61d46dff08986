// The steps of a visit that are not at a counter: the visitor cancels or is late, somebody is let back into the line;
// and which services may join a visit that goes on.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { Hall } from '../hall.ts'
import { isServed } from '../layout.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { restsOf, runsOut } from '../rests.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { dropAnnouncementsOf } from '../sound/sound.ts'
import {
  awaitsSecondCall,
  core,
  isEnded,
  need,
  settleWait,
  type Step,
  stepAtCounter,
  type Visit,
  type Waiting,
  withSteps,
} from '../visit.ts'

export const decides = {
  'cancel-visit': cancelVisit,
  'delay-visit': delayVisit,
} satisfies Partial<Decides>

export const evolves = {
  'visit-cancelled': visitCancelled,
  'visit-delayed': visitDelayed,
} satisfies Partial<Evolves>

/** The most steps that a visit can have: referrals back and forth end here. */
export const MOST_STEPS = 32

/** Why no step for this service can join a visit. Hours and quotas are for new numbers only. */
export function whyNotTaking({ layout }: Hall, id: string): Refusal | null {
  const service = layout.services.get(id)
  if (!service) return refuse('unknown-service', id)
  return isServed(layout, service) ? null : refuse('service-closed', id)
}

/** Whether the visit has a step of this service that has not ended. */
export function needs({ steps }: Visit, service: string): boolean {
  return steps.some((step) => step.service === service && !isEnded(step))
}

/** What a `hall-closed` is about if it has nothing to do with hours. */
export const EARLIER_DAY = 'earlier-day'

/** It has been served since before midnight: it may finish, but wait for nothing more. */
export function isOfEarlierDay(hall: Hall, visit: Visit): boolean {
  return visit.day !== hall.day
}

function cancelVisit(hall: Hall, { visit: id }: CommandOf<'cancel-visit'>): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  if (visit.steps.some((step) => step.status === 'serving')) return refuse('being-served')
  return visit.steps.every(isEnded) ? [] : [{ type: 'visit-cancelled', visit: id }]
}

function visitCancelled(
  hall: Hall,
  changes: Changes,
  event: EventOf<'visit-cancelled'>,
  { at }: Recorded,
): void {
  const visit = visitOf(hall, event.visit)
  const ended = visit.steps
    .filter((step) => !isEnded(step))
    .map((step): Step => ({ ...core(settleWait(step, at)), status: 'cancelled', endedAt: at }))
  dropAnnouncementsOf(hall, changes, visit)
  putVisit(hall, changes, withSteps(visit, ended))
  for (const counter of hall.counters.values()) {
    if (counter.current?.visit === visit.id) {
      // Its last action is kept, so that an undo can say what stands in the way.
      changes.set(hall.counters, counter.id, { ...counter, current: null })
    }
  }
}

/** Within this time a second delay counts as the first one: a double tap, a page that sends twice. */
const SAME_DELAY_MS = 60_000

/** The visitor will be late. A second press right after the first changes nothing. */
function delayVisit(hall: Hall, { visit: id }: CommandOf<'delay-visit'>, { now }: Time): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  const here = stepAtCounter(visit)
  if (here) return refuse(here.status === 'called' ? 'being-called' : 'being-served', here.call.counter)
  const isMissed = visit.steps.some(({ status }) => status === 'missed')
  const waiting = visit.steps.filter((step) => step.status === 'waiting')
  if (!isMissed && waiting.length === 0) return refuse('not-waiting')
  const late = hall.layout.plan.lateSeconds * 1000
  const enough = late - Math.min(late / 2, SAME_DELAY_MS)
  const isDelayed = waiting.every(
    ({ callableFrom, service }) => Math.max(callableFrom, now) >= timerEnd(hall, service, now, enough),
  )
  if (isDelayed && !isMissed) return []
  const later = visit.steps
    .filter(({ status }) => status === 'waiting' || status === 'missed')
    .map(({ id: step, service }) => ({ step, from: timerEnd(hall, service, now, late) }))
  const isPlain = later.every(({ from }) => from === now + late)
  return [{ type: 'visit-delayed', visit: id, ...(isPlain ? {} : { later }) }]
}

/** When a timer of a step runs out, milliseconds since 1970: it stands still while its service rests. */
export function timerEnd(hall: Hall, service: string, now: number, ms: number): number {
  return runsOut(restsOf(hall, { of: 'service', id: service }), now, ms)
}

/** When a step that was missed can be called again; empty if that is simply the plan's `lateSeconds` from now. */
export function lateAfterMiss(hall: Hall, { status, service }: Step, now: number): { from?: number } {
  const late = hall.layout.plan.lateSeconds * 1000
  const from = timerEnd(hall, service, now, late)
  return status === 'missed' && from !== now + late ? { from } : {}
}

/** Whatever waits or was missed can be called again when the time is up, with all its credit. */
function visitDelayed(hall: Hall, changes: Changes, event: EventOf<'visit-delayed'>, { at }: Recorded): void {
  const visit = visitOf(hall, event.visit)
  const usual = at + hall.layout.plan.lateSeconds * 1000
  const later = visit.steps.flatMap((step): Waiting[] => {
    const callableFrom = event.later?.find((one) => one.step === step.id)?.from ?? usual
    if (step.status === 'waiting') return [{ ...step, callableFrom }]
    return step.status === 'missed' ? [{ ...core(step), status: 'waiting', since: at, callableFrom }] : []
  })
  putVisit(hall, changes, withSteps(visit, later))
}

/**
 * It waits again with all its credit: callable `lateSeconds` later after a miss, at once after a hold or the pause
 * before a second call.
 */
export function withReleased(
  hall: Hall,
  visit: Visit,
  event: { readonly step: string; readonly from?: number },
  at: number,
): Visit {
  const step = need(visit, event.step, isSetAside)
  const late = step.status === 'missed' ? hall.layout.plan.lateSeconds * 1000 : 0
  const waiting: Waiting = {
    ...core(settleWait(step, at)),
    status: 'waiting',
    since: at,
    callableFrom: event.from ?? at + late,
  }
  return withSteps(visit, [waiting])
}

function isSetAside(step: Step): boolean {
  return step.status === 'held' || step.status === 'missed' || awaitsSecondCall(step)
}
