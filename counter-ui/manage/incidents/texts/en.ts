// What went wrong with the server, on the manager's page, in English.
import type { Translation } from '../../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Trouble with the server',
  nothingLost: 'No number that was given is lost.',
  lead: 'Something unexpected happened to the server. Send this report to whoever looks after the server, with the server’s log of that time.',
  survived: 'A fault in the program. The queue went on.',
  restarted: 'A fault in the program. The server started anew, so that the queue is surely right.',
  ended:
    'The server was gone without a word and runs again: it was killed, ran out of memory, or a library is broken.',
  once: '{day}, {time}',
  often: '{count} times, last on {day}, {time}',
  show: 'See the report',
  report: 'Report for whoever looks after the server',
  copy: 'Copy the report',
  copied: 'The report is copied.',
  byHand: 'The report is selected. Copy it with Ctrl+C.',
}
