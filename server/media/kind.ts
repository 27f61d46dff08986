// What a file really is, by its content: names and extensions are never believed. What the boards' browsers can't
// show is refused, and so is anything that could be a page or a script (SVG, HTML).
import { pngSizeOf } from '../hall/plan-faults/png.ts'

/** Why a file is not shown. */
export const whys = [
  'link',
  'not-a-file',
  'empty',
  'unsupported',
  'codec',
  'too-large',
  'too-many-pixels',
  'damaged',
  'unreadable',
] as const
export type Why = (typeof whys)[number]

export type MediaType = PictureType | VideoType

/** Bytes; a picture is decoded as a whole, a video piece by piece. */
export const MOST_PICTURE = 12 * 1024 * 1024
export const MOST_VIDEO = 200 * 1024 * 1024
/** More than an 8K television shows; a picture of 30,000 × 30,000 would crash a cheap one. */
const MOST_PIXELS = 36_000_000
const HEAD = 64 * 1024

/** What a file is, or why it is not shown. */
export async function kindOf(source: Source): Promise<MediaType | { why: Why }> {
  if (source.size === 0) return { why: 'empty' }
  if (source.size > MOST_VIDEO) return { why: 'too-large' }
  const head = await source.read(0, HEAD)
  if (head.subarray(4, 8).equals(Buffer.from('ftyp'))) return mp4Of(source)
  if (head.length < 12) return { why: 'unsupported' }
  if (head.readUInt32BE(0) === 0x1a45dfa3) return webmOf(head)
  const type = pictureTypeOf(head)
  if (!type) return { why: 'unsupported' }
  if (source.size > MOST_PICTURE) return { why: 'too-large' }
  const size = pictureOf(type, await source.read(0, source.size))
  if (!size) return { why: 'damaged' }
  return size.width * size.height > MOST_PIXELS ? { why: 'too-many-pixels' } : type
}

