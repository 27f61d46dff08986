// A slip as bytes for a receipt printer (ESC/POS). Text is printed in the printer's own letters where it has them;
// what it may lack (other scripts, QR codes on cheap printers, logos) is sent as dots, which every printer has.
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { lookUp } from '../../hall/look-up.ts'
import type { Block, Paper, Size, SlipDocument } from '../document/pen.ts'
import type { Painter } from '../painter/painter.ts'
import { qrDots, writeDots, writeOwnQr } from './dots.ts'
import { drawBlock, fontFamily } from './draw.ts'
import { printableDots } from './picture.ts'
import { clean, wrap } from './wrap.ts'

export interface EscPosParts {
  readonly paper: Paper
  readonly painter: Pick<Painter, 'dots'>
  /** Whether the printer draws QR codes by its own command; every printer can print dots. */
  readonly drawsQr?: boolean | undefined
  /** Told when part of the slip could not be printed; the rest still is. */
  readonly warn: (details: object, message: string) => void
}

/** Characters of the printer's font A across the paper. */
const columnsOf: Readonly<Record<Paper, 32 | 48>> = { 58: 32, 80: 48 }

/** Dots from line to line (ESC 3): letters are 24 high, and the usual 34 would use a tenth more paper. */
const lineDots = 30
/** Lines to feed so that the last one is past the knife. */
const feedBeforeCut = 4
/** Between the left edge and the text of a list. */
const indent = 3
/** The printer can magnify its letters up to eight times. */
const largest = 8

/**
 * The bytes of a slip. Never rejects because of its content: a logo or a line that can't be drawn is left out and
 * reported.
 */
export async function toEscPos(document: SlipDocument, parts: EscPosParts): Promise<Uint8Array> {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: columnsOf[parts.paper],
    imageMode: 'raster',
    feedBeforeCut,
    feedAfterBlock: false,
    // On printers that also treat CR as a line feed, every line would be spaced twice as far apart.
    newline: '\n',
  })
  // Set after the library's reset, which would undo it.
  encoder.initialize().raw([0x1b, 0x33, lineDots]).codepage('cp437')
  for (const block of document.blocks) await write(encoder, block, parts)
  const bytes = encoder.encode()
  // The library also feeds after the cut, which would put a blank line on the next slip.
  const isCut = document.blocks.at(-1)?.kind === 'cut'
  return isCut && bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes
}

async function write(encoder: ReceiptPrinterEncoder, block: Block, parts: EscPosParts): Promise<void> {
  const columns = columnsOf[parts.paper]
  switch (block.kind) {
    case 'text':
    case 'item':
      return writeLines(encoder, block, parts)
    case 'pair': {
      const [left, right] = [forcedText(clean(block.left)), forcedText(clean(block.right))]
      const gap = columns - left.length - right.length
      encoder.bold(block.bold)
      if (gap > 0) encoder.line(left + ' '.repeat(gap) + right)
      else encoder.line(left).line(right.padStart(columns))
      encoder.bold(false)
      return
    }
    case 'rule':
      encoder.line('-'.repeat(columns))
      return
    case 'image':
      await writeDrawn(encoder, block, parts)
      return
    case 'qr':
      if (block.by === 'printer' || (block.by === undefined && parts.drawsQr === true)) {
        writeOwnQr(encoder, block.text, printableDots[parts.paper])
      } else {
        const dots = qrDots(block.text, printableDots[parts.paper])
        writeDots(encoder, dots, { algorithm: 'threshold', align: 'center' })
      }
      return
    case 'feed':
      encoder.newline(block.lines)
      return
    case 'ruler':
      encoder.line(Array.from({ length: columns }, (_, place) => (place + 1) % 10).join(''))
      await writeDrawn(encoder, block, parts)
      return
    case 'cut':
      // The distance from head to knife is fixed, so it is fed with the usual line spacing.
      encoder.raw([0x1b, 0x32])
      // A small uncut strip holds the slip until somebody takes it.
      encoder.cut('partial')
  }
}

type Lines = Extract<Block, { kind: 'text' | 'item' }>

