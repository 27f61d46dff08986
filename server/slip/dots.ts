// Dots on a receipt printer: the raster command that every one of them has.
import type ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import type { Dots } from './painter.ts'
import { moduleDots, qrModules } from './qr.ts'

/** The QR code in the middle of the paper: where it stands is in the dots, as cheap printers don't centre pictures. */
export function qrDots(text: string, width: number): Dots {
  const modules = qrModules(text)
  const size = moduleDots(modules.length, width)
  const left = Math.floor((width - modules.length * size) / 2)
  const height = modules.length * size
  const shades = new Uint8Array(width * height).fill(255)
  modules.forEach((row, y) =>
    row.forEach((black, x) => {
      if (!black) return
      for (let line = y * size; line < (y + 1) * size; line += 1) {
        const from = line * width + left + x * size
        shades.fill(0, from, from + size)
      }
    }),
  )
  return { width, height, shades }
}

/** Prints dots: pure black and white by a threshold, shades of a logo by dithering. */
export function writeDots(
  encoder: ReceiptPrinterEncoder,
  dots: Dots,
  algorithm: 'threshold' | 'atkinson',
): void {
  const { width, height, shades } = dots
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  shades.forEach((shade, dot) => data.fill(shade, dot * 4, dot * 4 + 3))
  encoder.image({ data, width, height }, { width, height, algorithm, threshold: 128 })
}
