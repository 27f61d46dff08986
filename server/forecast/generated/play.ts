// Plays a day of a made-up hall through the real rules. An onlooker sees a hall and its events, as on a real day.
import { Changes } from '../../hall/changes.ts'
import type { Command, Time } from '../../hall/command.ts'
import { decide, evolve } from '../../hall/rules.ts'
import type { Event, Recorded } from '../../hall/event.ts'
import { emptyHall, type Hall } from '../../hall/hall.ts'
import { layOut } from '../../hall/layout.ts'
import { isRefusal } from '../../hall/refusal.ts'
import { between } from '../../training/random.ts'
import { arrivalsOf, CLOSES, type DayLaw, lawOf, lengthOf, type Office, OPENS } from './office.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Midnight of a Monday in the plan's time zone, UTC+8. */
const FIRST = Date.UTC(2026, 0, 4, 16)

export interface Played {
  readonly day: string
  readonly records: readonly Recorded[]
}

/** An onlooker, given the hall as it stands. */
export interface Onlooker {
  /** Somebody is about to take a number. */
  readonly comes?: (hall: Hall, now: number) => void
  /** A number was taken. */
  readonly taken?: (hall: Hall, visit: string, now: number) => void
  /** After each event. */
  readonly heard?: (hall: Hall, recorded: Recorded) => void
  /** Each minute while the counters work. */
  readonly eachMinute?: (hall: Hall, now: number) => void
  /** Where the visitor with this number says they wait, an id of the plan's places; null: nowhere in particular. */
  readonly waitsAt?: (visit: string) => string | null
}

/** Plays the day of this number, from 0 on. */
export function playDay(office: Office, nth: number, onlooker: Onlooker = {}): Played {
  return new Play(office, nth, onlooker).run()
}

interface Desk {
  readonly id: string
  isOpen: boolean
  isBusy: boolean
  readonly breakAt: number
  readonly breakMinutes: number
  readonly saysUntil: boolean
  rested: boolean
}

class Play {
  readonly hall: Hall
  private readonly records: Recorded[] = []
  private readonly changes = new Changes()
  private readonly office: Office
  private readonly law: DayLaw
  private readonly onlooker: Onlooker
  private readonly startsAt: number
  private readonly day: string
  private readonly desks: Desk[]
  private readonly agenda: { at: number; what: () => void }[] = []
  private now: number
  private made = 0

  constructor(office: Office, nth: number, onlooker: Onlooker) {
    this.onlooker = onlooker
    this.office = office
    this.law = lawOf(office, nth)
    this.startsAt = FIRST + nth * DAY
    this.day = new Date(this.startsAt + DAY / 2).toISOString().slice(0, 10)
    this.now = this.startsAt + 7 * 60 * MINUTE
    this.hall = emptyHall(layOut(office.plan))
    const { random } = this.law
    this.desks = office.plan.counters.map(({ id }) => ({
      id,
      isOpen: false,
      isBusy: false,
      breakAt: this.at(between(random, 11.5 * 60, 12.75 * 60)),
      breakMinutes: Math.round(between(random, 20, 45)),
      saysUntil: random() < 0.7,
      rested: false,
    }))
  }

  run(): Played {
    const { law, office } = this
    const { random } = law
    const opened = {
      type: 'open-day',
      day: this.day,
      startsAt: this.startsAt,
      endsAt: this.startsAt + DAY,
    } as const
    this.give({ ...opened, numbers: {}, plan: office.plan })
    for (const desk of this.desks) this.plan(this.at(OPENS + between(random, -2, 14)), () => this.open(desk))
    for (const minute of arrivalsOf(random, this.count())) this.plan(this.at(minute), () => this.comes())
    const { eachMinute } = this.onlooker
    if (eachMinute) {
      for (let minute = OPENS; minute < CLOSES; minute += 1)
        this.plan(this.at(minute), () => eachMinute(this.hall, this.now))
    }
    for (;;) {
      const next = this.agenda.shift()
      if (!next) break
      this.now = Math.max(this.now, next.at)
      next.what()
      for (const desk of this.desks) this.calls(desk)
    }
    this.now = this.startsAt + DAY
    this.record([{ type: 'day-closed', day: this.day }])
    return { day: this.day, records: this.records }
  }

  /** As many visitors as the counters could serve, times the day's load. */
  private count(): number {
    const { office, law } = this
    const all = [...office.shares.values()].reduce((sum, share) => sum + share, 0)
    const mean = [...office.shares].reduce((sum, [id, share]) => sum + (share / all) * this.meanOf(id), 0)
    const minutes = office.plan.counters.length * (CLOSES - OPENS - 40)
    return Math.round((law.load * minutes) / (mean * (1 + office.several)))
  }

  private meanOf(service: string): number {
    return (this.office.minutes.get(service) ?? 10) + 1
  }

  private at(minute: number): number {
    return this.startsAt + Math.round(minute * MINUTE)
  }

  private plan(at: number, what: () => void): void {
    let place = this.agenda.length
    while (place > 0 && (this.agenda[place - 1]?.at ?? 0) > at) place -= 1
    this.agenda.splice(place, 0, { at, what })
  }

