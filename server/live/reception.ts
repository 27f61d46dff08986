// The reception's views and their shapes: whom to look after and what needs attention; and one visit as staff see it.
// They contain no token: what opens a visitor's own page is only for the visitor.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import { comeToMe, notTaken, notTakenFrom } from '../hall/reception/reception.ts'
import { placeOf as waitsAt } from '../hall/visit/place.ts'
import { canBeReleased, isAtCounter, isEnded, type Visit } from '../hall/visit.ts'
import { Attention, attention } from './attention.ts'
import { earliest, hallState, iso, type Context, type KnownDevice, type Timed } from './context.ts'
import { Alarm, alarmsView } from './help.ts'
import { HallState, Instant, Null, SlipState, StepStatus, closed, text } from './view-parts.ts'
import { VisitView, slipState, stepView, stepsChange, isVisitTouched } from './visit.ts'
import type { Kind } from './topics.ts'

const TextOrNull = Type.Union([Type.String(), Null])

/** Where a number was taken, as far as known. */
const From = Type.Union([
  Type.Object(
    {
      kind: Type.Enum(['kiosk', 'staff'], text),
      /** The device's label or the person's name; null if there is none (any more). */
      name: TextOrNull,
      /** For a kiosk: the zone it is in; null: anywhere in the hall. */
      zone: TextOrNull,
    },
    closed,
  ),
  Null,
])

const aboutShape = {
  id: Type.String(),
  number: Type.String(),
  /** The day of the number: an earlier one if the visitor was being served over midnight. */
  day: Type.String(),
  takenAt: Instant,
  from: From,
  priority: Type.Boolean(),
  comeToMe: Type.Boolean(),
  language: Type.String(),
  slip: SlipState,
}

/** A visit in a list of the reception. */
export const ReceptionRow = Type.Object(
  {
    ...aboutShape,
    steps: Type.Array(
      Type.Object({ service: Type.String(), status: StepStatus, counter: TextOrNull }, closed),
    ),
  },
  closed,
)
export type ReceptionRow = Static<typeof ReceptionRow>

