// A line to a printer, over the network or through a device file: bytes both ways, and faults with a code.
import type { SlipFault } from '../../hall/visit.ts'
import { patiently } from '../../worker/patience.ts'

/** The line to a printer failed. The message is for the log. */
export class LineFault extends Error {
  override readonly name = 'LineFault'
  readonly why: SlipFault

  constructor(why: SlipFault, message: string = why) {
    super(message)
    this.why = why
  }
}

export interface Channel {
  /** Resolves when the other side has taken the bytes, as far as can be known. @throws LineFault */
  write(bytes: Uint8Array): Promise<void>
  /** Sets the one listener for what the printer says; it first hears what came before. */
  listen(listener: (bytes: Uint8Array) => void): void
  /** Sets the one listener for the line's end, however it ends; told at once if it has ended already. */
  onGone(listener: () => void): void
  /** Says that no more will come, and waits until everything is sent. @throws LineFault */
  finish(): Promise<void>
  /** Hangs up, and waits a moment for the other side to do so too: many printers talk with one caller at a time. */
  hangUp(): Promise<void>
  /** Closes at once. */
  close(): void
}

/** Opens a connection, unless it is called off meanwhile. @throws LineFault */
export type Open = (signal: AbortSignal) => Promise<Channel>

/** Waits for `promise`, or throws a `LineFault` after this many milliseconds: `timeout`, unless another is given. */
export async function within<T>(ms: number, promise: Promise<T>, why: SlipFault = 'timeout'): Promise<T> {
  let stop = () => {}
  const late = new Promise<never>((_resolve, reject) => {
    stop = patiently(ms, () => reject(new LineFault(why, `nothing within ${ms} ms`)))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    stop()
  }
}

/** Resolves after this many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

// How the server reaches one printer, in whatever way the plan names: asking how it is, and giving it a slip.

export interface Link {
  /** What it takes: the printer's own language, or a picture. */
  readonly format: 'escpos' | 'png'
  /** Milliseconds between two checks while all is well. */
  readonly every: number
  /** The same while it can't print. */
  readonly everyWhileBad: number
  /**
   * Milliseconds after which a slip of this many bytes counts as failed, whatever the link may be waiting for; 0
   * bytes: a check.
   */
  longest(bytes: number): number
  /** How it is now. Never rejects. */
  look(): Promise<Condition>
  /**
   * Prints, and watches until the slip is out. Never rejects. `title` names the slip where slips have names;
   * `blindly`: even if the printer does not say how it is.
   */
  print(bytes: Uint8Array, title: string, blindly: boolean): Promise<Outcome>
  /** Closes everything that is open. */
  stop(): void
}

export interface LinkParts {
  /** Folder for pictures to be printed, and for those of the fake printer. */
  readonly folder: string
  /** Tells what went wrong, or where a slip was drawn, for the log. */
  readonly told: (message: string) => void
}

export type PrinterState = 'ready' | 'near-end' | 'paper-out' | 'cover-open' | 'offline' | 'error' | 'unknown'

export interface Condition {
  readonly state: PrinterState
  /** What keeps a slip from coming out now; null: nothing known. */
  readonly why: SlipFault | null
}

/** What became of a slip: why it did not come out (null: it did), and the printer's state now. */
export interface Outcome {
  readonly why: SlipFault | null
  readonly now: Condition
}

/** Before the first check, and for printers that never answer: a slip is tried. */
export const notAsked: Condition = { state: 'unknown', why: null }

/** The condition that corresponds to a fault of the connection or of the printer's answer. */
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
