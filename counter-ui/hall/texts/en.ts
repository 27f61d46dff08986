// The texts that the pages share which look after the hall, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  'attention.title': 'Needs attention',
  'attention.deviceSilent': '{name} has not been heard of since {time}. See whether it is on and connected.',
  'attention.deviceSilentUnknown': '{name} has not been heard of yet. See whether it is on and connected.',
  'attention.sound-off':
    '{name} can’t be heard, and no other display speaks there. Touch its screen once, or press OK on its remote. Until then, call by voice.',
  'attention.place-gone':
    '{name} is enrolled for a place that is no longer there. Revoke it, then enrol it again.',
  'attention.memory-high': '{name} holds a lot of memory. Switch it off and on again after hours.',
  'attention.clock-off':
    '{name} differs from the server’s clock by more than a minute. Let it set its clock by itself; the queue as such is not affected.',
  'attention.version-old': '{name} still shows the page of an older version. Switch it off and on again.',
  'attention.zone-silent':
    'Calls in {zone} have not been heard since {time}. Call by voice, and look at the display there.',
  'attention.kiosk': 'A kiosk',
  'attention.kioskIn': 'The kiosk in {zone}',
  'attention.kioskNamed': 'Kiosk “{name}”',
  'attention.display': 'A display',
  'attention.displayIn': 'The display in {zone}',
  'attention.displayNamed': 'Display “{name}”',
  'attention.near-end': '{name} is nearly out of paper. Have a new roll ready.',
  'attention.paper-out': '{name} is out of paper. Put in a new roll.',
  'attention.cover-open': 'The cover of {name} is open.',
  'attention.offline': '{name} is not connected. Check its power and its cable.',
  'attention.error': '{name} has a fault. Switch it off and on again.',

  // finding a number, and slips that did not come out
  findTitle: 'Find a number',
  findLabel: 'Queue number',
  findHint: 'For example A012',
  find: 'Find',
  findNone: 'There is no such number today.',

  'slip-fault.paper-out': 'out of paper',
  'slip-fault.cover-open': 'the printer’s cover is open',
  'slip-fault.offline': 'the printer is not ready',
  'slip-fault.unreachable': 'the printer is not connected',
  'slip-fault.error': 'the printer has a fault',
  'slip-fault.timeout': 'the printer does not answer',
  'slip-fault.restart': 'the server restarted while printing',
  'slip-fault.no-such-printer': 'there is no such printer',
  'slip-fault.other': 'nobody knows why',
}
