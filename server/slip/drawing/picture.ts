// A slip as a picture, drawn from its description: SVG for screens, PNG for office printers.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Paper, SlipDocument } from '../document/pen.ts'
import type { For, Painter } from '../painter/painter.ts'
import { at, drawBlock, escape, fontFamily } from './draw.ts'
import { clean } from './wrap.ts'

/** The printable width of the roll, in dots. */
export const printableDots: Readonly<Record<Paper, number>> = { 58: 384, 80: 576 }

/** Dots to a millimetre: 203 dpi, as nearly every receipt printer has. */
const dotsPerMm = 8
/** Pixels of a PNG per dot: an office printer is finer than a receipt printer. */
const zoom = 2
const pngDpi = dotsPerMm * zoom * 25.4

/** The paper as SVG, white, in its true width. `style`: CSS for it, a font for instance. */
export function toSvg(document: SlipDocument, paper: Paper, style = ''): string {
  const full = paper * dotsPerMm
  const width = printableDots[paper]
  const margin = (full - width) / 2
  let y = margin
  const pieces = document.blocks.map((block) => {
    const { svg, height } = drawBlock(block, width)
    const placed = svg === '' ? '' : at(margin, y, svg)
    y += height
    return placed
  })
  const height = Math.ceil(y + margin)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escape(document.language)}" role="img"`,
    ` width="${paper}mm" height="${height / dotsPerMm}mm" viewBox="0 0 ${full} ${height}"`,
    ` font-family="${fontFamily}">`,
    `<title>${escape(clean(document.title))}</title>`,
    style === '' ? '' : `<style>${style}</style>`,
    `<rect width="${full}" height="${height}" fill="#fff"/>`,
    ...pieces,
    '</svg>',
  ].join('')
}

/**
 * The same for a web page. Fonts are embedded: such a picture may load nothing, and has no access to the page's own.
 */
export async function toScreenSvg(
  document: SlipDocument,
  paper: Paper,
  { fonts }: Pick<Painter, 'fonts'>,
): Promise<string> {
  return toSvg(document, paper, await screenFonts(JSON.stringify(document.blocks), fonts))
}

/** The paper as a PNG that states its true size. Rejects if the painter can't draw it in time. */
export async function toPng(
  document: SlipDocument,
  paper: Paper,
  painter: Painter,
  wanted: For = 'paper',
): Promise<Uint8Array> {
  return withResolution(await painter.png(toSvg(document, paper), paper * dotsPerMm * zoom, wanted), pngDpi)
}

/** Bytes of a PNG's signature and of its first chunk, IHDR, which must stay the first. */
const headLength = 33

/**
 * CUPS relies on the size a PNG states, and would otherwise guess. Returns `png` with its resolution written into it
 * (chunk pHYs, PNG 3rd edition 11.3.4.3), in pixels per inch.
 */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  const perMetre = Math.round(dpi / 0.0254)
  chunk.writeUInt32BE(perMetre, 8)
  chunk.writeUInt32BE(perMetre, 12)
  // The unit is the metre.
  chunk[16] = 1
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return Buffer.concat([png.subarray(0, headLength), chunk, png.subarray(headLength)])
}

const latinFile =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'

let latin: string | null = null

/** CSS with the fonts needed for these letters; `folders` are the painter's, the program's own first. */
async function screenFonts(letters: string, folders: readonly string[]): Promise<string> {
  latin ??= face(
    'Atkinson Hyperlegible Next',
    'woff2',
    await readFile(createRequire(import.meta.url).resolve(latinFile)),
  )
  const [own] = folders
  if (own === undefined || !/[\u1b00-\u1b7f]/.test(letters)) return latin
  // Rare, and large: not kept.
  const bali = await readFile(join(own, 'NotoSansBalinese-Regular.ttf'))
  return latin + face('Noto Sans Balinese', 'truetype', bali)
}

function face(family: string, format: 'woff2' | 'truetype', font: Buffer): string {
  const type = format === 'woff2' ? 'font/woff2' : 'font/ttf'
  const source = `url(data:${type};base64,${font.toString('base64')}) format('${format}')`
  return `@font-face{font-family:'${family}';font-weight:200 800;src:${source}}`
}
