// Commands of supervisors and the reception in the fewest words, for stories.
import { at } from './commands.ts'

let made = 0

export const askHelp = (counter: string, alarm = false) =>
  ({ type: 'ask-help', ...at(counter), alarm }) as const
export const answerHelp = (counter: string, staff = 'spv', maySteer = true) =>
  ({ type: 'answer-help', counter, staff, maySteer }) as const
export const sendMessage = (counter: string, message = `message-${++made}`) =>
  ({ type: 'send-message', counter, staff: 'spv', message }) as const
export const readMessage = (counter: string, message: string) =>
  ({ type: 'read-message', ...at(counter), message }) as const