  private time(): Time {
    const minute = Math.floor((this.now - this.startsAt) / MINUTE)
    return { now: this.now, minute, suspect: false, system: this.now, state: 'right', held: false }
  }

  /** The events of the command; none if it was refused. */
  private give(command: Command): readonly Event[] {
    const events = decide(this.hall, { command, time: this.time() })
    if (isRefusal(events)) return []
    this.record(events)
    return events
  }

  private record(events: readonly Event[]): void {
    for (const event of events) {
      const day = event.type === 'day-opened' ? event.day : this.hall.day
      const seq = this.hall.seq + 1
      const recorded: Recorded = { seq, at: this.now, day, by: 'system:clock', key: null, hash: null, event }
      evolve(this.hall, this.changes, recorded)
      this.records.push(recorded)
      this.onlooker.heard?.(this.hall, recorded)
    }
    this.changes.keep()
  }

  private comes(): void {
    const { office, law } = this
    const { random } = law
    const first = this.draw()
    const other = random() < office.several ? this.draw() : first
    const visit = `v${(this.made += 1)}-${this.day}`
    this.onlooker.comes?.(this.hall, this.now)
    const events = this.give({
      type: 'take-visit',
      visit,
      token: visit,
      services: [...new Set([first, other])],
      missing: [],
      priority: random() < office.priority,
      comeToMe: false,
      language: null,
      printer: null,
    })
    if (events.length === 0) return
    const place = this.onlooker.waitsAt?.(visit) ?? null
    if (place !== null) this.give({ type: 'choose-place', visit, place })
    this.onlooker.taken?.(this.hall, visit, this.now)
  }

  private draw(): string {
    const all = [...this.office.shares.values()].reduce((sum, share) => sum + share, 0)
    let left = this.law.random() * all
    for (const [id, share] of this.office.shares) {
      left -= share
      if (left < 0) return id
    }
    return 'a'
  }

  private open(desk: Desk): void {
    if (this.now >= this.at(CLOSES)) return
    const by = { counter: desk.id, staff: `staff-${desk.id}` }
    if (this.give({ type: 'open-counter', ...by, mayHoldSeveral: false }).length > 0) desk.isOpen = true
    // Somebody may become callable without any event: after a walk.
    const look = () => {
      if (this.now < this.at(CLOSES)) this.plan(this.now + MINUTE, look)
    }
    if (desk.id === 'k1' && !desk.rested) look()
  }

  private calls(desk: Desk): void {
    if (!desk.isOpen || desk.isBusy) return
    const by = { counter: desk.id, staff: `staff-${desk.id}` }
    if (this.now >= this.at(CLOSES)) {
      this.give({ type: 'close-counter', ...by, mayCloseAny: false })
      desk.isOpen = false
      return
    }
    if (!desk.rested && this.now >= desk.breakAt) return this.rests(desk)
    const id = `c${(this.made += 1)}`
    const called = this.give({ type: 'call-next', ...by, call: id, announcement: `s${id}` }).find(
      (event) => event.type === 'called',
    )
    if (called?.type !== 'called') return
    desk.isBusy = true
    const { random } = this.law
    if (random() < this.office.noShow) {
      this.plan(this.now + between(random, 1.5, 3) * MINUTE, () => {
        this.give({ type: 'miss', ...by })
        desk.isBusy = false
      })
      return
    }
    const service =
      this.hall.visits.get(called.visit)?.steps.find(({ id: step }) => step === called.step)?.service ?? ''
    this.plan(this.now + between(random, 0.2, 0.9) * MINUTE, () => this.give({ type: 'start', ...by }))
    this.plan(this.now + (0.9 + this.takes(desk, service)) * MINUTE, () => {
      const rest = {
        outcome: null,
        missing: [],
        reason: null,
        words: null,
        told: null,
        comeBack: false,
        documents: null,
      } as const
      this.give({ type: 'finish', ...by, ...rest })
      this.plan(this.now + between(random, 0.1, 0.7) * MINUTE, () => void (desk.isBusy = false))
    })
  }

  private takes({ id }: Desk, service: string): number {
    const { office, law } = this
    const hours = (this.now - this.at(OPENS)) / (this.at(CLOSES) - this.at(OPENS))
    const tired = 1 + (law.drift.get(id) ?? 0) * (hours - 0.5)
    return (
      (office.minutes.get(service) ?? 10) *
      lengthOf(law.random) *
      law.slow *
      (office.speeds.get(id) ?? 1) *
      tired
    )
  }

  private rests(desk: Desk): void {
    const by = { counter: desk.id, staff: `staff-${desk.id}` }
    desk.rested = true
    desk.isOpen = false
    this.give({
      type: 'pause-counter',
      ...by,
      reason: null,
      minutes: desk.saysUntil ? desk.breakMinutes : null,
    })
    const late = between(this.law.random, -3, 8)
    this.plan(this.now + (desk.breakMinutes + late) * MINUTE, () => this.open(desk))
  }
}
