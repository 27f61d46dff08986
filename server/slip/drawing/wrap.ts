// Lines of text: how wide a text is in the font of the slip's picture, known without drawing it, and where to break
// it: between words, and within a word only if it is too long for any line.
import widths from '../fonts/widths.json' with { type: 'json' }

/**
 * The text as lines; `fits` says whether a piece fits on one line. Always at least one line. If parts joined by ` · `
 * do not fit on one line, each begins a line of its own.
 */
export function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of clean(text).split(JOINT)) {
    const longer = line === '' ? part : line + JOINT + part
    if (line === '' || fits(longer)) {
      line = longer
    } else {
      lines.push(...wrapWords(line, fits))
      line = part
    }
  }
  return [...lines, ...wrapWords(line, fits)]
}

const JOINT = ' · '

function wrapWords(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(' ')
    .filter(Boolean)
    .flatMap((whole) => pieces(whole, fits))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || fits(longer)) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** On one line: no control characters and no lone surrogates, which no printer or picture could handle. */
export function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Co}\ufffe\uffff\s]+/gu, ' ').trim()
}

/** A word, cut where it is longer than a line. Combining marks stay with their letter. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const cut: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(word)) {
    if (piece === '' || fits(piece + segment)) {
      piece += segment
    } else {
      cut.push(piece)
      piece = segment
    }
  }
  return [...cut, piece]
}

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** Thousandths of the font's size that each character takes; the file has them by width. */
const tables = { regular: table(widths.regular), bold: table(widths.bold) }
/** Balinese script: one weight, some letters wider than an em; letters drawn below another are narrower. */
const balinese = table(widths.balinese)

/** For a character that none of our fonts has: in most scripts it is at most an em wide. */
const unknown = 1000

/** Width of a text in the unit of `size`, the height of the font. */
export function textWidth(text: string, size: number, bold: boolean): number {
  const known = bold ? tables.bold : tables.regular
  let sum = 0
  for (const character of text) sum += known.get(character) ?? widthOfOther(character)
  return (sum * size) / 1000
}

/** Combining marks take no width of their own. */
function widthOfOther(character: string): number {
  return balinese.get(character) ?? (/\p{Mn}/u.test(character) ? 0 : unknown)
}

function table(byWidth: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(byWidth).flatMap(([width, characters]) =>
      [...characters].map((character) => [character, Number(width)] as const),
    ),
  )
}
