// A day opens and closes; what is due happens by itself; and after a start, what was left open is settled.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import type { Carried } from '../event-parts.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import { assign, type Day, type Hall, newCounter, newDay } from '../hall.ts'
import { closings } from '../hours.ts'
import { layOut } from '../layout.ts'
import { putVisit } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { takenBefore } from '../visit/quota.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { retire } from '../service/retired.ts'
import { phaseChange } from '../service/service.ts'
import { nothingToday } from '../today.ts'
import { type Call, expired, isEnded, type SlipFault, type Step, stepAtCounter, withSteps } from '../visit.ts'

export const decides = {
  'open-day': openDay,
  'release-due': (hall, _, time) => releaseDue(hall, time),
  recover: (hall, _, time) => recover(hall, time),
  'raise-numbers': raiseNumbers,
  'choose-back-up': (_, command) => chooseBackUp(command),
} satisfies Partial<Decides>

export const evolves = {
  'day-opened': dayOpened,
  'day-closed': dayClosed,
  'numbers-raised': numbersRaised,
  // It concerns the record, not the day.
  'back-up-chosen': () => undefined,
} satisfies Partial<Evolves>

/** A restart repeats announcements no older than this, in seconds. */
const SAY_AGAIN_SECONDS = 60

/** Closes the day that is open, if any, and opens this one. Visitors who are being served are carried over. */
function openDay(hall: Hall, command: CommandOf<'open-day'>): Event[] {
  if (!hall.closed && hall.day === command.day) return []
  const { day, startsAt, endsAt, numbers, plan } = command
  const carried = carriedOver(hall)
  const retired = retire(hall, plan, {
    services: carried.map(({ service }) => service),
    counters: carried.map(({ counter }) => counter),
    only: true,
  })
  const takenThisWeek = takenBefore(hall, day)
  const close: Event[] = hall.closed ? [] : [{ type: 'day-closed', day: hall.day }]
  return [
    ...close,
    {
      type: 'day-opened',
      day,
      startsAt,
      endsAt,
      plan,
      numbers: { ...numbers },
      carried,
      ...(retired && { retired }),
      ...(Object.keys(takenThisWeek).length > 0 && { takenThisWeek }),
    },
  ]
}

function carriedOver(hall: Hall): Carried[] {
  return [...hall.counters.values()].flatMap(({ id: counter, current, staff }) => {
    const visit = current && hall.visits.get(current.visit)
    const step = visit && stepAtCounter(visit)
    if (!visit || step?.status !== 'serving') return []
    const { id, day, number, prefix, running, token, takenAt, priority, comeToMe, language } = visit
    const { service, call, startedAt, waitedMs, missing, returns } = step
    return [
      {
        visit: id,
        day,
        number,
        prefix,
        running,
        token,
        takenAt,
        priority,
        comeToMe,
        language,
        step: step.id,
        service,
        counter,
        staff,
        call: call.id,
        calledAt: call.at,
        calls: call.calls,
        why: call.why,
        startedAt,
        waitedMs,
        missing: [...missing],
        ...(returns && { returns: true }),
        ...(call.reason && { reason: call.reason }),
      },
    ]
  })
}

/** Holds that are over wait again, services whose pause is over open, counters that everybody has left close. */
function releaseDue(hall: Hall, { now }: Time): Event[] {
  const opened = hall.layout.reopenings
    .filter(({ at }) => at <= now)
    .map(({ service, reopens }): Event => phaseChange(service, { status: reopens }))
  const released = hall.dues
    .filter((due) => due.at <= now)
    .map(({ visit, step }): Event => ({ type: 'released', counter: null, visit, step }))
  const closed = closings(hall)
    .filter(({ at }) => at <= now)
    .map(({ counter }): Event => ({ type: 'counter-closed', counter }))
  return [...opened, ...released, ...closed]
}

/**
 * After a start. A slip that was on its way to the printer may never have come out, so it counts as failed. What was
 * being announced is announced again if the call is younger than a minute; otherwise the counter calls by voice.
 */
