// Whether a video has a picture that televisions can decode: in an MP4, H.264 of a usual profile; in a WebM, VP8 or
// VP9. Of an MP4 only its boxes are read, up to the table of its tracks, wherever that is.

/** A file that can be read in pieces; a piece beyond the end is shorter. */
export interface Source {
  readonly size: number
  read(at: number, length: number): Promise<Buffer>
}

export type VideoType = 'video/mp4' | 'video/webm'
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
export async function mp4Of(source: Source): Promise<VideoType | { why: VideoFault }> {
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
export function webmOf(head: Buffer): VideoType | { why: VideoFault } {
  const start = head.toString('latin1', 0, 80)
  // A Matroska file looks the same except for this word.
  if (!start.includes('webm')) return { why: 'unsupported' }
  const names = [...head.toString('latin1').matchAll(/\x86[\x80-\xff](V_[A-Z0-9/]{2,30})/g)].map(
    ([, name]) => name,
  )
  if (names.length === 0) return { why: 'damaged' }
  return names.every((name) => name === 'V_VP8' || name === 'V_VP9') ? 'video/webm' : { why: 'codec' }
}
