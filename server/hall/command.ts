// What anybody can ask of the hall, in the imperative. Ids come with the command: the hall invents nothing.
import type { BackBecause, DayThen, Entered, PaperGround } from './emergency.ts'
import type { Reason } from './event-parts.ts'
import type { Actor, EventOf } from './event.ts'
import type { Plan } from './plan.ts'
import type { SlipFault } from './visit.ts'

/** What staff do at a counter they hold. */
interface AtCounter {
  readonly counter: string
  /** Id of the staff member. */
  readonly staff: string
}

/** What happens to people waiting for a service that no counter would serve; `to`: the service they wait for instead. */
export type Fate = 'served' | 'ended' | { readonly to: string }

export type Command =
  | SteerCommand
  // visitors
  | {
      readonly type: 'take-visit'
      readonly visit: string
      readonly token: string
      readonly services: readonly string[]
      readonly missing: readonly string[]
      readonly priority: boolean
      readonly comeToMe: boolean
      readonly language: string | null
      readonly printer: string | null
      /** A member of staff gives it, though a quota may be used up. */
      readonly overQuota?: boolean
    }
  | {
      readonly type: 'choose-place'
      readonly visit: string
      /** One of the plan's places; null: the waiting areas. */
      readonly place: string | null
    }
  | { readonly type: 'cancel-visit'; readonly visit: string }
  | { readonly type: 'delay-visit'; readonly visit: string }
  | { readonly type: 'ask-slip'; readonly visit: string; readonly printer: string | null }
  | { readonly type: 'note-number'; readonly visit: string }
  | { readonly type: 'confirm-slip'; readonly visit: string }
  | {
      readonly type: 'fail-slip'
      readonly visit: string
      /** Which printer says so. */
      readonly printer: string
      readonly why: SlipFault
    }
  // counters
  | (AtCounter & { readonly type: 'open-counter'; readonly mayHoldSeveral: boolean })
  | (AtCounter & {
      readonly type: 'pause-counter'
      readonly reason: Reason | null
      /** How long, if known. */
      readonly minutes: number | null
    })
  | (AtCounter & { readonly type: 'close-counter'; readonly mayCloseAny: boolean })
  | { readonly type: 'leave-counters'; readonly staff: string }
  // steps at a counter
  | (AtCounter & { readonly type: 'call-next'; readonly call: string; readonly announcement: string })
  | (AtCounter & {
      readonly type: 'call'
      readonly visit: string
      readonly call: string
      readonly announcement: string
      /** Why out of order. */
      readonly reason: Reason | null
    })
  | (AtCounter & {
      /** Somebody without a number is at the desk. */
      readonly type: 'serve'
      readonly visit: string
      readonly token: string
      readonly call: string
      readonly services: readonly string[]
      readonly missing: readonly string[]
      readonly priority: boolean
      readonly comeToMe: boolean
      readonly language: string | null
    })
  | (AtCounter & { readonly type: 'recall'; readonly announcement: string })
  | (AtCounter & { readonly type: 'start' })
  | (AtCounter & {
      readonly type: 'finish'
      readonly outcome: 'served' | 'incomplete' | null
      readonly missing: readonly string[]
      /** Code of one of the plan's reasons. */
      readonly reason: string | null
      /** Notes: what is missing as free text, and what the visitor was told. */
      readonly words: string | null
      readonly told: string | null
      /** The visitor fetches what is missing and returns today. */
      readonly comeBack: boolean
      /** Documents that were handed over; null: nobody noted it. */
      readonly documents: number | null
    })
  | (AtCounter & { readonly type: 'miss' })
  | (AtCounter & { readonly type: 'put-back' })
  | (AtCounter & { readonly type: 'hold'; readonly reason: Reason | null; readonly minutes: number | null })
  | (AtCounter & { readonly type: 'release'; readonly visit: string })
  | (AtCounter & {
      readonly type: 'refer'
      readonly service: string
      readonly comeBack: boolean
      readonly note: string | null
      /** Further services. */
      readonly also: readonly string[]
    })
  | (AtCounter & {
      readonly type: 'hand-over'
      /** The id of the colleague who takes over, and their agency; null: a manager, who may hold several counters. */
      readonly to: string
      readonly toAgency: string | null
      readonly mayHoldSeveral: boolean
    })
  | (AtCounter & { readonly type: 'undo' })
  // sound
  | {
      readonly type: 'start-announcement'
      readonly announcement: string
      readonly speaker: string | null
      readonly audio: string | null
      readonly text: string
      /** Announcements right behind it that are played with it, in one sound. */
      readonly also: readonly string[]
      /** It appears on the boards only: the plan has quiet hours. */
      readonly quiet: boolean
    }
  | {
      /** Another display plays it from the beginning. */
      readonly type: 'pass-announcement'
      readonly announcement: string
      readonly from: string
      readonly to: string
    }
  | {
      readonly type: 'hear-announcement'
      readonly announcement: string
      readonly device: string
      /** The zone that the device is in, null for the whole hall. */
      readonly zone: string | null
    }
  | { readonly type: 'give-up-announcement'; readonly announcement: string }
  /** Whatever need no longer be announced leaves this sound's queue. */
  | { readonly type: 'skip-answered'; readonly sound: string }
  | { readonly type: 'check-sound'; readonly zone: string; readonly announcement: string }
  // the day
  | {
      readonly type: 'open-day'
      readonly day: string
      readonly startsAt: number
      readonly endsAt: number
      /** The prefixes' last numbers if that day was open before. */
      readonly numbers: Readonly<Record<string, number>>
      readonly plan: Plan
    }
  | { readonly type: 'release-due' }
  | { readonly type: 'recover' }
  /** The numbers from which the prefixes of that day must at least continue. */
  | {
      readonly type: 'raise-numbers'
      readonly day: string
      readonly numbers: Readonly<Record<string, number>>
    }
  | {
      /** The journal to go on with, without what is missing from it: milliseconds since 1970, and how many events. */
      readonly type: 'choose-back-up'
      /** Whether anything was found that nobody has confirmed yet. */
      readonly damaged: boolean
      readonly from: number | null
      readonly to: number | null
      readonly missing: number | null
    }
  /** `from`: the seq of the plan that it was made from; null: it replaces whatever there is. */
  | {
      readonly type: 'revise-plan'
      readonly plan: Plan
      readonly from: number | null
      /** What happens to the people it would strand; null or absent: nobody said. */
      readonly waiting?: 'move' | 'end' | null
      /** With `move`: the service that they wait for instead. */
      readonly to?: string | null
      /**
       * The same service by service, instead of `waiting`: served to the day's end, ended, or moved to another one.
       * Anyone at a counter is still served. Absent: nobody decides by service.
       */
      readonly fates?: ReadonlyMap<string, Fate>
      /**
       * The agencies with open accounts, and whether those of an agency that leaves are to be closed; absent: that is
       * not checked.
       */
      readonly accounts?: { readonly of: readonly string[]; readonly close: boolean }
    }
  | { readonly type: 'set-operation'; readonly operation: Plan['operation'] }
  | { readonly type: 'confirm-clock' }
  | { readonly type: 'reopen-day' }
  // emergency numbers
  | { readonly type: 'print-paper'; readonly sheets: number; readonly ground: PaperGround }
  | {
      readonly type: 'enter-paper'
      readonly visit: string
      readonly entered: Entered
      readonly on: DayThen
      readonly ground: PaperGround
      /** It replaces what was entered for the number before; null: nothing was. */
      readonly instead: BackBecause | null
    }
  | {
      readonly type: 'take-back-paper'
      readonly number: string
      readonly because: BackBecause
      readonly ground: PaperGround
    }

