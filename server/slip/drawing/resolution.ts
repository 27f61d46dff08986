// How large a PNG is on paper: CUPS goes by what the file says of itself, and would guess without it.
import { crc32 } from 'node:zlib'

/** Bytes of a PNG's signature and of its first chunk, IHDR, which must stay the first. */
const headLength = 33

/** The PNG with its resolution written into it (chunk pHYs, PNG 3rd edition 11.3.4.3), in pixels per inch. */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array {
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
