// What can be asked at a counter about itself and the number there; what ends the visit there is in counter-endings.ts.
import { Type } from 'typebox'
import { newId } from '../ids.ts'
import { action, Id, present, there, WhyAndHowLong } from './counter-action.ts'
import { closed, Moment, Nothing } from './schemas.ts'

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
  miss: action({
    summary: 'Nobody came: missed, or called once more after the plan’s pause',
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
    summary: 'A held or missed visitor waits again, or one who turns up before the second call',
    body: Type.Object({ visit: Id }, closed),
    problems: [...there, 'unknown-visit', 'nothing-to-release'],
    command: ({ counter, staff }, { visit }) => ({ type: 'release', counter, staff, visit }),
  }),
  undo: action({
    summary: "Take the counter's last action back, for 30 seconds",
    body: Type.Object(
      {
        undo: Type.Optional(
          Type.String({
            ...Moment,
            description: 'The `until` of the action that was seen; where another was the last: `other-call`',
          }),
        ),
      },
      closed,
    ),
    problems: [...there, 'nothing-to-undo', 'not-undoable'],
    command: ({ counter, staff }) => ({ type: 'undo', counter, staff }),
  }),
} as const
