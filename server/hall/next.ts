// Who is next at a counter, who may be called there and who not yet, whom a call passes, and how many are ahead of
// somebody.
import { byCredit, credit, type Place, type Line } from './credit.ts'
import type { Why } from './event-parts.ts'
import { type Hall, linesOf, placeOf } from './hall.ts'
import { holdsNumber, type Step, stepAtCounter, stepOf, type Visit, type Waiting } from './visit.ts'

/**
 * Why a step can't be called: `slip`, nobody knows whether the visitor holds the number; `elsewhere`, the visitor is
 * at a counter; `reserved`, a come-back for another counter; `walking`; `later`, a late return whose time is not up.
 */
type Because = 'slip' | 'elsewhere' | 'reserved' | 'walking' | 'later'

/** Why this counter can't call this step at `now`, or null when it can. */
function whyNotCallable(
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

/** The instant from which this counter can call the step as things are; null if that is not a matter of time. */
export function callableFrom(hall: Hall, visit: Visit, step: Waiting, counter: string): number | null {
  if (!holdsNumber(visit) || stepAtCounter(visit)) return null
  return Math.max(step.callableFrom, reservedUntil(hall, step, counter), walksUntil(hall, visit, counter))
}

/** Until when the visitor is walking to this counter; 0 within the zone of the last one. */
function walksUntil(hall: Hall, visit: Visit, counter: string): number {
  if (!visit.walk || visit.walk.zone === hall.layout.counters.get(counter)?.zone) return 0
  return visit.walk.until
}

/** Until when a come-back is kept for another counter, while that one is open. */
function reservedUntil(hall: Hall, step: Waiting, counter: string): number {
  const { comeBack } = step
  if (!comeBack || comeBack.until === null || comeBack.counter === counter) return 0
  return hall.counters.get(comeBack.counter)?.state === 'open' ? comeBack.until : 0
}

/** A waiting step with its visit, as a counter sees it. */
export interface Candidate {
  readonly place: Place
  readonly visit: Visit
  readonly step: Waiting
  /** Null if this counter may call it now. */
  readonly because: Because | null
}

/** How far into a line the panel looks for steps that can't be called yet: they stand near its head. */
const LOOK = 100
/** One visit can have several steps in a counter's lines: look far enough to meet a second visit. */
const ENOUGH_FOR_TWO = 10

/**
 * The first `most` steps that the counter may call at `now`, in the order of call. Looks at the heads of the lines
 * only: never at more than `most` callable steps of each line and those before them that can't be called yet.
 */
export function callableAt(hall: Hall, counter: string, now: number, most: number): Candidate[] {
  const heads = linesAt(hall, counter).flatMap((line) =>
    take(line.places, most, (place) => {
      const candidate = candidateAt(hall, place, counter, now)
      return candidate.because === null ? candidate : null
    }),
  )
  const { rates } = hall.layout.plan
  return heads.sort((a, b) => byCredit(a.place, b.place, rates, now)).slice(0, most)
}

/** The first `most` steps of each line that wait but can't be called yet, with why, in the order of call. */
export function notYetAt(hall: Hall, counter: string, now: number, most: number): Candidate[] {
  const all = linesAt(hall, counter).flatMap((line) =>
    take(line.places.slice(0, LOOK), most, (place) => {
      const candidate = candidateAt(hall, place, counter, now)
      return candidate.because === null ? null : candidate
    }),
  )
  const { rates } = hall.layout.plan
  return all.sort((a, b) => byCredit(a.place, b.place, rates, now)).slice(0, most)
}

/** Whom the counter would call at `now`, with the reason; null when nobody is callable. */
export function nextAt(hall: Hall, counter: string, now: number): { candidate: Candidate; why: Why } | null {
  const callable = callableAt(hall, counter, now, ENOUGH_FOR_TWO)
  const first = callable[0]
  if (!first) return null
  const second = callable.find(({ visit }) => visit.id !== first.visit.id)
  const rule = first.step.comeBack?.counter === counter ? 'come-back' : 'credit'
  const why: Why = { rule, credit: creditOf(hall, first.place, now), over: over(hall, second, now) }
  return { candidate: first, why }
}

/** Why a chosen step was called, and whom it passed. */
export function whyChosen(hall: Hall, chosen: Chosen, counter: string, now: number): Why {
  const passed = callableAt(hall, counter, now, ENOUGH_FOR_TWO).find(
    ({ visit }) => visit.id !== chosen.visit.id,
  )
  return { rule: 'chosen', credit: creditOf(hall, chosen.place, now), over: over(hall, passed, now) }
}

/** The visit's first waiting step that this counter serves and may call; else the first it serves; else undefined. */
export function candidateOf(hall: Hall, visit: Visit, counter: string, now: number): Candidate | undefined {
  const services = hall.layout.counters.get(counter)?.services ?? []
  const candidates = visit.steps.flatMap((step, index) =>
    step.status === 'waiting' && services.includes(step.service)
      ? [candidateAt(hall, placeOf(visit, index), counter, now)]
      : [],
  )
  return candidates.find(({ because }) => because === null) ?? candidates[0]
}

/** A chosen step, whatever it is waiting for. */
export type Chosen = Pick<Candidate, 'place' | 'visit'> & { readonly step: Pick<Step, 'id'> }

/**
 * A step of the visit that this counter called without success: missed, or waiting out a late return or the pause before the
 * second call. Its visitor may be standing here after all. Undefined if there is none.
 */
export function backAt(hall: Hall, visit: Visit, counter: string, now: number): Chosen | undefined {
  const services = hall.layout.counters.get(counter)?.services ?? []
  const index = visit.steps.findIndex(
    (step) => services.includes(step.service) && isBackAt(hall, visit, step, counter, now),
  )
  const step = visit.steps[index]
  return step && { place: placeOf(visit, index), visit, step }
}

function isBackAt(hall: Hall, visit: Visit, step: Step, counter: string, now: number): boolean {
  if (step.calledBy?.counter !== counter || stepAtCounter(visit)) return false
  if (step.status === 'missed') return holdsNumber(visit)
  return step.status === 'waiting' && whyNotCallable(hall, visit, step, counter, now) === 'later'
}

/**
 * How many of the waiting steps that its counters serve would be called before this one, as things are at `now`. Found
 * by halving each line, never by going through all that wait. Null unless the step waits or is blocked.
 */
export function aheadOf(hall: Hall, visit: Visit, index: number, now: number): number | null {
  const step = visit.steps[index]
  if (step?.status !== 'waiting' && step?.status !== 'blocked') return null
  return countBefore(hall, placeOf(visit, index), now)
}

/** The same for any place, even one that nobody holds yet. */
export function countBefore(hall: Hall, place: Place, now: number): number {
  const { rates } = hall.layout.plan
  const isBefore = (other: Place) => byCredit(other, place, rates, now) < 0
  let ahead = 0
  for (const service of hall.layout.rivals.get(place.service) ?? [place.service]) {
    const queue = hall.queues.get(service)
    if (queue) ahead += queue.regular.count(isBefore) + queue.priority.count(isBefore)
  }
  return ahead
}

/**
 * The numbers that would be called first for these services, by whichever counter: those known to be held and not at a
 * counter.
 */
export function firstNumbers(hall: Hall, services: readonly string[], now: number, most: number): string[] {
  const pick = (place: Place) => {
    const visit = hall.visits.get(place.visit)
    return visit && holdsNumber(visit) && !stepAtCounter(visit) ? { place, number: visit.number } : null
  }
  const heads = services
    .flatMap((service) => linesOf(hall, service))
    .flatMap(({ places }) => take(places, most, pick))
  const { rates } = hall.layout.plan
  const sorted = heads.sort((a, b) => byCredit(a.place, b.place, rates, now)).map(({ number }) => number)
  return [...new Set(sorted)].slice(0, most)
}

/** How many steps wait for a service. */
export function waitingFor(hall: Hall, service: string): number {
  return linesOf(hall, service).reduce((sum, { places }) => sum + places.length, 0)
}

/** Credit in minutes, rounded to a hundredth: for people and for the journal. */
export function creditOf(hall: Hall, place: Place, now: number): number {
  return Math.round(credit(place, hall.layout.plan.rates, now) * 100) / 100
}

function over(hall: Hall, passed: Candidate | undefined, now: number): Why['over'] {
  return passed ? { number: passed.visit.number, credit: creditOf(hall, passed.place, now) } : null
}

function linesAt(hall: Hall, counter: string): Line[] {
  const services = hall.layout.counters.get(counter)?.services ?? []
  return services.flatMap((service) => linesOf(hall, service))
}

function candidateAt(hall: Hall, place: Place, counter: string, now: number): Candidate {
  const visit = hall.visits.get(place.visit)
  const step = visit && stepOf(visit, place.step)
  if (!visit || step?.status !== 'waiting')
    throw new Error(`step ${place.step} stands in a line but does not wait`)
  return { place, visit, step, because: whyNotCallable(hall, visit, step, counter, now) }
}

function take<T>(places: readonly Place[], most: number, pick: (place: Place) => T | null): T[] {
  const taken: T[] = []
  for (const place of places) {
    if (taken.length === most) break
    const picked = pick(place)
    if (picked !== null) taken.push(picked)
  }
  return taken
}

/** As many as people can take in at a glance. */
const MOST_PASSED = 3

/** The reason, with those whom the call passed, if any. */
export function withPassed(hall: Hall, why: Why, chosen: Place, counter: string, now: number): Why {
  const passed = passedBy(hall, chosen, counter, now)
  return passed.length === 0 ? why : { ...why, passed }
}

function passedBy(hall: Hall, chosen: Place, counter: string, now: number): NonNullable<Why['passed']> {
  const { rates } = hall.layout.plan
  const services = hall.layout.counters.get(counter)?.services ?? []
  const before = services
    .flatMap((service) => {
      const queue = hall.queues.get(service)
      return queue ? [queue.regular, queue.priority, queue.blocked] : []
    })
    .flatMap((line) => line.places.slice(0, LOOK))
    .filter((place) => place.visit !== chosen.visit && byCredit(place, chosen, rates, now) < 0)
    .sort((a, b) => byCredit(a, b, rates, now))
    .map((place) => whyNot(hall, place, counter, now))
  // A visitor who could have been called for one step was not passed at another.
  const could = new Set(before.filter(({ because }) => because === null).map(({ number }) => number))
  const passed = new Map<string, Because | 'blocked'>()
  for (const { number, because } of before) {
    if (because !== null && !could.has(number) && !passed.has(number)) passed.set(number, because)
  }
  return [...passed].slice(0, MOST_PASSED).map(([number, because]) => ({ number, because }))
}

function whyNot(
  hall: Hall,
  place: Place,
  counter: string,
  now: number,
): { number: string; because: Because | 'blocked' | null } {
  const visit = hall.visits.get(place.visit)
  const step = visit && stepOf(visit, place.step)
  if (!visit || !step) throw new Error(`step ${place.step} stands in a line but is not`)
  const because = step.status === 'waiting' ? whyNotCallable(hall, visit, step, counter, now) : 'blocked'
  return { number: visit.number, because }
}
