// Unpacks a workbook within limits. The sizes that a zip states are summed first, but not believed: each part is
// unpacked only as far as the limits allow. The result is handed to the library as a zip of our own making, in which
// nothing is compressed, so that it never unpacks anything itself.
import { inflateRawSync } from 'node:zlib'

/** The most bytes of all parts unpacked, and how many times their packed size that may be. */
export const MOST_UNPACKED = 50 * 1024 * 1024
export const MOST_RATIO = 100
const MOST_PARTS = 2000
/** A small file may be compressed more than that without being a bomb. */
const NO_BOMB = 1024 * 1024

export type ZipFault = 'damaged' | 'unpacks-too-large'

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

/** The names in a zip; null: it cannot be read as one. */
export function namesIn(bytes: Uint8Array): string[] | null {
  const entries = entriesOf(bytes)
  return typeof entries === 'string' ? null : entries.map(({ name }) => name)
}

/** The parts of a zip that are wanted, unpacked. Names are keys of a map, so that none of them means anything else. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Buffer> | ZipFault {
  const entries = entriesOf(bytes)
  if (typeof entries === 'string') return entries
  const stated = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (isTooMuch(stated, bytes.length)) return 'unpacks-too-large'
  const parts = new Map<string, Buffer>()
  let sum = 0
  for (const entry of entries) {
    if (!wanted(entry.name)) continue
    // Two with the same name: which of them a program shows is anybody's guess.
    if (parts.has(entry.name)) return 'damaged'
    const part = partOf(
      bytes,
      entry,
      Math.min(MOST_UNPACKED - sum, Math.max(NO_BOMB, bytes.length * MOST_RATIO - sum)),
    )
    if (typeof part === 'string') return part
    sum += part.length
    parts.set(entry.name, part)
  }
  return parts
}

const isTooMuch = (unpacked: number, packed: number) =>
  unpacked > MOST_UNPACKED || (unpacked > NO_BOMB && unpacked > packed * MOST_RATIO)

function entriesOf(bytes: Uint8Array): Entry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return 'damaged'
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // 65535 would be a zip of the large kind (ZIP64), which no workbook of this size needs.
  if (count > MOST_PARTS) return 'damaged'
  const entries: Entry[] = []
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return 'damaged'
    const nameSize = view.getUint16(at + 28, true)
    const restSize = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameSize + restSize
  }
  return entries
}

/** Where a zip's end record is; a comment of up to 64 KB may follow it. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}

function partOf(bytes: Uint8Array, { at, packed, method }: Entry, room: number): Buffer | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return 'damaged'
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packed > bytes.length) return 'damaged'
  const data = bytes.subarray(from, from + packed)
  if (method === 0) return data.length > room ? 'unpacks-too-large' : Buffer.from(data)
  if (method !== 8) return 'damaged'
  if (room <= 0) return 'unpacks-too-large'
  try {
    return inflateRawSync(data, { maxOutputLength: room })
  } catch (error) {
    return error instanceof RangeError ? 'unpacks-too-large' : 'damaged'
  }
}

/** A zip of these parts, uncompressed and without checksums. */
export function zipped(parts: ReadonlyMap<string, Buffer>): Buffer {
  const files: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  for (const [name, part] of parts) {
    const named = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(part.length, 18)
    local.writeUInt32LE(part.length, 22)
    local.writeUInt16LE(named.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt32LE(part.length, 20)
    head.writeUInt32LE(part.length, 24)
    head.writeUInt16LE(named.length, 28)
    head.writeUInt32LE(at, 42)
    files.push(local, named, part)
    heads.push(head, named)
    at += local.length + named.length + part.length
  }
  const list = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, list, end])
}
