// The course of a visit: what each of its steps was, from when, and what else kept the visitor from being called. The
// definitions of docs/figures.md are read off it (fact-of.ts). Nothing in it is changed in place, so that an undo can
// restore it.
import type { Reason } from '../../hall/event-parts.ts'
import type { Layout } from '../../hall/layout.ts'
import { levelSecondsOf, type Plan } from '../../hall/plan.ts'
import {
  holdsNumber,
  isAtCounter,
  isEnded,
  type Step,
  type StepStatus,
  type Visit,
} from '../../hall/visit.ts'
import type { CameBy, End } from './fact.ts'

/** When the step came into this state. */
export interface Moment {
  readonly at: number
  readonly status: StepStatus
  /** With `waiting`: nobody could call it before. */
  readonly callableFrom: number
  /** With `called` and `serving`: where, by whom, with which call, and why out of order. */
  readonly desk: Desk | null
  /** With `cancelled` and `expired`. */
  readonly end: End | null
}

export interface Desk {
  readonly counter: string
  readonly zone: string | null
  readonly staff: string | null
  readonly call: string
  readonly reason: string | null
  /** Nobody was called: the visitor was at the desk. */
  readonly seat: boolean
}

export interface StepCourse {
  readonly step: string
  readonly cameBy: CameBy
  readonly from: string | null
  readonly moments: readonly Moment[]
  readonly recalls: number
  /** Announcements, each with its call. */
  readonly announced: readonly { readonly id: string; readonly call: string }[]
  /** What the plan said about its service when it joined the visit, or moved to another service. */
  readonly offer: Offer
}

export interface Offer {
  readonly service: string
  readonly agency: string
  readonly levelSeconds: number
  readonly phase: string
  readonly operation: Plan['operation']
}

export interface VisitCourse {
  readonly visit: string
  readonly steps: ReadonlyMap<string, StepCourse>
  /** The visitor left a counter of this zone and may have to walk to another zone's. */
  readonly walks: readonly { readonly at: number; readonly until: number; readonly zone: string }[]
  /** Whether the visitor held the number from that moment. */
  readonly slip: readonly { readonly at: number; readonly held: boolean }[]
  readonly slipsFailed: number
}

export function newCourse(visit: string): VisitCourse {
  return { visit, steps: new Map(), walks: [], slip: [], slipsFailed: 0 }
}

/** What an event says about the changes it made. */
export interface Told {
  readonly at: number
  readonly layout: Layout
  /** How a new step joined the visit, and from which other. */
  readonly joins: (step: string) => Pick<StepCourse, 'cameBy' | 'from'>
  /** Why steps without an outcome end. */
  readonly end: End | null
  readonly seat: boolean
}

/** The course after an event: `visit` is its present state. */
export function goOn(course: VisitCourse, visit: Visit, told: Told): VisitCourse {
  const steps = new Map(course.steps)
  for (const step of visit.steps) {
    const before = steps.get(step.id) ?? begun(step, told)
    const now = moved(before, step, told)
    if (now !== steps.get(step.id)) steps.set(step.id, now)
  }
  const { walk } = visit
  const last = course.walks.at(-1)
  const walks =
    walk && (walk.until !== last?.until || walk.zone !== last.zone)
      ? [...course.walks, { at: told.at, ...walk }]
      : course.walks
  return { ...course, steps, walks, slip: slipNow(course.slip, visit, told.at) }
}

function slipNow(slip: VisitCourse['slip'], visit: Visit, at: number): VisitCourse['slip'] {
  const held = holdsNumber(visit)
  return slip.at(-1)?.held === held ? slip : [...slip, { at, held }]
}

function begun({ id, service }: Step, { joins, layout }: Told): StepCourse {
  return { step: id, ...joins(id), moments: [], recalls: 0, announced: [], offer: offerOf(layout, service) }
}

function moved(course: StepCourse, step: Step, told: Told): StepCourse {
  const moment = momentOf(step, told)
  const isSame = isSameMoment(course.moments.at(-1), moment)
  const offer = course.offer.service === step.service ? course.offer : offerOf(told.layout, step.service)
  if (isSame && offer === course.offer) return course
  return { ...course, offer, moments: isSame ? course.moments : [...course.moments, moment] }
}

function isSameMoment(one: Moment | undefined, other: Moment): boolean {
  return (
    one?.status === other.status &&
    one.callableFrom === other.callableFrom &&
    one.desk?.call === other.desk?.call
  )
}

function momentOf(step: Step, { at, layout, end, seat }: Told): Moment {
  const callableFrom = step.status === 'waiting' ? step.callableFrom : 0
  if (step.status === 'expired')
    return { at: step.endedAt, status: 'expired', callableFrom, desk: null, end: 'day' }
  const desk = isAtCounter(step) ? deskOf(step.call, layout, seat) : null
  return { at, status: step.status, callableFrom, desk, end: step.status === 'cancelled' ? end : null }
}

function deskOf(
  { id: call, counter, staff, reason }: { id: string; counter: string; staff: string; reason: Reason | null },
  { counters }: Layout,
  seat: boolean,
): Desk {
  const code = reason && 'code' in reason ? reason.code : null
  return {
    counter,
    zone: counters.get(counter)?.zone ?? null,
    staff: staff || null,
    call,
    reason: code,
    seat,
  }
}

function offerOf({ services, plan }: Layout, id: string): Offer {
  const service = services.get(id)
  return {
    service: id,
    agency: service?.agency ?? '',
    levelSeconds: levelSecondsOf(plan, service),
    phase: service?.phase.status ?? 'paused',
    operation: plan.operation,
  }
}

/** The course with all times moved, because the clock was set right. */
export function shifted(course: VisitCourse, by: number): VisitCourse {
  const steps = [...course.steps].map(([id, one]): [string, StepCourse] => {
    const moments = one.moments.map((moment) => ({
      ...moment,
      at: moment.at + by,
      callableFrom: moment.status === 'waiting' ? moment.callableFrom + by : 0,
    }))
    return [id, { ...one, moments }]
  })
  return {
    ...course,
    steps: new Map(steps),
    walks: course.walks.map(({ at, until, zone }) => ({ at: at + by, until: until + by, zone })),
    slip: course.slip.map(({ at, held }) => ({ at: at + by, held })),
  }
}

/** Whether every step of the visit has ended. */
export const isOver = ({ steps }: Visit): boolean => steps.every(isEnded)
