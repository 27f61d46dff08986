// A batch under way: each command is decided on the draft and evolves it, and what is to be written gathers there. A
// day that is over turns in it, and time that was confirmed runs on from it.
import type { Clock } from './clock.ts'
import { Changes } from './hall/changes.ts'
import type { Command, Meant, Time } from './hall/command.ts'
import { decide, evolve } from './hall/rules.ts'
import { confirmedAt, needsToday, reopenedAt } from './hall/day/clock.ts'
import type { Actor, Event, Recorded } from './hall/event.ts'
import type { Hall } from './hall/hall.ts'
import { isRefusal, type Refusal, refuse } from './hall/refusal.ts'
import { dayIn } from './time-zone.ts'

/** A text that somebody typed; the event knows only its id. */
export interface Note {
  readonly id: string
  readonly text: string
}

export interface Request {
  readonly command: Command
  readonly by: Actor
  /** The caller's idempotency key, and a hash of what was asked with it. */
  readonly once?: { readonly key: string; readonly hash: string } | undefined
  readonly notes?: readonly Note[] | undefined
  /**
   * What the caller saw, and until when the command is meant. A repeat of one that was done gets its answer whatever
   * this says.
   */
  readonly meant?: Meant | undefined
}

/** The event that the answer is made from; null if nothing had to change. A repeat gets the first one's event. */
export interface Accepted {
  readonly event: Event | null
  /** The event's own, null without one. */
  readonly seq: number | null
}
export type Answer = Accepted | Refusal

/** All that one commit makes durable, together or not at all. */
export interface Batch {
  readonly records: readonly Recorded[]
  readonly notes: readonly (Note & { readonly day: string })[]
  /** A day that was reopened: it has no facts any more. */
  readonly reopened: string | null
  /** Days before this one are over for good, so the free text of those days is erased; null: nothing changed. */
  readonly over: string | null
}

/**
 * Whether somebody who takes a number at `now` is unlikely to be called today, by the last forecast; null: there is
 * none.
 */
export type IsFull = (service: string, now: number) => boolean | null

/** A request that waits for its answer. */
export interface Pending {
  readonly request: Request
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** A batch under way: what it has changed so far, and what is to be written. */
export class Draft implements Batch {
  readonly changes = new Changes()
  readonly records: Recorded[] = []
  readonly notes: (Note & { day: string })[] = []
  reopened: Batch['reopened'] = null
  over: Batch['over'] = null
  /** Takes back a change of the time, or redoes it: each call returns the other. */
  private readonly timeMoved: (() => void)[] = []
  private readonly hall: Hall
  private readonly numbersOf: (day: string) => Record<string, number>
  private readonly clock: Clock
  private readonly isFull: IsFull | undefined
  private time: Time

  /** `numbersOf`: how far the prefixes had counted if that day was open before. */
  constructor(
    hall: Hall,
    numbersOf: (day: string) => Record<string, number>,
    clock: Clock,
    isFull: IsFull | undefined,
  ) {
    this.hall = hall
    this.numbersOf = numbersOf
    this.clock = clock
    this.isFull = isFull
    this.time = this.moment()
  }

  /**
   * Decides one request on the draft. Returns a function that answers the caller, to be called once the batch is on
   * the disk.
   */
  settle({ request, resolve, reject }: Pending): () => void {
    const mark = this.changes.mark()
    const [written, moved] = [this.records.length, this.timeMoved.length]
    const { reopened, over, time } = this
    try {
      this.meetToday(request.command)
      const answer = this.answer(request)
      return () => resolve(answer)
    } catch (error) {
      this.changes.backTo(mark)
      this.records.length = written
      this.timeMoved.length = moved
      Object.assign(this, { reopened, over, time })
      return () => reject(error)
    }
  }

  private moment(): Time {
    const { hall, isFull } = this
    const time = this.clock.time(hall)
    return isFull ? { ...time, isFull: (service) => isFull(service, time.now) } : time
  }

  /** The hall and the clock are as they were before. */
  takeBack(): void {
    this.changes.backTo()
  }

  /** And as the draft made them: the same events on the same hall give the same hall. */
  doAgain(): void {
    for (const recorded of this.records) evolve(this.hall, this.changes, recorded)
    for (const again of this.timeMoved) again()
  }

