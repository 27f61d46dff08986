// What supervisors and the reception did, in words: a sentence for every event.
import type { SteerEventType } from '../../hall/event-steer.ts'
import type { JournalTexts } from './texts.ts'

export const steer: Pick<JournalTexts['events'], SteerEventType> = {
  'help-asked': ({ counter: at, alarm }, { counter }) =>
    alarm ? `${counter(at)} raises a silent alarm.` : `${counter(at)} calls for help.`,
  'help-answered': ({ counter: at }, { counter }) => `The call for help from ${counter(at)} is answered.`,
  'message-sent': ({ counter: at }, { counter }) => `A message is sent to ${counter(at)}.`,
  'message-read': ({ counter: at }, { counter }) => `${counter(at)} has read a message.`,
}
