// What the manager's page says of the voice, in English.
import type { Translation } from '../../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Voice of the calls',
  lead: 'Who reads the calls out on the televisions, and how it sounds.',
  clips: 'Recorded voice',
  command: 'Voice program on the server',
  espeak: 'Built-in voice',
  failed:
    'The last sound that was asked for could not be made ({time}). The queue goes on: calls stand on the screens, and staff call by voice. Details: {why}',
  set: 'Recordings “{set}”',
  complete: 'Complete: {count} words and phrases.',
  missing:
    '{missing} of {count} words and phrases are not recorded. Calls that need them are spoken by the next voice.',
  missingFiles: 'Missing files',
  broken: 'Recordings that cannot be used. Calls that need them are spoken by the next voice.',
  notWav: 'no WAV sound',
  silentClip: 'nothing can be heard',
  tooLong: 'too long (at most 15 seconds)',
  unreadable: 'cannot be read',
  program: 'Program {program}',
  ready: 'Ready.',
  noList: 'Not allowed yet: the owner of the server’s PC has made no voice-commands.json in the data folder.',
  listOpen:
    'Not run: others can change voice-commands.json. The owner of the server’s PC has to keep it to themselves.',
  listUnreadable: 'Not run: voice-commands.json cannot be read.',
  notListed: 'Not allowed yet: this command, word by word, does not stand in voice-commands.json.',
  notAbsolute: 'Not run: the program has to be named by its whole path.',
  notThere: 'the program is not on the server',
  notStarted: 'the program could not be started',
  ended: 'the program ended with an error',
  tooSlow: 'the program took too long',
  tooLarge: 'the program’s answer is too large',
  notAudio: 'the program’s answer is no WAV sound',
  silent: 'nothing can be heard in the program’s answer',
  rests: 'Failed at {time}: {why}. The built-in voice speaks in its place; it is tried again at {again}.',
  detail: 'It says: {detail}',
  tryTitle: 'Try the voice',
  tryLead: 'It is heard here alone, not on the televisions. You may change the sentences.',
  sentence: 'Sentence ({language})',
  play: 'Play here',
  playing: 'Playing: {seconds} seconds. Spoken by: {by}.',
  blocked: 'This browser does not play the sound. Check its permission for sound, and the volume.',
  nothing: 'Write a sentence first.',
  noSound: 'This sentence cannot be spoken at the moment. Try again shortly.',
  instead: '{by} cannot be used: {why}.',
}
