// Which events touch which topics, all in one place. What a view makes of them is beside the view.
import { type Event, type EventOf, type Recorded, sentTo } from '../hall/event.ts'
import type { Hall } from '../hall/hall.ts'
import type { Context, Timed } from './context.ts'

/** A kind of topic. `id` is what its name has after the colon, null where it has none. */
export interface Kind {
  /** Undefined if there is no such topic. */
  view(context: Context, id: string | null): Timed<unknown> | undefined
  /** Whether the change may have changed its view. */
  isTouched(context: Context, id: string | null, change: Touched): boolean
  /** Even a change of calls is not urgent here: nobody walks to a desk because of it. */
  readonly paced?: true
  /** Milliseconds between two views, where that is more than usual. */
  readonly pace?: number
}

/** What one event changes on the screens. Sets are ids; `all` means every topic of that kind. */
export interface Touched {
  readonly kiosk: boolean
  readonly boards: boolean
  readonly counters: 'all' | ReadonlySet<string>
  /** These visits themselves, and all that wait for one of the services. */
  readonly visits: ReadonlySet<string>
  readonly services: 'all' | ReadonlySet<string>
  /** The reception's lists, besides what a change of visits does to them. */
  readonly reception?: boolean
  /** A change of calls: seen at once, not at the next beat of the topic. */
  readonly atOnce: boolean
}

const none: ReadonlySet<string> = new Set()
const everything: Touched = {
  kiosk: true,
  boards: true,
  counters: 'all',
  visits: none,
  services: 'all',
  atOnce: true,
}
const nothing: Touched = {
  kiosk: false,
  boards: false,
  counters: none,
  visits: none,
  services: none,
  atOnce: false,
}

/** Both changes in one. */
export function both(a: Touched, b: Touched): Touched {
  return {
    kiosk: a.kiosk || b.kiosk,
    boards: a.boards || b.boards,
    counters: union(a.counters, b.counters),
    visits: new Set([...a.visits, ...b.visits]),
    services: union(a.services, b.services),
    reception: a.reception === true || b.reception === true,
    atOnce: a.atOnce && b.atOnce,
  }
}

function union(a: Touched['counters'], b: Touched['counters']): Touched['counters'] {
  return a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b])
}

/** The topics that an event touches, once the hall has evolved. */
export function touched(hall: Hall, { event }: Pick<Recorded, 'event'>): Touched {
  switch (event.type) {
    case 'day-opened':
    case 'day-closed':
    case 'day-reopened':
    case 'plan-revised':
    case 'phase-changed':
    case 'quota-set':
    case 'desk-set':
    case 'clock-confirmed':
      return everything
    case 'visit-taken':
      return { ...queueOf(hall, event.visit), atOnce: false }
    case 'visit-cancelled':
    case 'step-cancelled':
      return both(queueOf(hall, event.visit), competition(hall, [], saidWith(hall, event.visit)))
    case 'visit-delayed':
      return queueOf(hall, event.visit)
    // The forecast checks who is asked to come near, and tells the boards.
    case 'place-chosen':
      return { ...nothing, visits: new Set([event.visit]), atOnce: false }
    case 'slip-asked':
    case 'slip-printed':
    case 'slip-failed':
    case 'number-noted':
      return { ...queueOf(hall, event.visit), atOnce: false }
    case 'counter-opened':
    case 'counter-paused':
    case 'counter-closed':
    case 'handed-over':
    case 'staff-assigned':
      return counterChange(hall, event)
    case 'called':
    case 'recalled':
    case 'started':
    case 'missed':
    case 'seated':
    case 'unanswered':
    case 'put-back':
    case 'held':
    case 'released':
    case 'referred':
      return queueOf(hall, event.visit)
    // The figures of the person who finished it are shown at every counter they hold.
    case 'finished':
      return both(queueOf(hall, event.visit), {
        ...nothing,
        counters: heldBy(hall, hall.counters.get(event.counter)?.staff ?? null),
        atOnce: true,
      })
    // The person who had ended it gets lower figures.
    case 'step-reopened':
      return both(queueOf(hall, event.visit), {
        ...nothing,
        counters: heldBy(hall, event.endedBy ?? null),
        atOnce: true,
      })
    case 'undone':
      return takenBack(hall, event)
    case 'announcement-started': {
      const quiet = event.quiet ? [event.announcement, ...(event.also ?? [])] : []
      const counters = quiet.flatMap((id) => hall.announcements.get(id)?.call?.counter ?? [])
      return { ...nothing, boards: true, counters: new Set(counters), atOnce: true }
    }
    case 'announcement-passed':
      return { ...nothing, boards: true, atOnce: true }
    case 'announcement-skipped':
    case 'numbers-raised':
    case 'back-up-chosen':
    case 'sound-checked':
    case 'paper-printed':
    case 'paper-entered':
    case 'paper-taken-back':
      return nothing
    case 'announcement-heard':
    case 'announcement-unheard': {
      const counter = hall.announcements.get(event.announcement)?.call?.counter
      return {
        ...nothing,
        boards: true,
        counters: new Set(counter === undefined ? [] : [counter]),
        reception: true,
        atOnce: true,
      }
    }
    case 'step-added':
    case 'step-released':
    case 'priority-set':
      return queueOf(hall, event.visit)
    case 'step-moved':
      return both(queueOf(hall, event.visit), competition(hall, [event.from], []))
    // An alarm is silent: nothing of it on kiosk, boards or phones.
    case 'help-asked':
    case 'help-answered':
    case 'message-sent':
    case 'message-read':
      return { ...nothing, counters: new Set([event.counter]), reception: true, atOnce: true }
    default:
      return event satisfies never
  }
}

