// Who was at which counter, from when to when, whether it was open, and for how much of that time somebody was being
// served.
import type { Recorded } from '../../hall/event.ts'
import { type CounterState, type Hall, linesOf } from '../../hall/hall.ts'
import { hoursEnd } from '../../hall/hours.ts'
import { callableFrom } from '../../hall/next.ts'
import { stepOf } from '../../hall/visit.ts'
import type { VisitCourse } from './course.ts'
import type { CounterSpan } from './fact.ts'
import { type Piece, seconds, within } from './spans.ts'

export interface CounterSpans {
  /**
   * Call it after each event; `moves`: by how many milliseconds it moved all times; `changed`: the counters at which
   * somebody else may be next.
   */
  follow(hall: Hall, recorded: Recorded, moves: number, changed: Iterable<string> | 'all'): void
  spans(now: number, courses: readonly VisitCourse[]): CounterSpan[]
}

type Bare = Omit<CounterSpan, 'to' | 'servingSeconds' | 'idleSeconds'> & {
  readonly to: number | null
  readonly idleMs: number
}

/** Before the first event. */
export function counterSpans(): CounterSpans {
  let over: Bare[] = []
  let open = new Map<string, Bare>()
  const idle = watchIdle()
  let closed: { readonly over: Bare[]; readonly open: Map<string, Bare> } | null = null

  function change(hall: Hall, counter: CounterState, at: number): void {
    const was = open.get(counter.id)
    const now = spanOf(hall, counter, at)
    if (was && now && isSame(was, now)) return
    if (was) over.push({ ...was, to: Math.max(was.from, at) })
    if (now) open.set(counter.id, now)
    else open.delete(counter.id)
  }

  function wasIdle(ms: ReadonlyMap<string, number>): void {
    for (const [id, more] of ms) {
      const span = open.get(id)
      if (span) open.set(id, { ...span, idleMs: span.idleMs + more })
    }
  }

  return {
    follow(hall, { event, at }, moves, changed) {
      if (moves !== 0) {
        idle.move(moves)
        over = over.map((span) => moved(span, moves))
        open = new Map([...open].map(([id, span]) => [id, moved(span, moves)]))
      }
      const isOver = event.type === 'day-closed'
      // A counter left open through an evening does not count as idle.
      if (isOver) wasIdle(idle.until((id) => endOf(hall, id, at)))
      const found = idle.follow(hall, at, changed)
      if (!isOver) wasIdle(found)
      switch (event.type) {
        case 'day-opened':
          over = []
          open = new Map()
          for (const counter of hall.counters.values()) change(hall, counter, hall.startsAt)
          return
        case 'day-closed':
          closed = { over: [...over], open: new Map(open) }
          for (const span of open.values())
            over.push({ ...span, to: Math.max(span.from, endOf(hall, span.counter, at)) })
          open = new Map()
          return
        case 'day-reopened':
          if (closed && open.size === 0)
            ({ over, open } = { over: [...closed.over], open: new Map(closed.open) })
          return
        default:
      }
      if (!('counter' in event) || event.counter === null) return
      const counter = hall.counters.get(event.counter)
      if (counter) change(hall, counter, at)
    },
    spans(now, courses) {
      const serving = servingAt(courses, now)
      const more = idle.until(() => now)
      const running = [...open.values()].map((span) => ({
        ...span,
        idleMs: span.idleMs + (more.get(span.counter) ?? 0),
      }))
      return [...over, ...running]
        .map((span) => ({ ...span, to: span.to ?? Math.max(span.from, now) }))
        .filter(({ from, to }) => from < to)
        .map(({ idleMs, ...span }) => ({
          ...span,
          servingSeconds: seconds(within(serving.get(span.counter) ?? [], span.from, span.to)),
          idleSeconds: idleMs / 1000,
        }))
        .sort((a, b) => a.from - b.from || (a.counter < b.counter ? -1 : 1))
    },
  }
}

function spanOf(
  { layout, day }: Hall,
  { id, state, staff, reason }: CounterState,
  from: number,
): Bare | null {
  if (state === 'closed') return null
  const { agency = '', zone = '' } = layout.counters.get(id) ?? {}
  const code = state === 'paused' && reason && 'code' in reason ? reason.code : null
  return { day, counter: id, agency, zone, staff, state, reason: code, from, to: null, idleMs: 0 }
}

function isSame(one: Bare, other: Bare): boolean {
  return one.state === other.state && one.staff === other.staff && one.reason === other.reason
}

function moved(span: Bare, by: number): Bare {
  return { ...span, from: span.from + by, to: span.to === null ? null : span.to + by }
}

/** A counter left open at the day's end: it ends with the hours, or with the last thing done there. */
function endOf(hall: Hall, counter: string, at: number): number {
  const done = hall.counters.get(counter)?.movedAt ?? 0
  return Math.min(at, hall.endsAt, Math.max(hoursEnd(hall, { of: 'counter', id: counter }), done))
}

/** By counter: when somebody was being served there. */
function servingAt(courses: readonly VisitCourse[], now: number): Map<string, Piece[]> {
  const found = new Map<string, Piece[]>()
  for (const { steps } of courses) {
    for (const { moments } of steps.values()) {
      for (const [place, { at, status, desk }] of moments.entries()) {
        if (status !== 'serving' || !desk) continue
        const list = found.get(desk.counter) ?? []
        list.push({ from: at, to: moments[place + 1]?.at ?? now })
        found.set(desk.counter, list)
      }
    }
  }
  return found
}

// How long a counter was open and free while somebody waited whom it could have called. Checked after each event, and
// only where something changed: time also changes who can be called, but when is then already known.

export interface Idle {
  /**
   * Call it after an event at `at` (milliseconds since 1970): these counters may be free now, or no longer; all of
   * them if nobody knows. Returns how many milliseconds each was idle since the event before.
   */
  follow(hall: Hall, at: number, changed: Iterable<string> | 'all'): Map<string, number>
  /** The same without an event, up to an instant for each counter. */
  until(at: (counter: string) => number): Map<string, number>
  /** All times have moved. */
  move(by: number): void
}

/** Before the first event. */
function watchIdle(): Idle {
  /** From when somebody could be called at a free counter. */
  let since = new Map<string, number>()
  let last = 0

  const until = (at: (counter: string) => number) => {
    const found = new Map<string, number>()
    for (const [counter, from] of since) {
      const ms = at(counter) - Math.max(from, last)
      if (ms > 0) found.set(counter, ms)
    }
    return found
  }
  return {
    until,
    follow(hall, at, changed) {
      const found = until(() => at)
      last = at
      for (const counter of changed === 'all' ? hall.counters.keys() : changed) {
        const state = hall.counters.get(counter)
        const from =
          state?.state === 'open' && state.current === null ? callableSince(hall, counter, at) : Infinity
        if (from === Infinity) since.delete(counter)
        else since.set(counter, from)
      }
      return found
    },
    move(by) {
      last += by
      since = new Map([...since].map(([counter, from]) => [counter, from + by]))
    },
  }
}

/** From when somebody can be called there as things are; Infinity: nobody. */
function callableSince(hall: Hall, counter: string, now: number): number {
  let first = Infinity
  for (const service of hall.layout.counters.get(counter)?.services ?? []) {
    for (const { places } of linesOf(hall, service)) {
      for (const place of places) {
        const visit = hall.visits.get(place.visit)
        const step = visit && stepOf(visit, place.step)
        if (!visit || step?.status !== 'waiting') continue
        first = Math.min(first, callableFrom(hall, visit, step, counter) ?? Infinity)
        if (first <= now) return now
      }
    }
  }
  return first
}
