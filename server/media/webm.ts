// Whether a WebM holds a picture in VP8 or VP9. The codec's name stands in its tracks, before all pictures.
import type { MediaType, Why } from './kind.ts'

/** `video/webm`, or why it is not shown; of the file's beginning. */
export function webmOf(head: Buffer): MediaType | { why: Why } {
  const start = head.toString('latin1', 0, 80)
  // A Matroska file looks the same but for this word.
  if (!start.includes('webm')) return { why: 'unsupported' }
  const names = [...head.toString('latin1').matchAll(/\x86[\x80-\xff](V_[A-Z0-9/]{2,30})/g)].map(
    ([, name]) => name,
  )
  if (names.length === 0) return { why: 'damaged' }
  return names.every((name) => name === 'V_VP8' || name === 'V_VP9') ? 'video/webm' : { why: 'codec' }
}