/** A visit changed: every queue it has a step in, and every counter that competes for those. */
function queueOf(hall: Hall, visit: string): Touched {
  const steps = hall.visits.get(visit)?.steps ?? []
  // Where it was called last, also if that counter serves something else today.
  const stoodAt = steps.flatMap(({ calledBy }) => (calledBy ? [calledBy.counter] : []))
  const services = steps.map(({ service }) => service)
  return { ...competition(hall, services, stoodAt), visits: new Set([visit]) }
}

/**
 * What the action touched; the queues of the steps it added, which are gone; and whatever shared a sound with its
 * call.
 */
function takenBack(hall: Hall, { counter, action }: EventOf<'undone'>): Touched {
  if (!action) return everything
  const gone = action.type === 'referred' ? sentTo(action) : []
  const called = action.type === 'called' || action.type === 'recalled'
  const besides = called ? [counter, ...saidThere(hall, counter)] : [counter]
  return both(touched(hall, { event: action }), competition(hall, gone, besides))
}

/**
 * The counters whose calls wait or play in the sound of this counter's zone. Calls that shared a sound with a
 * retracted one are announced again.
 */
function saidThere({ layout, sounds, announcements }: Hall, counter: string): string[] {
  const zone = layout.counters.get(counter)?.zone ?? ''
  const queue = sounds.get(layout.zones.get(zone)?.sound ?? zone) ?? []
  return queue.flatMap((id) => announcements.get(id)?.call?.counter ?? [])
}

/** The same for all counters that have called a visit: its calls are over. */
function saidWith(hall: Hall, visit: string): string[] {
  const steps = hall.visits.get(visit)?.steps ?? []
  return steps.flatMap(({ calledBy }) => (calledBy ? saidThere(hall, calledBy.counter) : []))
}

/** The counters that a person holds. */
function heldBy({ counters }: Hall, staff: string | null): Set<string> {
  return new Set(
    staff === null ? [] : [...counters.values()].filter((one) => one.staff === staff).map(({ id }) => id),
  )
}

/**
 * Whether a counter is open affects forecasts and who may call a come-back; who holds it affects whom colleagues can
 * ask.
 */
function counterChange(hall: Hall, { counter }: Extract<Event, { counter: string }>): Touched {
  const { counters, plan } = hall.layout
  const { agency, services = [] } = counters.get(counter) ?? {}
  const colleagues = plan.counters.filter((other) => other.agency === agency).map(({ id }) => id)
  return competition(hall, services, [counter, ...colleagues])
}

/** Everything that competes for the desks of these services, and these counters as well. */
function competition({ layout }: Hall, changed: readonly string[], besides: readonly string[]): Touched {
  const services = new Set(changed.flatMap((id) => layout.rivals.get(id) ?? []))
  const desks = changed.flatMap((id) => layout.countersOf.get(id) ?? [])
  const counters = new Set([...besides, ...desks.map(({ id }) => id)])
  return { kiosk: true, boards: true, counters, visits: none, services, atOnce: true }
}
