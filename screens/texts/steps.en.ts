// How a step’s status is called, in English.
import type { Translation } from '../i18n.ts'
import type { id } from './steps.id.ts'

export const en: Translation<typeof id> = {
  blocked: 'After the step before it',
  waiting: 'Waiting',
  called: 'Called',
  serving: 'Being served',
  held: 'On hold',
  missed: 'Missed',
  done: 'Done',
  cancelled: 'Cancelled',
  expired: 'No longer valid',
}
