// Makes a pack from its material: document, workbook with every table, charts as SVG and PNG, in one zip. Heavy: only the
// pack's own process loads it.
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import JSZip from 'jszip'
import { isDay as isDayCell, type TableSheet } from '../sheets/cell.ts'
import { writeTables } from '../sheets/table-file.ts'
import { type Block, type TableBlock, cellText, longDay, number } from './blocks.ts'
import { allFindings, managerAnswers } from './chapters/findings.ts'
import { agenciesAndServices, staffing } from './chapters/offer.ts'
import { onePage, sinceLastVisit } from './chapters/overview.ts'
import { availability, standards } from './chapters/quality.ts'
import { help, investment, oneRoof } from './chapters/roof.ts'
import { visitors } from './chapters/visitors.ts'
import { complaints, satisfaction } from './chapters/voice.ts'
import { unfinished, waiting } from './chapters/waiting.ts'
import { type Drawn, draw } from './chart/draw.ts'
import { type Part, clean } from './docx/parts.ts'
import { writeDocument } from './docx/write.ts'
import type { Material } from './material.ts'

/** Roughly how long document and workbook take, measured in charts. */
const DOCUMENT = 4
const WORKBOOK = 3

/**
 * The bytes of the zip.
 * @param fonts folders with fonts for the charts, the program's own first
 * @param told how much is done, from 0 to 1
 */
export async function makePack(
  material: Material,
  fonts: readonly string[],
  told: (share: number) => void,
): Promise<Uint8Array> {
  const blocks = blocksOf(material)
  const charts = blocks.filter((block) => block.block === 'chart')
  const whole = charts.length + DOCUMENT + WORKBOOK
  const zip = new JSZip()
  const date = new Date(material.madeAt)
  const add = (name: string, content: Uint8Array | string, packs = false) =>
    zip.file(name, content, { date, compression: packs ? 'DEFLATE' : 'STORE' })
  const drawn = new Map<Block, Drawn>()
  for (const [at, block] of charts.entries()) {
    const picture = await draw(block.chart, fonts)
    if (!picture.isEmpty) {
      drawn.set(block, picture)
      const name = `grafik/${String(drawn.size).padStart(2, '0')}-${block.slug}`
      add(`${name}.svg`, picture.svg, true)
      add(`${name}.png`, picture.png)
    }
    told((at + 1) / whole)
  }
  const title = oneLine(material.title)
  add(
    'laporan.docx',
    await writeDocument({
      language: 'id',
      title,
      owner: material.hall.name.id,
      lines: coverLines(material),
      logo: material.hall.logo === null ? null : Buffer.from(material.hall.logo, 'base64'),
      parts: blocks.flatMap((block) => partOf(block, drawn)),
    }),
  )
  told((charts.length + DOCUMENT) / whole)
  add('tabel.xlsx', await writeTables(title, sheetsOf(blocks)))
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'STORE' })
  told(1)
  return bytes
}

const oneLine = (text: string) => clean(text).replaceAll(/\s+/g, ' ').trim()

function coverLines({ from, to, hall, today }: Material): string[] {
  const address = hall.address.id === '–' ? [] : [hall.address.id]
  return [
    ...address,
    from === to ? longDay(from) : `${longDay(from)} – ${longDay(to)}`,
    '',
    `Dibuat pada ${longDay(today)}`,
  ]
}

function partOf(block: Block, drawn: ReadonlyMap<Block, Drawn>): Part[] {
  switch (block.block) {
    case 'heading':
      return [{ part: 'heading', level: block.level, text: block.text }]
    case 'words':
      return [{ part: 'words', text: block.text, ...(block.tone && { tone: block.tone }) }]
    case 'list':
      return [{ part: 'list', items: block.items }]
    case 'chart': {
      const picture = drawn.get(block)
      if (!picture) return []
      const { png, width, height } = picture
      return [{ part: 'chart', title: block.chart.title, alt: block.alt, png, width, height }]
    }
    case 'table':
      return tableParts(block)
  }
}

function tableParts(block: TableBlock): Part[] {
  const { onPaper = Infinity, rows, sheet } = block
  if (onPaper === 0) return []
  const left = rows.length - onPaper
  const more = `${number(left)} baris lagi ada di tabel.xlsx, lembar “${sheet}”.`
  return [
    tableOf({ ...block, rows: rows.slice(0, onPaper) }),
    ...(left > 0 ? [{ part: 'words', text: more, tone: 'soft' } as const] : []),
  ]
}

/** `11 Nov 2026`. */
const DAY_LETTERS = 11
const numeric: readonly string[] = ['number', 'decimal', 'minutes', 'share']

function tableOf({ title, columns, rows }: TableBlock): Part {
  return {
    part: 'table',
    title,
    columns: columns.map(({ head, type, width }) => ({
      head,
      isNumber: numeric.includes(type),
      ...(width === undefined ? type === 'day' && { width: DAY_LETTERS } : { width }),
    })),
    rows: rows.map((row) => row.map((cell, at) => cellText(cell, columns[at]?.type ?? 'text'))),
  }
}

/** Each table once, also if two chapters have it. */
function sheetsOf(blocks: readonly Block[]): TableSheet[] {
  const sheets = new Map<string, TableSheet>()
  for (const block of blocks) {
    if (block.block !== 'table') continue
    const { sheet, columns, rows } = block
    sheets.set(sheet, {
      name: sheet,
      columns: columns.map(({ head, type }) => ({ head, type })),
      rows: rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' && !isDayCell(cell) ? clean(cell) : cell)),
      ),
    })
  }
  return [...sheets.values()]
}

/** The chapters in their order: what the ministry looks at (docs/evaluation.md). */
const chapters: readonly ((material: Material) => Block[])[] = [
  onePage,
  sinceLastVisit,
  agenciesAndServices,
  staffing,
  visitors,
  waiting,
  unfinished,
  oneRoof,
  investment,
  help,
  satisfaction,
  complaints,
  availability,
  standards,
  allFindings,
  managerAnswers,
]

/** All that the pack says. */
const blocksOf = (material: Material): Block[] => chapters.flatMap((chapter) => chapter(material))

// Writes a finished pack: it is on the disk before anybody hears of it, and never half-written.

/** The folder is made with the first one. Rejects with the disk's error, leaving nothing behind. */
export async function writePack(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
