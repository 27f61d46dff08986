// Who stands at a counter, with all that the person there should know: what is missing, what a colleague wrote.
import type { CounterState, Hall } from '../hall/hall.ts'
import { type Call, stepAtCounter } from '../hall/visit.ts'
import { type Context, iso, reasonText } from './context.ts'
import type { CounterView } from './counter-view.ts'

/** What the panel shows of the number at the counter; null: nobody is there. */
export function currentView(context: Context, { current }: CounterState): CounterView['current'] {
  const visit = current && context.hall.visits.get(current.visit)
  const step = visit && stepAtCounter(visit)
  if (!visit || !step) return null
  const { call } = step
  const { number, priority, comeToMe, language } = visit
  return {
    call: call.id,
    number,
    day: visit.day,
    visit: visit.id,
    step: step.id,
    service: step.service,
    status: step.status,
    heard: call.heard,
    quiet: wasQuiet(context.hall, call),
    calls: call.calls,
    calledAt: iso(call.at),
    startedAt: step.status === 'serving' ? iso(step.startedAt) : null,
    priority,
    comeToMe,
    language,
    waitedSeconds: Math.round(step.waitedMs / 1000),
    missing: step.missing.map((id) => ({ id, service: step.service })),
    note: textOf(context, step.referred?.note),
    referredFrom: step.referred?.counter ?? null,
    returns: step.returns !== null,
    words: textOf(context, step.returns?.words),
    told: textOf(context, step.returns?.told),
    reopened: textOf(context, step.reopened),
    secondCall: step.secondCall,
    why: call.why,
    reason: reasonText(context, call.reason),
    steps: visit.steps.map((other) => ({
      id: other.id,
      service: other.service,
      status: other.status,
      outcome: other.status === 'done' ? other.outcome : null,
      counter: 'call' in other ? other.call.counter : 'counter' in other ? other.counter : null,
    })),
  }
}

/** Whether nothing was said of this call, as the plan wants no sound now. */
export function wasQuiet({ announcements }: Hall, { announcement }: Call): boolean {
  return announcements.get(announcement)?.quiet === true
}

/** A text that somebody typed; null where there is none, or it was erased. */
function textOf(context: Context, note: string | null | undefined): string | null {
  return note === null || note === undefined ? null : context.note(note)
}
