// Plays random days: time goes on, commands come, and after each of them the hall is checked against the model.
import { Changes } from '../../server/hall/changes.ts'
import type { Command, Time } from '../../server/hall/command.ts'
import { decide, evolve, fold } from '../../server/hall/rules.ts'
import { reopenedAt } from '../../server/hall/day/clock.ts'
import type { Event, Recorded } from '../../server/hall/event.ts'
import { nextDue } from '../../server/clock.ts'
import { type CounterState, emptyHall, type Hall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { isRefusal, type Refusal } from '../../server/hall/refusal.ts'
import type { Slip } from '../../server/hall/visit.ts'
import {
  chooseBackUp,
  confirmClock,
  raiseNumbers,
  releaseDue,
  reopenDay,
  restart,
  undo,
} from '../rules/commands.ts'
import { checkCall } from './check-call.ts'
import { check, checkAhead, checkVisit } from './invariants.ts'
import { lastNumbers, Model } from './model.ts'
import {
  freeze,
  mustBeSame,
  pictureForUndo,
  pictureOf,
  valuesOf,
  withoutServed,
  withSlipsOf,
} from './picture.ts'
import { createRandom, type Random } from './prng.ts'
import { randomCommands } from './random-commands.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A midnight in UTC+8. */
const MIDNIGHT = Date.UTC(2026, 11, 29, 16)

/** Called for each thing that a play does. */
export interface Watcher {
  /** The command that is given instead, as the doors let it in; null: none. */
  admit(command: Command): Command | null
  /** This many milliseconds pass, and then it is `play.time().now`. */
  passes(ms: number): void
  /** The hall has evolved by these. */
  recorded(records: readonly Recorded[]): void
  /** The hall was read from the journal again. */
  restarted(): void
  /** A command is over, with all its consequences. */
  played(): void
}

export class Play {
  hall: Hall
  readonly model: Model
  readonly records: Recorded[] = []
  /** How often each command was accepted and refused. */
  readonly tally = new Map<string, number>()
  private readonly told: string[] = []
  private readonly random: Random
  private readonly next: (hall: Hall) => Command
  private now = MIDNIGHT + 8 * 60 * MINUTE
  /** How far the system's clock is from the hall's count, milliseconds. */
  private leapt = 0
  private slips: ReadonlyMap<string, Slip> = new Map()
  private readonly credits = new Map<string, number>()
  private readonly watcher: Watcher | null
  private readonly checks: boolean

  /** Without `checks` the same day is played and nothing compared: for tests that only need what happened in it. */
  constructor(seed: number, plans: readonly Plan[], watcher: Watcher | null = null, checks = true) {
    const plan = plans[0] as Plan
    this.watcher = watcher
    this.checks = checks
    this.random = createRandom(seed)
    this.next = randomCommands(this.random, plans)
    this.hall = emptyHall(layOut(plan))
    this.model = new Model(plan)
    this.turnDay()
  }

  /** Plays this many commands. A throw says what is wrong and what came before. */
  play(commands: number): void {
    try {
      for (let played = 1; played <= commands; played++) {
        this.passTime()
        this.playOne()
        this.watcher?.played()
        if (this.checks && played % 60 === 0) this.checkAll()
        if (played % 1000 === 0) this.foldAgain()
      }
    } catch (error) {
      const before = this.told.slice(-12).join('\n  ')
      throw new Error(`after ${this.told.length} commands, the last of them\n  ${before}`, { cause: error })
    }
  }

  private playOne(): void {
    const { random, hall } = this
    if (nextDue(hall) <= this.now && !random.oneIn(4)) this.give(releaseDue)
    if (random.oneIn(50)) this.rehearse()
    const wished = this.next(hall)
    const command = this.watcher ? this.watcher.admit(wished) : wished
    if (!command) return
    if ('counter' in command && command.type !== 'undo' && random.oneIn(12)) this.giveAndTakeBack(command)
    else this.give(command)
  }

  /**
   * Time goes on. Now and then the system's clock leaps, ahead or back; meanwhile the hall goes on by its own count,
   * until the clock is back as if nothing had happened, or somebody confirms what it says.
   */
  private passTime(): void {
    const { random, hall } = this
    if (this.leapt === 0 && random.oneIn(400)) this.leap()
    else if (this.leapt !== 0 && random.oneIn(5)) this.endLeap()
    // While the clock is in doubt the day does not end, so that its midnight may pass.
    const by = this.leapt === 0 ? aWhile(random, hall.endsAt - this.now) : random.int(5 * MINUTE)
    this.now += by
    this.watcher?.passes(by)
    if (this.leapt === 0) this.turnDay()
  }

  private endLeap(): void {
    if (this.random.oneIn(2)) this.setClock()
    this.leapt = 0
  }

  private leap(): void {
    const { random } = this
    const by = 6 * MINUTE + random.int(random.pick([60 * MINUTE, 10 * 60 * MINUTE, 2 * DAY]))
    this.leapt = random.oneIn(2) ? by : -by
    this.told.push(`the clock leaps by ${this.leapt} ms`)
  }

  /** What the clock says is confirmed: minutes, hours or days before or after what the hall took for the time. */
  private setClock(): void {
    const at = this.now + this.leapt
    this.record(decide(this.hall, { command: confirmClock, time: this.time() }) as Event[], at)
    this.now = at
    this.leapt = 0
    this.turnDay()
  }

  private turnDay(): void {
    const { closed, startsAt, endsAt, layout, seq } = this.hall
    if (!closed && startsAt <= this.now && this.now < endsAt) return
    const start = this.now - ((this.now - MIDNIGHT) % DAY) - (this.now < MIDNIGHT ? DAY : 0)
    const day = new Date(start + DAY / 2).toISOString().slice(0, 10)
    const numbers = Object.fromEntries(lastNumbers(this.model, day))
    this.give({ type: 'open-day', day, startsAt: start, endsAt: start + DAY, numbers, plan: layout.base })
    if (seq > 0 && this.random.oneIn(2)) this.give(restart)
    if (seq > 0 && this.random.oneIn(3)) this.reopen()
  }

  /** The day was closed wrongly: after a while in the wrong day, it goes on. */
  private reopen(): void {
    for (let left = this.random.int(8); left > 0; left--) {
      const command = this.next(this.hall)
      if (!('services' in command)) this.give(command)
    }
    const { closedDay } = this.hall
    if (!closedDay) return
    const at = reopenedAt(closedDay, this.time())
    const events = decide(this.hall, { command: reopenDay, time: this.time() })
    this.told.push(`the day is opened again, ${JSON.stringify(events)}`)
    if (isRefusal(events)) return
    this.now = at
    this.record(events, at)
  }

  /** The moment as of which a command would be decided. */
  time(): Time {
    const minute = Math.floor((this.now - this.hall.startsAt) / MINUTE)
    const state = this.leapt === 0 ? 'right' : this.leapt < 0 ? 'behind' : 'ahead'
    return {
      now: this.now,
      minute,
      suspect: state !== 'right',
      system: this.now + this.leapt,
      state,
      held: false,
    }
  }

  private give(command: Command): Event[] | Refusal {
    this.told.push(
      `${this.now} ${JSON.stringify(command, (key, value: unknown) => (key === 'plan' ? '…' : value))}`,
    )
    const was = this.random.oneIn(40) && this.checks ? pictureOf(this.hall) : null
    const answer = decide(this.hall, { command, time: this.time() })
    const what = `${command.type}: ${isRefusal(answer) ? answer.refused : answer.length === 0 ? 'nothing' : 'done'}`
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1)
    if (was) mustBeSame('decide changed', was, pictureOf(this.hall))
    if (this.checks) checkCall(this.model, command, answer, this.now)
    if (!isRefusal(answer)) this.record(answer, this.now)
    return answer
  }

  private record(events: readonly Event[], at: number): void {
    const changes = new Changes()
    for (const event of events) {
      freeze(event)
      const recorded = this.recorded(event, at)
      evolve(this.hall, changes, recorded)
      this.model.follow(recorded)
      this.records.push(recorded)
      const visit = 'visit' in event ? this.hall.visits.get(event.visit) : undefined
      if (!visit) continue
      if (this.checks) checkVisit(this.model, visit)
      if (this.random.oneIn(3) && this.checks) checkAhead(this.hall, this.model, visit, at)
    }
    changes.keep()
    this.watcher?.recorded(this.records.slice(this.records.length - events.length))
  }

  private recorded(event: Event, at: number): Recorded {
    const { seq, day } = this.hall
    const key = `visitor ${seq + 1}`
    const once = event.type === 'visit-taken' ? { key, hash: 'hash' } : { key: null, hash: null }
    const of = event.type === 'day-opened' || event.type === 'day-reopened' ? event.day : day
    return { seq: seq + 1, at, day: of, by: 'system:start', ...once, event }
  }

  /** A batch that could not be stored: the hall is exactly what it was. */
  private rehearse(): void {
    const { random, hall } = this
    const was = this.checks ? pictureOf(hall) : null
    const changes = new Changes()
    for (let left = 1 + random.int(12); left > 0; left--) {
      const command: Command = random.oneIn(30)
        ? { type: 'open-day', day: '2030-01-01', startsAt: 0, endsAt: 1, numbers: {}, plan: hall.layout.base }
        : this.next(hall)
      const answer = decide(hall, { command, time: this.time() })
      if (isRefusal(answer)) continue
      for (const event of answer) evolve(hall, changes, this.recorded(event, this.now))
    }
    changes.backTo()
    if (was) mustBeSame('taking a batch back changed', was, pictureOf(hall))
  }

  private giveAndTakeBack(command: Command & { counter: string }): void {
    // Whoever is served without a number gets one, and an undo gives no day back that had closed before it (D9).
    const hall = command.type === 'serve' ? { ...this.hall, closedDay: null } : this.hall
    const was = this.checks ? pictureForUndo(hall) : null
    this.slips = new Map([...this.hall.visits].map(([id, { slip }]) => [id, slip]))
    const before = this.hall.counters.get(command.counter)?.last
    const answer = this.give(command)
    const counter = this.hall.counters.get(command.counter)
    if (isRefusal(answer) || !counter?.last || counter.last === before) return
    const undone = this.give({ ...undo(counter.id), staff: this.whoUndoes(command, counter) })
    if (isRefusal(undone)) throw new Error(`${command.type} can't be undone: ${undone.refused}`)
    if (!was) return
    const left = command.type === 'serve' ? withoutServed(this.hall, command.visit) : this.hall
    mustBeSame(`undoing ${command.type} changed`, was, pictureForUndo(withSlipsOf(left, this.slips)))
  }

  /** Who holds the counter; after a handover, also who handed it over. */
  private whoUndoes(command: Command & { counter: string }, { staff }: CounterState): string {
    const former = command.type === 'hand-over' && this.random.oneIn(2) ? command.staff : null
    return former ?? staff ?? ''
  }

  private checkAll(): void {
    check(this.hall, this.model)
    for (const { id, takenAt, priority, steps } of this.hall.visits.values()) {
      const credit = (this.hall.at - takenAt) * (priority ? 3 : 1)
      // In one class; with another one it is as if it had arrived that way.
      const inClass = `${id} ${priority}`
      if (steps.some(({ status }) => status === 'waiting') && credit < (this.credits.get(inClass) ?? 0)) {
        throw new Error(`${id} lost credit`)
      }
      this.credits.set(inClass, credit)
    }
  }

  /** A restart: the journal is read again, all of it and today's part alone, and the day goes on with the result. */
  private foldAgain(): void {
    const journal = JSON.parse(JSON.stringify(this.records)) as Recorded[]
    const nothing = { ...this.hall.layout.base, services: [], counters: [] }
    const whole = fold(journal, nothing)
    if (this.checks) {
      const today = fold(todayOf(journal), nothing)
      mustBeSame(
        'today alone does not make',
        valuesOf({ ...this.hall, yesterday: null, closedDay: null }),
        valuesOf(today),
      )
      mustBeSame('the journal does not make', valuesOf(this.hall), valuesOf(whole))
    }
    this.hall = whole
    this.watcher?.restarted()
    if (this.checks) check(this.hall, this.model)
    this.missEvents()
    this.give(restart)
  }

  /**
   * The seal knows numbers that the journal does not: of a prefix that was given, and of one that never was. No
   * random number is drawn for it, so that the seeds of old faults keep their meaning.
   */
  private missEvents(): void {
    const { day } = this.hall
    const last = lastNumbers(this.model, day)
    const [prefix = 'A'] = last.keys()
    const sealed = (by: number) => ({ [prefix]: (last.get(prefix) ?? 0) + by, Z: (last.get('Z') ?? 0) + by })
    const decided = (command: Command) => decide(this.hall, { command, time: this.time() }) as Event[]
    for (const needless of [raiseNumbers(day, sealed(0)), raiseNumbers('2020-01-01', sealed(20))])
      if (decided(needless).length > 0) throw new Error('raised without need')
    for (const command of [raiseNumbers(day, sealed(20)), chooseBackUp(null, this.now, 7)])
      this.record(decided(command), this.now)
  }
}

