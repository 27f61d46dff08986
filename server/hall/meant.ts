// What a command was meant for, and until when: a press that arrives late, or finds another state than the one it was
// pressed for, does nothing to anybody else.
import type { Command, Meant, Time } from './command.ts'
import type { Event } from './event.ts'
import { type CounterState, type Hall, UNDO_SECONDS } from './hall.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

/** Refusals that say more than *another call*: not your counter, or nobody there at all. */
const SAYS_MORE = ['unknown-counter', 'counter-taken', 'counter-not-open', 'not-allowed'] as const
const SAYS_MORE_OF_NOBODY = [...SAYS_MORE, 'nothing-called', 'counter-busy', 'nothing-to-undo'] as const

/** Too late: before anything else is looked at. */
export function tooLate({ notAfter }: Meant, { now }: Time): Refusal | null {
  return notAfter !== undefined && notAfter < now ? refuse('too-late') : null
}

/** What was decided, unless it was meant for another call or another state than the one there is now. */
export function asMeant(
  hall: Hall,
  command: Command,
  meant: Meant,
  decided: Event[] | Refusal,
): Event[] | Refusal {
  const counter = 'counter' in command ? hall.counters.get(command.counter) : undefined
  const other = (counter && otherCall(hall, counter, command, meant)) ?? otherVisit(hall, command, meant)
  if (!other) return decided
  return isRefusal(decided) && other.saysMore.includes(decided.refused) ? decided : other.refusal
}

interface Other {
  readonly refusal: Refusal
  /** Refusals that take precedence over this one. */
  readonly saysMore: readonly string[]
}

function otherCall(hall: Hall, counter: CounterState, { type }: Command, meant: Meant): Other | null {
  const refusal = refuse('other-call', counter.id)
  if (meant.call !== undefined) {
    const there = callAt(hall, counter)
    const isAnother = there !== null && meant.call !== null
    if (there !== meant.call) return { refusal, saysMore: isAnother ? SAYS_MORE : SAYS_MORE_OF_NOBODY }
  }
  if (type !== 'undo' || meant.undoUntil === undefined) return null
  const until = counter.last && counter.last.at + UNDO_SECONDS * 1000
  return until === meant.undoUntil ? null : { refusal, saysMore: SAYS_MORE_OF_NOBODY }
}

/** The id of the call at a counter, or null. */
function callAt(hall: Hall, { current }: CounterState): string | null {
  const step = current && hall.visits.get(current.visit)?.steps.find(({ id }) => id === current.step)
  return step && 'call' in step ? step.call.id : null
}

function otherVisit(hall: Hall, command: Command, { moves }: Meant): Other | null {
  const visit = 'visit' in command ? hall.visits.get(command.visit) : undefined
  if (!visit || moves === undefined || visit.moves === moves) return null
  return { refusal: refuse('visit-changed'), saysMore: [] }
}
