// What needs attention, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Needs attention',
  kioskSilent: '{name} has not been heard of since {time}. See whether it is on and connected.',
  kioskSilentUnknown: '{name} has not been heard of yet. See whether it is on and connected.',
  zoneSilent:
    'Calls in {zone} have not been heard since {time}. Call by voice, and look at the display there.',
  kiosk: 'A kiosk',
  kioskIn: 'The kiosk in {zone}',
  kioskNamed: 'Kiosk “{name}”',
  printerNearEnd: '{name} is nearly out of paper. Have a new roll ready.',
  printerPaperOut: '{name} is out of paper. Put in a new roll.',
  printerCoverOpen: 'The cover of {name} is open.',
  printerOffline: '{name} is not connected. Check its power and its cable.',
  printerError: '{name} has a fault. Switch it off and on again.',
}
