// The size of a PNG, from its first bytes: enough to know that it is one and to leave room for it.

/** The most pixels along either side of a logo: paper has 576 dots across. */
export const longestSide = 2_000

const signature = [137, 80, 78, 71, 13, 10, 26, 10]
const header = [...'IHDR'].map((letter) => letter.charCodeAt(0))
const end = [...'IEND'].map((letter) => letter.charCodeAt(0))

export interface PngSize {
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** The size of a PNG from its first 24 bytes; null for anything else. */
export function pngSizeOf(head: ArrayLike<number>): PngSize | null {
  if (!signature.every((byte, place) => head[place] === byte)) return null
  if (!header.every((byte, place) => head[12 + place] === byte)) return null
  const size = { width: numberAt(head, 16), height: numberAt(head, 20) }
  return size.width > 0 && size.height > 0 ? size : null
}

/** The size of a whole PNG given as base64; null for anything else. */
export function pngSize(base64: string): PngSize | null {
  if (!/^[A-Za-z0-9+/]{44,}={0,2}$/.test(base64) || base64.length % 4 !== 0) return null
  // A file that was cut short lacks its last chunk: length, name, check.
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return end.every((byte, place) => bytes[bytes.length - 8 + place] === byte) ? pngSizeOf(bytes) : null
}

const numberAt = (bytes: ArrayLike<number>, place: number): number =>
  [0, 1, 2, 3].reduce((sum, nth) => sum * 256 + (bytes[place + nth] ?? 0), 0)