async function writeLines(encoder: ReceiptPrinterEncoder, block: Lines, parts: EscPosParts): Promise<void> {
  const words = plainText(clean(block.text))
  if (words === null) {
    if (await writeDrawn(encoder, block, parts)) return
    return writeLines(encoder, { ...block, text: forcedText(clean(block.text)) }, parts)
  }
  const columns = columnsOf[parts.paper]
  const margin = block.kind === 'item' ? indent : 0
  const { width, height } = magnified(block.size, words.length, columns)
  const room = Math.floor(columns / width) - margin
  encoder.align(block.kind === 'text' ? block.align : 'left').bold(block.bold)
  wrap(words, (line) => line.length <= room).forEach((line, row) => {
    const mark = block.kind === 'item' && row === 0 ? forcedText(block.mark) : ''
    encoder
      .width(width)
      .height(height)
      .line(mark.padEnd(margin) + line)
  })
  encoder.width(1).height(1).bold(false).align('left')
}

/** How many times the letters are magnified. */
function magnified(size: Size, letters: number, columns: number): { width: number; height: number } {
  switch (size) {
    case 'normal':
      return { width: 1, height: 1 }
    case 'tall':
      return { width: 1, height: 2 }
    case 'large':
      return { width: 2, height: 2 }
    case 'number': {
      const times = Math.max(1, Math.min(largest, Math.floor(columns / Math.max(1, letters))))
      return { width: times, height: times }
    }
  }
}

/** Draws the block as dots; says whether anything is visible. */
async function writeDrawn(
  encoder: ReceiptPrinterEncoder,
  block: Block,
  parts: EscPosParts,
): Promise<boolean> {
  const width = printableDots[parts.paper]
  const { svg, height } = drawBlock(block, width)
  if (svg === '') return false
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}">${svg}</svg>`
  try {
    const dots = await parts.painter.dots(whole)
    if (!dots.shades.some((shade) => shade < 128)) throw new Error('nothing to be seen')
    const align = block.kind === 'text' ? block.align : block.kind === 'image' ? 'center' : 'left'
    writeDots(encoder, dots, { algorithm: block.kind === 'image' ? 'atkinson' : 'threshold', align })
    return true
  } catch (error) {
    parts.warn({ err: error, block: block.kind }, 'slip: a part was left out')
    return false
  }
}

// What the printer's own letters can say. Its first code page is 437: every printer starts with it, and it is right
// for Indonesian; a character that it lacks is written with a plain equivalent if there is one.

/** The letters and signs of code page 437, besides ASCII, that a text in Latin script may contain. */
const page437 = new Set('ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥ƒáíóúñÑªº¿¬½¼¡«»αßµ±≥≤÷°·²■√∞≈')

const equivalents: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '…': '...',
  '•': '·',
  '×': 'x',
  '→': '->',
  '←': '<-',
  '€': 'EUR',
  '™': '(TM)',
  '©': '(C)',
  '®': '(R)',
  '³': '3',
  '¹': '1',
  // Of `1¾`.
  '¾': ' 3/4',
  ø: 'o',
  Ø: 'O',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  '☐': '[ ]',
  '✓': 'v',
}

/** The text in letters that the printer has, or null if it needs another script. */
function plainText(text: string): string | null {
  let plain = ''
  for (const character of text.normalize('NFC')) {
    const letter = plainLetter(character)
    if (letter === null) return null
    plain += letter
  }
  return plain
}

/** The same with `?` for what the printer lacks: the last resort when the line can't be drawn either. */
function forcedText(text: string): string {
  return [...text.normalize('NFC')].map((character) => plainLetter(character) ?? '?').join('')
}

function plainLetter(character: string): string | null {
  if (isPrinted(character)) return character
  const equivalent = lookUp(equivalents, character)
  if (equivalent !== undefined) return equivalent
  // A letter with a diacritic that the page lacks: the plain letter.
  const bare = character.normalize('NFKD').replaceAll(/\p{Mn}/gu, '')
  if (bare !== character && [...bare].every(isPrinted)) return bare
  // Joiners, directions, variants: nothing visible.
  return /^[\p{Cf}\p{Mn}]$/u.test(character) ? '' : null
}

const isPrinted = (character: string) => /^[ -~]$/.test(character) || page437.has(character)