/** What happens in a random day of this many commands; `tests/property/random-days.test.ts` looks whether it may. */
export function recordsOf(seed: number, plans: readonly Plan[], commands: number): readonly Recorded[] {
  const played = new Play(seed, plans, null, false)
  played.play(commands)
  return played.records
}

/** What a start reads: the day from its opening on; for a reopened day, without the mistaken close. */
function todayOf(journal: readonly Recorded[], end = journal.length): Recorded[] {
  const opening = journal.findLastIndex(
    ({ event }, index) => index < end && (event.type === 'day-opened' || event.type === 'day-reopened'),
  )
  const event = journal[opening]?.event
  const own = journal.slice(opening, end)
  if (event?.type !== 'day-reopened') return own
  return [...todayOf(journal, event.to - 1), ...own]
}

/** Milliseconds until the next command: seconds mostly, sometimes minutes or hours, rarely to midnight or for days. */
function aWhile(random: Random, untilMidnight: number): number {
  if (random.oneIn(1200)) return Math.max(0, untilMidnight - random.int(3) * 10_000)
  if (random.oneIn(3000)) return random.int(8 * DAY)
  if (random.oneIn(400)) return random.int(2 * 60) * MINUTE
  if (random.oneIn(12)) return random.int(3 * MINUTE)
  return random.oneIn(4) ? 0 : random.int(10_000)
}
