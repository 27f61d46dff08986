// Short codes: a television shows one, the manager types it, and the television fetches the link that makes it a display.
// Who asks gets a secret along with the code, and only the secret fetches the link: who reads the code off the wall can
// do nothing with it. In memory alone: after a restart a television asks for another one.
import { hashToken, newToken, type Random } from './secret.ts'
import { network } from './throttle.ts'

/** Letters and digits that nobody takes for another on a television, and without vowels, so that no word comes up. */
const readable = 'CDFHJKMNPRTVWXY3479'
const LENGTH = 6

/** How long a code is good, and after it was confirmed the link to be fetched. */
export const codeMs = 15 * 60 * 1000
/** Codes that one address may hold: when it asks for more, its own oldest one goes. */
export const mostOfOne = 20
/** Codes in all. Somebody who takes them from many addresses keeps others from new ones, but takes none away. */
export const mostCodes = 300

interface Waiting {
  readonly code: string
  readonly net: string
  readonly address: string
  /** Milliseconds since 1970. */
  endsAt: number
  /** What the manager made of it; null: nobody typed it yet. */
  link: { readonly token: string; readonly key: string | undefined; readonly device: string } | null
}

/** `now` is milliseconds since 1970. */
export function openCodes({ now, random }: { now: () => number; random: Random }) {
  /** By the hash of the secret, the oldest first. */
  const waiting = new Map<string, Waiting>()

  function tidy(): void {
    const at = now()
    for (const [secret, { endsAt }] of waiting)
      // Nor does one outlive a clock that was put back by hours.
      if (endsAt <= at || endsAt > at + 2 * codeMs) waiting.delete(secret)
  }

  const byCode = (code: string) => [...waiting.values()].find((one) => one.code === code)

  function newCode(): string {
    for (;;) {
      const code = draw(random)
      if (!byCode(code)) return code
    }
  }

  return {
    /** A new code for who asks from this address; null when there are too many. */
    ask(address: string): { code: string; secret: string; endsAt: number } | null {
      tidy()
      const net = network(address)
      const own = [...waiting].filter(([, one]) => one.net === net && one.link === null)
      const [oldest] = own
      if (oldest && own.length >= mostOfOne) waiting.delete(oldest[0])
      if (waiting.size >= mostCodes) return null
      const secret = newToken(random)
      const made = { code: newCode(), net, address, endsAt: now() + codeMs, link: null }
      waiting.set(hashOf(secret), made)
      return { code: made.code, secret, endsAt: made.endsAt }
    },

    /** Who asked comes back: the token of the link once it was confirmed; null if there is no such secret any more. */
    fetch(secret: string): { token: string | null; endsAt: number } | null {
      tidy()
      const found = waiting.get(hashOf(secret))
      return found ? { token: found.link?.token ?? null, endsAt: found.endsAt } : null
    },

    /** The code as somebody typed it: whose it is, and what was made of it; null if nobody shows it (any more). */
    find(typed: string): Waiting | null {
      tidy()
      return byCode(typed.toUpperCase().replace(/[\s.-]/g, '')) ?? null
    },

    /** It was confirmed: whoever shows it may fetch this link for as long as a new code would be good. */
    confirm(found: Waiting, link: NonNullable<Waiting['link']>): void {
      found.link = link
      found.endsAt = now() + codeMs
    },
  }
}

export type Codes = ReturnType<typeof openCodes>

function hashOf(secret: string): string {
  return hashToken(secret).toString('base64url')
}

/** Every letter alike: bytes that would favour some are thrown away. */
function draw(random: Random): string {
  const even = 256 - (256 % readable.length)
  let code = ''
  while (code.length < LENGTH)
    for (const byte of random(LENGTH))
      if (byte < even && code.length < LENGTH) code += readable.charAt(byte % readable.length)
  return code
}
