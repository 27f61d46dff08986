// evolve: what the hall is after an event. Deterministic: the same events always make the same hall. An event that
// does not apply is a bug of `decide` or a damaged journal, and throws.
import { Changes } from './changes.ts'
import { called, recalled, seated } from './counter/call.ts'
import { counterClosed, counterOpened, counterPaused, staffAssigned } from './counter/counter.ts'
import { handedOver, held, missed, released, started, stepPutBack, unanswered } from './counter/desk.ts'
import { finished } from './counter/finish.ts'
import { helpAnswered, helpAsked, messageRead, messageSent } from './counter/help.ts'
import { referred } from './counter/refer.ts'
import { undone } from './counter/undo.ts'
import { clockConfirmed, dayReopened } from './day/clock.ts'
import { dayClosed, dayOpened, numbersRaised } from './day/day.ts'
import type { Recorded } from './event.ts'
import { emptyHall, type Hall } from './hall.ts'
import { layOut } from './layout.ts'
import { OldEvents } from './old-events.ts'
import type { Plan } from './plan.ts'
import { prioritySet, stepAdded, stepReleased } from './reception/reception.ts'
import { stepReopened } from './reception/reopen.ts'
import { planRevised } from './service/revision.ts'
import { deskSet, phaseChanged, quotaSet } from './service/service.ts'
import {
  announcementHeard,
  announcementPassed,
  announcementStarted,
  announcementUnheard,
  dropAnnouncement,
  soundChecked,
} from './sound/sound.ts'
import { slipAsked, slipIs } from './visit/slip.ts'
import { visitCancelled, visitDelayed } from './visit/step.ts'
import { stepCancelled, stepMoved } from './visit/stranded.ts'
import { visitTaken } from './visit/take.ts'

/** Applies one recorded event to the hall in place, through `changes`. */
export function evolve(hall: Hall, changes: Changes, recorded: Recorded): void {
  apply(hall, changes, recorded)
  noteCounter(hall, changes, recorded)
  moveOn(hall, changes, recorded)
  if (recorded.key !== null && recorded.hash !== null) {
    changes.set(hall.seen, recorded.key, {
      hash: recorded.hash,
      event: recorded.event,
      seq: recorded.seq,
    })
  }
}

/** Something was done at a counter; not by the clock, which closes counters that everybody has left. */
function noteCounter(hall: Hall, changes: Changes, { event, at, by }: Recorded): void {
  if (by === 'system:clock' || !('counter' in event) || event.counter === null) return
  const counter = hall.counters.get(event.counter)
  if (counter) changes.set(hall.counters, counter.id, { ...counter, movedAt: at })
}

/** The hall's place in the journal. Every event passes here, so this is `assign` without its two objects. */
function moveOn(hall: { seq: number; at: number }, changes: Changes, { seq, at }: Recorded): void {
  const before = { seq: hall.seq, at: hall.at }
  hall.seq = seq
  hall.at = at
  changes.did(() => Object.assign(hall, before))
}

