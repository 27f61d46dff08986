// What a service's status is called, in English.
import type { Translation } from '../i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  open: 'Open',
  trial: 'Trial',
  soon: 'Coming soon',
  paused: 'Paused',
  elsewhere: 'Elsewhere',
}
