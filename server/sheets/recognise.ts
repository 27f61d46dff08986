// What a file is, by its content, as a name proves nothing. And its sheets, if it has any that can be read.
import type { Grid } from './cell.ts'
import { decoded, readCsv } from './csv.ts'
import { readWorkbook } from './excel.ts'
import { namesIn, unzip, zipped } from './unzip.ts'
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
