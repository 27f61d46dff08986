// What parts say that stand on several pages, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  findTitle: 'Find a number',
  findLabel: 'Queue number',
  findHint: 'For example A012',
  find: 'Find',
  findNone: 'There is no such number today.',

  whyPaperOut: 'out of paper',
  whyCoverOpen: 'the printer’s cover is open',
  whyOffline: 'the printer is not ready',
  whyUnreachable: 'the printer is not connected',
  whyError: 'the printer has a fault',
  whyTimeout: 'the printer does not answer',
  whyRestart: 'the server restarted while printing',
  whyNoPrinter: 'there is no such printer',
  whyUnknown: 'nobody knows why',
}
