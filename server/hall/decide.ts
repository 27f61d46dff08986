// decide: what happens when this command meets this hall. Pure: no clock, no randomness, no I/O; it changes nothing.
// The answer is events (none where all is already as asked), or a refusal.
import type { Command, Order, Time } from './command.ts'
import * as counters from './decide-counter.ts'
import * as day from './decide-day.ts'
import * as plans from './decide-plan.ts'
import * as help from './decide-help.ts'
import * as services from './decide-service.ts'
import * as sound from './decide-sound.ts'
import { assignCounter } from './decide-assign.ts'
import { confirmClock } from './decide-clock.ts'
import { handOver, miss, serve } from './decide-desk.ts'
import { finish } from './decide-finish.ts'
import * as reception from './decide-reception.ts'
import { refer } from './decide-refer.ts'
import { reopenStep } from './decide-reopen.ts'
import { reopenDay } from './decide-reopen-day.ts'
import * as steps from './decide-step.ts'
import { undo } from './decide-undo.ts'
import * as visits from './decide-visit.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { asMeant, tooLate } from './meant.ts'
import type { Refusal } from './refusal.ts'

/**
 * Decides one command; what it was `meant` for (rules T) is looked at with it. Never throws for anything a caller can
 * send; a throw is a bug.
 */
export function decide(hall: Hall, { command, time, meant }: Omit<Order, 'by'>): Event[] | Refusal {
  if (meant === undefined) return decideAny(hall, command, time)
  return tooLate(meant, time) ?? asMeant(hall, command, meant, decideAny(hall, command, time))
}

function decideAny(hall: Hall, command: Command, time: Time): Event[] | Refusal {
  switch (command.type) {
    case 'take-visit':
      return visits.takeVisit(hall, command, time)
    case 'cancel-visit':
      return visits.cancelVisit(hall, command)
    case 'delay-visit':
      return visits.delayVisit(hall, command, time)
    case 'ask-slip':
      return visits.askSlip(hall, command)
    case 'note-number':
      return visits.noteNumber(hall, command)
    case 'confirm-slip':
      return visits.confirmSlip(hall, command)
    case 'fail-slip':
      return visits.failSlip(hall, command)
    case 'open-counter':
      return counters.openCounter(hall, command)
    case 'pause-counter':
      return counters.pauseCounter(hall, command, time)
    case 'close-counter':
      return counters.closeCounter(hall, command)
    case 'leave-counters':
      return counters.leaveCounters(hall, command)
    case 'call-next':
      return steps.callNext(hall, command, time)
    case 'call':
      return steps.callChosen(hall, command, time)
    case 'serve':
      return serve(hall, command, time)
    case 'hand-over':
      return handOver(hall, command)
    case 'recall':
      return steps.recall(hall, command)
    case 'start':
      return steps.start(hall, command)
    case 'finish':
      return finish(hall, command)
    case 'miss':
      return miss(hall, command, time)
    case 'put-back':
      return steps.putBack(hall, command)
    case 'hold':
      return steps.hold(hall, command, time)
    case 'release':
      return steps.release(hall, command, time)
    case 'refer':
      return refer(hall, command)
    case 'undo':
      return undo(hall, command, time)
    case 'start-announcement':
      return sound.startAnnouncement(hall, command)
    case 'pass-announcement':
      return sound.passAnnouncement(hall, command)
    case 'skip-answered':
      return sound.skipAnswered(hall, command)
    case 'check-sound':
      return sound.checkSound(hall, command)
    case 'hear-announcement':
      return sound.hearAnnouncement(hall, command)
    case 'give-up-announcement':
      return sound.giveUpAnnouncement(hall, command)
    case 'open-day':
      return day.openDay(hall, command)
    case 'release-due':
      return day.releaseDue(hall, time)
    case 'recover':
      return day.recover(hall, time)
    case 'raise-numbers':
      return day.raiseNumbers(hall, command)
    case 'choose-back-up':
      return day.chooseBackUp(command)
    case 'revise-plan':
      return plans.revisePlan(hall, command)
    case 'set-operation':
      return plans.setOperation(hall, command)
    case 'confirm-clock':
      return confirmClock(hall, time)
    case 'reopen-day':
      return reopenDay(hall, time)
    case 'ask-help':
      return help.askHelp(hall, command)
    case 'answer-help':
      return help.answerHelp(hall, command)
    case 'send-message':
      return help.sendMessage(hall, command)
    case 'read-message':
      return help.readMessage(hall, command)
    case 'set-phase':
      return services.setPhase(hall, command, time)
    case 'add-step':
      return reception.addStep(hall, command)
    case 'cancel-step':
      return reception.cancelStep(hall, command)
    case 'release-step':
      return reception.releaseStep(hall, command, time)
    case 'set-priority':
      return reception.setPriority(hall, command)
    case 'set-quota':
      return services.setQuota(hall, command)
    case 'set-desk':
      return services.setDesk(hall, command)
    case 'reopen-step':
      return reopenStep(hall, command)
    case 'assign-counter':
      return assignCounter(hall, command)
    default:
      return command satisfies never
  }
}
