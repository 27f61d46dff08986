// Words that screens share beside what they say about themselves, in English.
import type { Translation } from '../i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  minutes: '{minutes} min',
  aboutMinutes: 'about {minutes} min',
  aboutMinutesRange: 'about {low}–{high} min',
  justNow: 'just now',

  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  source: 'Source code',
}
