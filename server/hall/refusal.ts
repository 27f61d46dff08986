// How the hall refuses: a closed list of codes. A refusal is a value, never thrown; a throw is a bug.

export const refusalCodes = [
  // something that does not exist
  'unknown-service',
  'unknown-requirement',
  'unknown-language',
  'unknown-visit',
  'unknown-step',
  'unknown-counter',
  'unknown-announcement',
  'unknown-zone',
  'unknown-place',
  'unknown-reason',
  'unknown-staff',
  // no ticket now
  'service-closed',
  'quota-reached',
  'hall-closed',
  'closing-soon',
  'day-full',
  'too-many-steps',
  'clock-suspect',
  'clock-not-suspect',
  'nothing-damaged',
  'nothing-to-reopen',
  // counters and people
  'counter-taken',
  'already-at-counter',
  'counter-busy',
  'plan-changed',
  'counter-not-open',
  // the visit is not in the state that the command needs
  'not-callable',
  'nothing-called',
  'not-started',
  'already-started',
  'nothing-to-release',
  'nothing-to-undo',
  'not-undoable',
  'being-called',
  'being-served',
  'not-waiting',
  'same-service',
  'already-waiting',
  'missing-without-incomplete',
  'visit-over',
  'place-changed-often',
  'no-priority',
  // it was meant for something else, or for another time
  'other-call',
  'visit-changed',
  'too-late',
  // steering
  'people-waiting',
  'staff-concerned',
  'until-past',
  'other-agency',
  'not-ended',
  // help and messages
  'no-help-asked',
  'unknown-message',
  'too-many-messages',
  'come-back-without-incomplete',
  'documents-without-served',
  'reason-contradicts',
  'not-served-here',
  'not-of-agency',
  // emergency numbers
  'unknown-paper-number',
  'wrong-check-digit',
  'already-entered',
  'nothing-entered',
  'sheet-of-other-day',
  'sheet-printed-later',
  'day-not-enterable',
  'service-not-then',
  'no-time',
  'not-served-but-started',
  'time-outside-day',
  'times-reversed',
  'time-in-future',
  'paper-changed',
  // the loop's own
  'not-allowed',
  'key-reused',
  'storage-unavailable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A refusal with its code, and the id of what it is about if that helps (a service, a counter…). */
export interface Refusal {
  readonly refused: RefusalCode
  readonly about?: string
  /** How many it is about, if that helps. */
  readonly count?: number
  /** How many wait for each service, if that helps. */
  readonly people?: readonly { readonly service: string; readonly count: number }[]
  /** Agencies whose accounts it would close. */
  readonly agencies?: readonly string[]
}

/** Makes a refusal. `about` is the id of what stands in the way. */
export function refuse(code: RefusalCode, about?: string): Refusal {
  return { refused: code, about }
}

/** Whether `value` is a refusal rather than what was asked for. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
