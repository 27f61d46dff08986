// A line to a printer, over the network or through a device file: bytes both ways, and faults with a code.
import type { SlipFault } from '../../hall/visit.ts'

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
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LineFault(why, `nothing within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Resolves after this many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
