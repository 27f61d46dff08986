// Text that comes in holds no control characters and no halves of characters: no screen, printer, voice or table can show
// them. One rule for every body, whatever the property; lines may break, and a tab is what a copied table has.

const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u

/** The first property whose text holds one, as the sender wrote it (`services/0`); null if none does. */
export function unseenIn(body: unknown): string | null {
  // A list of what is still to be looked at, not a recursion: a plan's body may be as deep as it likes.
  const rest: [value: unknown, at: string][] = [[body, '']]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [value, at] = next
    if (typeof value === 'string' && UNSEEN.test(value)) return at
    if (!isParsed(value)) continue
    for (const [name, inner] of Object.entries(value).reverse())
      rest.push([inner, at === '' ? name : `${at}/${name}`])
  }
  return null
}

/** A list or an object of JSON; a file's body is a stream, which is not text. */
function isParsed(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}
