// How a document is laid out: its table of contents, and the widths of columns.
import {
  Bookmark,
  type FileChild,
  InternalHyperlink,
  Paragraph,
  SimpleField,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { type DocumentLanguage, type Heading, type Part, type TableHead, runsOf } from './parts.ts'

const heads: Readonly<Record<DocumentLanguage, string>> = { id: 'Daftar isi', en: 'Contents' }

const anchor = (nth: number) => `_Toc${100_000 + nth}`

const lineOf = (text: string) =>
  runsOf(text)
    .map((run) => run.text)
    .join(' ')

/** The text of a heading, with the bookmark that the contents link to. @param nth number of the heading in the document, from 1 */
export function headingChildren({ text }: Heading, nth: number): (Bookmark | TextRun)[] {
  return [new Bookmark({ id: anchor(nth), children: [new TextRun(lineOf(text))] })]
}

/** The page of contents; whatever program opens it fills in the page numbers. */
export function contentsOf(parts: readonly Part[], language: DocumentLanguage): FileChild[] {
  const numbers = [0, 0, 0]
  const entries = parts
    .filter((part) => part.part === 'heading')
    .flatMap(({ level, text }, index) => {
      numbers[level - 1] = (numbers[level - 1] ?? 0) + 1
      numbers.fill(0, level)
      if (level > 2) return []
      const number = numbers.slice(0, level).join('.')
      return [
        new Paragraph({
          style: `TOC${level}`,
          indent: { left: level === 1 ? 440 : 1000, hanging: level === 1 ? 440 : 560 },
          tabStops: [
            { type: TabStopType.LEFT, position: level === 1 ? 440 : 1000 },
            { type: TabStopType.RIGHT, position: 9_630, leader: 'dot' },
          ],
          children: [
            new InternalHyperlink({
              anchor: anchor(index + 1),
              children: [
                new TextRun({ children: [number, new Tab(), lineOf(text), new Tab()] }),
                new SimpleField(`PAGEREF ${anchor(index + 1)} \\h`, '–'),
              ],
            }),
          ],
        }),
      ]
    })
  return [new Paragraph({ style: 'ContentsHead', pageBreakBefore: true, text: heads[language] }), ...entries]
}

// Column widths that keep a table between the margins: short columns get what they need on one line, long texts share the
// rest. A small table is not stretched, so that numbers stay beside their names.

/** Width of a letter in a table, and of a cell's padding, in twentieths of a point. */
const LETTER = 92
const HEAD_LETTER = 100
/** The same for a text of one word, which needs less reserve for wide letters. */
const WORD_LETTER = 82
const BESIDE = 180
/** How much wider than its texts a table may be. */
const AIRY = 1.25
/** A narrower column cannot be read. */
const NARROWEST = 560

/** A width for each column, in twentieths of a point, at most `most` together. */
export function widthsOf(
  columns: readonly TableHead[],
  rows: readonly (readonly string[])[],
  most: number,
): number[] {
  const wanted = columns.map(({ head, width }, at) => {
    if (width !== undefined) {
      const own = Math.max(width * LETTER, longestWord(head) * HEAD_LETTER) + BESIDE
      return { least: own, full: own }
    }
    let [longest, word] = [longestWord(head) * HEAD_LETTER, longestWord(head) * HEAD_LETTER]
    for (const row of rows) {
      const text = row[at] ?? ''
      longest = Math.max(longest, text.length * LETTER)
      word = Math.max(word, Math.min(longestWord(text), 16) * WORD_LETTER)
    }
    return { least: Math.max(NARROWEST, word + BESIDE), full: Math.max(NARROWEST, longest + BESIDE) }
  })
  const sum = (of: (one: (typeof wanted)[number]) => number) => wanted.reduce((all, one) => all + of(one), 0)
  const [least, full] = [sum((one) => one.least), sum((one) => Math.max(one.least, one.full))]
  const whole = Math.min(most, Math.round(Math.max(full * AIRY, most / 2)))
  const exact =
    full <= whole
      ? // All fit on a line: what is left over goes to the texts by their length.
        wanted.map((one) => Math.max(one.least, one.full) * (whole / full))
      : least >= whole
        ? wanted.map((one) => one.least * (whole / least))
        : wanted.map((one) => {
            const more = Math.max(0, one.full - one.least)
            return one.least + (more / Math.max(1, full - least)) * (whole - least)
          })
  const widths = exact.map(Math.floor)
  const last = widths.length - 1
  if (last >= 0) widths[last] = (widths[last] ?? 0) + whole - widths.reduce((all, one) => all + one, 0)
  return widths
}

const longestWord = (text: string) => Math.max(0, ...text.split(/\s+/).map((word) => word.length))
