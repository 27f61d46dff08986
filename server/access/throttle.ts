// Slows down guessing: after ten failures in a quarter of an hour a sign-in is refused without looking at it.
//
// Counted are the failures of an account, and for each address the accounts that failed there and did not succeed
// since (trying one password on everybody). Who has signed in from an address before is counted apart there, so
// that a stranger who guesses at an account can't lock its owner out.
import { isIPv6 } from 'node:net'
import { boundedMap } from './cache.ts'

export const windowMs = 15 * 60 * 1000
/** How many failures are looked at; the next attempt is refused. */
export const mostFailures = 10

/** What an attempt gets: a place among the ten with its rank, or the seconds to wait. */
export type Attempt =
  | { readonly allowed: true; readonly nth: number }
  | { readonly allowed: false; readonly retryAfter: number }

interface Count {
  since: number
  failures: number
}
interface Tried {
  since: number
  accounts: Set<string>
}

/** Counts in memory only, and never more than `most` of each. */
export function openThrottle(most = 10_000) {
  const accounts = boundedMap<string, Count>(most)
  const addresses = boundedMap<string, Tried>(most)
  const known = boundedMap<string, true>(most)

  return {
    /**
     * Asks for an attempt. It counts as failed until `succeeded` says otherwise, so that many at once are not more
     * than ten either. `changedAt`: when the password was last changed; who guessed at the old one has not used up the
     * owner's attempts at this one, so that a reset lets in whom guessing had locked out.
     */
    attempt(account: string, address: string, at: number, changedAt = Number.NEGATIVE_INFINITY): Attempt {
      const net = network(address)
      const pair = `${account}\n${net}`
      const isKnown = known.get(pair) !== undefined
      const key = isKnown ? pair : account
      const before = current(accounts.get(key), at)
      const count = before !== undefined && before.since >= changedAt ? before : { since: at, failures: 0 }
      if (count.failures >= mostFailures) return wait(count.since, at)
      const tried = current(addresses.get(net), at) ?? { since: at, accounts: new Set<string>() }
      if (!isKnown && tried.accounts.size >= mostFailures && !tried.accounts.has(account))
        return wait(tried.since, at)
      count.failures += 1
      accounts.set(key, count)
      if (!isKnown) addresses.set(net, { ...tried, accounts: tried.accounts.add(account) })
      return { allowed: true, nth: count.failures }
    },

    /** The last attempt was right: its failures are forgotten, and the account is known at that address. */
    succeeded(account: string, address: string): void {
      const net = network(address)
      const pair = `${account}\n${net}`
      accounts.delete(known.get(pair) === undefined ? account : pair)
      addresses.get(net)?.accounts.delete(account)
      known.set(pair, true)
    },
  }
}

export type Throttle = ReturnType<typeof openThrottle>

/** Milliseconds by which the answer to the `nth` failure is held back: none for slips of the finger. */
export function slowDownMs(nth: number): number {
  return nth <= 3 ? 0 : Math.min(50 * 2 ** (nth - 4), 400)
}

/** A count that is older than the window, or younger than the clock, is none. */
function current<T extends { since: number }>(found: T | undefined, at: number): T | undefined {
  return found !== undefined && at >= found.since && at - found.since < windowMs ? found : undefined
}

function wait(since: number, at: number): Attempt {
  return { allowed: false, retryAfter: Math.max(1, Math.ceil((since + windowMs - at) / 1000)) }
}

/** One household or office has a whole /64 of IPv6 addresses: they count as one. */
export function network(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - behind.length).fill('0')
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':')
}
