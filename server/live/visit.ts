// The visitor's own view: the number, every step with how many stand before it and about how long.
import { standingOf } from '../hall/visit/standing.ts'
import { awaitsSecondCall, isAtCounter, type Slip, type Step, stepOf, type Visit } from '../hall/visit.ts'
import { visitUrl } from '../slip/visit-url.ts'
import { type Context, earliest, hallState, iso, isoOrNull, type Timed } from './context.ts'
import { ownNotice } from './opening.ts'
import type { SlipState } from './view-parts.ts'
import type { VisitView } from './visit-view.ts'

/** The visit that a token belongs to, today's or yesterday's, or undefined. */
export function visitOfToken({ hall }: Context, token: string): Visit | undefined {
  const id = hall.tokens.get(token) ?? hall.yesterday?.tokens.get(token)
  if (id === undefined) return undefined
  const [now, before] = [hall.visits.get(id), hall.yesterday?.visits.get(id)]
  if (!now || !before) return now ?? before
  // Being served over midnight: only that step came along, the others ended with their day.
  return { ...now, steps: before.steps.map((step) => stepOf(now, step.id) ?? step) }
}

/** The view of topic `visit:<token>`, or undefined if nobody holds such a token. */
export function visitView(context: Context, token: string): Timed<VisitView> | undefined {
  const visit = visitOfToken(context, token)
  if (!visit) return undefined
  const { number, day, takenAt, moves, priority, comeToMe, slip } = visit
  const steps = visit.steps.map((step, index) => stepView(context, visit, step, index))
  const notice = ownNotice(context, visit)
  const view: VisitView = {
    hall: hallState(context),
    visit: {
      number,
      day,
      takenAt: iso(takenAt),
      moves,
      priority,
      comeToMe,
      url: visitUrl(context.publicUrl, token),
      slip: slipState(slip),
      steps,
      ...(notice.text && { notice: notice.text }),
    },
  }
  return { view, until: earliest(notice.until, stepsChange(context.now(), visit)) }
}

/** The instant after `now` at which a step that waits or is held becomes callable, or null. */
export function stepsChange(now: number, visit: Visit): number | null {
  return earliest(...visit.steps.map((step) => laterThan(now, step, visit)))
}

/** The slip as screens are told of it. */
export function slipState({ status, noted, printer, why }: Slip): SlipState {
  return { status, noted, printer, why }
}

/** A step as everybody sees it who may see the visit. */
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
  const pausedUntil = isoOrNull(standing?.pausedUntil ?? null)
  return {
    id: step.id,
    service: step.service,
    status: step.status,
    ahead: standing?.ahead ?? null,
    counter: isAtCounter(step) ? step.call.counter : null,
    calls: step.calls,
    secondCall: awaitsSecondCall(step),
    forecast: standing?.forecast ?? null,
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
