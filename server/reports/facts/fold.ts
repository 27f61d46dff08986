// The fold of a day's events into facts: one for each step that its visits had, as docs/figures.md defines them. It
// knows nothing but the events: it makes a hall of its own, with the hall's own `evolve`, and records how each visit
// changes. It makes the figures of today, of days that are over, and of simulations.
import { Changes } from '../../hall/changes.ts'
import type { Event, EventOf, Recorded } from '../../hall/event.ts'
import { type Hall, emptyHall } from '../../hall/hall.ts'
import { instantOf, spansOn } from '../../hall/hours.ts'
import { layOut } from '../../hall/layout.ts'
import { OldEvents } from '../../hall/old-events.ts'
import { type Plan, type Text, levelSecondsOf } from '../../hall/plan.ts'
import { evolve } from '../../hall/rules.ts'
import { type CounterSpans, counterSpans } from './counters.ts'
import { type Told, type VisitCourse, goOn, newCourse, shifted } from './course.ts'
import { type Ground, factOf, paperFact } from './fact-of.ts'
import type { CounterSpan, DayHours, Fact, NameOf } from './fact.ts'
import { about, alsoSaid, carriedCourse, concerned, endSaid, joining, seated } from './said.ts'

export interface FactFold {
  /** Every event, in order; the first one opens a day. @throws if the events do not fit together */
  follow(recorded: Recorded): void
  /**
   * One fact for each step of the day as it stands at `now` (milliseconds since 1970), and one, with its own day, for
   * each that was carried into it over midnight.
   */
  facts(now: number): Fact[]
  /** Who was at which counter, and whether it was open. */
  spans(now: number): CounterSpan[]
  /** What everything was last called that day. */
  named(): NameOf[]
  /** The hours of the day; null before the first event. */
  hours(): DayHours | null
}

/** A new fold, before its first event. */
export function foldFacts(): FactFold {
  return new Fold()
}

/** The facts after these events of one opening of a day; by default as they stand at the last one. */
export function factsOf(events: Iterable<Recorded>, now?: number): Fact[] {
  const fold = new Fold()
  let at = 0
  for (const recorded of events) {
    fold.follow(recorded)
    at = recorded.at
  }
  return fold.facts(now ?? at)
}

/** What a close removes, in case it was a mistake. */
interface Closed {
  readonly courses: ReadonlyMap<string, VisitCourse>
  readonly grounds: ReadonlyMap<string, Ground>
}

class Fold implements FactFold {
  private hall: Hall | null = null
  private readonly changes = new Changes()
  private readonly old = new OldEvents()
  private courses = new Map<string, VisitCourse>()
  /** By counter: the course of the visit before its last action. */
  private before = new Map<string, VisitCourse>()
  private readonly heard = new Map<string, 'heard' | 'unheard'>()
  private readonly quiet = new Set<string>()
  /** What was entered for this day from paper slips, by visit. */
  private readonly paper = new Map<string, Fact>()
  /** The day that closed last, as it was then. */
  private closed: Closed | null = null
  /** Days before the open one from which somebody is still here. */
  private grounds = new Map<string, Ground>()
  private readonly counters: CounterSpans = counterSpans()
  private readonly names = new Map<string, NameOf>()

  follow(given: Recorded): void {
    const recorded = this.old.complete(given)
    const { event, at } = recorded
    if (!this.hall) {
      if (event.type !== 'day-opened') throw new Error(`facts begin with a day, not with ${event.type}`)
      this.hall = emptyHall(layOut(event.plan))
    }
    const { hall } = this
    const moves = event.type === 'clock-confirmed' ? at - (event.from ?? hall.at) : 0
    if (event.type === 'day-closed') {
      this.closed = { courses: new Map(this.courses), grounds: new Map(this.grounds) }
      this.grounds.set(hall.day, groundOf(hall))
    }
    const isBack = event.type === 'day-reopened' && (hall.closed || hall.day !== event.day)
    this.keepBefore(event)
    evolve(hall, this.changes, recorded)
    this.changes.keep()
    if (event.type === 'day-opened') this.openDay(hall, event)
    if (isBack && this.closed) {
      this.courses = new Map(this.closed.courses)
      // A visitor who came over midnight and has left is in no day after that, but is in this one again.
      this.grounds = new Map(this.closed.grounds)
    }
    if (event.type === 'day-reopened') this.before.clear()
    if (event.type === 'day-closed') for (const id of hall.visits.keys()) this.note(hall, id, recorded)
    if (event.type === 'clock-confirmed') this.move(moves)
    if (event.type === 'undone') this.undo(hall, event, recorded)
    if (about[event.type] === 'visit' && 'visit' in event) this.note(hall, event.visit, recorded)
    if (about[event.type] === 'sound') this.hear(event)
    if (about[event.type] === 'paper') this.enter(hall, event)
    if ('plan' in event)
      for (const one of namesIn(hall.layout.plan)) this.names.set(`${one.kind} ${one.id}`, one)
    this.counters.follow(hall, recorded, moves, concerned(hall, event))
  }

  facts(now: number): Fact[] {
    const { hall } = this
    if (!hall) return []
    const today = groundOf(hall)
    const ofVisits = [...hall.visits.values()].flatMap((visit) => {
      const course = this.courses.get(visit.id)
      if (!course) throw new Error(`visit ${visit.id} has no course`)
      const ground = visit.day === hall.day ? today : this.groundOfEarlier(hall, visit.day)
      return visit.steps.map((step) => factOf(ground, visit, step, course, this.heard, now))
    })
    return [...ofVisits, ...this.paper.values()]
  }

