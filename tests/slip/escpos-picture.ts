// What a receipt printer would print, as a picture to look at.
import { escape } from '../../server/slip/drawing/draw.ts'
import { painter } from './painter.ts'
import { cell, type Printout, readEscPos } from './escpos-read.ts'

export { type Printed, type Printout, type Raster, readEscPos } from './escpos-read.ts'

/** A PNG of what the bytes print on a paper that is `width` dots wide: 384 for 58 mm, 576 for 80 mm. */
export async function escPosPicture(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  return pictureOf(readEscPos(bytes, width))
}

/** The same from what was already read. */
export async function pictureOf(printout: Printout): Promise<Uint8Array> {
  const margin = 32
  const [width, height] = [printout.width + 2 * margin, printout.height + 2 * margin]
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/><g transform="translate(${margin} ${margin})">`,
    ...printout.texts.map(textSvg),
    ...printout.rasters.map(
      ({ x, y, rows }) =>
        `<path transform="translate(${x} ${y})" shape-rendering="crispEdges" d="${rowsPath(rows)}"/>`,
    ),
    ...printout.cuts.map(
      (y) => `<path d="M${-margin} ${y}H${width}" stroke="#888" stroke-width="2" stroke-dasharray="8 8"/>`,
    ),
    '</g></svg>',
  ].join('')
  return painter.png(svg, width, 'paper')
}

/** Each letter in its cell, magnified as the printer does it: the same shape, stretched. */
function textSvg({ text, x, y, wide, high, bold }: Printout['texts'][number]): string {
  return [...text]
    .map((letter, place) => {
      const left = x + (place + 0.5) * cell.width * wide
      const style = `font-size="19" text-anchor="middle"${bold ? ' font-weight="700"' : ''}`
      return `<text transform="translate(${left} ${y + 18 * high}) scale(${wide} ${high})" ${style}>${escape(letter)}</text>`
    })
    .join('')
}

function rowsPath(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
}
