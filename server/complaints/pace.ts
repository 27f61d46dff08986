// How many complaints are accepted from whom: a person with something to say never gets near these numbers, and nobody
// fills the disk or drowns out the others. Kept in memory only.
import { boundedMap } from '../access/bounded-map.ts'
import { network } from '../access/throttle.ts'

/**
 * How many within what time, from one address and from all strangers together. A hall's phones may share an address.
 */
const ONE = { most: 6, ms: 10 * 60_000 }
const ALL = { most: 120, ms: 60 * 60_000 }
/** From one tablet or one member of staff: somebody may be entering a pile of letters. */
const KNOWN = { most: 60, ms: 10 * 60_000 }
/** How many addresses are remembered. */
const MOST_ADDRESSES = 10_000

interface Count {
  since: number
  count: number
}

/** Who files: an address, or somebody whom the hall knows (a tablet, staff), by id. */
export type Filer = { readonly address: string } | { readonly known: string }

export type Pace = ReturnType<typeof openPace>

export function openPace() {
  const counts = boundedMap<string, Count>(MOST_ADDRESSES)
  const all: Count = { since: -Infinity, count: 0 }

  /** Milliseconds until it may be tried again; 0: now. After a clock was put back, counting starts over. */
  function full(count: Count, { most, ms }: typeof ONE, at: number): number {
    if (at < count.since || at - count.since >= ms) {
      count.since = at
      count.count = 0
    }
    return count.count < most ? 0 : count.since + ms - at
  }

  function of(filer: Filer): { key: string; limit: typeof ONE; isStranger: boolean } {
    if ('known' in filer) return { key: `known ${filer.known}`, limit: KNOWN, isStranger: false }
    return { key: network(filer.address), limit: ONE, isStranger: true }
  }

  return {
    /** Seconds to wait; 0: it may be filed. */
    waits(filer: Filer, at: number): number {
      const { key, limit, isStranger } = of(filer)
      const own = counts.get(key)
      const ms = Math.max(own ? full(own, limit, at) : 0, isStranger ? full(all, ALL, at) : 0)
      return Math.ceil(ms / 1000)
    },
    /** One was filed. */
    filed(filer: Filer, at: number): void {
      const { key, isStranger } = of(filer)
      const own = counts.get(key) ?? { since: at, count: 0 }
      own.count += 1
      counts.set(key, own)
      if (isStranger) all.count += 1
    },
  }
}
