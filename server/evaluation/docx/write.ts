// Makes an editable document (.docx, A4) from the parts of a report: cover, contents, numbered chapters, tables whose head
// repeats on every page, charts with captions, page numbers. Heavy (20 MB): only a worker loads it.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TableLayoutType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { pngSizeOf } from '../../hall/plan-faults/png.ts'
import { contentsOf, headingChildren, widthsOf } from './layout.ts'
import {
  type ChartPart,
  type DocumentLanguage,
  type Part,
  type ReportDocument,
  type TableHead,
  type TablePart,
  runsOf,
} from './parts.ts'

/** A4 with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
/** Between the margins, in the px of a picture (96 to the inch). */
const TEXT_PX = (TEXT_WIDTH / 1440) * 96
/** A chart higher than this, in px, could leave half a page empty before it. */
const HIGHEST_PX = 520
const LOGO_PX = 130

const FONT = 'Arial'
const INK = '1F2A27'
const SOFT = '5A6662'
const MAIN = '00574C'
const EDGE = 'B9C4C0'

const words = {
  id: { page: 'Halaman', of: 'dari', table: 'Tabel', chart: 'Grafik', none: 'Tidak ada.', locale: 'id-ID' },
  en: { page: 'Page', of: 'of', table: 'Table', chart: 'Chart', none: 'None.', locale: 'en-GB' },
} as const satisfies Readonly<Record<DocumentLanguage, unknown>>

/** The bytes of the document, without characters that a document cannot hold. */
export async function writeDocument(report: ReportDocument): Promise<Uint8Array> {
  const { language, title, owner, parts } = report
  const said = words[language]
  const made = new Document({
    title: oneLine(title),
    creator: oneLine(owner),
    description: 'Antre',
    styles: stylesOf(said.locale),
    numbering,
    // Makes Word offer to fill in the page numbers of the contents when first opened; LibreOffice does it unasked.
    features: { updateFields: true },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: {
          first: new Footer({ children: [new Paragraph('')] }),
          default: footer(shortened(oneLine(title)), said),
        },
        children: [...coverOf(report), ...contentsOf(parts, language), ...bodyOf(parts, said)],
      },
    ],
  })
  return Packer.toBuffer(made)
}

type Said = (typeof words)[DocumentLanguage]

const oneLine = (text: string) =>
  runsOf(text)
    .map(({ text: line }) => line)
    .join(' ')

/** A footer has room for one line. */
const shortened = (title: string) => (title.length > 70 ? `${title.slice(0, 69)}…` : title)

function coverOf({ owner, title, lines, logo }: ReportDocument): FileChild[] {
  const size = logo && pngSizeOf(logo)
  const line = (text: string, style: string) =>
    new Paragraph({ style, children: runsOf(text).map((run) => new TextRun(run)) })
  const scale = size ? LOGO_PX / Math.max(size.width, size.height) : 0
  return [
    new Paragraph({
      style: 'CoverTop',
      children:
        logo && size
          ? [
              new ImageRun({
                type: 'png',
                data: logo,
                transformation: { width: size.width * scale, height: size.height * scale },
                altText: { name: 'logo', title: oneLine(owner), description: oneLine(owner) },
              }),
            ]
          : [],
    }),
    line(owner, 'CoverOwner'),
    line(title, 'CoverTitle'),
    ...lines.map((one) => line(one, 'CoverLine')),
  ]
}

