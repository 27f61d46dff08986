// A line to a printer, over the network or through a device file: bytes there and back, and faults with their code.
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
  /** Who hears what the printer says. One listener; what came before it is heard first. */
  listen(listener: (bytes: Uint8Array) => void): void
  /** Told once the line is gone, however it went. One listener; told at once if it is gone already. */
  onGone(listener: () => void): void
  /** Says that no more comes, and waits until all is sent. @throws LineFault */
  finish(): Promise<void>
  /** Hangs up, and waits a moment until the other side did too: many printers talk with one caller at a time. */
  hangUp(): Promise<void>
  /** Lets go at once. */
  close(): void
}

/** Opens a line, unless it is called off meanwhile. @throws LineFault */
export type Open = (signal: AbortSignal) => Promise<Channel>

/** What `promise` comes to, or a `LineFault` after so many milliseconds: `timeout`, unless another is given. */
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

/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
