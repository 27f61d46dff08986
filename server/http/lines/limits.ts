// How many lines (connections) the server holds, and how much they may leave unread. Counting by address alone does
// not work: all phones of a hall come from one, behind the Wi-Fi's router. So an address has room for a whole hall,
// and when there are too many, the line that has been idle longest goes: an honest client has asked by then.

export interface LineLimits {
  /** All lines together. Each takes a descriptor. */
  readonly all: number
  /** Those that have not sent a whole request yet: all together, and from one address. */
  readonly fresh: number
  readonly freshOfAddress: number
  /** Those between two requests. */
  readonly idle: number
  /** Bytes of unread answers, and of unfinished requests: all together, and from one address. */
  readonly lying: number
  readonly lyingOfAddress: number
  /** Requests that may wait behind the one being answered. No browser and no proxy sends a second one before. */
  readonly waiting: number
}

/** As many lines as are ever useful: 6,000 sockets, and as many requests besides. */
const MOST = 12_000
/** Descriptors that are left for files, printers and the journal. */
const OWN_SHARE = 0.2
const MEGABYTE = 1024 * 1024

/** The limits for a process with this many descriptors. */
export function limitsFor(descriptors: number): LineLimits {
  const all = Math.min(MOST, Math.floor(descriptors * (1 - OWN_SHARE)))
  const part = (share: number) => Math.max(1, Math.floor(all * share))
  return {
    all,
    fresh: part(1 / 2),
    freshOfAddress: part(1 / 4),
    idle: part(1 / 4),
    lying: 64 * MEGABYTE,
    lyingOfAddress: 16 * MEGABYTE,
    waiting: 16,
  }
}

/** If the number of descriptors is unknown. */
export const usualLineLimits: LineLimits = limitsFor(Infinity)
