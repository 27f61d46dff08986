// The table of contents: a line for each chapter and section, with the page number as a field that the word processor fills in.
// Not its own kind of contents: LibreOffice would show those as stored, and the pages are not known here.
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
import type { DocumentLanguage, Heading, Part } from './parts.ts'
import { runsOf } from './text.ts'

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
