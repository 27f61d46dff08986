// Whether the right one was called, and for the stated reason: found by looking at everybody who waits.
import type { Command } from '../../server/hall/command.ts'
import type { Event } from '../../server/hall/event.ts'
import { isRefusal, type Refusal } from '../../server/hall/refusal.ts'
import { callable, canCall, type Found, passedOver, worth } from './brute.ts'
import type { Model } from './model.ts'

/** Throws if the answer to a call is not what the model's queue says. Call it before the model follows. */
export function checkCall(model: Model, command: Command, answer: Event[] | Refusal, now: number): void {
  if (command.type !== 'call-next' && command.type !== 'call') return
  const { counter, staff } = command
  const here = model.counters.get(counter)
  const ready = here?.staff === staff && here.state === 'open' && here.current === null
  if (!ready) {
    if (!isRefusal(answer)) throw new Error(`${counter} could not call`)
    return
  }
  const found = callable(model, counter, now)
  const best = command.type === 'call-next' ? found[0] : found.find(({ visit }) => visit.id === command.visit)
  if (!best && command.type === 'call' && command.reason !== null && isBack(model, command, now)) {
    const event = isRefusal(answer) ? undefined : answer[0]
    if (event?.type !== 'called' || event.visit !== command.visit)
      throw new Error('who is back was not called')
    return
  }
  if (!best) {
    if (!isRefusal(answer) && answer.length > 0) throw new Error('somebody was called who can’t be')
    if (isRefusal(answer) && command.type === 'call-next') throw new Error(`refused: ${answer.refused}`)
    return
  }
  const event = isRefusal(answer) ? undefined : answer[0]
  if (event?.type !== 'called') throw new Error(`${best.visit.number} was not called`)
  if (command.type === 'call-next' && event.step !== best.step.id)
    throw new Error(`not ${best.step.id} was called`)
  const chosen = found.find(({ step }) => step.id === event.step)
  if (chosen?.visit !== best.visit) throw new Error('another visit was called')
  checkWhy(model, event, { rule: ruleFor(command, chosen), chosen, found }, now)
}

/** Whether this counter last called a step of the visit, nobody came, and nothing else keeps it from being called. */
function isBack(
  model: Model,
  { counter, visit: id }: { counter: string; visit: string },
  now: number,
): boolean {
  const visit = model.visits.get(id)
  if (!visit) return false
  return visit.steps.some((step) => {
    const waiting = { ...step, status: 'waiting', callableFrom: now }
    const { slip } = visit
    const services = model.plan.counters.find((one) => one.id === counter)?.services ?? []
    if (step.calledAt !== counter || !services.includes(step.service)) return false
    if (step.status === 'waiting') return canCall(model, counter, { visit, step: waiting }, now)
    const isFree = !visit.steps.some(({ status }) => status === 'called' || status === 'serving')
    return step.status === 'missed' && isFree && (slip.noted || ['printed', 'none'].includes(slip.status))
  })
}

function ruleFor({ type, counter }: Command & { counter: string }, { step }: Found): string {
  if (type === 'call') return 'chosen'
  return step.comeBack?.counter === counter ? 'come-back' : 'credit'
}

interface Reason {
  readonly rule: string
  readonly chosen: Found
  readonly found: readonly Found[]
}

function checkWhy(
  model: Model,
  { why, counter }: Event & { type: 'called' },
  { rule, chosen, found }: Reason,
  now: number,
): void {
  const credit = ({ visit }: Found) => worth(model, visit, now) / 60_000
  const passed = found.find(({ visit }) => visit !== chosen.visit)
  const isTrue =
    why.rule === rule &&
    isAbout(why.credit, credit(chosen)) &&
    why.over?.number === passed?.visit.number &&
    isAbout(why.over?.credit ?? 0, passed ? credit(passed) : 0)
  if (!isTrue) throw new Error(`why: ${JSON.stringify(why)}, but ${rule} ${credit(chosen)}`)
  const told = (why.passed ?? []).map(({ number, because }) => `${number} ${because === 'blocked'}`)
  const expected = passedOver(model, counter, chosen, now).map(
    ({ visit, step }) => `${visit.number} ${step.status === 'blocked'}`,
  )
  if (told.join() !== expected.join()) throw new Error(`passed: ${told.join()}, but ${expected.join()}`)
}

/** Credit is rounded to hundredths. */
function isAbout(told: number, exact: number): boolean {
  return Math.abs(told - exact) < 0.0051
}
