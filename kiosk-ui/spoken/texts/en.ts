// What only the spoken mode says, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  speak: 'Speech',
  guide: 'Spoken guide',
  bar: 'Spoken guide: arrows and Enter. F1: help.',
  voiceless: 'Voice not available. The keys still work.',
  firstLanguage: 'For English, press Enter.',
  otherLanguage: 'For English, press {way}, then Enter.',
  down: 'down',
  help: 'Down arrow: next. Up arrow: previous. Enter: choose. Escape, or left arrow held down: back. F1: help. F2: repeat. F3 and F4: speed. Page Up and Page Down: volume.',
  choices: '{count} choices.',
  move: 'Down arrow for the next one, Enter to choose.',
  button: 'button',
  on: 'selected',
  off: 'not selected',
  disabled: 'not available',
  busy: 'please wait',
  bye: 'The spoken guide has ended. Thank you.',
}
