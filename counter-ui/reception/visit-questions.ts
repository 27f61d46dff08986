// The questions before something changes for a visit: what will happen, in words, and the command that does it, to the
// visit in the state shown by the question.
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { counterName, serviceName } from '../parts/names.ts'
import { receptionText } from './texts.ts'

export type Step = ReceptionVisit['steps'][number]

/** What somebody wants to do; a step is named, as it may change while the question is open. */
export type Wanted =
  | { what: 'cancel-visit' }
  | { what: 'cancel-step' | 'release'; step: string }
  | { what: 'priority'; priority: boolean }

interface Question {
  title: string
  text: string
  go: string
  /** The label of the button that does nothing. */
  back: string
  danger: boolean
  path: string
  body: object
}

const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

export function isOpen({ status }: Pick<Step, 'status'>): boolean {
  return !ENDED.includes(status)
}

/** Whether a step can be cancelled by itself: the last one is cancelled together with its number. */
export function canCancel(step: Step, { steps }: Pick<ReceptionVisit, 'steps'>): boolean {
  return isOpen(step) && step.status !== 'serving' && steps.filter(isOpen).length > 1
}

export function visitPath(visit: string, ...more: string[]): string {
  return ['/api/reception/visits', ...[visit, ...more].map(encodeURIComponent)].join('/')
}

/** The question as things are now; null once there is nothing to ask any more. */
export function questionOf(hall: Hall, visit: ReceptionVisit, wanted: Wanted): Question | null {
  switch (wanted.what) {
    case 'cancel-visit':
      return visit.steps.some(isOpen) ? cancelVisit(visit) : null
    case 'cancel-step':
      return withStep(visit, wanted.step, isOpen, (step) => cancelStep(hall, visit, step))
    case 'release':
      return withStep(
        visit,
        wanted.step,
        ({ releasable }) => releasable,
        (step) => release(hall, visit, step),
      )
    case 'priority':
      return visit.priority === wanted.priority ? null : changePriority(visit, wanted.priority)
    default:
      return wanted satisfies never
  }
}

function withStep(
  { steps }: ReceptionVisit,
  id: string,
  fits: (step: Step) => boolean,
  ask: (step: Step) => Question,
): Question | null {
  const step = steps.find((one) => one.id === id)
  return step && fits(step) ? ask(step) : null
}

function cancelVisit({ id, number, moves }: ReceptionVisit): Question {
  return {
    title: receptionText('visitTitle', { number }),
    text: receptionText('cancelAsk', { number }),
    go: receptionText('cancelVisit'),
    back: sharedText('back'),
    danger: true,
    path: visitPath(id, 'cancel'),
    body: { moves },
  }
}

function cancelStep(hall: Hall, { id, number, moves }: ReceptionVisit, step: Step): Question {
  const ask = receptionText('cancelStepAsk', { number, service: serviceName(hall, step.service) })
  return {
    title: receptionText('cancelStepTitle', { number }),
    text:
      step.status === 'called' && step.counter !== null
        ? `${receptionText('cancelStepCalled', { counter: counterName(hall, step.counter) })} ${ask}`
        : ask,
    go: receptionText('cancelStepGo'),
    back: sharedText('back'),
    danger: true,
    path: visitPath(id, 'steps', step.id, 'cancel'),
    body: { moves },
  }
}

function release(hall: Hall, { id, number, moves }: ReceptionVisit, step: Step): Question {
  const service = serviceName(hall, step.service)
  return {
    title: receptionText('releaseTitle', { number }),
    text: receptionText(step.status === 'missed' ? 'releaseMissedAsk' : 'releaseNowAsk', { number, service }),
    go: receptionText('release'),
    back: sharedText('cancel'),
    danger: false,
    path: visitPath(id, 'steps', step.id, 'release'),
    body: { moves },
  }
}

function changePriority({ id, number, moves, takenAt }: ReceptionVisit, priority: boolean): Question {
  const time = formatTime(takenAt)
  return {
    title: receptionText('visitTitle', { number }),
    text: receptionText(priority ? 'priorityAsk' : 'regularAsk', { number, time }),
    go: receptionText(priority ? 'makePriority' : 'makeRegular'),
    back: sharedText('cancel'),
    danger: !priority,
    path: visitPath(id, 'priority'),
    body: { moves, priority },
  }
}
