// The model's steps: what an event does to one of them and to those that stand after it. Short, slow and apart from the
// hall's own code, so that the two can disagree.
import type { Event, EventOf } from '../../server/hall/event.ts'
import { ENDED, type ModelHall, type ModelStep, type ModelVisit } from './model-parts.ts'

export type StepEvent = Extract<Event, { step: string }>

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
      expect('waiting')
      if (model.counter(event.counter).current) throw new Error('called to a busy counter')
      model.counter(event.counter).current = { visit: visit.id, step: step.id }
      step.status = 'called'
      return
    case 'recalled':
      return expect('called')
    case 'started':
      expect('called')
      step.status = 'serving'
      return
    case 'released':
      expect('held', 'missed')
      step.callableFrom = at + (step.status === 'missed' ? model.plan.lateSeconds * 1000 : 0)
      step.status = 'waiting'
      return
    case 'missed':
      expect('called')
      step.status = 'missed'
      break
    case 'held':
      expect('called', 'serving')
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

/** The visitor is late: what waits or was missed waits from now on for the time of the plan. */
export function delay({ plan }: ModelHall, visit: ModelVisit, at: number): void {
  const is = (...statuses: string[]) => visit.steps.filter(({ status }) => statuses.includes(status))
  const later = is('waiting', 'missed')
  if (is('called', 'serving').length > 0 || later.length === 0) throw new Error('nothing to delay')
  for (const step of later)
    Object.assign(step, { status: 'waiting', callableFrom: at + plan.lateSeconds * 1000 })
}

function leave(model: ModelHall, counter: string, at: number, visit: ModelVisit): void {
  model.counter(counter).current = null
  visit.walk = { zone: model.zoneOf(counter), until: at + model.plan.walkSeconds * 1000 }
  const ended = visit.steps.filter(({ status }) => ENDED.includes(status)).map(({ id }) => id)
  for (const step of visit.steps) {
    if (step.status !== 'blocked' || step.after.some((id) => !ended.includes(id))) continue
    Object.assign(step, { status: 'waiting', callableFrom: at })
    if (step.comeBack) step.comeBack = { ...step.comeBack, until: at + 300_000 }
  }
}

function refer(
  model: ModelHall,
  { counter, service, comeBack }: EventOf<'referred'>,
  visit: ModelVisit,
  step: ModelStep,
): void {
  const add = (of: string, after: string[]): ModelStep => {
    const id = `${visit.id}.${visit.steps.length + 1}`
    const made = { id, service: of, status: 'blocked', after, callableFrom: 0, until: null, comeBack: null }
    visit.steps.push(made)
    return made
  }
  const others = visit.steps.filter(({ status }) => !ENDED.includes(status))
  const sent = add(service, [])
  if (comeBack) {
    const back = add(step.service, [sent.id])
    back.comeBack = { counter, until: null }
    for (const other of others) other.after = other.after.map((id) => (id === step.id ? back.id : id))
  }
  const afterOf = (id: string) => model.plan.services.find((one) => one.id === id)?.after ?? []
  const order = (later: ModelStep, earlier: ModelStep) => {
    if (!['blocked', 'waiting'].includes(later.status) || reaches(visit, earlier, later)) return
    if (!later.after.includes(earlier.id)) later.after.push(earlier.id)
    later.status = 'blocked'
  }
  for (const other of others) {
    if (afterOf(service).includes(other.service)) order(sent, other)
    if (afterOf(other.service).includes(service)) order(other, sent)
  }
}

/** Whether a blocked step stands, directly or not, after another. */
export function reaches(visit: ModelVisit, from: ModelStep, to: ModelStep): boolean {
  if (from.status !== 'blocked') return false
  const before = visit.steps.filter(({ id }) => from.after.includes(id))
  return before.some((step) => step === to || reaches(visit, step, to))
}
