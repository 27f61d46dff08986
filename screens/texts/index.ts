// The shared texts as functions: `sharedText('back')`, and the names of a step's statuses, which come as words of the contract.
import type { BoardCall } from '../../server/live/board-view.ts'
import { makeTexts } from '../i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const sharedText = makeTexts({ id, en })

export type StepStatus = BoardCall['status']

const STEP = {
  blocked: 'stepBlocked',
  waiting: 'stepWaiting',
  called: 'stepCalled',
  serving: 'stepServing',
  held: 'stepHeld',
  missed: 'stepMissed',
  done: 'stepDone',
  cancelled: 'stepCancelled',
  expired: 'stepExpired',
} as const

/** The name of a step's status, `Sedang dilayani`. */
export function stepStatusText(status: StepStatus): string {
  return sharedText(STEP[status])
}
