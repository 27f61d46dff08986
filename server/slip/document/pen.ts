// What one slip is written with: what it is about, the words of its language, and the plan's words in it.
import type { Layout } from '../../hall/layout.ts'
import type { Text } from '../../hall/plan.ts'
import type { Visit } from '../../hall/visit.ts'
import { slipTexts, type SlipTexts } from './texts/texts.ts'
import { lookUp } from '../../hall/look-up.ts'

export interface SlipParts {
  readonly layout: Layout
  readonly visit: Visit
  /** When it is printed, milliseconds since 1970. */
  readonly now: number
  /** Seconds added to the system's clock; a rehearsal says so. */
  readonly clockOffset: number
  /** The visit's phone page; null: no QR code. */
  readonly url: string | null
  /** How many stand before each step of the visit, in the visit's order; null where nobody can say. */
  readonly aheads: readonly (number | null)[]
  /** A second paper of the same number. */
  readonly copy: boolean
}

export interface Pen {
  readonly parts: SlipParts
  readonly say: SlipTexts
  /** A text of the plan in the visitor's language. */
  readonly in: (text: Text) => string
}

/** The pen for a slip, in the visit's language. */
export function penFor(parts: SlipParts): Pen {
  const { language } = parts.visit
  return { parts, say: slipTexts(language), in: (words) => wordsIn(words, language) }
}

/** A text of the plan in a language, or in Indonesian where it has none. */
export function wordsIn(words: Text, language: string): string {
  return lookUp(words, language) ?? words.id
}
