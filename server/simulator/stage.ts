// The stage of a replayed day: the hall under the plan as a change makes it, a time that only the replay moves, and
// what is still to happen. Commands go through the hall's own `decide` and `evolve`.
import { nextDue } from '../clock.ts'
import { Changes } from '../hall/changes.ts'
import type { Command, Time } from '../hall/command.ts'
import type { Actor, Event, Recorded } from '../hall/event.ts'
import { emptyHall, type Hall } from '../hall/hall.ts'
import { hoursEnd } from '../hall/hours.ts'
import { layOut } from '../hall/layout.ts'
import { isRefusal } from '../hall/refusal.ts'
import { decide, evolve } from '../hall/rules.ts'
import { minuteIn } from '../time-zone.ts'
import type { Script } from './script.ts'

export interface Item<T> {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly what: T
}

interface Placed<T> extends Item<T> {
  readonly order: number
  readonly nth: number
}

/** A binary heap. */
export class Agenda<T> {
  private readonly heap: Placed<T>[] = []
  private added = 0

  add(at: number, what: T, order = 0): void {
    const placed = { at, what, order, nth: this.added++ }
    const { heap } = this
    let place = heap.length
    heap.push(placed)
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(placed, heap[parent] as Placed<T>)) break
      heap[place] = heap[parent] as Placed<T>
      place = parent
    }
    heap[place] = placed
  }

  /** When the next one is due; Infinity if there is none. */
  next(): number {
    return this.heap[0]?.at ?? Infinity
  }

  /** Takes the next one out; undefined if there is none. */
  take(): Item<T> | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || first === last) return first
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      const right = heap[child + 1]
      if (right && isBefore(right, heap[child] as Placed<T>)) child += 1
      if (!isBefore(heap[child] as Placed<T>, last)) break
      heap[place] = heap[child] as Placed<T>
      place = child
    }
    heap[place] = last
    return first
  }
}

function isBefore(one: Placed<unknown>, other: Placed<unknown>): boolean {
  return (
    one.at - other.at < 0 || (one.at === other.at && (one.order - other.order || one.nth - other.nth) < 0)
  )
}

// The stage of a replayed day: the hall under the changed plan, a time that only the replay moves, and what is still
// to happen. Commands go through the hall's own `decide` and `evolve`.

const MINUTE = 60_000
/** A counter that nobody uses after hours closes this long after them at the earliest. */
const CLOSES_AFTER = 30 * MINUTE

export class Stage {
  readonly hall: Hall
  readonly records: Recorded[] = []
  readonly agenda = new Agenda<() => void>()
  /** Milliseconds since 1970. */
  now: number
  /** Visits that got no number. */
  turnedAway = 0
  /** Told of every event once it has happened. */
  onEvent: (event: Event) => void = () => {}
  private readonly changes = new Changes()
  private readonly day: string
  private minute = { start: -1, minute: 0 }
  /** Before this nothing closes by itself. */
  private closes = { layout: -1, at: 0 }

  constructor({ opened, at }: Script) {
    this.now = at
    this.day = opened.day
    this.hall = emptyHall(layOut(opened.plan))
  }

  private time(): Time {
    const { now } = this
    const start = Math.floor(now / MINUTE)
    if (this.minute.start !== start)
      this.minute = { start, minute: minuteIn(this.hall.layout.plan.timeZone, now) }
    return { now, minute: this.minute.minute, suspect: false, system: now, state: 'right', held: false }
  }

  /** Gives a command; false: it was refused. */
  give(command: Command, by: Actor): boolean {
    const events = decide(this.hall, { command, time: this.time() })
    if (isRefusal(events)) return false
    this.record(events, by)
    return true
  }

  record(events: readonly Event[], by: Actor): void {
    const { hall, now, day } = this
    for (const event of events) {
      const recorded = { seq: hall.seq + 1, at: now, day, by, key: null, hash: null, event }
      evolve(hall, this.changes, recorded)
      this.changes.keep()
      this.records.push(recorded)
      this.onEvent(event)
    }
  }

  /** When time alone next changes something. */
  nextDue(): number {
    const { hall, now } = this
    const soon = Math.min(hall.dues[0]?.at ?? Infinity, hall.layout.reopenings[0]?.at ?? Infinity)
    if (this.closes.layout !== hall.layoutSeq) {
      const ends = [...hall.counters.keys()].map((id) => hoursEnd(hall, { of: 'counter', id }))
      this.closes = { layout: hall.layoutSeq, at: Math.min(...ends) + CLOSES_AFTER }
    }
    // Knowing it in detail would cost a look at every counter.
    if (now < this.closes.at) return Math.min(soon, this.closes.at)
    return Math.max(now, nextDue(hall, false))
  }

  /** Lets something happen after this many milliseconds. */
  later(ms: number, what: () => void): void {
    this.agenda.add(this.now + Math.max(0, ms), what)
  }

  /** Who holds the counter, or will. */
  at(counter: string): { counter: string; staff: string } {
    return { counter, staff: this.hall.counters.get(counter)?.staff ?? `of ${counter}` }
  }
}
