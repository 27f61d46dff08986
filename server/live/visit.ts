// The visitor's own view and its shape: the number, every step with how many are ahead and about how long it will
// take; and the part of the plan that belongs to it.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import type { Hall } from '../hall/hall.ts'
import type { Layout } from '../hall/layout.ts'
import { Id, type Requirement } from '../hall/plan.ts'
import {
  awaitsSecondCall,
  isAtCounter,
  isEnded,
  stepOf,
  type Slip,
  type Step,
  type Visit,
} from '../hall/visit.ts'
import { placeOf } from '../hall/visit/place.ts'
import { standingOf } from '../hall/visit/standing.ts'
import { visitUrl } from '../slip/visit-url.ts'
import { earliest, hallState, iso, isoOrNull, type Context, type Timed } from './context.ts'
import { ownNotice } from './opening.ts'
import type { Kind, Touched } from './topics.ts'
import { changedText, waitView } from './waits.ts'
import {
  Forecast,
  HallState,
  Instant,
  Null,
  SlipState,
  StepStatus,
  TextOrNull,
  WaitWords,
  closed,
} from './view-parts.ts'

export const VisitView = Type.Object(
  {
    hall: Type.Optional(HallState),
    visit: Type.Object(
      {
        number: Type.String(),
        day: Type.String(),
        takenAt: Instant,
        /** Changes of its steps so far: a command can name which it saw. */
        moves: Type.Integer(),
        priority: Type.Boolean(),
        /** Staff come to this visitor. */
        comeToMe: Type.Boolean(),
        /** The plan's place where the visitor said they are waiting. Absent: in the waiting areas. */
        place: Type.Optional(Id),
        /** The phone page's full address; null if the hall has no public address. */
        url: TextOrNull,
        slip: SlipState,
        steps: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              service: Type.String(),
              status: StepStatus,
              ahead: Type.Union([Type.Integer(), Null]),
              /** Where the visitor is called or served, else null. */
              counter: Type.Union([Type.String(), Null]),
              /** Calls and recalls so far. */
              calls: Type.Integer(),
              /** It waits after a call that nobody answered; the next one is the last. */
              secondCall: Type.Boolean(),
              forecast: Forecast,
              /** Counters that serve it now. */
              openCounters: Type.Optional(Type.Integer()),
              /**
               * It is time to go to where it will be called: in nine cases of ten the way takes less time than there
               * is before the call.
               */
              soon: Type.Optional(Type.Literal(true)),
              when: WaitWords,
              /** What was told before the forecast last changed, and why it changed. */
              changed: WaitWords,
              /** No counter is open: when the first paused one is to go on. Absent: nobody said. */
              pausedUntil: Type.Optional(Instant),
              /** When a waiting or held step becomes callable, if later than now. */
              callableFrom: Type.Union([Instant, Null]),
              /** Requirements of this step that the visitor lacks. */
              missing: Type.Array(Type.String()),
              outcome: Type.Union([Type.String(), Null]),
            },
            closed,
          ),
        ),
        /** The services that the visitor may still say what they thought of; each right is good for one answer. */
        surveys: Type.Array(Type.Object({ service: Id, right: Type.String() }, closed)),
        /** What the hall's hours mean for this number: a break, the end of the day. Absent: nothing. */
        notice: Type.Optional(Text),
      },
      closed,
    ),
  },
  closed,
)
export type VisitView = Static<typeof VisitView>

/** `visit:<token>`. */
export const visit: Kind = {
  view: (context, id) => (id === null ? undefined : visitView(context, id)),
  isTouched: (context, id, change) =>
    isVisitTouched(id === null ? undefined : visitOfToken(context, id), change),
}

/** Whether a change concerns this visit, or a queue it is in. */
export function isVisitTouched(one: Visit | undefined, { services, visits }: Touched): boolean {
  if (services === 'all') return true
  if (!one) return false
  return visits.has(one.id) || one.steps.some((step) => !isEnded(step) && services.has(step.service))
}

/** The visit that a token belongs to, today's or yesterday's, or undefined. */
export function visitOfToken({ hall }: Context, token: string): Visit | undefined {
  const id = hall.tokens.get(token) ?? hall.yesterday?.tokens.get(token)
  if (id === undefined) return undefined
  const [now, before] = [hall.visits.get(id), hall.yesterday?.visits.get(id)]
  if (!now || !before) return now ?? before
  // For a visitor being served over midnight: only that step was carried over, the others ended with their day.
  return { ...now, steps: before.steps.map((step) => stepOf(now, step.id) ?? step) }
}

/** The view of topic `visit:<token>`, or undefined if nobody holds such a token. */
export function visitView(context: Context, token: string): Timed<VisitView> | undefined {
  const visit = visitOfToken(context, token)
  if (!visit) return undefined
  const { number, day, takenAt, moves, priority, comeToMe, slip } = visit
  const steps = visit.steps.map((step, index) => stepView(context, visit, step, index))
  const notice = ownNotice(context, visit)
  const place = placeOf(context.hall.layout, visit)
  const view: VisitView = {
    hall: hallState(context),
    visit: {
      number,
      day,
      takenAt: iso(takenAt),
      moves,
      priority,
      comeToMe,
      ...(place !== null && { place }),
      url: visitUrl(context.publicUrl, token),
      slip: slipState(slip),
      steps,
      surveys: context.surveys(visit),
      ...(notice.text && { notice: notice.text }),
    },
  }
  // What is told of the hours is looked at with each minute, and a wait told in minutes is shorter then.
  return { view, until: earliest(notice.until, stepsChange(context.now(), visit)) }
}

