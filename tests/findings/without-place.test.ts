// Rule FI8: what cameras write beside a picture, made by hand as a telephone makes it.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withoutPlace } from '../../server/findings/without-place.ts'
import { kindOf } from '../../server/media/kind.ts'
import { pngOf } from '../rules/png.ts'

const photo = readFileSync(new URL('../media/files/small.jpg', import.meta.url))
const isWhole = (file: Buffer) =>
  kindOf({ size: file.length, read: async (at, length) => file.subarray(at, at + length) })

/** A part of a JPEG. */
function part(mark: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content as string, 'latin1')
  const head = Buffer.from([0xff, mark, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Exif that says how the camera was turned and where it was. */
function exif(turn: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const tiff = Buffer.alloc(64)
  tiff.write(order, 0, 'latin1')
  const short = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  short(42, 2)
  long(8, 4)
  short(2, 8)
  short(0x8825, 10)
  short(4, 12)
  long(1, 14)
  long(40, 18)
  short(0x0112, 22)
  short(3, 24)
  long(1, 26)
  short(turn, 30)
  tiff.write('LAT -8.45 LON 115.61', 40, 'latin1')
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

const withParts = (...parts: Buffer[]) => Buffer.concat([photo.subarray(0, 2), ...parts, photo.subarray(2)])

it.each(['II', 'MM'] as const)(
  '[FI8] a photo is kept without where and when it was taken: of a telephone that writes %s',
  async (order) => {
    const sent = Buffer.concat([
      withParts(
        part(0xe1, exif(6, order)),
        part(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>LAT -8.45</x:xmpmeta>'),
        part(0xed, 'Photoshop 3.0\0LAT -8.45'),
        part(0xe2, 'MPF\0LAT -8.45'),
        part(0xfe, 'LAT -8.45'),
        part(0xe2, 'ICC_PROFILE\0\x01\x01colours'),
      ),
      Buffer.from('\0\0\0\x18ftypmp42 the film of a motion photo LAT -8.45', 'latin1'),
    ])
    const kept = withoutPlace('jpeg', sent) ?? Buffer.alloc(0)
    expect(kept.toString('latin1')).not.toMatch(/LAT|xmp|Photoshop|ftyp/)
    expect(kept.toString('latin1')).toContain('colours')
    expect(await isWhole(kept)).toBe('image/jpeg')
    // Turned as it was, and only that: once more is the same.
    expect(kept.includes(Buffer.from('Exif\0\0MM\0*', 'latin1'))).toBe(true)
    expect(withoutPlace('jpeg', kept)).toEqual(kept)
    // What is shown is the same, byte by byte.
    expect(kept.subarray(-(photo.length - 20))).toEqual(photo.subarray(20))
  },
)

it('[FI8] a photo is kept without where and when it was taken: what programs put where a picture’s own parts stand', async () => {
  const jfif = (width: number, height: number) =>
    part(
      0xe0,
      Buffer.concat([
        Buffer.from('JFIF\0\x01\x01\x01\0\x48\0\x48', 'latin1'),
        Buffer.from([width, height]),
        Buffer.from('LAT'.repeat(width * height)),
      ]),
    )
  const sent = withParts(
    jfif(2, 2),
    part(0xe0, 'JFXX\0\x10LAT small picture'),
    part(0xe0, 'II\x1a\0\0\0HEAPJPGM LAT'),
    part(0xee, 'LAT -8.45'),
    part(0xee, 'Adobe\0\x64\0\0\0\0\x01'),
  )
  const kept = withoutPlace('jpeg', sent) ?? Buffer.alloc(0)
  expect(kept.includes('LAT')).toBe(false)
  expect(kept.subarray(2, 20)).toEqual(jfif(0, 0))
  expect(kept.includes('Adobe')).toBe(true)
  expect(await isWhole(kept)).toBe('image/jpeg')
})

it('[FI8] a photo is kept without where and when it was taken: PNG and WebP', async () => {
  const png = Buffer.from(pngOf(8, 8), 'base64')
  const chunk = (type: string, text: string) => {
    const body = Buffer.alloc(12 + text.length)
    body.writeUInt32BE(text.length, 0)
    body.write(type + text, 4, 'latin1')
    return body
  }
  const sent = Buffer.concat([
    png.subarray(0, 33),
    ...['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'gpSs'].map((type) => chunk(type, 'LAT -8.45')),
    png.subarray(33),
    Buffer.from('LAT behind the end'),
  ])
  expect(withoutPlace('png', sent)).toEqual(png)
  const webp = (...chunks: Buffer[]) => {
    const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
    const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
    head.writeUInt32LE(body.length, 4)
    return Buffer.concat([head, body])
  }
  const riff = (type: string, content: Buffer) => {
    const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
  }
  const extended = (notes: number) => riff('VP8X', Buffer.from([notes, 0, 0, 0, 7, 0, 0, 7, 0, 0]))
  const picture = riff('VP8 ', Buffer.alloc(30, 1))
  const place = Buffer.from('LAT -8.45')
  const kept = withoutPlace('webp', webp(extended(0b1100), picture, riff('EXIF', place), riff('XMP ', place)))
  expect(kept).toEqual(webp(extended(0), picture))
  expect(await isWhole(kept ?? Buffer.alloc(0))).toBe('image/webp')
})

it('[FI8] a photo is kept without where and when it was taken: what can’t be told apart is not kept', () => {
  for (let cut = 3; cut < photo.length; cut += 97) {
    // Never the place, and never a throw.
    expect(
      withoutPlace('jpeg', withParts(part(0xe1, exif(3))).subarray(0, cut))?.includes('LAT') ?? false,
    ).toBe(false)
  }
  // A picture of a million parts would hold up the hall for seconds.
  const many = Buffer.concat(Array.from({ length: 20_000 }, () => Buffer.from([0xff, 0xe0, 0, 3, 0])))
  expect(withoutPlace('jpeg', withParts(many))).toBeNull()
  const bent = withParts(Buffer.from([0xff, 0xe1, 0xff, 0xff]))
  expect(withoutPlace('jpeg', bent.subarray(0, 100))).toBeNull()
  const looped = exif(1)
  looped.writeUInt32BE(0xffffffff, 10)
  expect(withoutPlace('jpeg', withParts(part(0xe1, looped)))).not.toBeNull()
  expect(withoutPlace('png', Buffer.from(pngOf(8, 8), 'base64').subarray(0, 50))).toBeNull()
  expect(
    withoutPlace('webp', Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff', 'latin1')),
  ).toBeNull()
})
