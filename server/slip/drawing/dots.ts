// Dots on a receipt printer: the raster command that every one of them has. Each dot costs printing time, so white
// space around a picture is fed, or left to the printer's own alignment.
import type ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import type { Align } from '../document/pen.ts'
import type { Dots } from '../painter/painter.ts'
import { moduleDots, qrModules, quietModules } from './qr.ts'

/** Shades above this count as paper; they would give single dots at most. */
const white = 250
/** ESC J feeds at most this many dots. */
const mostFed = 255

/** The QR code in dots, with its quiet edge. */
export function qrDots(text: string, paperDots: number): Dots {
  const modules = qrModules(text)
  const size = moduleDots(modules.length, paperDots)
  const width = modules.length * size
  const shades = new Uint8Array(width * width).fill(255)
  modules.forEach((row, y) =>
    row.forEach((black, x) => {
      if (!black) return
      for (let line = y * size; line < (y + 1) * size; line += 1) {
        const from = line * width + x * size
        shades.fill(0, from, from + size)
      }
    }),
  )
  return { width, height: width, shades }
}

/**
 * The QR code by the printer's own command: a hundred bytes instead of thousands. Its quiet edge is fed paper;
 * nothing else is printed beside it.
 */
export function writeOwnQr(encoder: ReceiptPrinterEncoder, text: string, paperDots: number): void {
  const size = moduleDots(qrModules(text).length, paperDots)
  feedDots(encoder, quietModules * size)
  encoder.align('center').qrcode(text, { model: 2, size, errorlevel: 'm' }).align('left')
  feedDots(encoder, quietModules * size)
}

/** Prints dots, aligned on the paper: pure black and white by a threshold, the shades of a logo by dithering. */
export function writeDots(
  encoder: ReceiptPrinterEncoder,
  dots: Dots,
  { algorithm, align }: { algorithm: 'threshold' | 'atkinson'; align: Align },
): void {
  const box = inkOf(dots)
  if (box === null) return
  feedDots(encoder, box.top)
  const [left, right] = sidesOf(dots.width, box, align)
  // The raster command takes eight dots at a time.
  const width = Math.ceil((right - left) / 8) * 8
  const height = box.bottom - box.top
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y += 1) {
    for (let x = left; x < right; x += 1) {
      const to = (y * width + x - left) * 4
      data.fill(dots.shades[(box.top + y) * dots.width + x] ?? 255, to, to + 3)
    }
  }
  encoder
    .align(align)
    .image({ data, width, height }, { width, height, algorithm, threshold: 128 })
    .align('left')
  feedDots(encoder, dots.height - box.bottom)
}

/** Feeds the paper by this many dots. */
function feedDots(encoder: ReceiptPrinterEncoder, dots: number): void {
  for (let left = dots; left > 0; left -= mostFed) encoder.raw([0x1b, 0x4a, Math.min(left, mostFed)])
}

interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The part that has anything to print; null if there is none. */
function inkOf({ width, height, shades }: Dots): Box | null {
  let [top, bottom, left, right] = [height, 0, width, 0]
  shades.forEach((shade, dot) => {
    if (shade > white) return
    const [x, y] = [dot % width, Math.floor(dot / width)]
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
  })
  return bottom === 0 ? null : { top, bottom, left, right }
}

/** How much of the width must be sent so that the picture ends up where it was drawn, given its alignment. */
function sidesOf(width: number, { left, right }: Box, align: Align): [from: number, to: number] {
  const margin = Math.min(left, width - right)
  return { left: [0, right], center: [margin, width - margin], right: [left, width] }[align] as [
    number,
    number,
  ]
}