function pictureTypeOf(head: Buffer): PictureType | null {
  const words = head.toString('latin1', 0, 12)
  if (words.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (words.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (words.startsWith('GIF87a') || words.startsWith('GIF89a')) return 'image/gif'
  return words.startsWith('RIFF') && words.slice(8) === 'WEBP' ? 'image/webp' : null
}

// How large a picture is, and whether it is complete. Null: it is not, or browsers can't show it.
type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels of a picture of this type; null if it is damaged or cut off. */
function pictureOf(type: PictureType, file: Buffer): Size | null {
  try {
    const size = sizeOf(type, file)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    // A length in the file that leads past its end.
    if (error instanceof RangeError) return null
    throw error
  }
}

function sizeOf(type: PictureType, file: Buffer): Size | null {
  if (type === 'image/png') return file.lastIndexOf('IEND') < 0 ? null : pngSizeOf(file)
  if (type === 'image/jpeg') return jpeg(file)
  if (type === 'image/gif') return { width: file.readUInt16LE(6), height: file.readUInt16LE(8) }
  return webp(file)
}

/** Frames that browsers decode: baseline, extended, progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2]
const START_OF_SCAN = 0xda

function jpeg(file: Buffer): Size | null {
  let size: Size | null = null
  for (let at = 2; at + 4 <= file.length;) {
    if (file[at] !== 0xff) return null
    const mark = file[at + 1] ?? 0
    // A marker may be padded with any number of 0xff.
    if (mark === 0xff) at += 1
    else if (mark === START_OF_SCAN) return file.lastIndexOf(Buffer.from([0xff, 0xd9])) > at ? size : null
    else {
      if (FRAMES.includes(mark)) {
        size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
      }
      at += 2 + Math.max(file.readUInt16BE(at + 2), 2)
    }
  }
  return null
}

function webp(file: Buffer): Size | null {
  if (file.readUInt32LE(4) + 8 > file.length) return null
  const kind = file.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ')
    return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L' || file[20] !== 0x2f) return null
  const bits = file.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

// Whether a video has a picture that televisions can decode: in an MP4, H.264 of a usual profile; in a WebM, VP8 or
// VP9. Of an MP4 only its boxes are read, up to the table of its tracks, wherever that is.

/** A file that can be read in pieces; a piece beyond the end is shorter. */
export interface Source {
  readonly size: number
  read(at: number, length: number): Promise<Buffer>
}

type VideoType = 'video/mp4' | 'video/webm'
/** Why a video is not shown. */
type VideoFault = 'unsupported' | 'damaged' | 'codec'

/** A table of tracks is a few hundred KB for hours of video. */
const MOST_TABLE = 8 * 1024 * 1024
const MOST_BOXES = 200
/** H.264: baseline, main, extended, high. */
const PROFILES = [66, 77, 88, 100]
/** Where in a sample entry the boxes with more about the picture begin. */
const VISUAL_ENTRY = 86

/** `video/mp4`, or why it is not shown. */
async function mp4Of(source: Source): Promise<VideoType | { why: VideoFault }> {
  const table = await tableOf(source)
  if (!table) return { why: 'damaged' }
  const entries = boxes(table)
    .filter(({ type }) => type === 'trak')
    .flatMap(({ body }) => within(body, ['mdia', 'minf', 'stbl', 'stsd']))
    // A version, flags and a count come before the entries.
    .flatMap((table) => boxes(table.subarray(8)))
  const pictures = entries.filter(({ type, body }) => type !== 'mp4a' && body.length > VISUAL_ENTRY - 8)
  if (pictures.length === 0) return { why: 'damaged' }
  return pictures.every(isShown) ? 'video/mp4' : { why: 'codec' }
}

interface Box {
  readonly type: string
  readonly body: Buffer
}

function isShown({ type, body }: Box): boolean {
  if (type !== 'avc1' && type !== 'avc3') return false
  const [setUp] = within(body.subarray(VISUAL_ENTRY - 8), ['avcC'])
  return PROFILES.includes(setUp?.[1] ?? 0)
}

/** The `moov` box: found from box to box, as it may come after all the pictures. */
async function tableOf({ size, read }: Source): Promise<Buffer | null> {
  for (let at = 0, count = 0; at + 8 <= size && count < MOST_BOXES; count += 1) {
    const head = await read(at, 16)
    if (head.length < 16) return null
    const short = head.readUInt32BE(0)
    const long = short === 1
    const length = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short
    if (length < 8 || at + length > size) return null
    if (head.toString('latin1', 4, 8) === 'moov') {
      return length > MOST_TABLE ? null : read(at + (long ? 16 : 8), length - (long ? 16 : 8))
    }
    at += length
  }
  return null
}

/** The bodies of the boxes that a path of types leads to. */
function within(body: Buffer, [first, ...rest]: readonly string[]): Buffer[] {
  if (first === undefined) return [body]
  return boxes(body)
    .filter(({ type }) => type === first)
    .flatMap((box) => within(box.body, rest))
}

/** The boxes one after another; an impossible length ends the list. */
function boxes(body: Buffer): Box[] {
  const found: Box[] = []
  for (let at = 0; at + 8 <= body.length && found.length < MOST_BOXES;) {
    const length = body.readUInt32BE(at)
    if (length < 8 || at + length > body.length) break
    found.push({ type: body.toString('latin1', at + 4, at + 8), body: body.subarray(at + 8, at + length) })
    at += length
  }
  return found
}

/**
 * `video/webm`, or why it is not shown. The codec's name is in the tracks, before all pictures: in the file's `head`.
 */
function webmOf(head: Buffer): VideoType | { why: VideoFault } {
  const start = head.toString('latin1', 0, 80)
  // A Matroska file looks the same except for this word.
  if (!start.includes('webm')) return { why: 'unsupported' }
  const names = [...head.toString('latin1').matchAll(/\x86[\x80-\xff](V_[A-Z0-9/]{2,30})/g)].map(
    ([, name]) => name,
  )
  if (names.length === 0) return { why: 'damaged' }
  return names.every((name) => name === 'V_VP8' || name === 'V_VP9') ? 'video/webm' : { why: 'codec' }
}
