// Which recorded events followed from which: those that one command made are next to each other in
// the journal, with the same instant.
import type { CommandOf } from '../hall/command.ts'
import type { EventOf, EventType, Recorded } from '../hall/event.ts'

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
