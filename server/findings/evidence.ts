// The files of evidence, in a folder of their own. A file gets its final name only once its row is written, and
// anything under another name is either finished or removed at the next start: so a server that ends in the middle of
// an upload leaves nothing behind, and no file that a row names is ever taken for a leftover.
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { piece } from '../media/file.ts'
import { isFull, receive } from '../media/receive.ts'
import { type EvidenceWhy, evidenceKindOf, MOST_BYTES } from './file-kind.ts'
import type { Evidence, EvidenceKind } from './finding.ts'
import { withoutPlace } from './without-place.ts'

/** The most files in the folder; a hall needs some hundred. */
const MOST_FILES = 4_000
/**
 * How many uploads at the same time, and of one person: somebody who sends slowly, or has stopped sending, leaves room
 * for others.
 */
const MOST_AT_ONCE = 20
const MOST_OF_ONE = 12
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const UPLOAD = '.upload-'
const READY = '.ready-'
/** The most bytes of a name that every disk and every header can take. */
const LONGEST_NAME = 120

export type NotTaken = { readonly why: EvidenceWhy } | 'no-room' | 'broken-off' | 'busy'

export interface EvidenceFiles {
  /**
   * Takes in a file from `who`. `keep`, called once all of it is on the disk and found to be of a permitted kind,
   * writes its row synchronously or says why not.
   */
  take<Kept, Not>(
    who: string,
    name: string,
    content: Readable,
    keep: (evidence: Evidence) => { readonly kept: Kept } | { readonly not: Not },
  ): Promise<{ readonly kept: Kept } | { readonly not: Not } | NotTaken>
  /** Opens it for reading; null if it does not exist. The caller closes it. */
  open(id: string): Promise<{ readonly file: FileHandle; readonly size: number } | null>
  /** Whether a file is really there. */
  names(): Promise<ReadonlySet<string>>
  remove(id: string): Promise<void>
  /** Finishes or removes, by the rows, what an ended server left behind. Called at a start. */
  tidy(): Promise<void>
}

/** The files in this folder, which is made with the first one. `rows`: all files that were ever kept. */
export function openEvidence(
  folder: string,
  rows: () => readonly Pick<Evidence, 'id' | 'removedAt'>[],
): EvidenceFiles {
  /** Who sends each of those under way. */
  const underWay: string[] = []
  /** Nothing is accepted before that, because it would be taken for a leftover. */
  let tidied: Promise<void> = Promise.resolve()
  /** One after another: a picture is read as a whole. */
  let examining: Promise<unknown> = Promise.resolve()

  async function takeOne(id: string, content: Readable) {
    const upload = join(folder, UPLOAD + id)
    const ready = join(folder, READY + id)
    try {
      const fault = await receive(content, upload, MOST_BYTES)
      if (fault === 'too-large') return { why: fault } as const
      if (fault !== null) return fault
      const examined = examining.then(() => examine(upload, ready))
      examining = examined.catch(() => undefined)
      return await examined
    } catch (error) {
      if (isFull(error)) return 'no-room'
      throw error
    } finally {
      await rm(upload, { force: true }).catch(() => undefined)
    }
  }

  return {
    async take(who, name, content, keep) {
      if (underWay.length >= MOST_AT_ONCE) return 'busy'
      if (underWay.filter((one) => one === who).length >= MOST_OF_ONE) return 'busy'
      underWay.push(who)
      const id = randomUUID()
      const ready = join(folder, READY + id)
      try {
        await tidied
        if (rows().filter(({ removedAt }) => removedAt === null).length >= MOST_FILES) return 'no-room'
        const taken = await takeOne(id, content)
        if (typeof taken === 'string' || 'why' in taken) return taken
        const said = keep({ id, name: fileName(name, taken.kind), ...taken, removedAt: null })
        // From here on there is a row: if this goes no further, the next start gives the file its name.
        if ('kept' in said) await rename(ready, join(folder, id))
        return said
      } finally {
        underWay.splice(underWay.indexOf(who), 1)
        if (!rows().some((row) => row.id === id)) await rm(ready, { force: true }).catch(() => undefined)
      }
    },

    async open(id) {
      // Nothing else is a name here, so no address leads out of the folder.
      if (!ID.test(id)) return null
      const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
      const file = await open(join(folder, id), flags).catch(() => null)
      const found = await file?.stat().catch(() => null)
      if (file && found?.isFile()) return { file, size: found.size }
      await file?.close()
      return null
    },

    names: async () => new Set(await readdir(folder).catch(() => [])),

    async remove(id) {
      if (ID.test(id)) await rm(join(folder, id), { force: true })
    },

    tidy() {
      const work = tidy()
      tidied = work.catch(() => undefined)
      return work
    },
  }

  async function tidy(): Promise<void> {
    const known = new Map(rows().map((row) => [row.id, row]))
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name)
      if (name.startsWith(UPLOAD)) await rm(path, { force: true })
      else if (name.startsWith(READY)) {
        const id = name.slice(READY.length)
        if (known.get(id)?.removedAt === null) await rename(path, join(folder, id))
        else await rm(path, { force: true })
      } else if (isRemoved(known.get(name))) await rm(path, { force: true })
      // Any other file may belong to data that were put aside.
    }
  }
}

const isRemoved = (row: Pick<Evidence, 'removedAt'> | undefined) =>
  row !== undefined && row.removedAt !== null

/** Finds out what it is; afterwards `ready` holds it as it will be kept. */
async function examine(
  upload: string,
  ready: string,
): Promise<{ kind: EvidenceKind; bytes: number } | { why: EvidenceWhy }> {
  const file = await open(upload, 'r')
  let kind: EvidenceKind | { why: EvidenceWhy }
  try {
    const { size } = await file.stat()
    kind = await evidenceKindOf({ size, read: (at, length) => piece(file, at, length) })
  } finally {
    await file.close()
  }
  if (typeof kind !== 'string') return kind
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp') {
    const plain = withoutPlace(kind, await readFile(upload))
    if (plain === null) return { why: 'damaged' }
    await writeFile(ready, plain, { mode: 0o600, flag: 'wx', flush: true })
  } else await rename(upload, ready)
  return { kind, bytes: (await stat(ready)).size }
}

/**
 * A name that leads nowhere and says what the file is: the last part of what was sent, without characters that reverse
 * or break text, and with the ending of its kind.
 */
export function fileName(sent: string, kind: EvidenceKind): string {
  const last = sent.normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .replaceAll(/\p{Surrogate}|\p{Noncharacter_Code_Point}|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*;]/gu, '')
    .replace(/\.[^.]{0,8}$/u, '')
    .replace(/^[.\s]+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  let base = plain === '' ? 'bukti' : plain
  while (Buffer.byteLength(base) > LONGEST_NAME) base = [...base].slice(0, -1).join('')
  return `${base}.${endings[kind] ?? kind}`
}

const endings: Partial<Record<EvidenceKind, string>> = { jpeg: 'jpg' }
