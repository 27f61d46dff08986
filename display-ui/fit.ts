// What fits where, calculated before drawing: a board cuts nothing off, so it has to know how wide words will be.
import { signal } from '@preact/signals'
import { pageNow } from './parts.tsx'
import type { Freshness, Refused } from '../screens/live.ts'
import type { BoardView } from '../server/live/board.ts'

/**
 * Percent of the screen's shorter side, as the style sheet's vmin: the font size of a line whose capitals are 7 % of
 * it.
 */
export const LINE = 10.5
/** The minimum font size whose capitals are 14 % of it, for the large number. */
export const NUMBER = 21
/** What the large number's plate has beside it, in em. */
export const PLATE = 0.26
/** The minimum for directions to a counter, 5.5 %, and for words about a place, 4.5 %, if room is short. */
export const LEAST = 8.25
export const LEAST_WORDS = 6.75
/** The second language, `--board-also`. */
export const ALSO = 4.4
/** Line heights, in em. */
export const LEADING = 1.05

/**
 * How wide the letters from space to `~` are in Atkinson Hyperlegible Next at weight 750, in 35ths of an em, one
 * base-36 digit each; `em` makes them a hundredth wider. Calculated rather than measured: what fits must not depend on
 * whether the typeface has loaded.
 */
const WIDTHS =
  'bbeslyp8cchladaengllmlmjmkaaklkkronnolkppfknjupqmrnlkomvpmmcgclebkkilkdlkb9lcvkjkldiekjqkjie9ej'
/** Of weight 400, relative to that; for words it is 0.93. */
const LIGHT = 0.94

/** How wide a text is, in em; `weight` as in the style sheet. */
export function em(text: string, weight = 400): number {
  let sum = 0
  for (const letter of text.split('')) {
    const code = letter.charCodeAt(0)
    // Latin letters with a diacritic are as wide as without; those of other scripts may fill the square.
    sum += Number.parseInt(WIDTHS.charAt(code - 32), 36) || (code < 0x2100 ? 28 : 37)
  }
  return (sum / 34.6) * (weight > 400 ? 1 : LIGHT)
}

/** For a number on its plate, whose figures are tabular. */
export const numberEm = (number: string) => em(number.replace(/\d/g, '4'), 750)

/** How many lines of this many em a text takes; Infinity if a word is wider than a line. */
export function linesOf(text: string, width: number, weight?: number): number {
  let lines = 1
  let line = ''
  for (const word of text.split(' ')) {
    if (em(word, weight) > width) return Infinity
    const longer = line === '' ? word : `${line} ${word}`
    const isOver = em(longer, weight) > width
    lines += isOver ? 1 : 0
    line = isOver ? word : longer
  }
  return lines
}

/** The largest font size, at most LINE, at which a text fits whole in this room; null if that is less than `least`. */
export function typeOf(text: string, { width, height }: Size, least: number): number | null {
  for (let type = LINE; type >= least; type -= 0.25) {
    if (linesOf(text, width / type) * type * LEADING <= height) return type
  }
  return null
}

/** A text in this room; if no size from `least` up makes it fit, in parts that take turns. */
export function partNow(text: string, size: Size, least: number): { text: string; type: number } {
  const type = typeOf(text, size, least)
  if (type !== null) return { text, type }
  const lines = Math.max(1, Math.floor(size.height / least / LEADING))
  const parts = inChunks(text, Math.floor((size.width / least) * lines * 1.3))
  return { text: parts[pageNow(parts.length)] || '', type: least }
}

export interface Size {
  width: number
  height: number
}

/** The room between head and foot, in vmin. Read while rendering: what is drawn then fills it. */
export const middle = signal<Size>({ width: 170, height: 60 })

/** For the element that fills it, as a `ref` made again at each render: banners above take some of the room. */
export function measure(node: HTMLElement | null): void {
  if (!node) return
  const unit = Math.min(innerWidth, innerHeight) / 100
  const [width, height] = [node.clientWidth / unit, node.clientHeight / unit]
  const last = middle.peek()
  if (width !== last.width || height !== last.height) middle.value = { width, height }
}

// How much room is taken by what covers a board's top or foot, so that the board gives up its foot as a whole; other
// room is measured.

export interface Told {
  /** How many banners are above it, in lines of the list: 0 to 2. */
  above: number
  /** Whether a card covers the foot: the display's code, or the touch for the sound. */
  isNoted: boolean
}

export function toldOf(
  freshness: Freshness,
  refused: Refused | null,
  hall: BoardView['hall'] | null,
  isNoted: boolean,
): Told {
  const isWrong = refused !== null || freshness === 'reconnecting' || (hall !== null && hall.clockSuspect)
  const first = freshness === 'stale' ? 2 : isWrong ? 1 : 0
  const above = Math.min(2, first + (hall !== null && (hall.clockOffset !== 0 || hall.training) ? 1 : 0))
  return { above, isNoted }
}

// Portrait or landscape: room on a board that is known without measuring.

export interface Room {
  upright: boolean
  /** Cards at the foot. */
  cards: number
  /** How many letters of an announcement the foot shows at a time. */
  letters: number
  /** How many letters of the second language fit beside the clock. */
  small: number
}

export const LYING: Room = { upright: false, cards: 2, letters: 80, small: 56 }
export const UPRIGHT: Room = { upright: true, cards: 1, letters: 38, small: 26 }

/** The room of this screen now. */
export const room = signal(LYING)

/** For the page's start: keeps `room` up to date. */
export function watchShape(): void {
  const look = () => {
    room.value = innerHeight > innerWidth ? { ...UPRIGHT } : { ...LYING }
  }
  addEventListener('resize', look)
  // The style sheet may come after the first render.
  addEventListener('load', look)
  look()
}

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
