// What the board says, in English.
import type { Translation } from '../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Queue board',
  number: 'Number',
  counter: 'Counter',
  waitTitle: 'Please wait',
  waitHint: 'Your number will be shown and called here.',
  next: 'Next',
  waiting: '{count} waiting',
  nobodyWaiting: 'Nobody is waiting',
  paused: 'Paused',
  soundOn: 'Touch once to switch on the sound',
}