type SteerCommand =
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
      /** What happens to the people waiting; null: nobody said. */
      readonly waiting: 'serve' | 'move' | 'end' | null
      /** With `move`: the service that they wait for instead. */
      readonly to: string | null
    })
  | {
      readonly type: 'add-step'
      readonly visit: string
      readonly service: string
      /** All the visit's waiting steps come after it. */
      readonly before: boolean
      /** The printer of whoever adds it; null: none. */
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
      /** The id of the person assigned, and their agency; null: a manager, who may hold several counters. */
      readonly staff: string
      readonly ofAgency: string | null
      /** Whether this person is signed in. */
      readonly isHere: boolean
    }

export type PhaseSet = Omit<EventOf<'phase-changed'>, 'type' | 'service'>

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

/** The moment at which a command is decided. */
export interface Time {
  /** Milliseconds since 1970, never before the last event. */
  readonly now: number
  /** Minutes after the hall's midnight. */
  readonly minute: number
  /** The system's clock is in doubt: it leapt, or is far behind the last event. */
  readonly suspect: boolean
  /** What the computer says, milliseconds since 1970, right or wrong. */
  readonly system: number
  readonly state: ClockState
  /** After a start: only the system's clock says that the day is over, so it does not turn yet. */
  readonly held: boolean
  /**
   * Whether somebody who takes a number for this service now is unlikely to be called today, by the last forecast;
   * null or absent: no forecast says.
   */
  readonly isFull?: ((service: string) => boolean | null) | undefined
}

/**
 * `behind`, `ahead`: it is in doubt, and a manager must confirm the time. `unsure`: some clock disagrees, which is
 * asked about. `waits`: after a start, for the first device that agrees.
 */
export type ClockState = 'right' | 'waits' | 'unsure' | 'behind' | 'ahead'

/** What a command was meant for (rules E). Each part may be left out, and is then not checked. */
export interface Meant {
  /** The instant after which nobody wants it any more, milliseconds since 1970. */
  readonly notAfter?: number
  /** The id of the call that was seen at the counter; null: nobody was there. */
  readonly call?: string | null
  /** How far the visit had come: its `moves`. */
  readonly moves?: number
  /** With an undo: until when the action that was seen could be taken back, which tells it from any other. */
  readonly undoUntil?: number
}

/** A command, and who gives it. */
export interface Order {
  readonly command: Command
  readonly by: Actor
  readonly time: Time
  readonly meant?: Meant | undefined
}
