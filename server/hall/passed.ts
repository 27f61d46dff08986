// Who stood before the number that was called and was passed, as nobody could call them, and why. People in the hall ask.
import { type Because, whyNotCallable } from './callable.ts'
import { byCredit, type Place } from './credit.ts'
import type { Why } from './event.ts'
import type { Hall } from './hall.ts'
import { stepOf } from './visit.ts'

/** As many as one reads in passing. */
const MOST_PASSED = 3
/** How far into a line it looks: what a call costs must not grow with those who wait. */
const LOOK = 100

/** The reason with whom it passed, where there was somebody. */
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
  // Who could have come for one step was not passed for the other.
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
