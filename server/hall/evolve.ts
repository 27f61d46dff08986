// evolve: what the hall is after an event. Deterministic: the same events always make the same hall. An event that
// does not apply is a bug of `decide` or a damaged journal, and throws.
import type { Changes } from './changes.ts'
import type { Recorded } from './event.ts'
import { confirmClock } from './evolve-clock.ts'
import { closeDay, numbersRaised, openDay, revisePlan } from './evolve-day.ts'
import { counterClosed, counterOpened, counterPaused, staffAssigned } from './evolve-counter.ts'
import * as help from './evolve-help.ts'
import { finished, handedOver, seated, unanswered } from './evolve-desk.ts'
import { prioritySet, stepAdded, stepReleased } from './evolve-reception.ts'
import * as sound from './evolve-sound.ts'
import { referred } from './evolve-refer.ts'
import { stepReopened } from './evolve-reopen.ts'
import { reopenDay } from './evolve-reopen-day.ts'
import { undone } from './evolve-undo.ts'
import * as services from './evolve-service.ts'
import { stepCancelled, stepMoved } from './evolve-steer.ts'
import * as steps from './evolve-step.ts'
import * as visits from './evolve-visit.ts'
import type { Hall } from './hall.ts'

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

/** Something was done at a counter, and not by the clock, which closes it where nobody is. */
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
      return openDay(hall, changes, event, seq)
    case 'day-closed':
      return closeDay(hall, changes, at, seq)
    case 'day-reopened':
      return reopenDay(hall, changes, event, seq)
    case 'plan-revised':
      return revisePlan(hall, changes, event, seq)
    case 'clock-confirmed':
      return confirmClock(hall, changes, event, at)
    case 'numbers-raised':
      return numbersRaised(hall, changes, event)
    case 'back-up-chosen':
      // It is of the record, not of the day.
      return undefined
    case 'visit-taken':
      return visits.taken(hall, changes, event, recorded)
    case 'visit-cancelled':
      return visits.cancelled(hall, changes, event, at)
    case 'visit-delayed':
      return visits.delayed(hall, changes, event, at)
    case 'slip-asked':
      return visits.slipAsked(hall, changes, event)
    case 'slip-printed':
      return visits.slipIs(hall, changes, event.visit, { status: 'printed', why: null })
    case 'slip-failed':
      return visits.slipIs(hall, changes, event.visit, { status: 'failed', why: event.why })
    case 'number-noted':
      return visits.slipIs(hall, changes, event.visit, { noted: true })
    case 'counter-opened':
      return counterOpened(hall, changes, event)
    case 'counter-paused':
      return counterPaused(hall, changes, event)
    case 'counter-closed':
      return counterClosed(hall, changes, event)
    case 'handed-over':
      return handedOver(hall, changes, event, at)
    case 'called':
      return steps.called(hall, changes, event, at)
    case 'seated':
      return seated(hall, changes, event, at)
    case 'recalled':
      return steps.recalled(hall, changes, event, at)
    case 'started':
      return steps.started(hall, changes, event, at)
    case 'finished':
      return finished(hall, changes, event, at)
    case 'missed':
      return steps.missed(hall, changes, event, at)
    case 'unanswered':
      return unanswered(hall, changes, event, at)
    case 'put-back':
      return steps.putBack(hall, changes, event, at)
    case 'held':
      return steps.held(hall, changes, event, at)
    case 'released':
      return steps.released(hall, changes, event, at)
    case 'referred':
      return referred(hall, changes, event, at)
    case 'undone':
      return undone(hall, changes, event)
    case 'announcement-started':
      return sound.started(hall, changes, event, at)
    case 'announcement-passed':
      return sound.passed(hall, changes, event, at)
    case 'announcement-heard':
      return sound.heard(hall, changes, event)
    case 'announcement-unheard':
      return sound.unheard(hall, changes, event)
    case 'announcement-skipped':
      return sound.dropAnnouncement(hall, changes, event.announcement)
    case 'sound-checked':
      return sound.checked(hall, changes, event, at)
    case 'help-asked':
      return help.helpAsked(hall, changes, event, at)
    case 'help-answered':
      return help.helpAnswered(hall, changes, event, at)
    case 'message-sent':
      return help.messageSent(hall, changes, event, at)
    case 'message-read':
      return help.messageRead(hall, changes, event, at)
    case 'phase-changed':
      return services.phaseChanged(hall, changes, event, seq)
    case 'quota-set':
      return services.quotaSet(hall, changes, event, seq)
    case 'desk-set':
      return services.deskSet(hall, changes, event, seq)
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
