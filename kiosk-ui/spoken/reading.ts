// Everything to hear in a place, in order: headings, texts, and what can be chosen, from any markup.
import { spokenText } from './texts.ts'

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

// Items as sentences. Short, as each is heard to its end or cut off by the next key.

export interface Sentence {
  text: string
  language: string
  /** It will be written down. */
  slow?: boolean
}

/** A countdown is spoken at this many seconds left. */
const SAID = [60, 30, 20, 10, 5]

/** What is said when the person comes to an item, or asks for it again. */
export function phraseOf({ kind, text, language, states }: Item): Sentence[] {
  // Character by character, and twice: it is being written down.
  if (kind === 'number') {
    const slowly = { text: sentence(text.replace(/ /g, ', ')), language, slow: true }
    return [slowly, slowly]
  }
  const rest = [
    ...states.map(stateText),
    ...(kind === 'control' && states.length === 0 ? [spokenText('button')] : []),
  ]
  return pieces(sentence([text, ...rest].join(', '))).map((piece) => ({ text: piece, language }))
}

/** What is said when a chosen item changes: selected, busy. */
export function changeOf({ states, language }: Item): Sentence[] {
  return states.map((state) => ({ text: sentence(stateText(state)), language }))
}

/** On entering a place: its heading, what is urgent, how many choices there are; at a number, all of it. */
export function entryOf(items: readonly Item[], live: readonly string[], language: string): Sentence[] {
  const own = (text: string): Sentence => ({ text, language })
  const heading = items.find(({ kind }) => kind === 'heading')
  const number = items.findIndex(({ kind }) => kind === 'number')
  const rest = number < 0 ? [] : items.slice(number).filter(({ kind }) => kind !== 'control')
  const choices = items.filter(({ kind, states }) => kind === 'control' && !states.includes('disabled'))
  return [
    ...(heading ? phraseOf(heading) : []),
    ...rest.flatMap(phraseOf),
    ...live
      .filter((text) => !rest.some((item) => text.includes(item.text)))
      .map((text) => own(sentence(text))),
    own(spokenText('choices', { count: choices.length })),
    own(spokenText('move')),
  ]
}

/** In a dialog everything is said except its buttons, which come next. */
export function dialogOf(items: readonly Item[]): Sentence[] {
  return items.filter(({ kind }) => kind !== 'control').flatMap(phraseOf)
}

/** Whether a countdown at this value is said now. */
export function isDue(countdown: string): boolean {
  return SAID.includes(Number(/\d+/.exec(countdown)?.[0]))
}

function stateText(state: State): string {
  return spokenText(state)
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** Split between words if it is longer than the server says at once. */
function pieces(text: string): string[] {
  return text.match(/.{1,400}(?:\s|$)/g) ?? [text.slice(0, 400)]
}
