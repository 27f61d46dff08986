// What a file is, by its content, as a name proves nothing. And its sheets, if it has any that can be read.
import { inflateRawSync } from 'node:zlib'
import type { Grid } from './cell.ts'
import { decoded, readCsv } from './csv.ts'
import { readWorkbook } from './excel.ts'
import type { Said } from './words.ts'

export type Opened =
  | { readonly is: 'workbook'; readonly grids: readonly Grid[]; readonly macros: boolean }
  | { readonly is: 'table'; readonly grid: Grid }
  | { readonly is: 'json'; readonly value: unknown }
  | { readonly is: 'refused'; readonly said: Said }

/** The most rows of one sheet that are looked at; each kind has its own, lower limit. */
export const MOST_ROWS = 20_000

const refused = (...said: Said): Opened => ({ is: 'refused', said })

/** Reads a file that may be anything. */
export async function open(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) return refused('file-empty', {})
  const is = (...start: number[]) => start.every((byte, nth) => bytes[nth] === byte)
  if (is(0x50, 0x4b)) return openZip(bytes)
  if (is(0xd0, 0xcf, 0x11, 0xe0)) {
    const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return isLocked ? refused('file-locked', {}) : refused('not-a-sheet', { type: 'xls' })
  }
  if (is(0x25, 0x50, 0x44, 0x46)) return refused('not-a-sheet', { type: 'pdf' })
  const text = decoded(bytes)
  if (text === null) return refused('not-a-sheet', { type: 'unknown' })
  return openText(text.replace(/^\uFEFF/, ''))
}

async function openZip(bytes: Uint8Array): Promise<Opened> {
  const names = namesIn(bytes)
  if (names === null) return refused('damaged', {})
  const has = (name: string) => names.includes(name)
  if (!names.some((name) => /^xl\/workbook\d*\.xml$/.test(name))) {
    if (has('xl/workbook.bin')) return refused('not-a-sheet', { type: 'xlsb' })
    if (has('content.xml') || has('mimetype')) return refused('not-a-sheet', { type: 'ods' })
    if (names.some((name) => name.startsWith('word/'))) return refused('not-a-sheet', { type: 'docx' })
    return refused('not-a-sheet', { type: 'zip' })
  }
  const parts = unzip(bytes, isWanted)
  if (typeof parts === 'string') return refused(parts, {})
  // Nothing in a workbook needs a document type, and its declarations may refer to themselves or to other files.
  if ([...parts.values()].some((part) => part.includes('<!DOCTYPE') || part.includes('<!ENTITY')))
    return refused('unsafe', {})
  try {
    const grids = await readWorkbook(zipped(parts), MOST_ROWS)
    return {
      is: 'workbook',
      grids,
      macros: names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')),
    }
  } catch {
    return refused('damaged', {})
  }
}

/** The parts that contain cells, and those that lead to them. */
const isWanted = (name: string) =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/[^/]+\.rels|[^/]+\.xml|worksheets\/[^/]+\.xml))$/.test(
    name,
  )

function openText(text: string): Opened {
  const start = text.trimStart().slice(0, 200).toLowerCase()
  if (start.startsWith('<'))
    return refused('not-a-sheet', {
      type: /^<(?:!doctype html|html|table|head|body|meta)/.test(start) ? 'html' : 'xml',
    })
  if (start.startsWith('{') || start.startsWith('[')) {
    try {
      return { is: 'json', value: JSON.parse(text) }
    } catch {
      return refused('json-broken', {})
    }
  }
  if (start === '') return refused('file-empty', {})
  try {
    return { is: 'table', grid: readCsv(text, MOST_ROWS + 1) }
  } catch {
    return refused('damaged', {})
  }
}

// Unpacks a workbook within limits. The sizes that a zip states are summed first, but not believed: each part is
// unpacked only as far as the limits allow. The result is handed to the library as a zip of our own making, in which
// nothing is compressed, so that it never unpacks anything itself.

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
function namesIn(bytes: Uint8Array): string[] | null {
  const entries = entriesOf(bytes)
  return typeof entries === 'string' ? null : entries.map(({ name }) => name)
}

/** The parts of a zip that are wanted, unpacked. Names are keys of a map, so that none of them means anything else. */
function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Buffer> | ZipFault {
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
function zipped(parts: ReadonlyMap<string, Buffer>): Buffer {
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
