// What the visitor's own page says, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Your number',
  yourNumber: 'Your number',
  goTo: 'Please go to {counter}',
  servedAt: 'Being served at {counter}',
  ahead: '{count} people before you',
  nobodyAhead: 'You are next',
  from: 'Can be called from {time}',
  lacking: 'Still missing: {papers}',
  over: 'This visit is over. Thank you.',
  asOf: 'As of {time}',
  cancel: 'Cancel my number',
  cancelTitle: 'Cancel number {number}?',
  cancelHint: 'The number will not be called any more and cannot be brought back.',
  cancelYes: 'Yes, cancel it',
  keep: 'No, keep waiting',
  unknownTitle: 'Number not found',
  unknownHint: 'This address is incomplete, or the number is from an earlier day. Please ask the staff.',
  otherLanguage: 'Bahasa Indonesia',
}
