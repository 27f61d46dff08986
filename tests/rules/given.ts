// Given, when, then: a hall in which some things have happened, told as times and commands in their order.
import type { ClockState, Command, CommandOf, Meant, Time } from '../../server/hall/command.ts'
import { Changes } from '../../server/hall/changes.ts'
import { decide, evolve } from '../../server/hall/rules.ts'
import type { Event, Recorded } from '../../server/hall/event.ts'
import { emptyHall, type Hall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import { nextAt } from '../../server/hall/next.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { isRefusal, type Refusal, type RefusalCode } from '../../server/hall/refusal.ts'
import type { Step, Visit } from '../../server/hall/visit.ts'

/** `08:30` or `08:30:15`, the hall's wall clock. */
export type WallClock = `${number}:${number}` | `${number}:${number}:${number}`

const DAY = 86_400_000
/** Midnight of Tuesday 24 November 2026 in the plan's hall, UTC+8. */
const FIRST_MIDNIGHT = Date.UTC(2026, 10, 23, 16)

/** A hall in which this has happened on its first day; every command must be accepted. */
export function given(plan: Plan, ...told: (WallClock | Command)[]): Story {
  const story = new Story(plan)
  for (const one of told) {
    if (typeof one === 'string') story.at(one)
    else story.does(one)
  }
  return story
}

export class Story {
  readonly hall: Hall
  readonly records: Recorded[] = []
  private readonly changes = new Changes()
  private day = 0
  private now = FIRST_MIDNIGHT + 8 * 3_600_000
  private state: ClockState = 'right'
  private system: number | null = null

  constructor(plan: Plan) {
    this.hall = emptyHall(layOut(plan))
    this.does(this.dayCommand(plan))
  }

  /** It is now this time of the present day. */
  at(time: WallClock): this {
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
    const now = FIRST_MIDNIGHT + this.day * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000
    if (now < this.now) throw new Error(`${time} is over already`)
    this.now = now
    return this
  }

  /** The clock turns out to be behind the last event, or right again. */
  clockLies(suspect: boolean): this {
    this.state = suspect ? 'behind' : 'right'
    return this
  }

  /** The clock turns out to be this many minutes behind the last event, and is confirmed. */
  setClockBack(minutes: number): this {
    return this.confirmClock('behind', this.hall.at - minutes * 60_000)
  }

  /** The clock leapt this many minutes ahead, and is confirmed there. */
  setClockAhead(minutes: number): this {
    return this.confirmClock('ahead', this.now + minutes * 60_000)
  }

  private confirmClock(state: ClockState, system: number): this {
    this.state = state
    this.system = system
    this.record(this.decide({ type: 'confirm-clock' }) as Event[], system)
    this.now = system
    this.system = null
    this.state = 'right'
    return this
  }

  /** The day before goes on, from this time of it or from where it stopped. */
  reopensDay(time?: WallClock): this {
    this.day -= 1
    this.now = this.hall.closedDay?.at ?? this.now
    if (time) this.at(time)
    return this.tries(this.changes)
  }

  /** The result of reopening the day, with these changes. */
  tries(changes: Changes): this {
    const events = this.decide({ type: 'reopen-day' })
    if (isRefusal(events)) throw new Error(`reopen-day was refused: ${events.refused}`)
    this.record(events, this.now, changes)
    return this
  }

  /** A later day opens at this time, this many days after the present one. */
  nextDay(time: WallClock, days = 1, numbers: Readonly<Record<string, number>> = {}): this {
    this.day += days
    this.at(time)
    this.does({ ...this.dayCommand(this.hall.layout.base), numbers })
    return this
  }

  /** The result of a command: events, which then have happened, or a refusal. */
  when(command: Command, meant?: Meant): Event[] | Refusal {
    const answer = this.decide(command, meant)
    if (!isRefusal(answer)) this.record(answer, this.now)
    return answer
  }

  /** A command that must be accepted. */
  does(command: Command): Event[] {
    const answer = this.when(command)
    if (isRefusal(answer)) throw new Error(`${command.type} was refused: ${answer.refused}`)
    return answer
  }

  /** The code that a command is refused with, or null when it is accepted. */
  refusal(command: Command, meant?: Meant): RefusalCode | null {
    const answer = this.when(command, meant)
    return isRefusal(answer) ? answer.refused : null
  }

  visit(id: string): Visit {
    const visit = this.hall.visits.get(id)
    if (!visit) throw new Error(`no visit ${id}`)
    return visit
  }

  /** The visit's newest step for a service. */
  step(visit: string, service: string): Step {
    const step = this.visit(visit).steps.findLast((one) => one.service === service)
    if (!step) throw new Error(`${visit} has no step for ${service}`)
    return step
  }

  /** Statuses of all steps of a visit, in order. */
  statuses(visit: string): string[] {
    return this.visit(visit).steps.map(({ status }) => status)
  }

  /** The visit that the counter would call now, or null. */
  next(counter: string): string | null {
    return nextAt(this.hall, counter, this.now)?.candidate.visit.id ?? null
  }

  /** The id of the visit at this counter, or null. */
  present(counter: string): string | null {
    return this.hall.counters.get(counter)?.current?.visit ?? null
  }

  get time(): Time {
    const minute = Math.floor((this.now - FIRST_MIDNIGHT - this.day * DAY) / 60_000)
    const suspect = this.state !== 'right'
    return { now: this.now, minute, suspect, system: this.system ?? this.now, state: this.state, held: false }
  }

  private decide(command: Command, meant?: Meant): Event[] | Refusal {
    return decide(this.hall, { command, time: this.time, meant })
  }

  private record(events: readonly Event[], at: number, changes = this.changes): void {
    for (const event of events) {
      const day = event.type === 'day-opened' || event.type === 'day-reopened' ? event.day : this.hall.day
      const seq = this.hall.seq + 1
      const recorded: Recorded = { seq, at, day, by: 'system:start', key: null, hash: null, event }
      evolve(this.hall, changes, recorded)
      this.records.push(recorded)
    }
    if (changes === this.changes) changes.keep()
  }

  private dayCommand(plan: Plan): CommandOf<'open-day'> {
    const startsAt = FIRST_MIDNIGHT + this.day * DAY
    const day = new Date(startsAt + DAY / 2).toISOString().slice(0, 10)
    return { type: 'open-day', day, startsAt, endsAt: startsAt + DAY, numbers: {}, plan }
  }
}
