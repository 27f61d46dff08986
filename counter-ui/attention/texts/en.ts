// What needs attention, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Needs attention',
  deviceSilent: '{name} has not been heard of since {time}. See whether it is on and connected.',
  deviceSilentUnknown: '{name} has not been heard of yet. See whether it is on and connected.',
  soundOff:
    '{name} can’t be heard, and no other display speaks there. Touch its screen once, or press OK on its remote. Until then, call by voice.',
  placeGone: '{name} is enrolled for a place that is no longer there. Revoke it, then enrol it again.',
  memoryHigh: '{name} holds a lot of memory. Switch it off and on again after hours.',
  clockOff:
    '{name} differs from the server’s clock by more than a minute. Let it set its clock by itself; the queue as such is not affected.',
  versionOld: '{name} still shows the page of an older version. Switch it off and on again.',
  zoneSilent:
    'Calls in {zone} have not been heard since {time}. Call by voice, and look at the display there.',
  kiosk: 'A kiosk',
  kioskIn: 'The kiosk in {zone}',
  kioskNamed: 'Kiosk “{name}”',
  display: 'A display',
  displayIn: 'The display in {zone}',
  displayNamed: 'Display “{name}”',
  printerNearEnd: '{name} is nearly out of paper. Have a new roll ready.',
  printerPaperOut: '{name} is out of paper. Put in a new roll.',
  printerCoverOpen: 'The cover of {name} is open.',
  printerOffline: '{name} is not connected. Check its power and its cable.',
  printerError: '{name} has a fault. Switch it off and on again.',
}
