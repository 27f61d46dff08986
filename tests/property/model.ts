// A second, simpler version of the rules: plain objects, no indexes, whole copies for an undo. It follows the events
// of a random day and throws as soon as one of them breaks a rule.
import type { EventOf, Recorded } from '../../server/hall/event.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { ENDED, type ModelCounter, type ModelHall, type ModelVisit } from './model-parts.ts'
import { ModelHelp } from './model-help.ts'
import { ModelPlan } from './model-plan.ts'
import { steer } from './model-steer.ts'
import { changeStep, delay, type StepEvent } from './model-step.ts'

const OVER_AT_MIDNIGHT = ['blocked', 'waiting', 'called', 'held', 'missed']

export class Model implements ModelHall {
  readonly planned: ModelPlan
  day = ''
  at = 0
  visits = new Map<string, ModelVisit>()
  counters = new Map<string, ModelCounter>()
  /** All numbers given, by day. */
  readonly numbers = new Map<string, Set<string>>()
  /** Where prefixes continued when events were missing, by day. */
  readonly floors = new Map<string, Map<string, number>>()
  /** The prefix of each service's numbers, by day and service. */
  private readonly prefixes = new Map<string, string>()
  /** Tickets of this day, by service. */
  taken = new Map<string, number>()
  readonly help = new ModelHelp()
  private stamps = 0
  /** The day that closed last, as it was before. */
  private before: ReturnType<Model['keep']> | null = null

  constructor(plan: Plan) {
    this.planned = new ModelPlan(plan)
  }

  get plan(): Plan {
    return this.planned.today()
  }

  visit(id: string): ModelVisit {
    return must(this.visits.get(id), `visit ${id}`)
  }

  counter(id: string): ModelCounter {
    const counter = this.counters.get(id) ?? { state: 'closed', staff: null, current: null, last: null }
    this.counters.set(id, counter)
    return counter
  }

  allCounters = () => this.counters.values()

  zoneOf(counter: string): string {
    return this.plan.counters.find(({ id }) => id === counter)?.zone ?? ''
  }

  follow({ event, at }: Recorded): void {
    if (!['clock-confirmed', 'day-reopened'].includes(event.type) && at < this.at)
      throw new Error('time ran backwards')
    this.help.follow(event)
    switch (event.type) {
      case 'day-opened':
        this.openDay(event)
        break
      case 'day-closed':
        this.before = this.keep()
        this.closeDay()
        break
      case 'day-reopened':
        this.reopen(event.day)
        break
      case 'plan-revised':
        this.planned.revise(event.plan, event.retired ?? null)
        break
      case 'phase-changed':
      case 'quota-set':
      case 'desk-set':
        this.planned.follow(event)
        break
      case 'step-added':
      case 'step-released':
      case 'priority-set':
      case 'step-cancelled':
      case 'step-moved':
      case 'step-reopened':
        steer(this, event, at)
        this.visit(event.visit).stamp = ++this.stamps
        break
      case 'clock-confirmed':
        this.move(at - (event.from ?? this.at))
        break
      case 'visit-taken':
        this.take(event, at)
        break
      case 'visit-cancelled':
        this.cancel(event.visit)
        break
      case 'visit-delayed':
        delay(this, this.visit(event.visit), event, at)
        this.visit(event.visit).stamp = ++this.stamps
        break
      case 'slip-asked': {
        const { slip } = this.visit(event.visit)
        const noted = slip.noted || slip.status === 'printed' || slip.status === 'none'
        if (slip.status === 'queued' && slip.printer === event.printer) throw new Error('asked for twice')
        Object.assign(slip, { status: 'queued', noted, printer: event.printer, why: null })
        slip.copies += 1
        break
      }
      case 'slip-printed':
        Object.assign(this.visit(event.visit).slip, { status: 'printed', why: null })
        break
      case 'slip-failed':
        Object.assign(this.visit(event.visit).slip, { status: 'failed', why: event.why })
        break
      // Where somebody waits changes nothing that is called or shown of the queue.
      case 'place-chosen':
        break
      case 'number-noted':
        this.visit(event.visit).slip.noted = true
        break
      case 'counter-opened':
        Object.assign(this.counter(event.counter), { state: 'open', staff: event.staff })
        break
      case 'counter-paused':
        this.counter(event.counter).state = 'paused'
        break
      case 'counter-closed':
        if (this.counter(event.counter).current) throw new Error('closed over somebody')
        this.counters.delete(event.counter)
        break
      case 'handed-over': {
        const counter = this.counter(event.counter)
        if (counter.staff !== event.from) throw new Error('handed over by somebody else')
        const { current, staff } = counter
        Object.assign(counter, {
          staff: event.staff,
          last: { at, visit: null, current, staff, stamp: 0 },
        })
        break
      }
      case 'staff-assigned': {
        const counter = this.counter(event.counter)
        if (counter.staff !== event.from) throw new Error('placed instead of somebody else')
        if (counter.staff !== null && counter.current) throw new Error('placed over somebody')
        const state = event.open ? 'open' : 'paused'
        Object.assign(counter, { state, staff: event.staff, last: null })
        break
      }
      case 'undone':
        this.undo(event.counter)
        break
      case 'numbers-raised':
        this.raise(event)
        break
      case 'back-up-chosen':
      case 'paper-printed':
      case 'paper-entered':
      case 'paper-taken-back':
      case 'help-asked':
      case 'help-answered':
      case 'message-sent':
      case 'message-read':
        break
      case 'announcement-started':
      case 'announcement-passed':
      case 'announcement-skipped':
      case 'sound-checked':
      case 'announcement-heard':
      case 'announcement-unheard':
        break
      default:
        this.act(event, at)
    }
    this.at = at
  }

