// Commands of supervisors and the reception in the fewest words, for stories.
import type { CommandOf } from '../../server/hall/command.ts'
import type { ServiceStatus } from '../../server/hall/plan.ts'
import { at } from './commands.ts'

let made = 0

export const askHelp = (counter: string, alarm = false) =>
  ({ type: 'ask-help', ...at(counter), alarm }) as const
export const answerHelp = (counter: string, staff = 'spv', maySteer = true) =>
  ({ type: 'answer-help', counter, staff, maySteer }) as const
export const sendMessage = (counter: string, message = `message-${++made}`) =>
  ({ type: 'send-message', counter, staff: 'spv', message }) as const
export const readMessage = (counter: string, message: string) =>
  ({ type: 'read-message', ...at(counter), message }) as const

type Phase = Partial<Omit<CommandOf<'set-phase'>, 'type' | 'service' | 'status'>>

/** The phase of a service; `more` says what happens to the people waiting. */
export const setPhase = (
  service: string,
  status: ServiceStatus,
  more: Phase = {},
): CommandOf<'set-phase'> => ({
  type: 'set-phase',
  service,
  status,
  until: null,
  reason: null,
  expected: null,
  where: status === 'elsewhere' ? { id: 'Jalan Veteran 3', en: 'Jalan Veteran 3' } : null,
  waiting: null,
  to: null,
  ...more,
})
export const setQuota = (service: string, quota: number | null) =>
  ({ type: 'set-quota', service, quota }) as const
export const reopen = (visit: string, step: string, note = 'note-1') =>
  ({ type: 'reopen-step', visit, step, note }) as const
/** Somebody of this agency who is signed in; null: a manager. */
export const assign = (
  counter: string,
  staff: string,
  { ofAgency = 'dukcapil', isHere = true }: { ofAgency?: string | null; isHere?: boolean } = {},
) => ({ type: 'assign-counter', counter, staff, ofAgency, isHere }) as const
export const setDesk = (counter: string, ...services: string[]) =>
  ({ type: 'set-desk', counter, services }) as const

export const addStep = (visit: string, service: string, before = false, printer: string | null = null) =>
  ({ type: 'add-step', visit, service, before, printer }) as const
export const cancelStep = (visit: string, step: string) => ({ type: 'cancel-step', visit, step }) as const
export const releaseStep = (visit: string, step: string) => ({ type: 'release-step', visit, step }) as const
export const setPriority = (visit: string, priority: boolean) =>
  ({ type: 'set-priority', visit, priority }) as const
