// How a printer is: what screens show of it, and what keeps it from giving a slip now.
import type { SlipFault } from '../../hall/visit.ts'

export type PrinterState = 'ready' | 'near-end' | 'paper-out' | 'cover-open' | 'offline' | 'error' | 'unknown'

export interface Condition {
  readonly state: PrinterState
  /** What keeps a slip from coming out now; null: nothing that is known. */
  readonly why: SlipFault | null
}

/** What became of a slip: why it did not come out (null: it did), and how the printer is now. */
export interface Outcome {
  readonly why: SlipFault | null
  readonly now: Condition
}

/** Before anybody looked, and for printers that never say: a slip is tried. */
export const notAsked: Condition = { state: 'unknown', why: null }

/** The condition that a fault of the way to the printer, or of what it answers, amounts to. */
export function conditionOf(why: SlipFault): Condition {
  return { state: states[why] ?? 'unknown', why }
}

const states: Partial<Record<SlipFault, PrinterState>> = {
  'paper-out': 'paper-out',
  'cover-open': 'cover-open',
  offline: 'offline',
  unreachable: 'offline',
  error: 'error',
}
