// Everything to hear in a place, in order: headings, texts, and what can be chosen, from any markup.

/** What reading needs to know about an element. `node` is the element itself. */
export interface Seen<N = unknown> {
  node: N
  tag: string
  /** Hidden from everybody, or from screen readers. */
  hidden: boolean
  /** Can be chosen. */
  control: boolean
  /** Holds a queue number, which is said character by character. */
  number: boolean
  /** Continues the line before it. */
  inline: boolean
  /** Its accessible name if that is not its text. */
  name: string | null
  language: string
  states: readonly State[]
  parts: readonly (Seen<N> | string)[]
}

export type State = 'on' | 'off' | 'disabled' | 'busy'

export interface Item<N = unknown> {
  node: N
  kind: 'heading' | 'text' | 'control' | 'number'
  text: string
  language: string
  states: readonly State[]
}

/** Elements that are read on their own. Others are read together with their surroundings. */
const PARAGRAPHS = /^(h[1-6]|p|li)$/

/** All items in the order of the document, as people read it. */
export function itemsOf<N>(seen: Seen<N>): Item<N>[] {
  if (seen.hidden) return []
  const single = seen.control || seen.number || !seen.parts.some((part) => isMore(part))
  if (!single) {
    return seen.parts.flatMap((part) =>
      typeof part === 'string' ? itemsOf({ ...seen, parts: [part] }) : itemsOf(part),
    )
  }
  const text = wordsOf(seen)
  const kind = seen.control
    ? 'control'
    : seen.number
      ? 'number'
      : seen.tag.startsWith('h')
        ? 'heading'
        : 'text'
  return text ? [{ node: seen.node, kind, text, language: seen.language, states: seen.states }] : []
}

function isMore(part: Seen | string): boolean {
  if (typeof part === 'string' || part.hidden) return false
  return part.control || part.number || PARAGRAPHS.test(part.tag) || part.parts.some(isMore)
}

/** The words of an element; what is separate for the eye is separate for the ear. */
export function wordsOf(seen: Seen): string {
  return (seen.name ?? raw(seen))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(', ')
    .replace(/([.!?:,…]), /g, '$1 ')
}

function raw({ parts }: Seen): string {
  return parts
    .map((part, nth) => {
      if (typeof part === 'string') return part.replace(/\s+/g, ' ')
      if (part.hidden) return ''
      const words = part.name ?? raw(part)
      // Elements side by side without a word between them are separated only by the style sheet.
      const [last, other] = [parts[nth - 1], parts[nth - 2]]
      const touches = typeof last === 'string' ? !last.trim() && other !== undefined : last !== undefined
      return part.inline ? `${touches ? '\n' : ''}${words}` : `\n${words}\n`
    })
    .join('')
}
