// What a room says of itself: which commands it decides, and what its events change. `rules.ts` puts these tables
// together; a command or an event that no room has, and one that nobody knows, fail the type check.
import type { Changes } from './changes.ts'
import type { CommandOf, CommandType, Time } from './command.ts'
import type { Event, EventOf, EventType, Recorded } from './event.ts'
import type { Hall } from './hall.ts'
import type { Refusal } from './refusal.ts'

/** Events (none if nothing has to change), or a refusal. It changes nothing. */
export type Decides = { readonly [T in CommandType]: Decider<CommandOf<T>> }
export type Decider<C> = (hall: Hall, command: C, time: Time) => Event[] | Refusal

/** Applies an event to the hall in place, through `changes`. */
export type Evolves = { readonly [T in EventType]: Evolver<EventOf<T>> }
export type Evolver<E> = (hall: Hall, changes: Changes, event: E, recorded: Recorded) => void
