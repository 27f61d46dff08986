// What a file really is, by its content: names and extensions are never believed. What the boards' browsers can't
// show is refused, and so is anything that could be a page or a script (SVG, HTML).
import { pictureOf, type PictureType } from './picture.ts'
import { mp4Of, type Source, type VideoType, webmOf } from './video.ts'

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
