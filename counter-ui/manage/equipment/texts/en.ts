// What is said of a zone's equipment, in English.
import type { Translation } from '../../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Equipment by zone',
  lead: 'A hall runs with a part of its equipment too. What comes later only needs to be enrolled; the server need not be restarted.',
  all: 'Every zone has a board, a voice, a kiosk and a printer.',
  everyZone: 'All zones',
  'board-none': 'No board yet',
  'board-silent': 'The board is off',
  'board-instead': 'Staff say the number and its counter, and write it on a whiteboard in the waiting area.',
  'voice-none': 'No voice yet',
  'voice-instead': 'Staff call with their own voice; their panel reminds them at every call.',
  'voice-mute': 'The display makes no sound yet',
  'voice-touch':
    'Touch its screen once, or press OK on its remote. Until then staff call with their own voice.',
  'kiosk-none': 'No kiosk yet',
  'kiosk-silent': 'The kiosk is off',
  'kiosk-instead':
    'Numbers are given on the Reception page. At a counter, staff can serve without a number from their panel.',
  'kiosk-elsewhere': 'The kiosk is somewhere else',
  'kiosk-other': 'Send visitors to the kiosk that is there, or to the reception.',
  'printer-none': 'No slip printer yet',
  'printer-silent': 'The slip printer gives nothing',
  'printer-instead':
    'Visitors note their number and press “I have noted it” at the kiosk. The reception reads the number out or writes it down.',
  'printer-elsewhere': 'Slips are printed at the reception',
  'printer-other': 'Visitors note their number at the kiosk; the slip can be had at the reception.',
}
