// What a file is by its content, whatever it is called.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kindOf, MOST_PICTURE, MOST_VIDEO } from '../../server/media/kind.ts'
import { createRandom } from '../property/prng.ts'

const sample = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url))
const sourceOf = (file: Buffer, size = file.length) => ({
  size,
  read: async (at: number, length: number) => file.subarray(at, at + length),
})
const kind = (file: Buffer | string, size?: number) =>
  kindOf(sourceOf(typeof file === 'string' ? Buffer.from(file, 'latin1') : file, size))
const [png, jpg, webm, mp4] = ['small.png', 'small.jpg', 'moves.webm', 'moves.mp4'].map(sample) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
]
/** The file with `from` replaced by `to`, which is as long. */
const changed = (file: Buffer, from: string, to: string) =>
  Buffer.from(file.toString('latin1').replaceAll(from, to), 'latin1')

describe('a file', () => {
  it('is what real files are', async () => {
    expect(await Promise.all([png, jpg, webm, mp4].map((file) => kind(file)))).toEqual([
      'image/png',
      'image/jpeg',
      'video/webm',
      'video/mp4',
    ])
  })

  it.each([
    ['GIF', `GIF89a\x40\x01\xf0\x00${'\0'.repeat(20)}`, 'image/gif'],
    ['WebP', `RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0${'\0'.repeat(8)}`, 'image/webp'],
    ['nothing', '', { why: 'empty' }],
    ['a page', '<!doctype html><script>alert(1)</script>', { why: 'unsupported' }],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', { why: 'unsupported' }],
    ['a program', `MZ${'\0'.repeat(100)}`, { why: 'unsupported' }],
    ['one sign', 'x', { why: 'unsupported' }],
    ['a page behind the first signs of a picture', '\x89PNG\r\n\x1a\n<script>', { why: 'damaged' }],
    ['a GIF without width', `GIF89a${'\0'.repeat(20)}`, { why: 'damaged' }],
    ['a film without tracks', `\0\0\0\x0cftypisom${'\0'.repeat(20)}`, { why: 'damaged' }],
    ['a box that is longer than the file', `\0\0\0\x0cftypisom\x7f\xff\xff\xffmoov`, { why: 'damaged' }],
    ['a WebM without tracks', '\x1aE\xdf\xa3\x87\x42\x82\x84webm\0', { why: 'damaged' }],
    ['Matroska', '\x1aE\xdf\xa3\x42\x82\x88matroska', { why: 'unsupported' }],
  ])('is %s', async (_name, content, is) => {
    expect(await kind(content)).toEqual(is)
  })

  it('is damaged where it ends too early', async () => {
    for (const file of [png, jpg])
      expect(await kind(file.subarray(0, file.length - 50))).toEqual({ why: 'damaged' })
  })

  it('is not shown in a codec that televisions do not know', async () => {
    expect(await kind(changed(mp4, 'avc1', 'hvc1'))).toEqual({ why: 'codec' })
    expect(await kind(changed(webm, 'V_VP8', 'V_AV1'))).toEqual({ why: 'codec' })
  })

  it('is too large by bytes or by pixels, which are counted before it is decoded', async () => {
    expect(await kind(png, MOST_PICTURE + 1)).toEqual({ why: 'too-large' })
    expect(await kind(webm, MOST_VIDEO + 1)).toEqual({ why: 'too-large' })
    const vast = Buffer.from(png)
    vast.writeUInt32BE(30_000, 16)
    vast.writeUInt32BE(30_000, 20)
    expect(await kind(vast)).toEqual({ why: 'too-many-pixels' })
  })

  it('is never a bug, whatever is in it', async () => {
    const random = createRandom(20261127)
    const next = (below: number) => random.int(below)
    for (let round = 0; round < 400; round += 1) {
      const file = Buffer.from([png, jpg, webm, mp4][round % 4] as Buffer)
      for (let count = next(20); count >= 0; count -= 1) file[next(Math.min(file.length, 800))] = next(256)
      const is = await kind(file.subarray(0, file.length - next(file.length)))
      expect(typeof is === 'string' || typeof is.why === 'string').toBe(true)
    }
  })
})
