// What supervisors and the reception do to the model's visits.
import type { Event, EventOf } from '../../server/hall/event.ts'
import { ENDED, type ModelHall, type ModelStep, type ModelVisit } from './model-parts.ts'
import { addStep, lateReturn, order, unblock } from './model-step.ts'

type Steering = Extract<
  Event,
  {
    type: 'step-added' | 'step-released' | 'priority-set' | 'step-cancelled' | 'step-moved' | 'step-reopened'
  }
>

export function steer(model: ModelHall, event: Steering, at: number): void {
  const visit = model.visit(event.visit)
  if (event.type === 'step-added') add(model, visit, event)
  else if (event.type === 'step-released') release(model, visit, event, at)
  else if (event.type === 'priority-set') visit.priority = event.priority
  else changeOne(model, visit, event)
  unblock(visit, at)
}

function add({ plan, day }: ModelHall, visit: ModelVisit, { service, before }: EventOf<'step-added'>): void {
  const others = visit.steps.filter(({ status }) => !ENDED.includes(status))
  if (others.length === 0 || visit.day !== day) throw new Error('added to a visit that is over')
  if (others.some((other) => other.service === service)) throw new Error(`${visit.id} waits there twice`)
  const added = addStep(visit, service, [])
  const afterOf = (id: string) => plan.services.find((one) => one.id === id)?.after ?? []
  if (before) for (const other of others) order(visit, other, added)
  for (const other of others) {
    if (afterOf(service).includes(other.service)) order(visit, added, other)
    if (afterOf(other.service).includes(service)) order(visit, other, added)
  }
}

function release(model: ModelHall, visit: ModelVisit, event: EventOf<'step-released'>, at: number): void {
  const step = visit.steps.find(({ id }) => id === event.step)
  const pauses = step?.secondCall === true && step.status === 'waiting'
  if (!step || (!pauses && !['held', 'missed'].includes(step.status))) throw new Error('released who waits')
  step.callableFrom = step.status === 'missed' ? lateReturn(model, step, event, at) : at
  step.status = 'waiting'
}

function changeOne(
  model: ModelHall,
  visit: ModelVisit,
  event: Extract<Event, { type: 'step-cancelled' | 'step-moved' | 'step-reopened' }>,
): void {
  const step = visit.steps.find(({ id }) => id === event.step)
  if (event.type === 'step-reopened') return reopen(model, visit, step)
  if (!step || ENDED.includes(step.status) || step.status === 'serving') {
    throw new Error(`${event.type} of a step that is ${step?.status}`)
  }
  if (event.type === 'step-cancelled') cancel(model, step)
  else move(model, visit, step, event.service)
}

function reopen(model: ModelHall, visit: ModelVisit, step: ModelStep | undefined): void {
  if (!step || !['done', 'cancelled'].includes(step.status) || visit.day !== model.day) {
    throw new Error(`reopened although it is ${step?.status}`)
  }
  const alive = visit.steps.filter(({ status }) => !ENDED.includes(status))
  if (alive.some(({ service }) => service === step.service)) throw new Error(`${visit.id} waits there twice`)
  const asked = (service: string) => model.plan.services.find(({ id }) => id === service)?.after ?? []
  const stoodAfter = step.after
  Object.assign(step, { status: 'blocked', after: [], comeBack: null, secondCall: false })
  for (const other of alive) {
    if (stoodAfter.includes(other.id) || asked(step.service).includes(other.service))
      order(visit, step, other)
    if (other.after.includes(step.id) || asked(other.service).includes(step.service))
      order(visit, other, step)
  }
}

function cancel(model: ModelHall, step: ModelStep): void {
  step.status = 'cancelled'
  for (const counter of model.allCounters()) {
    if (counter.current?.step === step.id) counter.current = null
  }
}

function move(model: ModelHall, visit: ModelVisit, step: ModelStep, service: string): void {
  if (step.status === 'called') throw new Error('moved from a counter')
  const others = visit.steps.filter((other) => other !== step && !ENDED.includes(other.status))
  if (others.some((other) => other.service === service)) throw new Error(`${visit.id} waits there twice`)
  const find = (id: string) => model.plan.services.find((one) => one.id === id)
  const old = find(step.service)
  const papers = old?.requirements.filter(({ id }) => step.missing.includes(id)) ?? []
  const asked = [...(old?.after ?? []), ...papers.map(({ issuedBy }) => issuedBy)]
  const serviceOf = (id: string) => visit.steps.find((one) => one.id === id)?.service ?? ''
  if (!step.comeBack) step.after = step.after.filter((id) => !asked.includes(serviceOf(id)))
  step.service = service
  step.comeBack = null
  step.missing = step.missing.filter((id) => find(service)?.requirements.some((paper) => paper.id === id))
  for (const other of others) {
    if (find(service)?.after.includes(other.service)) order(visit, step, other)
    if (find(other.service)?.after.includes(service)) order(visit, other, step)
  }
}
