// What one slip is written with: what it is about, the words of its language, the plan's words in it, and the date and time
// as a slip writes them.
import type { Layout } from '../../hall/layout.ts'
import { lookUp } from '../../hall/look-up.ts'
import type { Text } from '../../hall/plan.ts'
import type { Visit } from '../../hall/visit.ts'
import { type SlipTexts, en, id } from './texts.ts'

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

const texts = { id, en }

/** The words of a slip in this language; Indonesian where it has none. */
export function slipTexts(language: string): SlipTexts {
  return lookUp(texts, language) ?? id
}

/** A text of the plan in a language, or in Indonesian where it has none. */
export function wordsIn(words: Text, language: string): string {
  return lookUp(words, language) ?? words.id
}

/** `24 November 2026`, with the weekday before it, in the language; one the system doesn't know reads Indonesian. */
export function dateText(at: number, timeZone: string, language: string): string {
  return format(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
}

/** `Sel, 24 Nov 2026`: as short as it can be read, so that the time has room beside it on the narrow paper. */
export function shortDateText(at: number, timeZone: string, language: string): string {
  return format(language, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, at)
}

/** `09.05 WITA`: the clock on the wall, with the zone's name as people in Indonesia know it. */
export function timeText(at: number, timeZone: string, language: string): string {
  const clock = format(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at)
  // English knows WITA as GMT+8 only; the people of the hall don't.
  const parts = new Intl.DateTimeFormat('id', { timeZone, timeZoneName: 'short' }).formatToParts(at)
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${clock} ${zone}`.trim()
}

function format(language: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const locale = language === 'en' ? 'en-GB' : language
  const known = Intl.DateTimeFormat.supportedLocalesOf(locale)
  return new Intl.DateTimeFormat([...known, 'id'], options).format(at)
}
