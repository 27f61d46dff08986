// Pictures of a hall, to compare: two moments, memory and journal, before and after an undo.
import { isDeepStrictEqual } from 'node:util'
import type { Hall } from '../../server/hall/hall.ts'

export type Picture = Readonly<Record<string, unknown>>

/** A copy of everything. The plan and yesterday are never changed in place, so they are kept as they are. */
export function pictureOf(hall: Hall): Picture {
  const { layout, yesterday, ...rest } = hall
  return { ...structuredClone(rest), layout, yesterday }
}

/** The same without what an undo does not bring back: where the journal stands, and what can be undone. */
export function pictureForUndo(hall: Hall): Picture {
  const counters = new Map([...hall.counters].map(([id, counter]) => [id, { ...counter, last: null }]))
  return pictureOf({ ...hall, counters, seq: 0, at: 0, seen: new Map() })
}

/** The hall's parts with plan and yesterday as values to compare, not as the same objects. */
export function valuesOf({ layout: plan, yesterday: dayBefore, ...rest }: Hall): Picture {
  return { ...rest, plan, dayBefore }
}

/** Throws with the names of what differs. */
export function mustBeSame(what: string, was: Picture, is: Picture): void {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const different = keys.filter((key) => !isSame(key, was[key], is[key]))
  if (different.length > 0) throw new Error(`${what}: ${different.join(', ')}`)
}

function isSame(key: string, a: unknown, b: unknown): boolean {
  return key === 'layout' || key === 'yesterday' ? a === b : isDeepStrictEqual(a, b)
}

/** Freezes a value and all in it, so that a change in place throws. */
export function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}
