// Every code that an answer may carry, with its HTTP status: the one table between refusals and the web. A code that
// is missing here or in a language file fails the type check.
import type { RefusalCode } from '../../hall/refusal.ts'
import type { AccessRefusal } from '../../access/sign-in.ts'

const statuses = {
  // the request can't be read
  'bad-request': 400,
  'bad-json': 400,
  'key-required': 400,
  'body-too-large': 413,
  'wrong-content-type': 415,
  // who sends it
  'not-signed-in': 401,
  'bad-credentials': 401,
  'bad-token': 401,
  'password-expired': 403,
  'password-must-change': 403,
  'agency-gone': 403,
  'not-allowed': 403,
  'foreign-origin': 403,
  'unknown-host': 421,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'weak-password': 422,
  // what it is about does not exist
  'not-found': 404,
  'range-beyond': 416,
  'method-not-allowed': 405,
  'unknown-visit': 404,
  'unknown-step': 404,
  'no-public-url': 404,
  'unknown-service': 404,
  'unknown-counter': 404,
  'unknown-zone': 404,
  'unknown-agency': 404,
  'unknown-announcement': 404,
  'unknown-staff': 404,
  'unknown-device': 404,
  'unknown-session': 404,
  'unknown-code': 404,
  'unknown-printer': 404,
  'unknown-message': 404,
  'unknown-media': 404,
  'unknown-proposal': 404,
  'unknown-file': 404,
  'plan-lost': 410,
  'unknown-requirement': 422,
  'unknown-reason': 422,
  'unknown-language': 422,
  // the hall refuses
  'service-closed': 422,
  'quota-reached': 422,
  'hall-closed': 422,
  'closing-soon': 422,
  'day-full': 422,
  'too-many-steps': 422,
  'no-priority': 422,
  'missing-without-incomplete': 422,
  'come-back-without-incomplete': 422,
  'reason-contradicts': 422,
  'not-served-here': 422,
  'not-of-agency': 422,
  'plan-faults': 422,
  'sheet-faults': 422,
  'media-unfit': 422,
  'media-too-large': 413,
  'file-unfit': 422,
  'file-too-large': 413,
  'key-reused': 409,
  'code-used': 409,
  'counter-taken': 409,
  'already-at-counter': 409,
  'counter-busy': 409,
  'plan-changed': 409,
  'proposal-decided': 409,
  'too-many-proposals': 409,
  'revision-required': 428,
  'counter-not-open': 409,
  'not-callable': 409,
  'nothing-called': 409,
  'other-call': 409,
  'visit-changed': 409,
  'too-late': 409,
  'not-started': 409,
  'already-started': 409,
  'nothing-to-release': 409,
  'nothing-to-undo': 409,
  'not-undoable': 409,
  'being-called': 409,
  'being-served': 409,
  'not-waiting': 409,
  'visit-over': 409,
  'same-service': 409,
  'already-waiting': 409,
  'people-waiting': 409,
  'training-on': 409,
  'training-hours': 409,
  'staff-concerned': 409,
  'staff-changed': 409,
  'until-past': 422,
  'other-agency': 422,
  'not-ended': 409,
  'no-help-asked': 409,
  'too-many-messages': 409,
  'clock-not-suspect': 409,
  'nothing-damaged': 409,
  'nothing-to-reopen': 409,
  'no-training': 409,
  'username-taken': 409,
  'own-account': 409,
  'last-manager': 409,
  'holds-counter': 409,
  // the server can't, for now
  'clock-suspect': 503,
  'storage-unavailable': 503,
  'no-voice': 503,
  'no-picture': 503,
  'no-room': 507,
  stopping: 503,
  internal: 500,
} as const satisfies Record<RefusalCode | AccessRefusal['refused'], number> & Record<string, number>

/** The stable name of a problem. */
export type Code = keyof typeof statuses

/** The HTTP status that goes with a code. */
export function statusOf(code: Code): number {
  return statuses[code]
}

/** All codes, for the API's description. */
export const codes = Object.keys(statuses).filter(isCode)

/** Whether `value` is one of our codes. */
export function isCode(value: string): value is Code {
  return Object.hasOwn(statuses, value)
}
