// Ids as people know them. It follows the events in their order, as they bring the names: the day its plan, a ticket
// its number, a call its announcement. It folds nothing, so that a day that does not fold can still be read.
import type { Event, Reason } from '../../hall/event.ts'
import { stepId } from '../../hall/visit.ts'
import type { Plan, Text } from '../../hall/plan.ts'
import type { Names } from './texts/texts.ts'

/** A hand-over is about no visit. */
type LastAction =
  | { readonly event: Event; readonly visit: string; readonly count: number }
  | { readonly event: Event; readonly visit?: undefined }

export class KnownNames implements Names {
  private readonly language: 'id' | 'en'
  private readonly figures: Intl.NumberFormat
  private clock = wallClock('UTC')
  private days = calendar('UTC')
  private day = ''
  /** Names of the plan, by kind and id. */
  private planned = new Map<string, string>()
  private readonly numbers = new Map<string, string>()
  private readonly announcements = new Map<string, string>()
  private readonly services = new Map<string, string>()
  private readonly stepCounts = new Map<string, number>()
  /** By counter: its last action, and how many steps its visit had before, as an undo makes it again. */
  private readonly undos = new Map<string, LastAction>()

  /** Somebody of the staff, by the id; the events do not say who that is. */
  readonly person: (id: string) => string

  /** `locale` is how the language writes numbers. */
  constructor(language: 'id' | 'en', locale: string, person: (id: string) => string) {
    this.person = person
    this.language = language
    this.figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  }

  /** Takes in what an event brings; to be called with every event, in order, before it is told. */
  learn(event: Event): void {
    if ('counter' in event && 'step' in event && event.counter !== null) {
      const { counter, visit } = event
      this.undos.set(counter, { event, visit, count: this.stepCounts.get(visit) ?? 0 })
    }
    switch (event.type) {
      case 'day-opened':
        this.day = event.day
        this.learnPlan(event.plan)
        for (const { visit, number, step, service } of event.carried) {
          this.numbers.set(visit, number)
          this.services.set(step, service)
          this.stepCounts.set(visit, Number(step.slice(visit.length + 1)))
        }
        break
      case 'day-reopened':
        this.day = event.day
        break
      case 'plan-revised':
        this.learnPlan(event.plan)
        break
      case 'visit-taken':
        this.numbers.set(event.visit, event.number)
        for (const { service } of event.steps) this.addStep(event.visit, service)
        break
      case 'referred':
        for (const service of [event.service, ...(event.also ?? [])]) this.addStep(event.visit, service)
        if (event.comeBack) this.addStep(event.visit, this.services.get(event.step) ?? '')
        break
      case 'finished':
        if (event.comeBack === true) this.addStep(event.visit, this.services.get(event.step) ?? '')
        break
      case 'handed-over':
        this.undos.set(event.counter, { event })
        break
      case 'step-added':
        this.addStep(event.visit, event.service)
        break
      case 'step-moved':
        this.services.set(event.step, event.service)
        break
      case 'undone': {
        const undo = this.undos.get(event.counter)
        if (undo?.visit !== undefined) this.stepCounts.set(undo.visit, undo.count)
        break
      }
      case 'called':
      case 'recalled':
        this.announcements.set(event.announcement, this.number(event.visit))
        break
      case 'sound-checked':
        this.announcements.set(event.announcement, this.zone(event.zone))
        break
      default:
    }
  }

  /** The id of a step's service; undefined if the step is not known. */
  serviceOf(step: string): string | undefined {
    return this.services.get(step)
  }

  /** Whom the counter's last action was about, which an undo takes back. */
  lastAt(counter: string): string | undefined {
    return this.undos.get(counter)?.visit
  }

  /** The counter's last action, which an undo takes back. */
  lastOf(counter: string): Event | undefined {
    return this.undos.get(counter)?.event
  }

  private addStep(visit: string, service: string): void {
    const count = this.stepCounts.get(visit) ?? 0
    this.services.set(stepId(visit, count), service)
    this.stepCounts.set(visit, count + 1)
  }

  private learnPlan({ timeZone, counters, services, zones, reasons }: Plan): void {
    this.clock = wallClock(timeZone)
    this.days = calendar(timeZone)
    const requirements = services.flatMap((service) => service.requirements)
    const kinds = { counter: counters, service: services, zone: zones, requirement: requirements }
    const { pause, hold, call = [], finish = [] } = reasons
    for (const [kind, things] of Object.entries({
      ...kinds,
      reason: [...pause, ...hold, ...call, ...finish],
    })) {
      for (const { id, name } of things as readonly { id: string; name: Text }[]) {
        this.planned.set(`${kind} ${id}`, name[this.language])
      }
    }
  }

  private named(kind: string, id: string): string {
    return this.planned.get(`${kind} ${id}`) ?? id
  }

  counter = (id: string) => this.named('counter', id)
  service = (id: string) => this.named('service', id)
  zone = (id: string) => this.named('zone', id)
  requirement = (id: string) => this.named('requirement', id)
  number = (visit: string) => this.numbers.get(visit) ?? visit
  announced = (announcement: string) => this.announcements.get(announcement) ?? announcement
  step = (id: string) => this.service(this.services.get(id) ?? '')
  reason = (reason: Reason) => ('code' in reason ? this.named('reason', reason.code) : null)
  figure = (value: number) => this.figures.format(value)
  moment = (at: number) =>
    (this.days.format(at) === this.day ? '' : `${this.days.format(at)} `) + this.time(at)
  time = (at: number) => this.clock.format(at).slice(0, 'hh:mm'.length)
  /** The wall clock with seconds, `08:04:20`. */
  second = (at: number) => this.clock.format(at)
}

/** Two digits and colons whatever the language: a log is read by columns. */
export function wallClock(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit'
  return new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: two, minute: two, second: two })
}

/** Days as the journal writes them, `2026-11-25`. */
function calendar(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
}
