// What every screen says about itself, in English.
import type { Translation } from '../i18n.ts'
import type { id } from './standing.id.ts'

export const en: Translation<typeof id> = {
  connecting: 'Connecting…',
  reconnecting: 'Connection lost. Connecting…',
  stale: 'No connection to the server. What this screen shows may be out of date.',
  'refused.not-allowed': 'This screen may not show this page. Ask the manager.',
  'refused.no-such-topic': 'This page does not exist. Check the address.',
  'refused.wrong-version': 'This screen has to reload. Please wait.',
  rehearsal: 'REHEARSAL – the numbers on this screen are not valid',
  clockSuspect: 'The server’s clock is wrong. No numbers can be taken until a manager confirms the time.',
  clockLeapt: 'The server’s clock leapt. Calls go on; new numbers wait for a manager.',

  storageGone: 'Nothing can be stored. No numbers can be taken or called.',

  offlineTitle: 'Not connected',
  offlineDetail: 'The server does not answer. Please try once more.',
  unexpectedTitle: 'Something went wrong',
  unexpectedDetail: 'It could not be done. Please try once more or ask the staff.',

  number: 'Number {spelled}',
}
