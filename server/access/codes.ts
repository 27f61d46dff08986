// Short codes: a television shows one, the manager types it, and the television fetches the link that makes it a
// display. The television also gets a secret, and only the secret fetches the link: reading the code off the wall is
// of no use. Kept in memory only: after a restart a television asks for a new one.
import { hashToken, newToken, type Random } from './secret.ts'
import { network } from './throttle.ts'

/** Letters and digits that are hard to confuse on a television, and no vowels, so that no word comes up. */
const readable = 'CDFHJKMNPRTVWXY3479'
const LENGTH = 6

/** How long a code is good, and for how long its link can be fetched after it was confirmed. */
export const codeMs = 15 * 60 * 1000
/** Codes that one address may hold: when it asks for more, its own oldest one goes. */
export const mostOfOne = 20
/** Codes in all: about two megabytes. At this many, whoever holds the most makes room. */
const mostCodes = 5_000
/** Milliseconds after which a code that nobody asks about is dropped. A television asks every few seconds. */
const ABANDONED = 60_000

interface Waiting {
  readonly code: string
  readonly net: string
  readonly address: string
  /** Milliseconds since 1970. */
  endsAt: number
  /** When the television last asked about it. */
  seenAt: number
  /** What the manager made it; null: nobody has typed it yet. */
  link: { readonly token: string; readonly key: string | undefined; readonly device: string } | null
}

interface CodesParts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: Random
  /** Codes in all; the usual number by default. */
  readonly most?: number
}

/** The codes that are shown now. */
export function openCodes({ now, random, most = mostCodes }: CodesParts) {
  /** By the hash of the secret, the oldest first. */
  const waiting = new Map<string, Waiting>()
  /** Those of them that nobody has confirmed yet, by the address that asked for them. */
  const nets = new Map<string, Set<string>>()

  function tidy(): void {
    const at = now()
    for (const [secret, { endsAt }] of waiting)
      // A clock that was put back by hours must not prolong a code.
      if (endsAt <= at || endsAt > at + 2 * codeMs) leave(secret)
  }

  function leave(secret: string): void {
    noLongerHeld(secret)
    waiting.delete(secret)
  }

  /** It is removed, or is confirmed and no longer counts for its address. */
  function noLongerHeld(secret: string): void {
    const net = waiting.get(secret)?.net ?? ''
    const own = nets.get(net)
    own?.delete(secret)
    if (own?.size === 0) nets.delete(net)
  }

  function byCode(code: string): Waiting | undefined {
    for (const one of waiting.values()) if (one.code === code) return one
    return undefined
  }

  function newCode(): string {
    for (;;) {
      const code = draw(random)
      if (!byCode(code)) return code
    }
  }

  /**
   * Makes room for one more code of `net`: whoever holds the most loses the oldest, which is never a single
   * television while somebody else has more; in a tie the asker’s own goes first. Otherwise a code that is no longer
   * shown goes.
   */
  function makeRoom(net: string): void {
    let held = nets.get(net) ?? new Set<string>()
    for (const own of nets.values()) if (own.size > Math.max(held.size, 1)) held = own
    const [oldest] = held
    const leaving = oldest ?? abandoned()
    if (leaving !== undefined) leave(leaving)
  }

  function abandoned(): string | undefined {
    const at = now()
    for (const [secret, { link, seenAt }] of waiting)
      if (link === null && at - seenAt > ABANDONED) return secret
    return undefined
  }

  return {
    /** A new code for this address; null when there are too many. */
    ask(address: string): { code: string; secret: string; endsAt: number } | null {
      tidy()
      const net = network(address)
      const own = nets.get(net)
      const [oldest] = own ?? []
      if (oldest !== undefined && own && own.size >= mostOfOne) leave(oldest)
      if (waiting.size >= most) makeRoom(net)
      if (waiting.size >= most) return null
      const secret = newToken(random)
      const made = { code: newCode(), net, address, endsAt: now() + codeMs, seenAt: now(), link: null }
      waiting.set(hashOf(secret), made)
      nets.set(net, (nets.get(net) ?? new Set<string>()).add(hashOf(secret)))
      return { code: made.code, secret, endsAt: made.endsAt }
    },

    /**
     * The television asks again: the token of the link once the code was confirmed; null if there is no such secret
     * any more.
     */
    fetch(secret: string): { token: string | null; endsAt: number } | null {
      tidy()
      const found = waiting.get(hashOf(secret))
      if (found) found.seenAt = now()
      return found ? { token: found.link?.token ?? null, endsAt: found.endsAt } : null
    },

    /** The code as somebody typed it: whose it is, and what it was made; null if nobody shows it (any more). */
    find(typed: string): Waiting | null {
      tidy()
      return byCode(typed.toUpperCase().replace(/[\s.-]/g, '')) ?? null
    },

    /** It was confirmed: the television may fetch this link for as long as a new code would be good. */
    confirm(found: Waiting, link: NonNullable<Waiting['link']>): void {
      found.link = link
      for (const [secret, one] of waiting) if (one === found) noLongerHeld(secret)
      found.endsAt = now() + codeMs
    },
  }
}

export type Codes = ReturnType<typeof openCodes>

function hashOf(secret: string): string {
  return hashToken(secret).toString('base64url')
}

/** Every letter is equally likely: bytes that would favour some are thrown away. */
function draw(random: Random): string {
  const even = 256 - (256 % readable.length)
  let code = ''
  while (code.length < LENGTH)
    for (const byte of random(LENGTH))
      if (byte < even && code.length < LENGTH) code += readable.charAt(byte % readable.length)
  return code
}
