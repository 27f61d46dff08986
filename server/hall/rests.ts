// The times of a day in which the hall rests: before its hours, and in breaks. Timers stand still in them (rule X9), in
// regular operation. After the last hours they run again: whoever is left is still served, and must not be forgotten.
import type { Hall } from './hall.ts'
import { instantOf, spansOn, type Whose } from './hours.ts'
import type { Span } from './times.ts'

/** From and to, milliseconds since 1970. */
export interface Rest {
  readonly from: number
  readonly to: number
}

/**
 * When the hall, or what is in it, rests today: until the hall opens, in the hall's breaks, and in the breaks of its
 * own and its agency's hours. In order and disjoint; none in trial operation, or on a day without hours.
 */
export function restsOf(
  hall: Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt'>,
  whose: Whose,
): readonly Rest[] {
  const { layout, day, startsAt } = hall
  if (layout.plan.operation !== 'regular') return []
  const spans = spansOn(layout, null, day)
  const first = Math.min(...spans.map(({ from }) => from))
  if (first === Infinity) return []
  const agency = whose?.of === 'service' ? layout.services.get(whose.id)?.agency : undefined
  const breaks = [
    ...gaps(spans),
    ...(agency === undefined ? [] : gaps(spansOn(layout, { of: 'agency', id: agency }, day))),
    ...(whose === null ? [] : gaps(spansOn(layout, whose, day))),
  ]
  const rests = breaks.map(({ from, to }) => ({ from: instantOf(hall, from), to: instantOf(hall, to) }))
  return joined([{ from: startsAt, to: instantOf(hall, first) }, ...rests])
}

function gaps(spans: readonly Span[]): Span[] {
  return spans.flatMap((span, nth) => {
    const next = spans[nth + 1]
    return next ? [{ from: span.to, to: next.from }] : []
  })
}

function joined(rests: readonly Rest[]): Rest[] {
  const apart: Rest[] = []
  for (const rest of rests.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last && rest.from <= last.to) apart[apart.length - 1] = { ...last, to: Math.max(last.to, rest.to) }
    else apart.push(rest)
  }
  return apart
}

/** When a timer of `ms` started at `from` (milliseconds since 1970) runs out: rests don't count. */
export function runsOut(rests: readonly Rest[], from: number, ms: number): number {
  let at = from
  let left = ms
  for (const rest of rests) {
    if (rest.to <= at) continue
    if (left <= Math.max(0, rest.from - at)) break
    left -= Math.max(0, rest.from - at)
    at = rest.to
  }
  return at + left
}

/** How much of the time between two instants was rest, milliseconds. */
export function restedBetween(rests: readonly Rest[], from: number, to: number): number {
  return rests.reduce((sum, rest) => sum + Math.max(0, Math.min(rest.to, to) - Math.max(rest.from, from)), 0)
}

/** The other way round: when a timer that shows `ms` at `to` (milliseconds since 1970) was started. */
export function ranSince(rests: readonly Rest[], to: number, ms: number): number {
  let at = to
  let left = ms
  for (const rest of rests.toReversed()) {
    if (rest.from >= at) continue
    if (left <= Math.max(0, at - rest.to)) break
    left -= Math.max(0, at - rest.to)
    at = rest.from
  }
  return at - left
}
