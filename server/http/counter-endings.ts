// How a visit goes on from a counter: it is finished, referred to other services, or a colleague takes over.
import { Type } from 'typebox'
import { refuse } from '../hall/refusal.ts'
import { action, Id, present, there, Words } from './counter-action.ts'
import { closed } from './schemas.ts'

/** Actions that answer with the counter. */
export const endings = {
  finish: action({
    summary:
      'The step is done; `incomplete` says what was missing, `comeBack` that the visitor returns with it',
    body: Type.Object(
      {
        outcome: Type.Optional(Type.Enum(['served', 'incomplete'], { type: 'string' })),
        missing: Type.Optional(Type.Array(Id, { maxItems: 64, uniqueItems: true })),
        /** One of the plan's `reasons.finish`, which says the outcome too. */
        reason: Type.Optional(Id),
        /** What is missing, in own words. */
        words: Type.Optional(Words),
        /** What the visitor was told. */
        told: Type.Optional(Words),
        /** The visitor fetches what is missing and returns today, with all the credit. */
        comeBack: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    problems: [
      ...present,
      'not-started',
      'unknown-requirement',
      'unknown-reason',
      'reason-contradicts',
      'missing-without-incomplete',
      'come-back-without-incomplete',
      'hall-closed',
      'too-many-steps',
    ],
    command: ({ counter, staff, note }, { outcome, missing, reason, words, told, comeBack }) => ({
      type: 'finish',
      counter,
      staff,
      outcome: outcome ?? null,
      missing: missing ?? [],
      reason: reason ?? null,
      words: note(words),
      told: note(told),
      comeBack: comeBack ?? false,
    }),
  }),
  refer: action({
    summary: 'Send the visitor on to other services, with or without coming back',
    body: Type.Object(
      {
        service: Id,
        comeBack: Type.Optional(Type.Boolean()),
        note: Type.Optional(Words),
        /** Further services, each a step of its own with the same note. */
        also: Type.Optional(Type.Array(Id, { maxItems: 7, uniqueItems: true })),
      },
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
      also: body.also ?? [],
    }),
  }),
  'hand-over': action({
    summary: 'Pass the counter, with whoever is there, to a colleague',
    body: Type.Object({ username: Type.String({ minLength: 1, maxLength: 64 }) }, closed),
    problems: [...there, 'unknown-staff', 'not-of-agency', 'already-at-counter'],
    command: ({ counter, staff, isManager, person }, { username }) => {
      const colleague = person(username)
      if (!colleague) return refuse('unknown-staff', username)
      const { id: to, agency: toAgency } = colleague
      return { type: 'hand-over', counter, staff, to, toAgency, mayHoldSeveral: isManager }
    },
  }),
} as const
