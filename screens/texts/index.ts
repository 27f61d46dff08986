// The shared texts as functions: `sharedText('back')`, and the names of statuses, which come as words of the contract.
import type { ServiceStatus } from '../../server/hall/plan.ts'
import type { BoardCall } from '../../server/live/views.ts'
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

const SERVICE = {
  open: 'serviceOpen',
  trial: 'serviceTrial',
  soon: 'serviceSoon',
  paused: 'servicePaused',
  elsewhere: 'serviceElsewhere',
} as const

/** The name of a step's status, `Sedang dilayani`. */
export function stepStatusText(status: StepStatus): string {
  return sharedText(STEP[status])
}

/** The name of a service's status, `Segera hadir`. */
export function serviceStatusText(status: ServiceStatus): string {
  return sharedText(SERVICE[status])
}
