// What supervisors and the reception can ask of the hall, and how a counter calls for help.

import type { PhaseSet } from './phase.ts'

export type SteerCommand =
  | {
      readonly type: 'ask-help'
      readonly counter: string
      readonly staff: string
      /** Silent, to the reception as well. */
      readonly alarm: boolean
    }
  | {
      readonly type: 'answer-help'
      readonly counter: string
      readonly staff: string
      /** Whether this person steers the counter's agency. */
      readonly maySteer: boolean
    }
  | {
      readonly type: 'send-message'
      readonly counter: string
      readonly staff: string
      /** The id of the note that holds the words. */
      readonly message: string
    }
  | {
      readonly type: 'read-message'
      readonly counter: string
      readonly staff: string
      readonly message: string
    }
  | (Omit<PhaseSet, 'reopens'> & {
      readonly type: 'set-phase'
      readonly service: string
      /** What becomes of those who wait; null: nobody said. */
      readonly waiting: 'serve' | 'move' | 'end' | null
      /** With `move`: the service that they wait for then. */
      readonly to: string | null
    })
  | {
      readonly type: 'add-step'
      readonly visit: string
      readonly service: string
      /** Everything of the visit that waits stands after it. */
      readonly before: boolean
      /** Where the person prints who adds it; null: nowhere. */
      readonly printer: string | null
    }
  | { readonly type: 'cancel-step'; readonly visit: string; readonly step: string }
  | { readonly type: 'release-step'; readonly visit: string; readonly step: string }
  | { readonly type: 'set-priority'; readonly visit: string; readonly priority: boolean }
  | { readonly type: 'set-quota'; readonly service: string; readonly quota: number | null }
  | { readonly type: 'set-desk'; readonly counter: string; readonly services: readonly string[] }
  | {
      readonly type: 'reopen-step'
      readonly visit: string
      readonly step: string
      /** The id of the note that says why. */
      readonly note: string
    }
  | {
      readonly type: 'assign-counter'
      readonly counter: string
      /** Id of who is placed there, and of what agency; null: a manager, who may hold several counters. */
      readonly staff: string
      readonly ofAgency: string | null
      /** Whether this person is signed in. */
      readonly isHere: boolean
    }
