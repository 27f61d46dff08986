// Ids of things that the forms add: made here, never shown, never reused.

/** The part from the name, so that a log or an export can be read; the rest of the 64 characters is for the tail. */
const LONGEST = 40
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const TAIL = 8

/**
 * An id for a new thing of this name, `pembuatan-ktp-x3k9m2ab`. Its tail is random, one of 10¹² (the browser's own
 * randomness), so that removed things need not be remembered. `taken`: the plan's ids, in case it is one anyway.
 */
export function newId(name: string, taken: Iterable<string>): string {
  const all = new Set(taken)
  for (;;) {
    const id = `${slugOf(name)}-${tail()}`
    if (!all.has(id)) return id
  }
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  return slug || 'x'
}

function tail(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TAIL))
  // 32 letters: every byte gives one, each equally often.
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}