function footer(title: string, { page, of }: Said): Footer {
  const children = [`${title}  ·  ${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [new Paragraph({ style: 'FootLine', children: [new TextRun({ children })] })],
  })
}

/** Tables and charts are each numbered through the whole document. */
function bodyOf(parts: readonly Part[], said: Said): FileChild[] {
  let [tables, charts, nth] = [0, 0, 0]
  return parts.flatMap((part): FileChild[] => {
    switch (part.part) {
      case 'heading':
        return [headingOf(part.level, headingChildren(part, (nth += 1)))]
      case 'words':
        return [
          new Paragraph({
            style: part.tone === 'soft' ? 'Soft' : part.tone === 'strong' ? 'Strong' : 'Body',
            children: runsOf(part.text).map((run) => new TextRun(run)),
          }),
        ]
      case 'list':
        return part.items.map(
          (item) =>
            new Paragraph({
              style: 'Item',
              numbering: { reference: 'items', level: 0 },
              children: runsOf(item).map((run) => new TextRun(run)),
            }),
        )
      case 'table':
        return tableOf(part, `${said.table} ${(tables += 1)}. `, said)
      default:
        return chartOf(part, `${said.chart} ${(charts += 1)}. `)
    }
  })
}

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

function headingOf(level: 1 | 2 | 3, children: ReturnType<typeof headingChildren>): Paragraph {
  return new Paragraph({
    heading: levels[level - 1] ?? HeadingLevel.HEADING_3,
    numbering: { reference: 'chapters', level: level - 1 },
    pageBreakBefore: level === 1,
    children,
  })
}

const captionOf = (before: string, title: string, keepNext: boolean) =>
  new Paragraph({
    style: 'Caption',
    keepNext,
    children: [new TextRun({ text: before, bold: true }), ...runsOf(title).map((run) => new TextRun(run))],
  })

function chartOf({ title, alt, png, width, height }: ChartPart, before: string): FileChild[] {
  const scale = Math.min(TEXT_PX / width, HIGHEST_PX / height)
  return [
    captionOf(before, title, true),
    new Paragraph({
      style: 'Chart',
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: oneLine(title), title: oneLine(title), description: oneLine(alt) },
        }),
      ],
    }),
  ]
}

function tableOf({ title, columns, rows }: TablePart, before: string, { none }: Said): FileChild[] {
  const caption = captionOf(before, title, true)
  if (rows.length === 0) return [caption, new Paragraph({ style: 'Soft', text: none })]
  const widths = widthsOf(columns, rows, TEXT_WIDTH)
  const cell = (text: string, { isNumber = false }: TableHead, width: number, isHead: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: MAIN } } : {}),
      children: [
        new Paragraph({
          style: isHead ? 'TableHead' : 'TableCell',
          alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: runsOf(text).map((run) => new TextRun(run)),
        }),
      ],
    })
  const rowOf = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map((column, at) => cell(texts[at] ?? '', column, widths[at] ?? 0, isHead)),
    })
  const line = { style: BorderStyle.SINGLE, size: 4, color: EDGE }
  const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return [
    caption,
    new Table({
      rows: [
        rowOf(
          columns.map(({ head }) => head),
          true,
        ),
        ...rows.map((row) => rowOf(row, false)),
      ],
      columnWidths: widths,
      width: { size: widths.reduce((all, one) => all + one, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      borders: {
        top: line,
        bottom: line,
        insideHorizontal: line,
        left: noLine,
        right: noLine,
        insideVertical: noLine,
      },
    }),
    new Paragraph({ style: 'AfterTable', text: '' }),
  ]
}

/** Chapters are numbered by the word processor, so that they stay right when the office moves one. */
const numbering: INumberingOptions = {
  config: [
    {
      reference: 'chapters',
      levels: [0, 1, 2].map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: ['%1', '%1.%2', '%1.%2.%3'][level] ?? '',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 680, hanging: 680 } } },
      })),
    },
    {
      reference: 'items',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 400, hanging: 260 } } },
        },
      ],
    },
  ],
}

function stylesOf(locale: string): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: MAIN, font: FONT },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  const style = (
    id: string,
    run: { size: number; bold?: boolean; color?: string },
    spacing: { before?: number; after?: number; line?: number },
    more: { keepNext?: boolean; alignment?: (typeof AlignmentType)[keyof typeof AlignmentType] } = {},
  ) => ({
    id,
    name: id,
    basedOn: 'Normal',
    run,
    paragraph: { spacing: { lineRule: LineRuleType.AUTO, ...spacing }, ...more },
  })
  const centred = { alignment: AlignmentType.CENTER }
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: locale } },
        paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(32, 0, 200),
      heading2: heading(25, 320, 120),
      heading3: heading(22, 240, 80),
    },
    paragraphStyles: [
      style('Body', { size: 21 }, { after: 120 }),
      style('Soft', { size: 18, color: SOFT }, { after: 100 }),
      style('Strong', { size: 21, bold: true }, { after: 120 }),
      style('Item', { size: 21 }, { after: 60 }),
      style('Caption', { size: 19 }, { before: 200, after: 80 }, { keepNext: true }),
      style('Chart', { size: 21 }, { after: 160 }, centred),
      style('TableHead', { size: 16, bold: true, color: 'FFFFFF' }, { line: 240 }, { keepNext: true }),
      style('TableCell', { size: 17 }, { line: 240 }),
      style('AfterTable', { size: 12 }, { after: 60, line: 240 }),
      style('FootLine', { size: 16, color: SOFT }, { line: 240 }, { alignment: AlignmentType.RIGHT }),
      style('CoverTop', { size: 24 }, { before: 2200, after: 400 }, centred),
      style('CoverOwner', { size: 30, bold: true, color: SOFT }, { after: 900 }, centred),
      style('CoverTitle', { size: 52, bold: true, color: MAIN }, { after: 700, line: 312 }, centred),
      style('CoverLine', { size: 24, color: INK }, { after: 100 }, centred),
      style('ContentsHead', { size: 32, bold: true, color: MAIN }, { after: 240 }),
      style('TOC1', { size: 21, bold: true }, { before: 100, after: 20, line: 240 }),
      style('TOC2', { size: 20 }, { after: 20, line: 240 }),
    ],
  }
}
