// The day's opening and close, and what is due.
import { closings } from './closing.ts'
import type { CommandOf, Time } from './command.ts'
import type { Carried, Event } from './event.ts'
import type { Hall } from './hall.ts'
import type { SlipFault } from './slip-fault.ts'
import { phaseChange } from './service/service.ts'
import { refuse, type Refusal } from './refusal.ts'
import { stepAtCounter } from './visit.ts'

/** Seconds after a call beyond which a restart does not say it again. */
const SAY_AGAIN_SECONDS = 60

/** Closes the day that was, if one is open, and opens this one; who is being served is carried over. */
export function openDay(hall: Hall, command: CommandOf<'open-day'>): Event[] {
  if (!hall.closed && hall.day === command.day) return []
  const { day, startsAt, endsAt, numbers, plan } = command
  const close: Event[] = hall.closed ? [] : [{ type: 'day-closed', day: hall.day }]
  return [
    ...close,
    { type: 'day-opened', day, startsAt, endsAt, plan, numbers: { ...numbers }, carried: carriedOver(hall) },
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

/** Holds whose time is up wait again, services whose pause is over open, counters that everybody left close. */
export function releaseDue(hall: Hall, { now }: Time): Event[] {
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
 * After a start: a slip that was on its way to the printer may never have come out, so it counts as failed; what was
 * being said is said again if the call is younger than a minute, else the counter calls by voice.
 */
export function recover(hall: Hall, { now, held, system }: Time): Event[] {
  // While the day does not turn the hall's time stands where the server was stopped; a morning says nothing of then.
  return unsettled(hall, held ? system : now)
}

/** How slips on their way and announcements are settled that nobody knows more of, at `now`, milliseconds since 1970. */
export function unsettled(hall: Pick<Hall, 'visits' | 'sounds' | 'announcements'>, now: number): Event[] {
  // Copies too, whose visitors hold the number and stand on no list.
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

/** Events of this day are missing: who came then may hold numbers that the hall knows nothing of. */
export function raiseNumbers(hall: Hall, { day, numbers }: CommandOf<'raise-numbers'>): Event[] {
  if (hall.closed || hall.day !== day) return []
  const higher = Object.entries(numbers).filter(
    ([prefix, running]) => running > (hall.numbers.get(prefix) ?? 0),
  )
  return higher.length === 0 ? [] : [{ type: 'numbers-raised', numbers: Object.fromEntries(higher) }]
}

export function chooseBackUp({ damaged, from, to, missing }: CommandOf<'choose-back-up'>): Event[] | Refusal {
  if (!damaged) return refuse('nothing-damaged')
  return [{ type: 'back-up-chosen', from, to, missing }]
}
