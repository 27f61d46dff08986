// A simulation, day by day: as recorded, as a replay without any change reproduces it (which shows how far to believe
// it), and as it would have been.
import type { EventType, Recorded } from '../hall/event.ts'
import { type Change, type ChangeFault, changedPlan, faultsWith, isNothing } from './change.ts'
import { Seen } from './draw.ts'
import { Side, type SideFigures } from './figures.ts'
import { readDay, type Unusual } from './read-day.ts'
import { replayDay } from './replay.ts'

/** Why a day of the period is left out. */
export type Skipped = Unusual | 'empty'

export interface SimulationResult {
  /** How many days it covers. */
  readonly days: number
  /** The plan's limit of waiting on the last of them; null: there is none. */
  readonly limitMinutes: number | null
  readonly skipped: readonly { readonly day: string; readonly why: Skipped }[]
  /** What the change names but that day's plan does not have: that part was left out there. */
  readonly absent: readonly {
    readonly code: ChangeFault['code']
    readonly about: string
    readonly days: number
  }[]
  /** As recorded. */
  readonly as: SideFigures
  /** Replayed without a change. */
  readonly again: SideFigures
  /** Replayed with it. */
  readonly would: SideFigures
  /** How close the replay without a change comes to the record, step by step. */
  readonly fidelity: {
    /** Steps that were called in both, and in only one of the two. */
    readonly steps: number
    readonly differ: number
    /** The mean difference of their waiting, whatever its sign, in seconds; null: no steps. */
    readonly meanSeconds: number | null
    /** The share of them within a minute of each other; null: no steps. */
    readonly withinMinute: number | null
  }
  /**
   * Steps that nobody had called in the record, so that what they would have done was drawn: in each of the two
   * replays.
   */
  readonly drawn: { readonly again: number; readonly would: number }
}

/** They don't affect who is served when, and are a third of a day's events. */
const BESIDE: ReadonlySet<EventType> = new Set([
  'announcement-started',
  'announcement-passed',
  'help-asked',
  'help-answered',
  'message-sent',
  'message-read',
])

export class Simulation {
  private readonly change: Change
  private readonly seed: number
  private readonly seen = new Seen()
  private readonly sides = { as: new Side(), again: new Side(), would: new Side() }
  private readonly skipped: { day: string; why: Skipped }[] = []
  private readonly absent = new Map<string, { fault: ChangeFault; days: number }>()
  private days = 0
  private limitMinutes: number | null = null
  private readonly near = { steps: 0, differ: 0, seconds: 0, within: 0 }
  private readonly drawn = { again: 0, would: 0 }

  /** `seed`: the same one draws the same. */
  constructor(change: Change, seed: number) {
    this.change = change
    this.seed = seed
  }

  /** A day that has to be left out. */
  skip(day: string, why: Skipped): void {
    this.skipped.push({ day, why })
  }

  /** Adds a day: its events from `day-opened` to `day-closed`. */
  add(recorded: readonly Recorded[]): void {
    const { seen, seed, change, sides, drawn } = this
    const events = recorded.filter(({ event }) => !BESIDE.has(event.type))
    const [first] = events
    if (first?.event.type !== 'day-opened') throw new Error('a day that does not begin')
    const { day, plan } = first.event
    if (!events.some(({ event }) => event.type === 'visit-taken')) return this.skip(day, 'empty')
    const script = readDay(events, seen)
    if (typeof script === 'string') return this.skip(day, script)
    this.days += 1
    this.limitMinutes = plan.waitLimitMinutes
    for (const fault of faultsWith(change, plan)) this.noteAbsent(fault)
    const waits = sides.as.add(events, plan)
    const again = replayDay(script, {}, seen, seed)
    this.compare(waits, sides.again.add(again.records, plan, again.turnedAway))
    drawn.again += again.drawn
    const would = isNothing(change) ? again : replayDay(script, change, seen, seed)
    sides.would.add(would.records, changedPlan(plan, change, day), would.turnedAway)
    drawn.would += would.drawn
  }

  result(): SimulationResult {
    const { days, limitMinutes, skipped, sides, drawn } = this
    const { steps, differ, seconds, within } = this.near
    return {
      days,
      limitMinutes,
      skipped,
      absent: [...this.absent.values()].map((one) => ({ ...one.fault, days: one.days })),
      as: sides.as.figures(),
      again: sides.again.figures(),
      would: sides.would.figures(),
      fidelity: {
        steps,
        differ,
        meanSeconds: steps === 0 ? null : Math.round((seconds / steps) * 10) / 10,
        withinMinute: steps === 0 ? null : Math.round((within / steps) * 1000) / 1000,
      },
      drawn: { ...drawn },
    }
  }

  private noteAbsent(fault: ChangeFault): void {
    const key = `${fault.code} ${fault.about}`
    this.absent.set(key, { fault, days: (this.absent.get(key)?.days ?? 0) + 1 })
  }

  private compare(recorded: ReadonlyMap<string, number>, replayed: ReadonlyMap<string, number>): void {
    const { near } = this
    for (const [step, wait] of recorded) {
      const other = replayed.get(step)
      if (other === undefined) {
        near.differ += 1
        continue
      }
      near.steps += 1
      near.seconds += Math.abs(other - wait)
      if (Math.abs(other - wait) <= 60) near.within += 1
    }
    for (const step of replayed.keys()) if (!recorded.has(step)) near.differ += 1
  }
}
