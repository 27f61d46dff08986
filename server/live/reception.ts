// The reception's views: whom to look after and what needs attention; and one visit as staff see it.
import { comeToMe, notTaken, notTakenFrom } from '../hall/reception/reception.ts'
import { canBeReleased, isAtCounter, isEnded, type Visit } from '../hall/visit.ts'
import { attention } from './attention.ts'
import { type Context, earliest, hallState, iso, type KnownDevice, type Timed } from './context.ts'
import { alarmsView } from './help.ts'
import type { ReceptionRow, ReceptionView, ReceptionVisit, ReceptionVisitView } from './reception-views.ts'
import { slipState, stepView, stepsChange } from './visit.ts'

const MOST = 30
/** How many stand before a visit turns with the credit: looked at again after this. */
const TURN = 30_000

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
  return {
    ...about(context, devicesOf(context), visit),
    moves: visit.moves,
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

/** Where the number was taken: the kiosk, or who of the staff did it. */
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
