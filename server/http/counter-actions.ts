// What can be asked at a counter: each action with its body, its refusals and the command it becomes.
import { type Static, type TSchema, Type } from 'typebox'
import type { Command } from '../hall/command.ts'
import type { Reason } from '../hall/event.ts'
import { newId } from '../ids.ts'
import type { Code } from './codes.ts'
import { closed, Nothing } from './schemas.ts'

const Id = Type.String({ minLength: 1, maxLength: 64 })
/** Words that somebody types: kept erasable, never in the journal. */
const Words = Type.String({ minLength: 1, maxLength: 500 })
/** Why somebody or something waits, and how many minutes. */
const WhyAndHowLong = Type.Object(
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
  reason(list: 'pause' | 'hold', words: string | undefined): Reason | null
  /** Keeps typed words apart and gives their id. */
  note(words: string | undefined): string | null
}

export interface Action<B extends TSchema> {
  readonly summary: string
  readonly body: B
  readonly problems: readonly Code[]
  readonly command: (scene: Scene, body: Static<B>) => Command
}

function action<B extends TSchema>(one: Action<B>): Action<B> {
  return one
}

const there = ['unknown-counter', 'counter-not-open', 'counter-taken', 'storage-unavailable'] as const
const present = [...there, 'nothing-called'] as const

/** Actions that answer with the counter. */
export const actions = {
  open: action({
    summary: 'Take the counter and open it',
    body: Nothing,
    problems: ['unknown-counter', 'counter-taken', 'already-at-counter', 'storage-unavailable'],
    command: ({ counter, staff, isManager }) => ({
      type: 'open-counter',
      counter,
      staff,
      mayHoldSeveral: isManager,
    }),
  }),
  pause: action({
    summary: 'Pause the counter',
    body: WhyAndHowLong,
    problems: there,
    command: ({ counter, staff, reason }, body) => ({
      type: 'pause-counter',
      counter,
      staff,
      reason: reason('pause', body.reason),
      minutes: body.minutes ?? null,
    }),
  }),
  close: action({
    summary: 'Close the counter',
    body: Nothing,
    problems: ['unknown-counter', 'counter-taken', 'counter-busy', 'storage-unavailable'],
    command: ({ counter, staff, maySteer }) => ({
      type: 'close-counter',
      counter,
      staff,
      mayCloseAny: maySteer,
    }),
  }),
  recall: action({
    summary: 'Call the number again',
    body: Nothing,
    problems: [...present, 'already-started'],
    command: ({ counter, staff }) => ({ type: 'recall', counter, staff, announcement: newId() }),
  }),
  start: action({
    summary: 'The visitor is here: begin',
    body: Nothing,
    problems: [...present, 'already-started'],
    command: ({ counter, staff }) => ({ type: 'start', counter, staff }),
  }),
  finish: action({
    summary: 'The step is done; `incomplete` says what was missing',
    body: Type.Object(
      {
        outcome: Type.Optional(Type.Enum(['served', 'incomplete'], { type: 'string' })),
        missing: Type.Optional(Type.Array(Id, { maxItems: 64, uniqueItems: true })),
      },
      closed,
    ),
    problems: [...present, 'not-started', 'unknown-requirement', 'missing-without-incomplete'],
    command: ({ counter, staff }, { outcome, missing }) => ({
      type: 'finish',
      counter,
      staff,
      outcome: outcome ?? null,
      missing: missing ?? [],
    }),
  }),
  miss: action({
    summary: 'Nobody came',
    body: Nothing,
    problems: [...present, 'already-started'],
    command: ({ counter, staff }) => ({ type: 'miss', counter, staff }),
  }),
  'put-back': action({
    summary: 'Back among those who wait, with all the credit',
    body: Nothing,
    problems: present,
    command: ({ counter, staff }) => ({ type: 'put-back', counter, staff }),
  }),
  hold: action({
    summary: 'Set the visitor aside, until released or for some minutes',
    body: WhyAndHowLong,
    problems: [...present, 'hall-closed'],
    command: ({ counter, staff, reason }, body) => ({
      type: 'hold',
      counter,
      staff,
      reason: reason('hold', body.reason),
      minutes: body.minutes ?? null,
    }),
  }),
  release: action({
    summary: 'A held or missed visitor waits again',
    body: Type.Object({ visit: Id }, closed),
    problems: [...there, 'unknown-visit', 'nothing-to-release'],
    command: ({ counter, staff }, { visit }) => ({ type: 'release', counter, staff, visit }),
  }),
  refer: action({
    summary: 'Send the visitor on to another service, with or without coming back',
    body: Type.Object(
      { service: Id, comeBack: Type.Optional(Type.Boolean()), note: Type.Optional(Words) },
      closed,
    ),
    problems: [
      ...present,
      'unknown-service',
      'service-closed',
      'hall-closed',
      'same-service',
      'already-waiting',
      'too-many-steps',
    ],
    command: ({ counter, staff, note }, body) => ({
      type: 'refer',
      counter,
      staff,
      service: body.service,
      comeBack: body.comeBack ?? false,
      note: note(body.note),
    }),
  }),
  undo: action({
    summary: "Take the counter's last action back, for 30 seconds",
    body: Nothing,
    problems: [...there, 'nothing-to-undo', 'not-undoable'],
    command: ({ counter, staff }) => ({ type: 'undo', counter, staff }),
  }),
} as const

/** Actions that answer with a call too, or with none when nobody is callable. */
export const calls = {
  'call-next': action({
    summary: 'Call who is next',
    body: Nothing,
    problems: [...there, 'counter-busy'],
    command: ({ counter, staff }) => ({
      type: 'call-next',
      counter,
      staff,
      call: newId(),
      announcement: newId(),
    }),
  }),
  call: action({
    summary: 'Call a certain visitor, out of order',
    body: Type.Object({ visit: Id }, closed),
    problems: [...there, 'counter-busy', 'unknown-visit', 'not-callable'],
    command: ({ counter, staff }, { visit }) => ({
      type: 'call',
      counter,
      staff,
      visit,
      call: newId(),
      announcement: newId(),
    }),
  }),
} as const
