// What a slip says, as pure data: a list of blocks that receipt printers, screens and office printers all show alike.
import type { Layout } from '../../hall/layout.ts'
import { lookUp } from '../../hall/look-up.ts'
import type { Text } from '../../hall/plan.ts'
import type { Visit } from '../../hall/visit.ts'
import { type SlipTexts, en, id } from './texts.ts'

/** `tall` is twice as high, `large` twice as high and wide, `number` as large as the paper allows. */
export type Size = 'normal' | 'tall' | 'large' | 'number'
export type Align = 'left' | 'center' | 'right'

/** Width of the roll in millimetres. */
export type Paper = 58 | 80

export type Block =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly size: Size
      readonly bold: boolean
      readonly align: Align
    }
  /** A list item: its mark (`1.`, a dash, or nothing) hangs in the margin, clear of the text. */
  | {
      readonly kind: 'item'
      readonly mark: string
      readonly text: string
      readonly size: Size
      readonly bold: boolean
    }
  /** Two short texts, one at each edge. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly bold: boolean }
  | { readonly kind: 'rule' }
  /** A PNG as base64; anything else is left out. */
  | { readonly kind: 'image'; readonly png: string }
  /** `by` forces one way of drawing, whatever the printer is said to support, so that it can be tried. */
  | { readonly kind: 'qr'; readonly text: string; readonly by?: 'dots' | 'printer' }
  | { readonly kind: 'feed'; readonly lines: number }
  /** A scale from edge to edge of the printable width, to check that the width is set right. */
  | { readonly kind: 'ruler' }
  | { readonly kind: 'cut' }

export interface SlipDocument {
  /** A short title: the number, or whatever else the paper is about. */
  readonly title: string
  /** Language of the texts, for screen readers. */
  readonly language: string
  readonly blocks: readonly Block[]
}

/** A line of text, centred and of normal size unless told otherwise. */
export function text(
  words: string,
  { size = 'normal', bold = false, align = 'center' }: { size?: Size; bold?: boolean; align?: Align } = {},
): Block {
  return { kind: 'text', text: words, size, bold, align }
}

/** A line of a list. */
export function item(
  mark: string,
  words: string,
  { size = 'normal', bold = false }: { size?: Size; bold?: boolean } = {},
): Block {
  return { kind: 'item', mark, text: words, size, bold }
}

// What a slip is written with: the visit, the words of its language, the plan's words in that language, and dates and
// times in the form slips use.

export interface SlipParts {
  readonly layout: Layout
  readonly visit: Visit
  /** When it is printed, milliseconds since 1970. */
  readonly now: number
  /** Seconds added to the system's clock; a rehearsal prints a note about it. */
  readonly clockOffset: number
  /** Until when a training is on. */
  readonly isTraining?: boolean
  /** The visit's phone page; null: no QR code. */
  readonly url: string | null
  /** How many are ahead of each step of the visit, in the visit's order; null if nobody can say. */
  readonly aheads: readonly (number | null)[]
  /** The words for each step's wait, the same as on kiosk and phone; null if nobody can say. */
  readonly waits: readonly (Text | null)[]
  /** A second slip for the same number. */
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

/** The slip's own words in this language; in Indonesian if there are none. */
export function slipTexts(language: string): SlipTexts {
  return lookUp(texts, language) ?? id
}

/** A text of the plan in a language; in Indonesian if there is none. */
export function wordsIn(words: Text, language: string): string {
  return lookUp(words, language) ?? words.id
}

/**
 * `24 November 2026`, preceded by the weekday, in the language; in Indonesian if the system doesn't know the
 * language.
 */
export function dateText(at: number, timeZone: string, language: string): string {
  return format(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
}

/** `Sel, 24 Nov 2026`: short enough that the time fits beside it on narrow paper. */
export function shortDateText(at: number, timeZone: string, language: string): string {
  return format(language, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, at)
}

/** `09.05 WITA`: the time with the zone's name as people in Indonesia know it. */
export function timeText(at: number, timeZone: string, language: string): string {
  const clock = format(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at)
  // In English, the system's name for WITA is just GMT+8; visitors know it as WITA.
  const parts = new Intl.DateTimeFormat('id', { timeZone, timeZoneName: 'short' }).formatToParts(at)
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${clock} ${zone}`.trim()
}

function format(language: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const locale = language === 'en' ? 'en-GB' : language
  const known = Intl.DateTimeFormat.supportedLocalesOf(locale)
  return new Intl.DateTimeFormat([...known, 'id'], options).format(at)
}
