// Keys for commands: 128 random bits, so that the same press sent twice is recognised as one.

/** A fresh key, 22 letters of base64url. From `getRandomValues`, as pages on plain http lack `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}
