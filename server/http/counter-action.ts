// What an action at a counter is over HTTP: its body, its refusals and the command it becomes.
import { type Static, type TObject, Type } from 'typebox'
import type { Command } from '../hall/command.ts'
import type { Reason } from '../hall/event-parts.ts'
import type { Refusal } from '../hall/refusal.ts'
import type { Code } from './codes.ts'
import { closed } from './schemas.ts'

/** An id of anything. */
export const Id = Type.String({ minLength: 1, maxLength: 64 })
/** Words that somebody types: kept erasable, never in the journal. */
export const Words = Type.String({ minLength: 1, maxLength: 500 })
/** Why somebody or something waits, and how many minutes. */
export const WhyAndHowLong = Type.Object(
  {
    reason: Type.Optional(Words),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 * 60 })),
  },
  closed,
)

/** What a command needs beside its body: the counter, who acts, and a place for typed words. */
export interface Scene {
  readonly counter: string
  readonly staff: string
  readonly isManager: boolean
  readonly maySteer: boolean
  /** A reason as the plan's code, or as a note that is kept apart. */
  reason(list: 'pause' | 'hold' | 'call', words: string | undefined): Reason | null
  /** Keeps typed words apart and gives their id. */
  note(words: string | undefined): string | null
  /** Who may sign in under a user name, and for what agency; null if nobody may. */
  person(username: string): { readonly id: string; readonly agency: string | null } | null
}

export interface Action<B extends TObject> {
  readonly summary: string
  /** Beside what every command at a counter may say (meant.ts). */
  readonly body: B
  readonly problems: readonly Code[]
  readonly command: (scene: Scene, body: Static<B>) => Command | Refusal
}

/** Keeps an action's body and command together. */
export function action<B extends TObject>(one: Action<B>): Action<B> {
  return one
}

/** What any command at a counter can be refused with, and any about the number there. */
export const there = ['unknown-counter', 'counter-not-open', 'counter-taken', 'storage-unavailable'] as const
export const present = [...there, 'nothing-called'] as const
