// A recorded day as the script of a replay: who came and for what, what became of every call, when counters were open, how
// long officers took, and what was decided for the day. What follows from these (who waited how long, who was called when)
// is left out: the hall's own rules make it again.
import type { Command, CommandOf } from '../hall/command.ts'
import type { Reason } from '../hall/event-parts.ts'
import type { EventOf, EventType, Recorded } from '../hall/event.ts'
import type { Plan } from '../hall/plan.ts'

/** Durations are milliseconds, instants milliseconds since 1970. */
export interface Script {
  readonly opened: EventOf<'day-opened'>
  /** When the day was opened. */
  readonly at: number
  /** What happens at fixed instants, whatever the counters do. */
  readonly world: readonly Happening[]
  /** By counter: its state as somebody set it. */
  readonly desks: ReadonlyMap<string, readonly DeskState[]>
  /** By counter: its calls, in order. */
  readonly calls: ReadonlyMap<string, readonly PastCall[]>
  /** The steps of tickets, and of visitors who were being served at midnight. */
  readonly steps: ReadonlyMap<string, StepScript>
}

export type Happening = { readonly at: number } & (
  | { readonly does: 'command'; readonly command: Command }
  | { readonly does: 'seat'; readonly command: Omit<CommandOf<'serve'>, 'staff'> }
  | {
      readonly does: 'add'
      readonly visit: string
      readonly service: string
      readonly before: boolean
      readonly added: StepScript
    }
  | { readonly does: 'cancel-step'; readonly visit: string; readonly step: StepScript }
  | {
      readonly does: 'revise'
      readonly plan: Plan
      readonly waiting: 'move' | 'end'
      readonly to: string | null
    }
)

export interface DeskState {
  readonly at: number
  readonly state: 'open' | 'paused' | 'closed'
  readonly reason: Reason | null
  /** The length of a pause; null: nobody said. */
  readonly minutes: number | null
}

export interface PastCall {
  /** The seq of its event: among calls at the same instant, the first one chose first. */
  readonly seq: number
  /** For how long the counter could have called before. */
  readonly gap: number
  /** The visit that was chosen out of order; null: it was the next in line. */
  readonly chosen: string | null
  readonly reason: Reason | null
}

/**
 * What a step did whenever it was called or set aside, in order. If it has no turns nobody ever called it, so nobody
 * knows what it would have done.
 */
export interface StepScript {
  readonly turns: Turn[]
  /** How it came to wait again each time it was set aside; null: it did not. */
  readonly asides: (Return | null)[]
}

/** One call and what became of it; durations count from the call. */
export interface Turn {
  readonly recalls: number[]
  /** Null: it was not started. */
  startAfter: number | null
  /** Null: the record ends before it does. */
  end: { readonly after: number; readonly how: Ending } | null
  /** How long after that it was reopened; null: never. */
  reopenedAfter: number | null
}

export type Ending =
  | {
      readonly type: 'finish'
      readonly outcome: 'served' | 'incomplete'
      readonly missing: readonly string[]
      readonly reason: string | null
      /** The step for the visitor's return. */
      readonly back: StepScript | null
    }
  | { readonly type: 'hold'; readonly reason: Reason | null; readonly minutes: number | null }
  /** `second`: it waits for a second call. */
  | { readonly type: 'miss'; readonly second: boolean }
  | { readonly type: 'put-back' }
  /** It was called by mistake, and taken back. */
  | { readonly type: 'undo' }
  | {
      readonly type: 'refer'
      readonly service: string
      readonly also: readonly string[]
      readonly sent: readonly StepScript[]
      readonly back: StepScript | null
    }
  /** The visitor gave up while being called: the whole visit, or this step. */
  | { readonly type: 'cancel'; readonly whole: boolean }

export interface Return {
  readonly after: number
  /** Put back in line by somebody, reported by the visitor, or seen at the desk and called there. */
  readonly how: 'release' | 'delay' | 'desk'
  readonly reason: Reason | null
}

// Which recorded events followed from which: those that one command made are next to each other in
// the journal, with the same instant.

/** What happened to those who waited for a service that closed. */
export interface Fate {
  readonly waiting: 'move' | 'end' | null
  /** With `move`: the service that they wait for instead. */
  readonly to: string | null
}

/** What a phase did to those who waited: the events right after it say. */
export function fateAfter(all: readonly Recorded[], index: number): Fate {
  return fateOf(all, index, 1)
}

/**
 * What a new plan did to those who waited: the events right before it say; if there are none, their wait would have
 * ended.
 */
export function fateBefore(
  all: readonly Recorded[],
  index: number,
): { waiting: 'move' | 'end'; to: string | null } {
  const { waiting, to } = fateOf(all, index, -1)
  return { waiting: waiting ?? 'end', to }
}

function fateOf(all: readonly Recorded[], index: number, by: 1 | -1): Fate {
  let fate: Fate = { waiting: null, to: null }
  for (let at = index + by; all[at]?.at === all[index]?.at; at += by) {
    const event = all[at]?.event
    if (event?.type === 'step-moved') return { waiting: 'move', to: event.service }
    if (event?.type === 'step-cancelled' && event.because !== 'asked') fate = { waiting: 'end', to: null }
    else if (event?.type !== 'counter-closed' && event?.type !== 'announcement-unheard') break
  }
  return fate
}

export function phaseCommand(
  { service, status, until, reason, expected, where }: EventOf<'phase-changed'>,
  { waiting, to }: Fate,
): CommandOf<'set-phase'> {
  const phase = { service, status, until, reason, expected, where }
  return { type: 'set-phase', ...phase, waiting: waiting ?? 'serve', to }
}

/** Events that cause a slip by themselves. */
const ASKS: ReadonlySet<EventType> = new Set(['referred', 'seated', 'step-added'])

/** Whether a slip was caused by the event before it, which will cause it again. */
export function asksByItself(all: readonly Recorded[], index: number): boolean {
  const [before, asked] = [all[index - 1], all[index]]
  if (!before || !asked || before.at !== asked.at || !('visit' in before.event)) return false
  return ASKS.has(before.event.type) && 'visit' in asked.event && before.event.visit === asked.event.visit
}
