// The files of service standards: PDF and PNG, known by their content and kept under its hash, so that what a plan names
// never changes. One that no plan names any more stays: an earlier revision may.
import { hash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pngSizeOf } from '../hall/plan-faults/png.ts'
import { isFull, LEFT_FREE } from './receive.ts'

/** Bytes; a scanned decree has a few megabytes. */
export const MOST_DOCUMENT = 10 * 1024 * 1024
/** The most files in the folder; a hall of 300 services needs a fraction. */
const MOST_FILES = 5_000
/** The most pixels along a side of a picture. */
const MOST_PIXELS = 10_000
const PREFIX = '.upload-'
const ID = /^[0-9a-f]{32}$/
const TAIL = 1024

export type DocumentType = 'application/pdf' | 'image/png'
export interface Document {
  /** The first 32 hexadecimal digits of its SHA-256. */
  readonly id: string
  readonly type: DocumentType
  readonly size: number
}
export type Refused = 'unfit' | 'too-large' | 'no-room' | 'broken-off'

export interface Documents {
  /** Keeps a file; the same content twice is kept once. */
  take(content: Readable): Promise<Document | Refused>
  /** Opens it for reading; null if there is none. The caller closes it. */
  open(id: string): Promise<{ readonly document: Document; readonly file: FileHandle } | null>
}

/** The files in this folder, which is made with the first one. */
export function openDocuments(folder: string): Documents {
  let count = 0
  return {
    async take(content) {
      const bytes = await read(content)
      if (typeof bytes === 'string') return bytes
      const type = documentType(bytes)
      if (!type) return 'unfit'
      const id = hash('sha256', bytes, 'hex').slice(0, 32)
      const hidden = join(folder, `${PREFIX}${process.pid}-${(count += 1)}`)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const { bavail, bsize } = await statfs(folder)
        if (bavail * bsize - bytes.length < LEFT_FREE) return 'no-room'
        const names = await readdir(folder)
        if (!names.includes(id)) {
          if (names.length >= MOST_FILES) return 'no-room'
          await writeFile(hidden, bytes, { mode: 0o600, flush: true })
          await rename(hidden, join(folder, id))
        }
        return { id, type, size: bytes.length }
      } catch (error) {
        if (isFull(error)) return 'no-room'
        throw error
      } finally {
        await rm(hidden, { force: true }).catch(() => undefined)
      }
    },
    async open(id) {
      // Nothing else is a name here, so no address leads out of the folder.
      if (!ID.test(id)) return null
      const file = await open(join(folder, id), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null)
      if (!file) return null
      const { size } = await file.stat()
      const head = Buffer.alloc(24)
      await file.read(head, 0, head.length, 0)
      const type = pngSizeOf(head) ? 'image/png' : 'application/pdf'
      return { document: { id, type, size }, file }
    },
  }
}

/** Reads all of it, unless it is too long. */
async function read(content: Readable): Promise<Buffer | 'too-large' | 'broken-off'> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > MOST_DOCUMENT) return 'too-large'
      pieces.push(piece)
    }
  } catch {
    return 'broken-off'
  }
  return Buffer.concat(pieces)
}

/** What a file is, by its beginning and its end; null for anything else, and for one that was cut short. */
export function documentType(bytes: Buffer): DocumentType | null {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL))
  if (/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) {
    return tail.includes('%%EOF') ? 'application/pdf' : null
  }
  const size = bytes.length >= 24 ? pngSizeOf(bytes) : null
  return size && Math.max(size.width, size.height) <= MOST_PIXELS && tail.includes('IEND')
    ? 'image/png'
    : null
}
