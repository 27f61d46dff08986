// Slows down guessing. It counts the failures of an account at each address, and for each address the accounts that
// failed there and have not succeeded since (trying one password on everybody): after ten in a quarter of an hour a
// sign-in is refused there unchecked. Failures at one account from many addresses lock nobody out: each further
// attempt from an address where that person never signed in is only checked later. An address where the person has
// signed in before is counted separately and checked at once.
import { isIPv6 } from 'node:net'
import { boundedMap } from './bounded-map.ts'

export const windowMs = 15 * 60 * 1000
/** How many failures are checked; the next attempt is refused. */
export const mostFailures = 10
/**
 * How long the first attempt is held back after ten failures of strangers at that account, in milliseconds; each
 * further one twice as long.
 */
const firstHoldMs = 250
const longestHoldMs = 3_000

/** What an attempt gets: its rank among the ten, to be checked after `holdMs`; or the seconds to wait. */
export type Attempt =
  | { readonly allowed: true; readonly nth: number; readonly holdMs: number }
  | { readonly allowed: false; readonly retryAfter: number }

/**
 * Where each account has signed in before: a table that outlives a restart. A network is what `network` makes of an
 * address.
 */
export interface KnownNetworks {
  knows(account: string, net: string): boolean
  learn(account: string, net: string, at: number): void
}

/** The same, but an account's addresses are forgotten when it is shut. */
export interface StoredNetworks extends KnownNetworks {
  forget(staff: string): void
}

interface Count {
  since: number
  failures: number
}
interface Tried {
  since: number
  accounts: Set<string>
}

/** Counts in memory only, and never more than `most` of each. */
export function openThrottle(known: KnownNetworks = knownInMemory(), most = 10_000) {
  const pairs = boundedMap<string, Count>(most)
  const strangers = boundedMap<string, Count>(most)
  const addresses = boundedMap<string, Tried>(most)

  return {
    /** Whether that person has signed in from there before. */
    isKnown: (account: string, address: string): boolean => known.knows(account, network(address)),

    /**
     * Asks for an attempt. It counts as failed until `succeeded` says otherwise, so that many at once cannot be more
     * than ten either. `changedAt`: when the password was last changed; guesses at the old one do not use up attempts
     * at this one, so that a reset lets an owner in whom guessing had locked out.
     */
    attempt(account: string, address: string, at: number, changedAt = Number.NEGATIVE_INFINITY): Attempt {
      const net = network(address)
      const pair = `${account}\n${net}`
      const isKnown = known.knows(account, net)
      const counted = (found: Count | undefined): Count => {
        const count = current(found, at)
        return count !== undefined && count.since >= changedAt ? count : { since: at, failures: 0 }
      }
      const own = counted(pairs.get(pair))
      if (own.failures >= mostFailures) return wait(own.since, at)
      const tried = current(addresses.get(net), at) ?? { since: at, accounts: new Set<string>() }
      if (!isKnown && tried.accounts.size >= mostFailures && !tried.accounts.has(account))
        return wait(tried.since, at)
      own.failures += 1
      pairs.set(pair, own)
      if (isKnown) return { allowed: true, nth: own.failures, holdMs: 0 }
      const all = counted(strangers.get(account))
      const holdMs = holdFor(all.failures)
      all.failures += 1
      strangers.set(account, all)
      addresses.set(net, { ...tried, accounts: tried.accounts.add(account) })
      return { allowed: true, nth: own.failures, holdMs }
    },

    /** The last attempt was right: its failures are forgotten, and the account is known at that address. */
    succeeded(account: string, address: string, at: number): void {
      const net = network(address)
      pairs.delete(`${account}\n${net}`)
      if (!known.knows(account, net)) strangers.delete(account)
      addresses.get(net)?.accounts.delete(account)
      known.learn(account, net, at)
    },
  }
}

export type Throttle = ReturnType<typeof openThrottle>

/**
 * Milliseconds by which the answer to the `nth` failure is held back: none for the first few, which may be typing
 * errors.
 */
export function slowDownMs(nth: number): number {
  return nth <= 3 ? 0 : Math.min(50 * 2 ** (nth - 4), 400)
}

/** Milliseconds before a stranger's attempt is checked, by how many others have failed at that account. */
function holdFor(failures: number): number {
  return failures < mostFailures ? 0 : Math.min(firstHoldMs * 2 ** (failures - mostFailures), longestHoldMs)
}

/** A count older than the window, or from the future, does not count. */
function current<T extends { since: number }>(found: T | undefined, at: number): T | undefined {
  return found !== undefined && at >= found.since && at - found.since < windowMs ? found : undefined
}

function wait(since: number, at: number): Attempt {
  return { allowed: false, retryAfter: Math.max(1, Math.ceil((since + windowMs - at) / 1000)) }
}

/**
 * What counts as one address: a household or an office has a whole /64 of IPv6 addresses, and a server that listens
 * to both kinds writes those of IPv4 as `::ffff:10.0.0.7`.
 */
export function network(address: string): string {
  if (!isIPv6(address)) return address
  if (address.includes('.')) return address.replace(/^::ffff:/iu, '')
  // `::` stands for as many groups of zeros as are missing.
  const [before = [], behind = []] = address.split('::').map(groupsOf)
  const zeros = Array<string>(8 - before.length - behind.length).fill('0')
  return [...before, ...zeros, ...behind].slice(0, 4).join(':')
}

const groupsOf = (part: string): string[] => (part === '' ? [] : part.split(':'))

function knownInMemory(): KnownNetworks {
  const all = new Set<string>()
  return {
    knows: (account, net) => all.has(`${account}\n${net}`),
    learn: (account, net) => void all.add(`${account}\n${net}`),
  }
}
