// What is told to staff alone in the banner: a clock in doubt, and what a start found missing or altered.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  clockUnsure:
    'Some device’s clock differs from the server’s. Everything goes on; a manager is asked to confirm the time.',
  missing: '{count} events are missing from the journal, {when}.',
  altered: '{count} events of the journal were changed, {when}.',
  atMinute: 'on {day} at about {from}',
  onDay: 'on {day} between {from} and {to}',
  between: 'between {from} and {to}',
  unsealed: 'The journal’s seal is gone or damaged: the last events may be missing.',
  unguarded: 'The journal’s guard had been taken away.',
}
