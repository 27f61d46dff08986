// What the kiosk says of one visit, from its order to its slip, in English.
import type { Translation } from '../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  oneNumber: 'One number for all services. Go to the counter that calls first.',
  after: 'After {service}',
  alsoFor: 'Also for {services}',
  papersAhead: 'Papers to have ready: {count}',
  papersMore: 'and {count} more',
  issuedToo: 'Also part of this visit: {service}. Ask the staff which comes first.',
  closedMeanwhile: 'Closed just now: {services}',
  noPaper: 'No paper comes out here at the moment. Your number will be on the screen, or use another kiosk.',

  paperOut: 'Out of paper.',
  coverOpen: 'The printer is open.',
  printerOff: 'The printer is off or disconnected.',
  printerFault: 'The printer has a fault.',
  scan: 'Scan to follow the queue on your phone',
  printAgain: 'Print again',
  endKept: 'Number {number} is kept, but not called until you see the reception.',
  endCalled: 'Number {number} will still be called. Forgotten it? Ask the reception.',

  yourVisit: 'Your visit',
  looking: 'Looking for your number…',
  unknown: 'This code is not known',
  unknownHint: 'It may be from elsewhere. Please ask the reception.',
  scanTorn: 'The code was not read whole. Please scan it once more.',
  scanNumber: 'A number is still on the screen. Finish with it first, then scan again.',
  scanBusy: 'Please wait a moment, then scan again.',
  scanDialog: 'Please answer the question on the screen first, then scan again.',
  scanOffline: 'This kiosk has no connection now. Scan again later, or ask the reception.',
  scanUnready: 'This kiosk is not in service. Please use another kiosk, or ask the reception.',
  old: 'This number of {day} is no longer valid.',
  ended: 'This number is done with.',
  takeNew: 'Please take a new number.',
  copy: 'Print a copy',
  giveBack: 'Cancel my number',
  giveBackSure: 'Cancel {number}? You will not be called any more.',
  giveBackYes: 'Yes, cancel it',
  giveBackNo: 'No, keep it',

  sight: 'Display',
  contrast: 'High contrast',
  low: 'Lower buttons',
}