function apply(hall: Hall, changes: Changes, recorded: Recorded): void {
  const { event, at, seq } = recorded
  switch (event.type) {
    case 'day-opened':
      return dayOpened(hall, changes, event, seq)
    case 'day-closed':
      return dayClosed(hall, changes, at, seq)
    case 'day-reopened':
      return dayReopened(hall, changes, event, seq)
    case 'plan-revised':
      return planRevised(hall, changes, event, seq)
    case 'clock-confirmed':
      return clockConfirmed(hall, changes, event, at)
    case 'numbers-raised':
      return numbersRaised(hall, changes, event)
    case 'back-up-chosen':
      // It is about the record, not the day.
      return undefined
    case 'visit-taken':
      return visitTaken(hall, changes, event, recorded)
    case 'visit-cancelled':
      return visitCancelled(hall, changes, event, at)
    case 'visit-delayed':
      return visitDelayed(hall, changes, event, at)
    case 'slip-asked':
      return slipAsked(hall, changes, event)
    case 'slip-printed':
      return slipIs(hall, changes, event.visit, { status: 'printed', why: null })
    case 'slip-failed':
      return slipIs(hall, changes, event.visit, { status: 'failed', why: event.why })
    case 'number-noted':
      return slipIs(hall, changes, event.visit, { noted: true })
    case 'counter-opened':
      return counterOpened(hall, changes, event)
    case 'counter-paused':
      return counterPaused(hall, changes, event)
    case 'counter-closed':
      return counterClosed(hall, changes, event)
    case 'handed-over':
      return handedOver(hall, changes, event, at)
    case 'called':
      return called(hall, changes, event, at)
    case 'seated':
      return seated(hall, changes, event, at)
    case 'recalled':
      return recalled(hall, changes, event, at)
    case 'started':
      return started(hall, changes, event, at)
    case 'finished':
      return finished(hall, changes, event, at)
    case 'missed':
      return missed(hall, changes, event, at)
    case 'unanswered':
      return unanswered(hall, changes, event, at)
    case 'put-back':
      return stepPutBack(hall, changes, event, at)
    case 'held':
      return held(hall, changes, event, at)
    case 'released':
      return released(hall, changes, event, at)
    case 'referred':
      return referred(hall, changes, event, at)
    case 'undone':
      return undone(hall, changes, event)
    case 'announcement-started':
      return announcementStarted(hall, changes, event, at)
    case 'announcement-passed':
      return announcementPassed(hall, changes, event, at)
    case 'announcement-heard':
      return announcementHeard(hall, changes, event)
    case 'announcement-unheard':
      return announcementUnheard(hall, changes, event)
    case 'announcement-skipped':
      return dropAnnouncement(hall, changes, event.announcement)
    case 'sound-checked':
      return soundChecked(hall, changes, event, at)
    case 'help-asked':
      return helpAsked(hall, changes, event, at)
    case 'help-answered':
      return helpAnswered(hall, changes, event, at)
    case 'message-sent':
      return messageSent(hall, changes, event, at)
    case 'message-read':
      return messageRead(hall, changes, event, at)
    case 'phase-changed':
      return phaseChanged(hall, changes, event, seq)
    case 'quota-set':
      return quotaSet(hall, changes, event, seq)
    case 'desk-set':
      return deskSet(hall, changes, event, seq)
    case 'step-added':
      return stepAdded(hall, changes, event, at)
    case 'step-released':
      return stepReleased(hall, changes, event, at)
    case 'priority-set':
      return prioritySet(hall, changes, event)
    case 'step-cancelled':
      return stepCancelled(hall, changes, event, at)
    case 'step-moved':
      return stepMoved(hall, changes, event, at)
    case 'step-reopened':
      return stepReopened(hall, changes, event, at)
    case 'staff-assigned':
      return staffAssigned(hall, changes, event)
    default:
      return event satisfies never
  }
}

/** The hall after these events. `plan` applies until the first `day-opened` brings its own. */
export function fold(events: Iterable<Recorded>, plan: Plan): Hall {
  const hall = emptyHall(layOut(plan))
  const changes = new Changes()
  const old = new OldEvents()
  for (const recorded of events) {
    evolve(hall, changes, old.complete(recorded))
    changes.keep()
  }
  return hall
}

/**
 * The hall after today's events, with what may still be asked about the day before. That day can be opened again until
 * somebody takes a number today.
 */
export function foldDays(today: Iterable<Recorded>, dayBefore: Iterable<Recorded>, plan: Plan): Hall {
  const { day, visits, tokens, seen, closedDay } = fold(dayBefore, plan)
  const hall = fold(today, plan)
  if (day === '') return hall
  const isBegun =
    hall.goesOnWith !== hall.openedWith || [...hall.visits.values()].some((one) => one.day === hall.day)
  return { ...hall, yesterday: { day, visits, tokens, seen }, closedDay: isBegun ? null : closedDay }
}