  spans(now: number): CounterSpan[] {
    return this.counters.spans(now, [...this.courses.values()])
  }

  named(): NameOf[] {
    return [...this.names.values()]
  }

  hours(): DayHours | null {
    return this.hall && hoursOf(this.hall)
  }

  private groundOfEarlier(hall: Hall, day: string): Ground {
    const ground = this.grounds.get(day)
    if (ground) return ground
    // The events of that day were not given: its hours are taken from now. It may be days before, or after if the
    // clock was set back.
    const startsAt = hall.startsAt + Date.parse(day) - Date.parse(hall.day)
    return { ...groundOf(hall), day, startsAt, endsAt: startsAt + DAY_MS }
  }

  private keepBefore(event: Event): void {
    if (!('counter' in event) || event.counter === null || !('step' in event)) return
    const course = this.courses.get(event.visit)
    if (course) this.before.set(event.counter, course)
  }

  /** The visits that the event names are now in this state; and what else it says. */
  private note(hall: Hall, id: string, recorded: Recorded): void {
    const visit = hall.visits.get(id)
    if (!visit) return
    const { event, at } = recorded
    const course = goOn(this.courses.get(id) ?? newCourse(id), visit, this.told(hall, recorded))
    this.courses.set(id, alsoSaid(course, event, at))
  }

  private told({ layout }: Hall, { event, at, by }: Recorded): Told {
    return {
      at,
      layout,
      joins: (step) => joining(event, step),
      end: endSaid(event, by.startsWith('staff:')),
      seat: event.type === 'seated',
    }
  }

  /** Everything is as before, except for slips that came out or failed meanwhile. */
  private undo(hall: Hall, event: EventOf<'undone'>, recorded: Recorded): void {
    const { action } = event
    if (!action || !('visit' in action)) return
    const now = this.courses.get(action.visit)
    const was = this.before.get(event.counter)
    if (!now || !was) return
    const { slip, slipsFailed } = now
    this.courses.set(action.visit, { ...was, slip, slipsFailed })
    // Nobody had been there, so the number that was taken for it is cancelled.
    if (action.type !== 'seated') return
    this.note(hall, action.visit, recorded)
    this.courses.set(action.visit, seated(this.courses.get(action.visit) as VisitCourse, action.step))
  }

  private openDay(hall: Hall, { carried }: EventOf<'day-opened'>): void {
    const before = this.courses
    this.courses = new Map()
    this.before.clear()
    this.paper.clear()
    this.names.clear()
    // Courses of the day before, until nobody can open it again; of earlier days, as long as somebody stays.
    const stays = new Set([hall.yesterday?.day, ...carried.map((one) => one.day)])
    for (const day of this.grounds.keys()) if (!stays.has(day)) this.grounds.delete(day)
    for (const one of carried) this.courses.set(one.visit, before.get(one.visit) ?? carriedCourse(hall, one))
  }

  /** The instants on paper were written down by somebody: no wrong clock moves them. */
  private enter({ day, endsAt, layout }: Hall, event: Event): void {
    if (event.type === 'paper-taken-back') this.paper.delete(event.entry.visit)
    // Entries for another day do not count here.
    if (event.type === 'paper-entered' && event.of === day) {
      const { of, entry } = event
      const levelSeconds = levelSecondsOf(layout.plan, layout.services.get(entry.service))
      this.paper.set(entry.visit, paperFact(entry, { of, endsAt, levelSeconds }))
    }
  }

  private move(by: number): void {
    if (by === 0) return
    for (const [id, course] of this.courses) this.courses.set(id, shifted(course, by))
    for (const [id, course] of this.before) this.before.set(id, shifted(course, by))
  }

  private hear(event: Event): void {
    if (event.type === 'announcement-started' && event.quiet)
      for (const id of [event.announcement, ...(event.also ?? [])]) this.quiet.add(id)
    if (event.type === 'announcement-heard') this.heard.set(event.announcement, 'heard')
    if (event.type === 'announcement-unheard' && !event.again && !this.quiet.has(event.announcement))
      this.heard.set(event.announcement, 'unheard')
  }
}

const DAY_MS = 86_400_000

function groundOf({ layout, day, startsAt, endsAt, counters }: Hall): Ground {
  return { layout, day, startsAt, endsAt, counters }
}

/** Everything in the plan that has a name. */
function namesIn({ agencies, services, counters, zones, reasons }: Plan): NameOf[] {
  const all = (kind: NameOf['kind'], things: readonly { id: string; name: Text }[] = [], of = '') =>
    things.map(({ id, name }): NameOf => ({ kind, id: `${of}${id}`, name }))
  return [
    ...all('agency', agencies),
    ...all('service', services),
    ...all('counter', counters),
    ...all('zone', zones),
    ...services.flatMap(({ id, requirements }) => all('requirement', requirements, `${id}/`)),
    ...all('reason', reasons.finish, 'finish/'),
    ...all('reason', reasons.call, 'call/'),
    ...all('reason', reasons.pause, 'pause/'),
  ]
}

/** The hours of the hall's day, of each agency that has a counter. */
function hoursOf(hall: Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt'>): DayHours {
  const { layout, day, startsAt, endsAt } = hall
  const ids = new Set(layout.plan.counters.map(({ agency }) => agency))
  const pieces = (id: string) =>
    spansOn(layout, { of: 'agency', id }, day).map(({ from, to }) => ({
      from: instantOf(hall, from),
      to: instantOf(hall, to),
    }))
  const agencies = Object.fromEntries([...ids].map((id) => [id, pieces(id)]))
  return { day, timeZone: layout.plan.timeZone, startsAt, endsAt, agencies }
}
