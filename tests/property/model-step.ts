// The model's steps: what an event does to one of them and to those that come after it. Short, slow and independent
// of the hall's own code, so that the two can disagree.
import type { Event, EventOf } from '../../server/hall/event.ts'
import { ends, rests } from './model-time.ts'
import { ENDED, type ModelHall, type ModelStep, type ModelVisit } from './model-parts.ts'

/** What happens to a step at a counter, or when its hold is over. */
export type StepEvent = Extract<Event, { step: string; counter: string | null }>

export function changeStep(
  model: ModelHall,
  event: StepEvent,
  at: number,
  visit: ModelVisit,
  step: ModelStep,
): void {
  const expect = (...statuses: string[]) => {
    if (!statuses.includes(step.status)) throw new Error(`${event.type} of a step that is ${step.status}`)
  }
  switch (event.type) {
    case 'called':
      expect('waiting', 'missed')
      step.calledAt = event.counter
      if (model.counter(event.counter).current) throw new Error('called to a busy counter')
      model.counter(event.counter).current = { visit: visit.id, step: step.id }
      step.status = 'called'
      return
    case 'seated':
      expect('waiting')
      step.calledAt = event.counter
      if (model.counter(event.counter).current) throw new Error('served at a busy counter')
      model.counter(event.counter).current = { visit: visit.id, step: step.id }
      step.status = 'serving'
      return
    case 'recalled':
      return expect('called')
    case 'started':
      expect('called')
      Object.assign(step, { status: 'serving', secondCall: false })
      return
    case 'released':
      if (!step.secondCall) expect('held', 'missed')
      expect('held', 'missed', 'waiting')
      step.callableFrom = step.status === 'missed' ? lateReturn(model, step, event, at) : at
      step.status = 'waiting'
      return
    case 'unanswered':
      expect('called')
      if (step.secondCall || event.again !== pauseEnd(model, step, at))
        throw new Error('called once more at a wrong time')
      Object.assign(step, { status: 'waiting', secondCall: true, callableFrom: event.again })
      break
    case 'missed':
      expect('called')
      if (model.plan.secondCallSeconds !== undefined && !step.secondCall) throw new Error('missed too early')
      step.status = 'missed'
      break
    case 'held':
      expect('called', 'serving')
      if (
        event.until !== null &&
        event.until > at &&
        rests(model.plan, step.service, model.day, event.until - 1)
      )
        throw new Error('a hold ends in a break')
      Object.assign(step, { status: 'held', until: event.until })
      break
    case 'put-back':
      expect('called', 'serving')
      step.status = visit.day === model.day ? 'waiting' : 'expired'
      step.callableFrom = at
      break
    case 'finished':
      expect('serving')
      step.status = 'done'
      if (event.comeBack === true) {
        const back = addStep(visit, step.service, [])
        Object.assign(back, { status: 'held', returns: true })
        for (const other of visit.steps)
          other.after = other.after.map((id) => (id === step.id ? back.id : id))
      }
      break
    case 'referred':
      expect('called', 'serving')
      step.status = 'done'
      refer(model, event, visit, step)
      break
    default:
      event satisfies never
  }
  leave(model, event.counter, at, visit)
}

/** The visitor is late: steps that wait or were missed can be called only after the plan's time for that. */
export function delay(
  model: ModelHall,
  visit: ModelVisit,
  event: EventOf<'visit-delayed'>,
  at: number,
): void {
  const is = (...statuses: string[]) => visit.steps.filter(({ status }) => statuses.includes(status))
  const later = is('waiting', 'missed')
  if (is('called', 'serving').length > 0 || later.length === 0) throw new Error('nothing to delay')
  for (const step of later) {
    const said = { from: event.later?.find((one) => one.step === step.id)?.from }
    Object.assign(step, { status: 'waiting', callableFrom: lateReturn(model, step, said, at) })
  }
}

/** When a late visitor is callable again: as the event says, if it says so, and never in or over a break. */
export function lateReturn(
  { plan, day }: ModelHall,
  { service }: ModelStep,
  said: { readonly from?: number | undefined },
  now: number,
): number {
  const from = said.from ?? now + plan.lateSeconds * 1000
  if (from !== ends(plan, service, day, now, plan.lateSeconds * 1000))
    throw new Error('late for a wrong time')
  return from
}

function pauseEnd({ plan, day }: ModelHall, { service }: ModelStep, at: number): number {
  return ends(plan, service, day, at, (plan.secondCallSeconds ?? Number.NaN) * 1000)
}

export function leave(model: ModelHall, counter: string, at: number, visit: ModelVisit): void {
  model.counter(counter).current = null
  visit.walk = { zone: model.zoneOf(counter), until: at + model.plan.walkSeconds * 1000 }
  unblock(visit, at)
}

/** Steps whose predecessors have ended begin to wait. */
export function unblock(visit: ModelVisit, at: number): void {
  const ended = visit.steps.filter(({ status }) => ENDED.includes(status)).map(({ id }) => id)
  for (const step of visit.steps) {
    if (step.status !== 'blocked' || step.after.some((id) => !ended.includes(id))) continue
    Object.assign(step, { status: 'waiting', callableFrom: at })
    if (step.comeBack) step.comeBack = { ...step.comeBack, until: at + 300_000 }
  }
}

function refer(
  model: ModelHall,
  { counter, service, comeBack, also = [] }: EventOf<'referred'>,
  visit: ModelVisit,
  step: ModelStep,
): void {
  const others = visit.steps.filter(({ status }) => !ENDED.includes(status))
  const sent = [service, ...also].map((one) => addStep(visit, one, []))
  if (comeBack) {
    const sentIds = sent.map(({ id }) => id)
    const back = addStep(visit, step.service, sentIds)
    back.missing = step.missing
    back.comeBack = { counter, until: null }
    for (const other of others) other.after = other.after.map((id) => (id === step.id ? back.id : id))
  }
  const afterOf = (id: string) => model.plan.services.find((one) => one.id === id)?.after ?? []
  for (const [place, one] of sent.entries()) {
    for (const other of [...others, ...sent.slice(0, place)]) {
      if (afterOf(one.service).includes(other.service)) order(visit, one, other)
      if (afterOf(other.service).includes(one.service)) order(visit, other, one)
    }
  }
}

export function addStep(visit: ModelVisit, service: string, after: string[]): ModelStep {
  const last = visit.steps.at(-1)?.id.split('.').at(-1)
  const id = `${visit.id}.${Number(last) + 1}`
  const fresh = { callableFrom: 0, until: null, comeBack: null, secondCall: false, returns: false }
  const made = { id, service, missing: [], status: 'blocked', after, ...fresh }
  visit.steps.push(made)
  return made
}

/** Puts a step after another, unless it is set aside, or that would close a circle. */
export function order(visit: ModelVisit, later: ModelStep, earlier: ModelStep): void {
  if (!['blocked', 'waiting'].includes(later.status) || reaches(visit, earlier, later)) return
  if (!later.after.includes(earlier.id)) later.after.push(earlier.id)
  later.status = 'blocked'
}

/** Whether a blocked step comes, directly or not, after another. */
export function reaches(visit: ModelVisit, from: ModelStep, to: ModelStep): boolean {
  if (from.status !== 'blocked') return false
  const before = visit.steps.filter(({ id }) => from.after.includes(id))
  return before.some((step) => step === to || reaches(visit, step, to))
}