/** One visit with all that staff may do with it. */
export const ReceptionVisit = Type.Object(
  {
    ...aboutShape,
    /** Changes of its steps so far: a command can name which it saw. */
    moves: Type.Integer(),
    /** The plan's place where the visitor said they are waiting. Absent: in the waiting areas. */
    place: Type.Optional(Type.String()),
    /** Slips asked for so far: the second and later ones say *copy*. */
    copies: Type.Integer(),
    /** The slip failed or was not confirmed in time: perhaps nobody holds the number. */
    notTaken: Type.Boolean(),
    steps: Type.Array(
      Type.Object(
        {
          ...VisitView.properties.visit.properties.steps.items.properties,
          /** On hold, or between a first call that nobody answered and the second: it can return to the queue. */
          releasable: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ReceptionVisit = Static<typeof ReceptionVisit>

export const ReceptionView = Type.Object(
  {
    hall: HallState,
    /** Visitors who perhaps do not hold their number, by arrival, at most 30; and how many there are. */
    notTaken: Type.Array(ReceptionRow),
    notTakenCount: Type.Integer(),
    /**
     * Visitors who asked for staff to come and still need something, by arrival, at most 30; and how many there are.
     */
    comeToMe: Type.Array(ReceptionRow),
    comeToMeCount: Type.Integer(),
    attention: Type.Array(Attention),
    /** Silent alarms from counters, the oldest first; `staff` and `answeredBy` are names. */
    alarms: Type.Array(Alarm),
    /** The printers of the plan, for their names. */
    printers: Type.Array(Type.Object({ id: Type.String(), name: Text }, closed)),
  },
  closed,
)
export type ReceptionView = Static<typeof ReceptionView>

/** The view of topic `reception:<visit>`. */
export const ReceptionVisitView = Type.Object({ hall: HallState, visit: ReceptionVisit }, closed)
export type ReceptionVisitView = Static<typeof ReceptionVisitView>

const MOST = 30
/** How many are ahead of a visit changes with the credit: computed again after this. */
const TURN = 30_000

/** `reception`, and `reception:<visit>`. */
export const reception: Kind = {
  view: (context, id) => (id === null ? receptionView(context) : receptionVisitView(context, id)),
  isTouched({ hall }, id, change) {
    if (id !== null) return isVisitTouched(hall.visits.get(id), change)
    return change.reception === true || change.services === 'all' || change.visits.size > 0
  },
}

/** The view of topic `reception`. */
export function receptionView(context: Context): Timed<ReceptionView> {
  const { hall } = context
  const slips = notTaken(hall, context.now())
  const asked = comeToMe(hall)
  const alerts = attention(context)
  const alarms = alarmsView(context)
  const rows = (visits: readonly Visit[]) => receptionRows(context, visits.slice(0, MOST))
  const view: ReceptionView = {
    hall: hallState(context),
    notTaken: rows(slips.visits),
    notTakenCount: slips.visits.length,
    comeToMe: rows(asked),
    comeToMeCount: asked.length,
    attention: alerts.list,
    alarms: alarms.list,
    printers: (hall.layout.plan.printers ?? []).map(({ id, name }) => ({ id, name })),
  }
  return { view, until: earliest(slips.next, alerts.until, alarms.until) }
}

/** The view of topic `reception:<visit>`, or undefined if today has no such visit. */
export function receptionVisitView(context: Context, id: string): Timed<ReceptionVisitView> | undefined {
  const visit = context.hall.visits.get(id)
  if (!visit) return undefined
  const now = context.now()
  const from = notTakenFrom(context.hall, visit)
  const until = earliest(
    from !== null && from > now ? from : null,
    stepsChange(now, visit),
    visit.steps.every(isEnded) ? null : now + TURN,
  )
  return { view: { hall: hallState(context), visit: receptionVisit(context, visit) }, until }
}

/** A visit as staff see it. */
export function receptionVisit(context: Context, visit: Visit): ReceptionVisit {
  const from = notTakenFrom(context.hall, visit)
  const place = waitsAt(context.hall.layout, visit)
  return {
    ...about(context, devicesOf(context), visit),
    moves: visit.moves,
    ...(place !== null && { place }),
    copies: visit.slip.copies,
    notTaken: from !== null && from <= context.now(),
    steps: visit.steps.map((step, index) => ({
      ...stepView(context, visit, step, index),
      releasable: canBeReleased(step, context.now()),
    })),
  }
}

/** Visits as a list of staff shows them. */
export function receptionRows(context: Context, visits: readonly Visit[]): ReceptionRow[] {
  if (visits.length === 0) return []
  const devices = devicesOf(context)
  return visits.map((visit) => row(context, devices, visit))
}

function row(context: Context, devices: ReadonlyMap<string, KnownDevice>, visit: Visit): ReceptionRow {
  const steps = visit.steps.map((step) => ({
    service: step.service,
    status: step.status,
    counter: isAtCounter(step) ? step.call.counter : null,
  }))
  return { ...about(context, devices, visit), steps }
}

function about(
  context: Context,
  devices: ReadonlyMap<string, KnownDevice>,
  visit: Visit,
): Omit<ReceptionRow, 'steps'> {
  const { id, number, day, takenAt, priority, comeToMe, language, slip } = visit
  const from = placeOf(context, devices, visit)
  const seen = { from, priority, comeToMe, language, slip: slipState(slip) }
  return { id, number, day, takenAt: iso(takenAt), ...seen }
}

/** Where the number was taken: the kiosk, or the member of staff. */
function placeOf(
  context: Context,
  devices: ReadonlyMap<string, KnownDevice>,
  { takenBy }: Visit,
): ReceptionRow['from'] {
  const [kind, id = ''] = takenBy?.split(':') ?? []
  if (kind === 'staff') return { kind, name: context.staff(id)?.name ?? null, zone: null }
  if (kind !== 'device') return null
  const { label = null, zone = null } = devices.get(id) ?? {}
  return { kind: 'kiosk', name: label, zone }
}

function devicesOf(context: Context): ReadonlyMap<string, KnownDevice> {
  return new Map(context.devices().map((device) => [device.id, device]))
}
