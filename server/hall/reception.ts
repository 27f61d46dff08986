// Whom the reception looks after: visits whose number may be in nobody's hand, and who asked that somebody comes.
import { SLIP_SECONDS } from './callable.ts'
import type { Hall } from './hall.ts'
import { isEnded, numberOf, type Visit } from './visit.ts'

/** The instant from which a visit's slip counts as not taken; null while nothing is wrong. Milliseconds since 1970. */
export function notTakenFrom(hall: Hall, visit: Visit): number | null {
  if (!hall.unheld.has(visit.id) || visit.steps.every(isEnded)) return null
  return visit.slip.status === 'failed' ? visit.takenAt : visit.takenAt + SLIP_SECONDS * 1000
}

/** Visits whose slip is not taken at `now`, by arrival, and the instant at which the next one joins them, or null. */
export function notTaken(hall: Hall, now: number): { visits: Visit[]; next: number | null } {
  const visits: Visit[] = []
  let next: number | null = null
  for (const id of hall.unheld.keys()) {
    const visit = hall.visits.get(id)
    const from = visit ? notTakenFrom(hall, visit) : null
    if (!visit || from === null) continue
    if (from <= now) visits.push(visit)
    else next = Math.min(from, next ?? from)
  }
  return { visits: visits.sort(byArrival), next }
}

/** Visits that asked that somebody comes to them and still need something, by arrival. */
export function comeToMe(hall: Hall): Visit[] {
  return [...hall.comeToMe.keys()].flatMap((id) => hall.visits.get(id) ?? []).sort(byArrival)
}

/** A number as people type it: `a12`, `A 012`, `A-012` are `A012`. Null if it can't be one. */
export function numberTyped(typed: string): string | null {
  const [, prefix = '', running = ''] = /^\s*([A-Za-z]{1,2})[\s.-]*(\d{1,6})\s*$/.exec(typed) ?? []
  return prefix === '' ? null : numberOf(prefix.toUpperCase(), Number(running))
}

/**
 * Today's visit with this number, however it is typed. Undefined if there is none.
 * Looks at every visit of the day: for a person who asks now and then, never on the way of a command.
 */
export function visitOfNumber(hall: Hall, typed: string): Visit | undefined {
  const number = numberTyped(typed)
  if (number === null) return undefined
  const found = [...hall.visits.values()].filter((visit) => visit.number === number)
  // Who is being served over midnight may have the same number as somebody of today.
  return found.find(({ day }) => day === hall.day) ?? found[0]
}

function byArrival(a: Visit, b: Visit): number {
  return a.takenAt - b.takenAt
}
