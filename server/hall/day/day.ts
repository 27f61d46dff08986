// A day opens and closes; the plan is revised.
import type { Changes } from '../changes.ts'
import type { Carried, EventOf } from '../event.ts'
import { keepClosed } from '../evolve-reopen-day.ts'
import { expired } from '../visit/step.ts'
import { assign, type Day, type Hall } from '../hall.ts'
import { newCounter, newDay, newQueue } from '../new-day.ts'
import { layOut } from '../layout.ts'
import { putVisit } from '../put.ts'
import { stillToday } from '../today.ts'
import { type Call, isEnded, type Step, withSteps } from '../visit.ts'

export function dayOpened(hall: Hall, changes: Changes, event: EventOf<'day-opened'>, seq: number): void {
  const { day, startsAt, endsAt, plan, numbers, carried } = event
  const yesterday = hall.day === '' ? null : keepDay(hall)
  assign(hall, changes, { ...newDay(day, startsAt, endsAt, layOut(plan), seq), yesterday })
  for (const [prefix, running] of Object.entries(numbers)) changes.set(hall.numbers, prefix, running)
  for (const visit of carried) carryOver(hall, changes, visit)
}

function keepDay({ day, visits, tokens, seen }: Day): NonNullable<Hall['yesterday']> {
  return { day, visits, tokens, seen }
}

/** Who was being served at midnight goes on being served by the same person, at a counter that is not open for more. */
function carryOver(hall: Hall, changes: Changes, carried: Carried): void {
  const { visit: id, day, number, prefix, running, token, takenAt, priority, comeToMe, language } = carried
  const call: Call = {
    id: carried.call,
    counter: carried.counter,
    staff: carried.staff ?? '',
    at: carried.calledAt,
    calls: carried.calls,
    announcement: '',
    heard: null,
    why: carried.why,
    reason: carried.reason ?? null,
  }
  const step: Step = {
    id: carried.step,
    service: carried.service,
    missing: carried.missing,
    after: [],
    referred: null,
    comeBack: null,
    // The notes are erased with their day.
    returns: carried.returns === true ? { words: null, told: null } : null,
    reopened: null,
    secondCall: false,
    waitedMs: carried.waitedMs,
    firstCalledAt: carried.calledAt,
    calledBy: { counter: call.counter, staff: call.staff },
    calls: carried.calls,
    status: 'serving',
    call,
    startedAt: carried.startedAt,
  }
  putVisit(hall, changes, {
    id,
    day,
    number,
    prefix,
    running,
    token,
    takenAt,
    takenBy: null,
    priority,
    comeToMe,
    language,
    slip: { status: 'none', printer: null, why: null, copies: 0, noted: true },
    steps: [step],
    walk: null,
    moves: 0,
  })
  changes.set(hall.tokens, token, id)
  const counter = hall.counters.get(carried.counter) ?? newCounter(carried.counter)
  const current = { visit: id, step: carried.step }
  changes.set(hall.counters, counter.id, { ...counter, state: 'paused', staff: carried.staff, current })
}

/**
 * All that waits, is called, held or missed expires; who is being served may finish. Counters close. It happens at the
 * hall's midnight, also when the server was off then: nobody waits through a night.
 */
export function dayClosed(hall: Hall, changes: Changes, at: number, seq: number): void {
  keepClosed(hall, changes, at, seq)
  const midnight = Math.min(at, hall.endsAt)
  for (const visit of hall.visits.values()) {
    const open = visit.steps.filter((step) => !isEnded(step) && step.status !== 'serving')
    const over = open.map((step) => expired(step, midnight))
    if (over.length > 0) putVisit(hall, changes, withSteps(visit, over))
  }
  for (const counter of hall.counters.values()) {
    const serving =
      counter.current && hall.visits.get(counter.current.visit)?.steps.some((s) => s.status === 'serving')
    if (serving) continue
    const shut = {
      state: 'closed',
      staff: null,
      reason: null,
      pausedUntil: null,
      current: null,
      last: null,
      help: null,
      messages: [],
    } as const
    changes.set(hall.counters, counter.id, { ...counter, ...shut })
  }
  assign(hall, changes, { closed: true, dues: [], sounds: new Map() })
}

export function numbersRaised(hall: Hall, changes: Changes, { numbers }: EventOf<'numbers-raised'>): void {
  for (const [prefix, running] of Object.entries(numbers)) changes.set(hall.numbers, prefix, running)
}

/** The new plan holds from now on. Who waits for a service that is gone keeps the number till the day ends. */
export function planRevised(
  hall: Hall,
  changes: Changes,
  { plan }: EventOf<'plan-revised'>,
  seq: number,
): void {
  for (const { id } of plan.counters) {
    if (!hall.counters.has(id)) changes.set(hall.counters, id, newCounter(id))
  }
  for (const { id } of plan.services) {
    if (!hall.queues.has(id)) changes.set(hall.queues, id, newQueue())
  }
  const today = stillToday(hall.today, hall.layout.base, plan)
  assign(hall, changes, { layout: layOut(plan, today), today, planSeq: seq, layoutSeq: seq })
}