/** The instant after `now` at which a step that waits or is held becomes callable, or null. */
export function stepsChange(now: number, visit: Visit): number | null {
  return earliest(...visit.steps.map((step) => laterThan(now, step, visit)))
}

/** The slip as screens see it. */
export function slipState({ status, noted, printer, why }: Slip): SlipState {
  return { status, noted, printer, why }
}

/** A step as seen by everybody who may see the visit. */
export function stepView(
  context: Context,
  visit: Visit,
  step: Step,
  index: number,
): VisitView['visit']['steps'][number] {
  const { hall } = context
  const today = hall.visits.get(visit.id) === visit
  const now = context.now()
  const standing = today ? standingOf(hall, visit, index, now) : null
  const told = today ? context.tells.step(visit, index, now) : null
  const isInLine = standing !== null && step.status === 'waiting'
  const pausedUntil = isoOrNull((isInLine && standing?.pausedUntil) || null)
  const changed = isInLine && told ? changedText(hall, told) : null
  const isSoon = isInLine && context.tells.isNear(step.id)
  return {
    id: step.id,
    service: step.service,
    status: step.status,
    ahead: standing?.ahead ?? null,
    counter: isAtCounter(step) ? step.call.counter : null,
    calls: step.calls,
    secondCall: awaitsSecondCall(step),
    ...(isInLine ? waitView(hall, told, standing) : { forecast: null }),
    ...(isInLine && { openCounters: standing.openCounters }),
    ...(isSoon && { soon: true as const }),
    ...(changed && { changed }),
    ...(pausedUntil && { pausedUntil }),
    callableFrom: isoOrNull(laterThan(now, step, visit)),
    missing: [...step.missing],
    outcome: step.status === 'done' ? step.outcome : null,
  }
}

/** When a step that waits or is held can be called, if that is still to come. */
function laterThan(now: number, step: Step, { walk }: Visit): number | null {
  const from =
    step.status === 'waiting'
      ? Math.max(step.callableFrom, walk?.until ?? 0)
      : step.status === 'held'
        ? step.until
        : null
  return from !== null && from > now ? from : null
}

// What else a visit's own page must know about the plan: its services, where they are, what they ask for. A few KB;
// the whole hall would be ten times that, over a weak network.

export const VisitPlan = Type.Object(
  {
    /** The plan's running number, the same as `hall.plan` in every view. */
    plan: Type.Integer(),
    name: Text,
    timeZone: Type.String(),
    /** Seconds that a visitor needs from one zone to another. */
    walkSeconds: Type.Integer(),
    /** Seconds after which a late visitor can be called again. */
    lateSeconds: Type.Integer(),
    /** All zones of the hall, in the plan's order. */
    zones: Type.Array(Type.Object({ id: Id, name: Text, where: Text }, closed)),
    /** Other places where visitors may wait. Absent: none. */
    places: Type.Optional(Type.Array(Type.Object({ id: Id, name: Text }, closed))),
    /** The services of this visit. */
    services: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Text,
          agency: Text,
          /** Where its counters are. */
          zones: Type.Array(Id),
          requirements: Type.Array(
            Type.Object(
              {
                id: Id,
                name: Text,
                /** Who issues it: the name of a service of this hall or a place outside; null if nobody said. */
                from: Type.Union([Text, Null]),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    /** The counters that may call this visit. */
    counters: Type.Array(Type.Object({ id: Id, name: Text, zone: Id }, closed)),
  },
  closed,
)
export type VisitPlan = Static<typeof VisitPlan>

/** The part of today's plan that concerns this visit. What has left the plan since is left out. */
export function visitPlan({ layout, layoutSeq }: Hall, visit: Visit): VisitPlan {
  const { name, timeZone, walkSeconds, lateSeconds, zones, places = [] } = layout.plan
  const ids = [...new Set(visit.steps.map(({ service }) => service))]
  const counters = new Set(ids.flatMap((id) => layout.countersOf.get(id) ?? []))
  return {
    plan: layoutSeq,
    name,
    timeZone,
    walkSeconds,
    lateSeconds,
    zones: zones.map(({ id, name: zone, where }) => ({ id, name: zone, where })),
    ...(places.length > 0 && { places: places.map(({ id, name: place }) => ({ id, name: place })) }),
    services: ids.flatMap((id) => serviceOf(layout, id)),
    counters: [...counters].map(({ id, name: counter, zone }) => ({ id, name: counter, zone })),
  }
}

function serviceOf(layout: Layout, id: string): VisitPlan['services'] {
  const service = layout.services.get(id)
  const agency = service && layout.agencies.get(service.agency)
  if (!service || !agency) return []
  const zones = [...new Set((layout.countersOf.get(id) ?? []).map(({ zone }) => zone))]
  const requirements = service.requirements.map((one) => ({
    id: one.id,
    name: one.name,
    from: fromOf(layout, one),
  }))
  return [{ id, name: service.name, agency: agency.name, zones, requirements }]
}

function fromOf(layout: Layout, { issuedBy, where }: Requirement): Text | null {
  return (issuedBy === null ? undefined : layout.services.get(issuedBy)?.name) ?? where ?? null
}
