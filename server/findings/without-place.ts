// A picture without what cameras add: where and when it was taken, with which telephone, and a thumbnail. The visible
// picture is not changed; of Exif only the orientation stays, or the picture would lie on its side. Whatever follows a
// picture's end, for example the film of a motion photo, is removed as well.

/** The most parts of a picture. Real ones have some hundred; a million would hold up the hall. */
const MOST_PARTS = 10_000

/** The same picture without these; null if its parts can't be told apart. */
export function withoutPlace(kind: 'jpeg' | 'png' | 'webp', file: Buffer): Buffer | null {
  try {
    if (kind === 'jpeg') return plainJpeg(file)
    return kind === 'png' ? plainPng(file) : plainWebp(file)
  } catch (error) {
    // A length in the file that leads past its end.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The length of the part without a thumbnail: mark, length, name, version, density, width and height of none. */
const JFIF_BYTES = 18
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const COMMENT = 0xfe

function plainJpeg(file: Buffer): Buffer | null {
  if (file[0] !== 0xff || file[1] !== SOI) return null
  const parts: Buffer[] = [file.subarray(0, 2)]
  let turned: number | null = null
  for (let at = 2, count = 0; ; count += 1) {
    if (count > MOST_PARTS || file[at] !== 0xff) return null
    const mark = file[at + 1]
    if (mark === undefined) return null
    if (mark === 0xff) {
      at += 1
      continue
    }
    if (mark === EOI) {
      parts.push(file.subarray(at, at + 2))
      break
    }
    const length = 2 + file.readUInt16BE(at + 2)
    if (length < 4 || at + length > file.length) return null
    const part = file.subarray(at, at + length)
    if (mark === APP1) turned ??= turnOf(part)
    const kept = mark === APP0 ? plainJfif(part) : isPicture(mark, part) ? part : null
    if (kept) parts.push(kept)
    at += length
    if (mark === SOS) {
      const end = endOfScan(file, at)
      if (end === null) return null
      parts.push(file.subarray(at, end))
      at = end
    }
  }
  if (turned !== null && turned > 1) parts.splice(1, 0, exifOf(turned))
  return Buffer.concat(parts)
}

/** What a picture is decoded from: its colour information (JFIF, ICC, Adobe) belongs to it, notes do not. */
function isPicture(mark: number, part: Buffer): boolean {
  if (mark === COMMENT) return false
  if (mark < APP0 || mark > 0xef) return true
  if (mark === APP14) return part.toString('latin1', 4, 9) === 'Adobe'
  return mark === APP2 && part.toString('latin1', 4, 15) === 'ICC_PROFILE'
}

/** The first part as JFIF has it, without its thumbnail; null: some program's own (JFXX, CIFF). */
function plainJfif(part: Buffer): Buffer | null {
  if (part.length < JFIF_BYTES || part.toString('latin1', 4, 9) !== 'JFIF\0') return null
  const plain = Buffer.from(part.subarray(0, JFIF_BYTES))
  plain.writeUInt16BE(JFIF_BYTES - 2, 2)
  plain.writeUInt16BE(0, JFIF_BYTES - 2)
  return plain
}

/** Where the next marker is after the compressed picture: restarts and escaped bytes belong to it. */
function endOfScan(file: Buffer, from: number): number | null {
  // Byte by byte: searching for the next 0xff again and again takes half a second if there is nothing else.
  for (let at = from; at + 1 < file.length; at += 1) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return null
}

const ORIENTATION = 0x0112

/** The orientation, 1 to 8, from the Exif part; null if it has none. */
function turnOf(part: Buffer): number | null {
  if (part.toString('latin1', 4, 8) !== 'Exif') return null
  const tiff = part.subarray(10)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  try {
    const table = long(4)
    const count = Math.min(short(table), 200)
    for (let index = 0; index < count; index += 1) {
      const at = table + 2 + index * 12
      if (short(at) !== ORIENTATION) continue
      const turn = short(at + 8)
      return turn >= 1 && turn <= 8 ? turn : null
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

/** An Exif part with the orientation and nothing else. */
function exifOf(turn: number): Buffer {
  const part = Buffer.alloc(36)
  part.writeUInt16BE(0xffe1, 0)
  part.writeUInt16BE(34, 2)
  part.write('Exif\0\0MM\0*', 4, 'latin1')
  part.writeUInt32BE(8, 14)
  part.writeUInt16BE(1, 18)
  part.writeUInt16BE(ORIENTATION, 20)
  part.writeUInt16BE(3, 22)
  part.writeUInt32BE(1, 24)
  part.writeUInt16BE(turn, 28)
  return part
}

/** Segments that a picture is drawn from. Comments, times, Exif and whatever else a program adds are left out. */
const PNG_PARTS = 'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs'.split(' ')

function plainPng(file: Buffer): Buffer | null {
  const parts: Buffer[] = [file.subarray(0, 8)]
  for (let at = 8, count = 0; at + 12 <= file.length && count < MOST_PARTS; count += 1) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) return null
    const type = file.toString('latin1', at + 4, at + 8)
    if (PNG_PARTS.includes(type)) parts.push(file.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(parts)
    at = end
  }
  return null
}

const WEBP_PARTS = ['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']
/** Bits of the extended header for Exif and XMP. */
const WEBP_NOTES = 0b0000_1100

function plainWebp(file: Buffer): Buffer | null {
  const whole = Math.min(8 + file.readUInt32LE(4), file.length)
  const parts: Buffer[] = []
  for (let at = 12, count = 0; at + 8 <= whole; count += 1) {
    if (count > MOST_PARTS) return null
    const size = file.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > whole) return null
    const type = file.toString('latin1', at, at + 4)
    const part = Buffer.from(file.subarray(at, Math.min(end, whole)))
    if (type === 'VP8X') part.writeUInt8(part.readUInt8(8) & ~WEBP_NOTES, 8)
    if (WEBP_PARTS.includes(type)) parts.push(part)
    at = end
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const head = Buffer.from(file.subarray(0, 12))
  head.writeUInt32LE(4 + length, 4)
  return parts.length === 0 ? null : Buffer.concat([head, ...parts])
}