function recover(hall: Hall, { now, held, system }: Time): Event[] {
  // While the day is kept from turning, the hall's time is still that of the stop: it doesn't tell how long ago that
  // was.
  return unsettled(hall, held ? system : now)
}

/** What happens, at `now` (milliseconds since 1970), to slips and announcements whose fate nobody knows. */
export function unsettled(hall: Pick<Hall, 'visits' | 'sounds' | 'announcements'>, now: number): Event[] {
  // Copies too: their visitors hold the number and are on no list.
  const slips: Event[] = [...hall.visits.values()]
    .filter(({ slip }) => slip.status === 'queued')
    .map(({ id }) => ({ type: 'slip-failed', visit: id, why: 'restart' satisfies SlipFault }))
  const sounds: Event[] = [...hall.sounds.values()].flat().flatMap((id) => {
    const announcement = hall.announcements.get(id)
    if (!announcement) return []
    const young = now - announcement.at <= SAY_AGAIN_SECONDS * 1000
    if (young && announcement.status === 'pending') return []
    return [{ type: 'announcement-unheard', announcement: id, again: young }]
  })
  return [...slips, ...sounds]
}

/** Events of this day are missing: people may hold numbers that the hall knows nothing of. */
function raiseNumbers(hall: Hall, { day, numbers }: CommandOf<'raise-numbers'>): Event[] {
  if (hall.closed || hall.day !== day) return []
  const higher = Object.entries(numbers).filter(
    ([prefix, running]) => running > (hall.numbers.get(prefix) ?? 0),
  )
  return higher.length === 0 ? [] : [{ type: 'numbers-raised', numbers: Object.fromEntries(higher) }]
}

function chooseBackUp({ damaged, from, to, missing }: CommandOf<'choose-back-up'>): Event[] | Refusal {
  if (!damaged) return refuse('nothing-damaged')
  return [{ type: 'back-up-chosen', from, to, missing }]
}

function dayOpened(hall: Hall, changes: Changes, event: EventOf<'day-opened'>, { seq }: Recorded): void {
  const { day, startsAt, endsAt, plan, numbers, carried, retired = null } = event
  const today = { ...nothingToday, retired }
  const yesterday = hall.day === '' ? null : keepDay(hall)
  assign(hall, changes, { ...newDay(day, startsAt, endsAt, layOut(plan, today), seq, today), yesterday })
  if (event.takenThisWeek) {
    assign(hall, changes, { takenThisWeek: new Map(Object.entries(event.takenThisWeek)) })
  }
  for (const [prefix, running] of Object.entries(numbers)) changes.set(hall.numbers, prefix, running)
  for (const visit of carried) carryOver(hall, changes, visit)
}

function keepDay({ day, visits, tokens, seen }: Day): NonNullable<Hall['yesterday']> {
  return { day, visits, tokens, seen }
}

/** Anyone being served at midnight stays with the same person, at a counter that takes nobody else. */
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
    wasServed: false,
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
 * All that waits, is called, held or missed expires; anyone being served may finish. Counters close. It happens at the
 * hall's midnight, even if the server was off then: nobody waits through a night.
 */
function dayClosed(hall: Hall, changes: Changes, _: Event, { at, seq }: Recorded): void {
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

function numbersRaised(hall: Hall, changes: Changes, { numbers }: EventOf<'numbers-raised'>): void {
  for (const [prefix, running] of Object.entries(numbers)) changes.set(hall.numbers, prefix, running)
}

/** Keeps the day as it is right before it closes. */
function keepClosed(hall: Hall, changes: Changes, at: number, seq: number): void {
  const { seq: _, at: lastAt, yesterday, closedDay: __, ...day } = hall
  // The close changes these two in place and empties the lines.
  const kept = { ...day, visits: new Map(day.visits), counters: new Map(day.counters) }
  assign(hall, changes, {
    closedDay: { day: kept, at: lastAt, closedAt: at, closedWith: seq, yesterday },
  })
}
