// Who comes to the counter: whom it calls, and who stands there without a number.
import { Type } from 'typebox'
import { newId, newVisitToken } from '../ids.ts'
import { action, Id, there, Words } from './counter-action.ts'
import { closed, Nothing } from './schemas.ts'
import { TakeVisit } from './visit-answers.ts'

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
    body: Type.Object({ visit: Id, reason: Type.Optional(Words) }, closed),
    problems: [...there, 'counter-busy', 'unknown-visit', 'not-callable'],
    command: ({ counter, staff, reason }, { visit, reason: words }) => ({
      type: 'call',
      counter,
      staff,
      visit,
      call: newId(),
      announcement: newId(),
      reason: reason('call', words),
    }),
  }),
  serve: action({
    summary: 'Serve a visitor who stands at the desk without a number; one is taken',
    body: TakeVisit,
    problems: [
      ...there,
      'counter-busy',
      'not-served-here',
      'not-callable',
      'unknown-service',
      'unknown-requirement',
      'unknown-language',
      'service-closed',
      'quota-reached',
      'hall-closed',
      'clock-suspect',
    ],
    command: ({ counter, staff }, { services, missing, priority, comeToMe, language }) => ({
      type: 'serve',
      counter,
      staff,
      visit: newId(),
      token: newVisitToken(),
      call: newId(),
      services,
      missing: missing ?? [],
      priority: priority ?? false,
      comeToMe: comeToMe ?? false,
      language: language ?? null,
    }),
  }),
} as const
