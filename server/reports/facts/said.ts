// What each type of event means for the figures: whom it is about, how steps join a visit and why they end, what was
// announced and what became of slips.
import type { Carried } from '../../hall/event-parts.ts'
import type { Event, EventOf, EventType } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { goOn, newCourse, type StepCourse, type VisitCourse } from './course.ts'
import type { End } from './fact.ts'

/**
 * What each type of event is about. A new type does not pass the type check until somebody has thought about its
 * figures: `visit`, the visit that it names; `counter`, only a counter; `nothing`, no figure at all.
 */
export const about: {
  readonly [T in EventType]:
    | 'visit'
    | 'counter'
    | 'sound'
    | 'plan'
    | 'day'
    | 'clock'
    | 'undo'
    | 'paper'
    | 'nothing'
} = {
  'day-opened': 'day',
  'day-closed': 'day',
  'day-reopened': 'day',
  'plan-revised': 'plan',
  'phase-changed': 'plan',
  'desk-set': 'plan',
  'quota-set': 'nothing',
  'clock-confirmed': 'clock',
  'numbers-raised': 'nothing',
  'back-up-chosen': 'nothing',
  'visit-taken': 'visit',
  'visit-cancelled': 'visit',
  'visit-delayed': 'visit',
  'place-chosen': 'visit',
  'slip-asked': 'visit',
  'slip-printed': 'visit',
  'slip-failed': 'visit',
  'number-noted': 'visit',
  'counter-opened': 'counter',
  'counter-paused': 'counter',
  'counter-closed': 'counter',
  'staff-assigned': 'counter',
  'handed-over': 'counter',
  called: 'visit',
  seated: 'visit',
  recalled: 'visit',
  started: 'visit',
  finished: 'visit',
  missed: 'visit',
  unanswered: 'visit',
  'put-back': 'visit',
  held: 'visit',
  released: 'visit',
  referred: 'visit',
  undone: 'undo',
  'announcement-started': 'sound',
  'announcement-passed': 'nothing',
  'announcement-heard': 'sound',
  'announcement-unheard': 'sound',
  'announcement-skipped': 'nothing',
  'sound-checked': 'nothing',
  'help-asked': 'nothing',
  'help-answered': 'nothing',
  'message-sent': 'nothing',
  'message-read': 'nothing',
  'step-added': 'visit',
  'step-released': 'visit',
  'step-cancelled': 'visit',
  'step-reopened': 'visit',
  'step-moved': 'visit',
  'priority-set': 'visit',
  'paper-printed': 'nothing',
  'paper-entered': 'paper',
  'paper-taken-back': 'paper',
}

/** The counters for which this event may have changed who can be called there. */
export function concerned({ layout, visits }: Hall, event: Event): Iterable<string> | 'all' {
  const kind = about[event.type]
  if (kind === 'nothing' || kind === 'sound' || kind === 'paper') return []
  const named = event.type === 'undone' ? event.action : event
  const visit = named && 'visit' in named ? visits.get(named.visit) : undefined
  if (!visit || kind === 'day' || kind === 'clock' || kind === 'plan' || kind === 'counter') return 'all'
  const served = visit.steps.flatMap(({ service }) => layout.countersOf.get(service) ?? [])
  const here = 'counter' in event && event.counter !== null ? [event.counter] : []
  return [...here, ...served.map(({ id }) => id)]
}

/** How a step that an event made joined its visit, and from which other. */
export function joining(event: Event, step: string): Pick<StepCourse, 'cameBy' | 'from'> {
  switch (event.type) {
    case 'referred':
      return { cameBy: event.back === step ? 'come-back' : 'referred', from: event.step }
    case 'finished':
      return { cameBy: 'return', from: event.step }
    default:
      return { cameBy: 'ticket', from: null }
  }
}

/** Why this event ends steps without an outcome; null if it ends none. */
export function endSaid(event: Event, byStaff: boolean): End | null {
  switch (event.type) {
    case 'visit-cancelled':
      return byStaff ? 'asked' : 'visitor'
    case 'step-cancelled':
      return event.because
    case 'undone':
      return 'undone'
    default:
      return null
  }
}

/** What an event says besides a change of status. */
export function alsoSaid(course: VisitCourse, event: Event, at: number): VisitCourse {
  switch (event.type) {
    case 'called':
    case 'recalled':
      return announced(course, event)
    case 'seated':
      return seated(course, event.step)
    case 'slip-failed':
      return { ...course, slipsFailed: course.slipsFailed + 1 }
    case 'visit-taken':
      // The slip was requested with the ticket.
      return course.slip.length > 0 ? course : { ...course, slip: [{ at, held: event.printer === null }] }
    default:
      return course
  }
}

function announced(course: VisitCourse, event: EventOf<'called' | 'recalled'>): VisitCourse {
  const own = course.steps.get(event.step)
  const call = own?.moments.at(-1)?.desk?.call
  if (!own || call === undefined) return course
  return withStep(course, {
    ...own,
    recalls: own.recalls + Number(event.type === 'recalled'),
    announced: [...own.announced, { id: event.announcement, call }],
  })
}

/** The course with this step as that of somebody who was at the desk. */
export function seated(course: VisitCourse, step: string): VisitCourse {
  const own = course.steps.get(step)
  return own ? withStep(course, { ...own, cameBy: 'seated' }) : course
}

function withStep(course: VisitCourse, step: StepCourse): VisitCourse {
  return { ...course, steps: new Map(course.steps).set(step.step, step) }
}

/**
 * The course of a visit that came over midnight, if its own day's events were not given: what the opening says about
 * it.
 */
export function carriedCourse({ visits, layout }: Hall, carried: Carried): VisitCourse {
  const { visit: id, calledAt, startedAt, waitedMs, step, calls, returns } = carried
  const visit = visits.get(id)
  if (!visit) return newCourse(id)
  const joins = () => ({ cameBy: returns ? ('return' as const) : ('ticket' as const), from: null })
  const course = goOn(newCourse(id), visit, { at: startedAt, layout, joins, end: null, seat: false })
  const own = course.steps.get(step)
  const serving = own?.moments[0]
  if (!own || !serving) return course
  const waiting = {
    at: calledAt - waitedMs,
    callableFrom: 0,
    desk: null,
    end: null,
    status: 'waiting' as const,
  }
  const called = { ...serving, status: 'called' as const, at: calledAt }
  return withStep(course, { ...own, moments: [waiting, called, serving], recalls: calls - 1 })
}
