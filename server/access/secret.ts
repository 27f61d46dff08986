// Everything random that access hands out: cookies, links, ids, first passwords.
import { createHash } from 'node:crypto'

/** Where random bytes come from: `crypto.randomBytes`, or a seeded one in tests. */
export type Random = (bytes: number) => Buffer

/** For what a person types from paper: no letter or digit that looks like another (Crockford's alphabet). */
const readable = '0123456789abcdefghjkmnpqrstvwxyz'

/** 256 random bits for a cookie or a link, as 43 characters that need no escaping in a URL or a cookie. */
export function newToken(random: Random): string {
  return random(32).toString('base64url')
}

/** What is stored for a token. The token has 256 random bits, so a fast hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** An opaque id of 80 random bits: 16 lower-case letters and digits. */
export function newId(random: Random): string {
  return letters(random(10))
}

/** A first password of 80 random bits in four groups, `k7m2-9xqp-3vfr-t8hd`. */
export function newPassword(random: Random): string {
  const all = letters(random(10))
  return [0, 4, 8, 12].map((from) => all.slice(from, from + 4)).join('-')
}

/** Five bits a letter: ten bytes are 16 letters. */
function letters(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += readable.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return text
}
