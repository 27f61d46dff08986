// Items as sentences. Short, as each is heard to its end or cut off by the next key.
import type { Item, State } from './reading.ts'
import { spokenText } from './texts.ts'

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