  private raise({ numbers }: EventOf<'numbers-raised'>): void {
    const floors = this.floors.get(this.day) ?? new Map<string, number>()
    for (const [prefix, running] of Object.entries(numbers)) {
      if (running <= (lastNumbers(this, this.day).get(prefix) ?? 0)) throw new Error(`${prefix} went back`)
      floors.set(prefix, running)
    }
    this.floors.set(this.day, floors)
  }

  private openDay({ day, plan, carried, retired }: EventOf<'day-opened'>): void {
    // One that opens a second time, as a clock was set back, begins with the plan of now.
    for (const began of this.prefixes.keys()) if (began.startsWith(`${day} `)) this.prefixes.delete(began)
    const staying = [...this.visits.values()].filter(({ steps }) => steps.some((s) => s.status === 'serving'))
    if (staying.length !== carried.length) throw new Error('somebody was lost over midnight')
    this.visits = new Map(
      staying.map((visit) => {
        const steps = visit.steps.filter(({ status }) => status === 'serving')
        const slip = { status: 'none', noted: true, printer: null, why: null, copies: 0 }
        return [
          visit.id,
          { ...visit, slip, walk: null, steps: steps.map((step) => ({ ...step, comeBack: null })) },
        ]
      }),
    )
    this.counters = new Map([...this.counters].filter(([, { current }]) => current))
    for (const counter of this.counters.values()) Object.assign(counter, { state: 'paused', last: null })
    this.day = day
    this.planned.open(plan, retired ?? null)
    this.taken = new Map()
  }

  private closeDay(): void {
    for (const visit of this.visits.values()) {
      for (const step of visit.steps) if (OVER_AT_MIDNIGHT.includes(step.status)) step.status = 'expired'
    }
    for (const [id, { current }] of this.counters) {
      const step = current && this.visit(current.visit).steps.find((one) => one.id === current.step)
      if (step?.status !== 'serving') this.counters.delete(id)
    }
  }

  private keep() {
    const { day, visits, counters, taken } = this
    return {
      ...structuredClone({ day, visits, counters, taken }),
      planned: this.planned.copy(),
      help: this.help.copy(),
    }
  }

  private reopen(day: string): void {
    const { planned, help, ...rest } = must(this.before, 'day that was closed')
    if (rest.day !== day) throw new Error('another day than the last one was opened again')
    Object.assign(this, rest)
    this.planned.become(planned)
    this.help.become(help)
    for (const counter of this.counters.values()) counter.last = null
    this.before = null
  }

