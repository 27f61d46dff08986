// decide: what happens when this command meets this hall. Pure: no clock, no randomness, no I/O; it changes nothing.
// The answer is events (none if nothing has to change), or a refusal.
import type { Command, Order, Time } from './command.ts'
import { callChosen, callNext, recall, serve } from './counter/call.ts'
import { assignCounter, closeCounter, leaveCounters, openCounter, pauseCounter } from './counter/counter.ts'
import { handOver, hold, miss, putBack, release, start } from './counter/desk.ts'
import { finish } from './counter/finish.ts'
import { answerHelp, askHelp, readMessage, sendMessage } from './counter/help.ts'
import { refer } from './counter/refer.ts'
import { undo } from './counter/undo.ts'
import { confirmClock, reopenDay } from './day/clock.ts'
import { chooseBackUp, openDay, raiseNumbers, recover, releaseDue } from './day/day.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { asMeant, tooLate } from './meant.ts'
import { addStep, cancelStep, releaseStep, setPriority } from './reception/reception.ts'
import { reopenStep } from './reception/reopen.ts'
import type { Refusal } from './refusal.ts'
import { revisePlan, setOperation } from './service/revision.ts'
import { setDesk, setPhase, setQuota } from './service/service.ts'
import {
  checkSound,
  giveUpAnnouncement,
  hearAnnouncement,
  passAnnouncement,
  skipAnswered,
  startAnnouncement,
} from './sound/sound.ts'
import { askSlip, confirmSlip, failSlip, noteNumber } from './visit/slip.ts'
import { cancelVisit, delayVisit } from './visit/step.ts'
import { takeVisit } from './visit/take.ts'

/**
 * Decides one command, with what it was `meant` for (rules E). Never throws for anything a caller can send; a throw
 * is a bug.
 */
export function decide(hall: Hall, { command, time, meant }: Omit<Order, 'by'>): Event[] | Refusal {
  if (meant === undefined) return decideAny(hall, command, time)
  return tooLate(meant, time) ?? asMeant(hall, command, meant, decideAny(hall, command, time))
}

function decideAny(hall: Hall, command: Command, time: Time): Event[] | Refusal {
  switch (command.type) {
    case 'take-visit':
      return takeVisit(hall, command, time)
    case 'cancel-visit':
      return cancelVisit(hall, command)
    case 'delay-visit':
      return delayVisit(hall, command, time)
    case 'ask-slip':
      return askSlip(hall, command)
    case 'note-number':
      return noteNumber(hall, command)
    case 'confirm-slip':
      return confirmSlip(hall, command)
    case 'fail-slip':
      return failSlip(hall, command)
    case 'open-counter':
      return openCounter(hall, command)
    case 'pause-counter':
      return pauseCounter(hall, command, time)
    case 'close-counter':
      return closeCounter(hall, command)
    case 'leave-counters':
      return leaveCounters(hall, command)
    case 'call-next':
      return callNext(hall, command, time)
    case 'call':
      return callChosen(hall, command, time)
    case 'serve':
      return serve(hall, command, time)
    case 'hand-over':
      return handOver(hall, command)
    case 'recall':
      return recall(hall, command)
    case 'start':
      return start(hall, command)
    case 'finish':
      return finish(hall, command)
    case 'miss':
      return miss(hall, command, time)
    case 'put-back':
      return putBack(hall, command)
    case 'hold':
      return hold(hall, command, time)
    case 'release':
      return release(hall, command, time)
    case 'refer':
      return refer(hall, command)
    case 'undo':
      return undo(hall, command, time)
    case 'start-announcement':
      return startAnnouncement(hall, command)
    case 'pass-announcement':
      return passAnnouncement(hall, command)
    case 'skip-answered':
      return skipAnswered(hall, command)
    case 'check-sound':
      return checkSound(hall, command)
    case 'hear-announcement':
      return hearAnnouncement(hall, command)
    case 'give-up-announcement':
      return giveUpAnnouncement(hall, command)
    case 'open-day':
      return openDay(hall, command)
    case 'release-due':
      return releaseDue(hall, time)
    case 'recover':
      return recover(hall, time)
    case 'raise-numbers':
      return raiseNumbers(hall, command)
    case 'choose-back-up':
      return chooseBackUp(command)
    case 'revise-plan':
      return revisePlan(hall, command)
    case 'set-operation':
      return setOperation(hall, command)
    case 'confirm-clock':
      return confirmClock(hall, time)
    case 'reopen-day':
      return reopenDay(hall, time)
    case 'ask-help':
      return askHelp(hall, command)
    case 'answer-help':
      return answerHelp(hall, command)
    case 'send-message':
      return sendMessage(hall, command)
    case 'read-message':
      return readMessage(hall, command)
    case 'set-phase':
      return setPhase(hall, command, time)
    case 'add-step':
      return addStep(hall, command)
    case 'cancel-step':
      return cancelStep(hall, command)
    case 'release-step':
      return releaseStep(hall, command, time)
    case 'set-priority':
      return setPriority(hall, command)
    case 'set-quota':
      return setQuota(hall, command)
    case 'set-desk':
      return setDesk(hall, command)
    case 'reopen-step':
      return reopenStep(hall, command)
    case 'assign-counter':
      return assignCounter(hall, command)
    default:
      return command satisfies never
  }
}
