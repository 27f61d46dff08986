// The names that people know for ids. It follows the events in order, since they bring the names: a day its plan, a
// ticket its number and steps, a call its announcement.
import type { Reason } from '../../hall/event-parts.ts'
import { type Event, sentTo } from '../../hall/event.ts'
import type { Plan, Text } from '../../hall/plan.ts'
import type { Names } from './texts/texts.ts'

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

  /** Finds a member of staff by id; the events do not say who that is. */
  readonly person: (id: string) => string

  /** `locale` is how the language writes numbers. */
  constructor(language: 'id' | 'en', locale: string, person: (id: string) => string) {
    this.person = person
    this.language = language
    this.figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  }

  /** Takes in what an event brings; call it with every event, in order and complete, before putting it into words. */
  learn(event: Event): void {
    switch (event.type) {
      case 'day-opened':
        this.day = event.day
        this.learnPlan(event.plan)
        for (const { visit, number, step, service } of event.carried) {
          this.numbers.set(visit, number)
          this.services.set(step, service)
        }
        break
      case 'day-reopened':
        this.day = event.day
        break
      case 'plan-revised':
        this.learnPlan(event.plan)
        break
      case 'paper-entered':
      case 'paper-taken-back':
        this.numbers.set(event.entry.visit, event.number)
        break
      case 'visit-taken':
        this.numbers.set(event.visit, event.number)
        for (const { step, service } of event.steps) this.isFor(step, service)
        break
      case 'referred':
        for (const [place, service] of sentTo(event).entries()) this.isFor(event.sent?.[place], service)
        this.isFor(event.back, this.services.get(event.step) ?? '')
        break
      case 'finished':
        this.isFor(event.back, this.services.get(event.step) ?? '')
        break
      case 'step-added':
        this.isFor(event.added, event.service)
        break
      case 'step-moved':
        this.services.set(event.step, event.service)
        break
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

  private isFor(step: string | undefined, service: string): void {
    if (step !== undefined) this.services.set(step, service)
  }

  private learnPlan({ timeZone, counters, services, zones, places = [], reasons }: Plan): void {
    this.clock = wallClock(timeZone)
    this.days = calendar(timeZone)
    const requirements = services.flatMap((service) => service.requirements)
    const kinds = {
      counter: counters,
      service: services,
      zone: zones,
      place: places,
      requirement: requirements,
    }
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
  place = (id: string) => this.named('place', id)
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

/** Two digits and colons in every language, as a log is read in columns. */
export function wallClock(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit'
  return new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: two, minute: two, second: two })
}

/** Days as the journal writes them, `2026-11-25`. */
function calendar(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
}
