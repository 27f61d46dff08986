// A slip as a picture: SVG for screens, PNG for office printers, both drawn from its description.
import type { Paper, SlipDocument } from '../document/blocks.ts'
import { at, drawBlock, escape, fontFamily } from './draw.ts'
import type { For, Painter } from '../painter/painter.ts'
import { withResolution } from './resolution.ts'
import { clean } from './wrap.ts'

/** What the printer can reach of the roll, in dots. */
export const printableDots: Readonly<Record<Paper, number>> = { 58: 384, 80: 576 }

/** Dots to a millimetre: 203 dpi, as nearly every receipt printer has. */
const dotsPerMm = 8
/** Pixels of a PNG to each dot: an office printer is finer than a receipt printer. */
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

/** The paper as PNG, which says its true size. Rejects where the painter can't draw it in time. */
export async function toPng(
  document: SlipDocument,
  paper: Paper,
  painter: Painter,
  wanted: For = 'paper',
): Promise<Uint8Array> {
  return withResolution(await painter.png(toSvg(document, paper), paper * dotsPerMm * zoom, wanted), pngDpi)
}