  private answer(request: Request): Answer {
    const { command, by, once, notes = [], meant } = request
    const key = once ? `${by} ${once.key}` : null
    const seen = key === null ? undefined : (this.hall.seen.get(key) ?? this.hall.yesterday?.seen.get(key))
    if (seen) return seen.hash === once?.hash ? { event: seen.event, seq: seen.seq } : refuse('key-reused')
    const events = decide(this.hall, { command, time: this.time, meant })
    if (isRefusal(events)) return events
    this.turnFirst(events)
    const before = this.hall.seq
    this.record(events, by, key, once?.hash ?? null)
    if (events.length > 0 && !by.startsWith('system:')) this.clock.use(this.hall)
    if (events.length > 0) for (const note of notes) this.notes.push({ ...note, day: this.hall.day })
    const main = mainOf(events)
    const event = events[main] ?? null
    return { event, seq: event && before + 1 + main }
  }

  /**
   * A command that needs today's date settles the doubt after a start, unless some clock says that the old day goes
   * on.
   */
  private meetToday(command: Command): void {
    if (command.type === 'confirm-clock' || command.type === 'reopen-day') return
    if (this.time.held && needsToday(this.hall, command) && this.clock.begin(this.hall))
      this.time = this.moment()
    this.turnDay()
  }

  /** Past the day's end (or before its start, after the clock was set back) a new day opens first. */
  private turnDay(): void {
    const { now, suspect, held } = this.time
    const { closed, startsAt, endsAt, layout } = this.hall
    if (suspect || held || (!closed && startsAt <= now && now < endsAt)) return
    const span = dayIn(layout.base.timeZone, now)
    const numbers = this.numbersOf(span.day)
    const command: Command = { type: 'open-day', ...span, numbers, plan: layout.base }
    const events = decide(this.hall, { command, time: this.time })
    if (!isRefusal(events)) this.record(events, 'system:clock', null, null)
  }

  /** A confirmation that moves nothing belongs to the day that it confirms, not to the one that it ends. */
  private turnFirst([event]: readonly Event[]): void {
    if (event?.type !== 'clock-confirmed' || this.time.state === 'behind') return
    const at = confirmedAt(this.hall, this.time)
    if (event.from !== at) return
    this.runOn(at, true)
    this.turnDay()
  }

  private record(events: readonly Event[], by: Actor, key: string | null, hash: string | null): void {
    const main = mainOf(events)
    events.forEach((event, index) => {
      const at = this.timeOf(event)
      const day = event.type === 'day-opened' || event.type === 'day-reopened' ? event.day : this.hall.day
      const own = index === main ? { key, hash } : { key: null, hash: null }
      const recorded: Recorded = { seq: this.hall.seq + 1, at, day, by, ...own, event }
      evolve(this.hall, this.changes, recorded)
      this.records.push(recorded)
      this.follow(event, at)
    })
  }

  private timeOf(event: Event): number {
    const { closedDay } = this.hall
    if (event.type === 'clock-confirmed') return confirmedAt(this.hall, this.time)
    if (event.type === 'day-reopened' && closedDay) return reopenedAt(closedDay, this.time)
    return Math.max(this.time.now, this.hall.at)
  }

  /** What an event causes besides the change of the hall. */
  private follow(event: Event, at: number): void {
    switch (event.type) {
      case 'clock-confirmed':
        this.runOn(at, true)
        this.turnDay()
        this.over = this.hall.day
        break
      case 'day-reopened':
        this.reopened = event.day
        this.runOn(at, false)
        break
      case 'day-opened':
        this.over = this.clock.isSure() ? event.day : (this.hall.closedDay?.day.day ?? event.day)
        break
      case 'visit-taken':
        this.over = this.hall.day
        break
      default:
    }
  }

  /** Time runs on from what was confirmed, and that may be another day. */
  private runOn(at: number, confirmed: boolean): void {
    const moved = this.clock.runFrom(at, confirmed)
    this.timeMoved.push(moved)
    this.changes.did(moved)
    this.time = this.moment()
  }
}

/**
 * The event that the answer is made from and that the key refers to: the first; a plan comes last, after what it
 * closes.
 */
function mainOf(events: readonly Event[]): number {
  return Math.max(
    0,
    events.findIndex(({ type }) => type === 'plan-revised'),
  )
}
