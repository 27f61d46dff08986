// The counters of a replayed day: open as they were, and also when the change says so; and the officers, who call as
// fast as they did.
import type { Actor } from '../hall/event.ts'
import { instantOf } from '../hall/hours.ts'
import { type Change, minuteOf } from './change.ts'
import { type Seen, share } from './draw.ts'
import { Readiness } from './ready.ts'
import type { DeskState, Happening, PastCall, Script } from './script.ts'
import type { Stage } from './stage.ts'

/** Milliseconds between two calls if nothing was seen. */
const GAP = 20_000

type Seat = Extract<Happening, { does: 'seat' }>['command']

interface Given {
  readonly stage: Stage
  readonly script: Script
  readonly change: Change
  readonly seen: Seen
  readonly seed: number
}

export class Desks {
  readonly ready: Readiness
  private readonly stage: Stage
  private readonly script: Script
  private readonly seen: Seen
  private readonly seed: number
  /** By counter: how many of the recorded calls have been made; the state somebody set; who came there uncalled. */
  private readonly made = new Map<string, number>()
  private readonly states = new Map<string, DeskState>()
  private readonly windows: ReadonlyMap<string, readonly { from: number; to: number }[]>
  private readonly seats = new Map<string, Seat[]>()
  private calls = 0
  private readonly callsAt = new Map<string, number>()
  private readonly looks = new Set<string>()

  constructor({ stage, script, change, seen, seed }: Given) {
    this.stage = stage
    this.script = script
    this.seen = seen
    this.seed = seed
    this.ready = new Readiness(stage.hall, (counter) => this.lookAt(counter))
    this.windows = windowsOf(stage, script, change)
  }

  /** The counter is looked at once everything at this instant has happened. */
  lookAt(counter: string): void {
    this.looks.add(counter)
  }

  /** Schedules when each is opened, paused and closed. */
  plan(): void {
    const { agenda, hall } = this.stage
    for (const [counter, states] of this.script.desks) {
      for (const state of states) {
        agenda.add(state.at, () => {
          this.states.set(counter, state)
          this.set(counter)
        })
      }
    }
    for (const [counter, windows] of this.windows) {
      if (!hall.counters.has(counter)) continue
      for (const { from, to } of windows) {
        agenda.add(from, () => this.set(counter))
        agenda.add(to, () => this.set(counter))
      }
    }
  }

  private isAdded(counter: string): boolean {
    const { now } = this.stage
    return (this.windows.get(counter) ?? []).some(({ from, to }) => from <= now && now < to)
  }

  /** Sets it as recorded; with a visitor there it closes afterwards. */
  set(counter: string): void {
    const { stage } = this
    const desk = stage.hall.counters.get(counter)
    if (!desk) return
    const { state, reason, minutes } = this.states.get(counter) ?? {
      state: 'closed',
      reason: null,
      minutes: null,
    }
    const wanted = this.isAdded(counter) ? 'open' : state
    const by: Actor = `staff:${stage.at(counter).staff}`
    if (wanted === desk.state) return
    if (wanted === 'open')
      stage.give({ type: 'open-counter', ...stage.at(counter), mayHoldSeveral: true }, by)
    else if (wanted === 'closed') {
      if (desk.current === null)
        stage.give({ type: 'close-counter', ...stage.at(counter), mayCloseAny: true }, by)
    } else {
      if (desk.staff === null)
        stage.give({ type: 'open-counter', ...stage.at(counter), mayHoldSeveral: true }, by)
      stage.give({ type: 'pause-counter', ...stage.at(counter), reason, minutes }, by)
    }
  }

  /** It was closed, even if only by the clock: it stays so until somebody opens it. */
  closed(counter: string): void {
    this.states.set(counter, { at: this.stage.now, state: 'closed', reason: null, minutes: null })
  }

  /** Nobody is there any more. */
  isFree(counter: string): void {
    const { stage } = this
    if (stage.hall.counters.get(counter)?.current) return
    this.lookAt(counter)
    // It was to close or pause at the end of this.
    stage.later(0, () => this.set(counter))
  }

  /** Somebody came to the desk uncalled, and is served once it is free. */
  sits(seat: Seat): void {
    const { counter } = seat
    this.seats.set(counter, [...(this.seats.get(counter) ?? []), seat])
    this.lookAt(counter)
  }

  /** Those who were still waiting at desks in the end and were never served. */
  left(): number {
    return [...this.seats.values()].reduce((sum, { length }) => sum + length, 0)
  }

  /** The ids of a new call and its announcement. */
  newCall(): { readonly call: string; readonly announcement: string } {
    this.calls += 1
    return { call: `call ${this.calls}`, announcement: `said ${this.calls}` }
  }

  /** A counter has called, or somebody was served there uncalled. */
  called(counter: string): void {
    this.callsAt.set(counter, (this.callsAt.get(counter) ?? 0) + 1)
  }

  /** Looks at the counters that can now call, or no longer can. */
  settle(): void {
    for (const counter of this.looks) {
      this.looks.delete(counter)
      this.look(counter)
    }
  }

  private look(counter: string): void {
    const { stage } = this
    const desk = stage.hall.counters.get(counter)
    if (desk?.state !== 'open' || desk.current !== null) return
    const seat = this.seats.get(counter)?.shift()
    if (seat) {
      this.seat(counter, seat)
      return
    }
    const since = this.ready.since(counter)
    if (since === undefined) return
    const made = this.made.get(counter) ?? 0
    const past = this.isAdded(counter) ? undefined : this.script.calls.get(counter)?.[made]
    const gap = (past?.gap ?? this.drawnGap(counter)) - this.ready.couldBefore(counter)
    const at = Math.max(stage.now, since + gap)
    stage.agenda.add(at, () => this.calling(counter, since, made, past), past?.seq ?? Infinity)
  }

  /**
   * The officer calls, unless somebody else has called meanwhile or the counter is closed: then it is looked at again.
   */
  private calling(counter: string, since: number, made: number, past: PastCall | undefined): void {
    if (this.ready.since(counter) !== since || (this.made.get(counter) ?? 0) !== made) return
    const { stage } = this
    const at = stage.at(counter)
    const by: Actor = `staff:${at.staff}`
    if (past) this.made.set(counter, made + 1)
    const ids = this.newCall()
    const { chosen, reason } = past ?? { chosen: null, reason: null }
    if (chosen !== null && stage.give({ type: 'call', ...at, visit: chosen, ...ids, reason }, by)) return
    stage.give({ type: 'call-next', ...at, ...ids }, by)
  }

  private drawnGap(counter: string): number {
    const part = share(this.seed, `gap ${counter} ${this.callsAt.get(counter) ?? 0}`)
    return this.seen.one('gap', counter, part) ?? this.seen.one('gap', null, part) ?? GAP
  }

  private seat(counter: string, seat: Seat): void {
    const { stage } = this
    const { staff } = stage.at(counter)
    if (!stage.give({ ...seat, staff }, `staff:${staff}`)) {
      stage.turnedAway += 1
      this.lookAt(counter)
    }
  }
}

/** The additional times at which the change has them open. */
function windowsOf(
  { hall }: Stage,
  { opened }: Script,
  { open = [] }: Change,
): ReadonlyMap<string, readonly { from: number; to: number }[]> {
  const windows = new Map<string, { from: number; to: number }[]>()
  for (const { counter, from, to } of open) {
    const [begins, ends] = [from, to].map((time) => instantOf({ ...hall, ...opened }, minuteOf(time)))
    const span = { from: begins as number, to: ends as number }
    windows.set(counter, [...(windows.get(counter) ?? []), span])
  }
  return windows
}