  private take(event: EventOf<'visit-taken'>, at: number): void {
    const { visit: id, number, prefix, running, priority, printer } = event
    this.before = null
    const given = this.numbers.get(this.day) ?? new Set()
    if (running <= (this.floors.get(this.day)?.get(prefix) ?? 0))
      throw new Error(`${number} may be held already`)
    if (given.has(number) || this.visits.has(id)) throw new Error(`${number} was given already`)
    this.numbers.set(this.day, given.add(number))
    // S29: as long as the day lasts, a service goes on with the prefix under which it began.
    const [first] = event.steps
    const began = `${this.day} ${first?.service ?? ''}`
    const own = this.prefixes.get(began) ?? prefix
    if (own !== prefix) throw new Error(`${number} where ${own} is the prefix today`)
    this.prefixes.set(began, own)
    for (const { service } of event.steps) this.taken.set(service, (this.taken.get(service) ?? 0) + 1)
    const steps = event.steps.map(({ service, after, missing }, index) => ({
      id: `${id}.${index + 1}`,
      service,
      missing,
      status: after.length > 0 ? 'blocked' : 'waiting',
      after: after.map((place) => `${id}.${place + 1}`),
      callableFrom: at,
      until: null,
      comeBack: null,
      secondCall: false,
      returns: false,
    }))
    const copies = printer === null ? 0 : 1
    const slip = { status: copies === 0 ? 'none' : 'queued', noted: false, printer, why: null, copies }
    const visit = {
      id,
      day: this.day,
      number,
      prefix,
      running,
      takenAt: at,
      priority,
      slip,
      walk: null,
      steps,
    }
    this.visits.set(id, { ...visit, stamp: ++this.stamps })
  }

  private cancel(id: string): void {
    const visit = this.visit(id)
    if (visit.steps.some(({ status }) => status === 'serving')) throw new Error('cancelled while served')
    for (const step of visit.steps) if (!ENDED.includes(step.status)) step.status = 'cancelled'
    visit.stamp = ++this.stamps
    for (const counter of this.counters.values()) {
      if (counter.current?.visit === id) counter.current = null
    }
  }

  private act(event: StepEvent, at: number): void {
    const visit = this.visit(event.visit)
    const step = must(
      visit.steps.find(({ id }) => id === event.step),
      `step ${event.step}`,
    )
    const counter = event.counter === null ? null : this.counter(event.counter)
    const before = structuredClone(visit)
    // Somebody who was served without a number would not have taken one.
    if (event.type === 'seated') for (const one of before.steps) one.status = 'cancelled'
    const current = counter?.current ?? null
    changeStep(this, event, at, visit, step)
    visit.stamp = ++this.stamps
    if (counter) counter.last = { at, visit: before, current, staff: counter.staff, stamp: visit.stamp }
  }

  private undo(id: string): void {
    const counter = this.counter(id)
    const { visit: before, current, staff, stamp } = must(counter.last, 'something to undo')
    if (before === null) {
      Object.assign(counter, { current, staff, last: null })
      return
    }
    const visit = this.visit(before.id)
    if (visit.stamp !== stamp) throw new Error('undone although something was built upon it')
    this.visits.set(before.id, { ...before, slip: visit.slip })
    Object.assign(counter, { current, last: null })
  }

  private move(by: number): void {
    for (const visit of this.visits.values()) {
      visit.takenAt += by
      if (visit.walk) visit.walk.until += by
      for (const step of visit.steps) {
        step.callableFrom += by
        if (step.until !== null) step.until += by
        if (step.comeBack?.until) step.comeBack.until += by
      }
    }
    for (const counter of this.counters.values()) counter.last = null
  }
}

/** The running number given last on a day, by prefix, or what it was raised to. */
export function lastNumbers(
  { numbers, floors }: Pick<Model, 'numbers' | 'floors'>,
  day: string,
): Map<string, number> {
  const last = new Map(floors.get(day))
  for (const number of numbers.get(day) ?? []) {
    const [, prefix = '', running = ''] = /^([A-Z]+)(\d+)$/.exec(number) ?? []
    last.set(prefix, Math.max(last.get(prefix) ?? 0, Number(running)))
  }
  return last
}

function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`no ${what}`)
  return value
}
