// Text longer than its place, in pages: announcements at the board's foot, names at its head. Whole words, as many as
// can be read from afar at one time.

/** Letters more than an even share, as words are not cut. */
const SPARE = 8

/** Capitals are wider than small letters, so less of a text in capitals fits on a page. */
const CAPITALS = 0.75

export function inChunks(text: string, letters: number): string[] {
  const chunks: string[] = []
  const isLoud = text.length > 0 && text.replace(/[^A-Z]/g, '').length * 2 > text.length
  const most = isLoud ? Math.floor(letters * CAPITALS) : letters
  let chunk = ''
  // About as much on each page, so that no single word is left for the last.
  const even = Math.ceil(text.length / Math.ceil(text.length / most)) + SPARE
  const full = Math.min(most, even)
  for (const word of text.trim().split(/\s+/)) {
    if (chunk !== '' && chunk.length + 1 + word.length > full) {
      chunks.push(chunk)
      chunk = ''
    }
    chunk = chunk === '' ? word : `${chunk} ${word}`
    // A word too long for any page is cut.
    for (; chunk.length > most; chunk = chunk.slice(most)) chunks.push(chunk.slice(0, most))
  }
  return chunk === '' ? chunks : chunks.concat(chunk)
}

/**
 * One of the first, one of the second and so on, until all of both have had their turn: the first get half the time.
 */
export function alternate<T>(first: readonly T[], second: readonly T[]): T[] {
  if (first.length === 0 || second.length === 0) return first.concat(second)
  const both: T[] = []
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    both.push(first[at % first.length] as T, second[at % second.length] as T)
  }
  return both
}

export interface Part {
  first: string
  other: string | null
}

/** A name in both languages, in parts that fit: a name must not be cut off. The last part of the shorter one stays. */
export function inParts(first: string, other: string | null, most: number, mostOther: number): Part[] {
  const firsts = inChunks(first, most)
  const others = inChunks(other || '', mostOther)
  return (others.length > firsts.length ? others : firsts).map((_, at) => ({
    first: firsts[Math.min(at, firsts.length - 1)] || '',
    other: others[Math.min(at, others.length - 1)] || null,
  }))
}
