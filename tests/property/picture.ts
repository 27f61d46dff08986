// Pictures of a hall, for comparison: two moments, memory and journal, before and after an undo.
import { isDeepStrictEqual } from 'node:util'
import type { Hall } from '../../server/hall/hall.ts'
import type { Slip } from '../../server/hall/visit.ts'

export type Picture = Readonly<Record<string, unknown>>

const QUARTER_HOUR = 15 * 60_000

/** A copy of everything. The plan and yesterday are never changed in place, so they are kept as they are. */
export function pictureOf(hall: Hall): Picture {
  const { layout, yesterday, closedDay, ...rest } = hall
  return { ...structuredClone(rest), layout, yesterday, closedDay }
}

/** The same without what an undo does not restore: the position in the journal, and what can be undone. */
export function pictureForUndo(hall: Hall): Picture {
  const counters = new Map(
    [...hall.counters].map(([id, counter]) => [id, { ...counter, last: null, movedAt: 0 }]),
  )
  return pictureOf({ ...hall, counters, seq: 0, at: 0, seen: new Map() })
}

/** The same hall with the slips of another moment: what was printed meanwhile stays printed after an undo. */
export function withSlipsOf(hall: Hall, slips: ReadonlyMap<string, Slip>): Hall {
  const visits = new Map(
    [...hall.visits].map(([id, visit]) => [id, { ...visit, slip: slips.get(id) ?? visit.slip }]),
  )
  return { ...hall, visits }
}

/** The same hall without somebody who was served without a number, which was undone: a cancelled number. */
export function withoutServed(hall: Hall, id: string): Hall {
  const visit = hall.visits.get(id)
  if (!visit?.steps.every(({ status }) => status === 'cancelled')) throw new Error(`${id} is not cancelled`)
  const numbers = new Map(hall.numbers)
  // Numbers that are still at a counter since an earlier day had been skipped.
  const earlier = [...hall.counters.values()].flatMap(({ current }) => {
    const other = current && hall.visits.get(current.visit)
    return other && other.day !== hall.day && other.prefix === visit.prefix ? [other.running] : []
  })
  let before = visit.running - 1
  while (earlier.includes(before)) before -= 1
  if (before > 0) numbers.set(visit.prefix, before)
  else numbers.delete(visit.prefix)
  const taken = new Map(hall.taken)
  for (const { service } of visit.steps) {
    const left = (taken.get(service) ?? 0) - 1
    if (left > 0) taken.set(service, left)
    else taken.delete(service)
  }
  const but = <V>(map: Map<string, V>, key: string) => new Map([...map].filter(([one]) => one !== key))
  const quarter = 95 - Math.floor((hall.endsAt - 1 - visit.takenAt) / QUARTER_HOUR)
  const takenIn = new Map(hall.takenIn)
  for (const { service } of visit.steps) {
    const key = `${service} ${Math.max(0, Math.min(95, quarter))}`
    const left = (takenIn.get(key) ?? 0) - 1
    if (left > 0) takenIn.set(key, left)
    else takenIn.delete(key)
  }
  return {
    ...hall,
    numbers,
    taken,
    takenIn,
    visits: but(hall.visits, id),
    tokens: but(hall.tokens, visit.token),
  }
}

/** The hall's parts with plan and yesterday as values to compare, not as the same objects. */
export function valuesOf({ layout: plan, yesterday: dayBefore, closedDay: closed, ...rest }: Hall): Picture {
  return { ...rest, plan, dayBefore, closed }
}

/** Throws with the names of what differs. */
export function mustBeSame(what: string, was: Picture, is: Picture): void {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const different = keys.filter((key) => !isSame(key, was[key], is[key]))
  if (different.length > 0) throw new Error(`${what}: ${different.join(', ')}`)
}

function isSame(key: string, a: unknown, b: unknown): boolean {
  return ['layout', 'yesterday', 'closedDay'].includes(key) ? a === b : isDeepStrictEqual(a, b)
}

/** Freezes a value and all in it, so that a change in place throws. */
export function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}
