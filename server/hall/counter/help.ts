// Calls for help and messages: what they are, which are shown, and what the close and the clock make of them.
import type { CounterState, Hall } from '../hall.ts'

/** Seconds for which a call is still shown after it was answered: long enough to read who is coming. */
export const ANSWERED_SECONDS = 300

export interface Help {
  /** Who called. */
  readonly staff: string
  readonly alarm: boolean
  readonly at: number
  readonly answered: { readonly staff: string; readonly at: number } | null
}

/** A message to a counter; its words are the note with the same id. */
export interface Message {
  readonly id: string
  /** Who sent it. */
  readonly staff: string
  readonly at: number
  readonly readAt: number | null
}

/** The call as it is shown at `now`: until it is answered, and a little longer; null when there is none. */
export function helpShown({ help }: CounterState, now: number): Help | null {
  const until = help && helpShownUntil(help)
  return until === null || until > now ? help : null
}

/** Until when an answered call is shown; null while nobody has answered. Milliseconds since 1970. */
export function helpShownUntil({ answered }: Help): number | null {
  return answered && answered.at + ANSWERED_SECONDS * 1000
}

/** Counters whose alarm is shown at `now`, the oldest alarm first. */
export function alarms(hall: Hall, now: number): { counter: CounterState; help: Help }[] {
  return [...hall.counters.values()]
    .flatMap((counter) => {
      const help = helpShown(counter, now)
      return help?.alarm ? [{ counter, help }] : []
    })
    .sort((a, b) => a.help.at - b.help.at)
}

/** What is left of a call for help when its counter closes: only an alarm that nobody has answered. */
export function helpAfterClosing({ help }: CounterState): CounterState['help'] {
  return help?.alarm && help.answered === null ? help : null
}

/** Times of help and messages, moved with the clock. */
export function moveHelp({ help, messages }: CounterState, by: number): Partial<CounterState> {
  const answered = help?.answered ? { ...help.answered, at: help.answered.at + by } : null
  return {
    help: help && { ...help, at: help.at + by, answered },
    messages: messages.map((message) => ({
      ...message,
      at: message.at + by,
      readAt: message.readAt === null ? null : message.readAt + by,
    })),
  }
}
