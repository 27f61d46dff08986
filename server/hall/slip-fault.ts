// Why a slip did not come out: a closed list of codes, which screens put into words.

export const slipFaults = [
  'paper-out',
  'cover-open',
  /** The printer answers that it is off line, or its PC does. */
  'offline',
  /** Nobody answers at the printer's address. */
  'unreachable',
  /** The printer reports a fault, or what it answers makes no sense. */
  'error',
  /** It did not say in time that the slip came out. */
  'timeout',
  /** The server stopped while the slip was on its way: nobody knows whether it came out. */
  'restart',
  /** The plan has no such printer, or none for who asks. */
  'no-such-printer',
] as const
export type SlipFault = (typeof slipFaults)[number]
