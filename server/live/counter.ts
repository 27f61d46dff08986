// The counter's view: who stands here, who is next, who was set aside, what can be taken back.
import { callableFrom, UNDO_SECONDS } from '../hall/callable.ts'
import type { Place } from '../hall/credit.ts'
import { notTakenFrom } from '../hall/reception.ts'
import type { CounterState } from '../hall/hall.ts'
import { callableAt, type Candidate, creditOf, notYetAt, waitingFor } from '../hall/next.ts'
import { type Step, stepAtCounter, stepOf, type Visit } from '../hall/visit.ts'
import { type Context, earliest, hallState, iso, isoOrNull, reasonText, type Timed } from './context.ts'
import { helpUntil, helpView, messagesView } from './help.ts'
import type { CounterView, QueueRow } from './views.ts'

const MOST = 20
/** The order turns with the credit: looked at again after this. */
const TURN = 30_000

/** The view of topic `counter:<id>`, or undefined if there is no such counter. */
export function counterView(context: Context, id: string): Timed<CounterView> | undefined {
  const { hall } = context
  const counter = hall.counters.get(id)
  if (!counter) return undefined
  const now = context.now()
  const services = hall.layout.counters.get(id)?.services ?? []
  const later = notYetAt(hall, id, now, MOST)
  const waiting = services.reduce((sum, service) => sum + waitingFor(hall, service), 0)
  const undo = undoView(counter, now)
  const view: CounterView = {
    hall: hallState(context),
    counter: {
      id,
      state: counter.state,
      staff: counter.staff === null ? null : context.staff(counter.staff),
      reason: reasonText(context, counter.reason),
    },
    current: currentView(context, counter),
    next: callableAt(hall, id, now, MOST).map((candidate) => candidateRow(context, id, candidate)),
    later: later.map((candidate) => candidateRow(context, id, candidate)),
    waiting,
    held: services.flatMap((service) => asideRows(context, hall.queues.get(service)?.held.places ?? [])),
    missed: services.flatMap((service) => asideRows(context, hall.queues.get(service)?.missed.places ?? [])),
    undo,
    help: helpView(context, counter),
    messages: messagesView(context, counter),
    today: {
      served: counter.served,
      averageSeconds: counter.served === 0 ? null : Math.round(counter.servedMs / counter.served / 1000),
    },
  }
  const walked = later.map(({ visit, step }) => callableFrom(hall, visit, step, id))
  const slips = later.map(({ visit }) => notTakenFrom(hall, visit))
  const until = earliest(
    undo && Date.parse(undo.until) + 1,
    waiting > 0 ? now + TURN : null,
    helpUntil(context, counter),
    ...[...walked, ...slips].filter((instant) => instant !== null && instant > now),
  )
  return { view, until }
}

function currentView(context: Context, { current }: CounterState): CounterView['current'] {
  const visit = current && context.hall.visits.get(current.visit)
  const step = visit && stepAtCounter(visit)
  if (!visit || !step) return null
  const { call } = step
  const { number, priority, comeToMe, language } = visit
  return {
    call: call.id,
    number,
    visit: visit.id,
    step: step.id,
    service: step.service,
    status: step.status,
    heard: call.heard,
    calls: call.calls,
    calledAt: iso(call.at),
    startedAt: step.status === 'serving' ? iso(step.startedAt) : null,
    priority,
    comeToMe,
    language,
    waitedSeconds: Math.round(step.waitedMs / 1000),
    missing: step.missing.map((id) => ({ id, service: step.service })),
    note: noteFor(context, step),
    why: call.why,
    steps: visit.steps.map((other) => ({
      id: other.id,
      service: other.service,
      status: other.status,
      outcome: other.status === 'done' ? other.outcome : null,
      counter: 'call' in other ? other.call.counter : 'counter' in other ? other.counter : null,
    })),
  }
}

/** What the colleague wrote who referred the visitor to this step. */
function noteFor(context: Context, step: Step): string | null {
  const note = step.referred?.note ?? null
  return note === null ? null : context.note(note)
}

function candidateRow(
  context: Context,
  counter: string,
  { place, visit, step, because }: Candidate,
): QueueRow {
  const from = because === null ? null : callableFrom(context.hall, visit, step, counter)
  return { ...row(context, place, visit, step), callableFrom: isoOrNull(from), because }
}

function asideRows(context: Context, places: readonly Place[]): QueueRow[] {
  return places.flatMap((place) => {
    const visit = context.hall.visits.get(place.visit)
    const step = visit && stepOf(visit, place.step)
    if (!visit || !step) return []
    const until = step.status === 'held' ? step.until : null
    return [{ ...row(context, place, visit, step), callableFrom: isoOrNull(until), because: null }]
  })
}

function row(
  context: Context,
  place: Place,
  visit: Visit,
  step: Step,
): Omit<QueueRow, 'callableFrom' | 'because'> {
  const now = context.now()
  const from = notTakenFrom(context.hall, visit)
  const waitedMs = step.waitedMs + (step.status === 'waiting' ? now - step.since : 0)
  return {
    visit: visit.id,
    step: step.id,
    number: visit.number,
    service: step.service,
    priority: visit.priority,
    comeToMe: visit.comeToMe,
    waitedSeconds: Math.round(waitedMs / 1000),
    credit: creditOf(context.hall, place, now),
    notTaken: from !== null && from <= now,
  }
}

function undoView({ last }: CounterState, now: number): CounterView['undo'] {
  const until = last && last.at + UNDO_SECONDS * 1000
  return last && until !== null && until >= now
    ? { action: last.action, number: last.number, until: iso(until) }
    : null
}
