// What the panel says of calls for help and messages, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  help: 'Help',
  helpTitle: 'Call the supervisor to this counter',
  called: 'The supervisor was called at {time}.',
  comes: '{name} is coming.',
  takeBack: 'Take the call back',
  messages: 'Message from the supervisor',
  from: '{name}, {time}',
  fromNobody: '{time}',
  more: 'and {count} more',
  read: 'I have read it',
  alarm: 'Silent alarm (press twice)',
}
