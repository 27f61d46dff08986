// What the settings of a counter's browser say, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Keys and options',
  kept: 'Kept on this computer, for everybody who works at it.',
  options: 'Options',
  start: 'Start at once on a call',
  startHelp: 'Who is called is “being served” at once. Undo takes that back to “called”.',
  call: 'Call the next at finish',
  callHelp:
    'Only once the finish is recorded. Undo takes back the last action alone: the new call, not the finish before it.',
  tone: 'A soft tone when somebody comes or a supervisor writes',
  toneHelp: 'Who comes: only if the queue was empty and the number can be called here.',
  notify: 'A notification when somebody comes or a supervisor writes',
  notifyHelp: 'By the browser, while another window is in front.',
  notifyDenied: 'This browser refuses. Allow notifications for this address.',
  notifyNever: 'Browsers allow it over https alone.',
  keys: 'Keys',
  keysHelp:
    'Touch a key, then press the one to replace it: a letter, F1–F24, a number pad, or a foot switch. At most three for one action.',
  big: 'Main action',
  queue: 'Choose from the queue',
  change: 'Change {key} for {action}',
  add: 'Add a key for {action}',
  press: 'Press a key for {action} …',
  taken: '{key} is used for {action}. Press it once more to move it here.',
  remove: 'Remove {key}',
  pedals: 'Set up two foot pedals',
  pedalsHelp: 'Step on the first pedal for the main action, then on the second for calling again.',
  usual: 'Back to the usual keys',
}
