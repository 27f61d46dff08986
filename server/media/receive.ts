// Writes what is sent to a file as it arrives, with a limit, and leaves the journal the room that it needs on the
// disk.
import { createWriteStream } from 'node:fs'
import { readdir, rename, rm, mkdir, statfs } from 'node:fs/promises'
import { join, dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isShown, look, type Medium } from './file.ts'
import { MOST_VIDEO, type Why } from './kind.ts'

/** Free bytes that are left to the journal. */
export const LEFT_FREE = 500 * 1024 * 1024

export type NotReceived = 'too-large' | 'no-room' | 'broken-off'

/**
 * Writes all of it to `path`, a new file that only its owner can read, in a folder that is made if it does not exist.
 * Null: it is on the disk. Otherwise part of it may be there, and the caller removes it. `most`: bytes. Rejects if the
 * folder can't be made: see `isFull`.
 */
export async function receive(content: Readable, path: string, most: number): Promise<NotReceived | null> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(dirname(path))
  const room = Math.min(bavail * bsize - LEFT_FREE, most)
  if (room <= 0) return 'no-room'
  let size = 0
  try {
    await pipeline(
      content,
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          size += part.length
          if (size > room) throw new TooMuch(room < most ? 'no-room' : 'too-large')
          yield part
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    )
    return null
  } catch (error) {
    if (error instanceof TooMuch) return error.what
    return isFull(error) ? 'no-room' : 'broken-off'
  }
}

class TooMuch extends Error {
  readonly what: 'no-room' | 'too-large'

  constructor(what: 'no-room' | 'too-large') {
    super(what)
    this.what = what
  }
}

/** The disk refused, for whatever reason. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EFBIG'].includes(code)
}

// Takes in a file that a manager sends: written beside the others under a hidden name, examined, and only then
// renamed. A transfer that breaks off leaves nothing behind.

const PREFIX = '.upload-'
/** Bytes of a UTF-8 name that every disk accepts. */
const LONGEST_NAME = 200

export type Taken = Medium | { why: Why } | 'no-room' | 'broken-off'

/**
 * Whether this is a safe file name: in this folder and no other, not hidden, and with nothing that reverses text in
 * lists.
 */
export function isFileName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  if (/[/\\\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u.test(name) || name.startsWith('.'))
    return false
  return name.trim() !== '' && !/\p{Surrogate}/u.test(name) && Buffer.byteLength(name) <= LONGEST_NAME
}

/**
 * Writes the incoming data under `name`, replacing any file of that name. `unique`: different from all others under
 * way.
 */
export async function takeFile(
  folder: string,
  { name, content, unique }: { name: string; content: Readable; unique: string },
): Promise<Taken> {
  const hidden = join(folder, `${PREFIX}${unique}`)
  try {
    const fault = await receive(content, hidden, MOST_VIDEO)
    if (fault === 'too-large') return { why: 'too-large' }
    if (fault !== null) return fault
    const looked = await look(folder, `${PREFIX}${unique}`)
    if (!looked) return 'broken-off'
    if (!isShown(looked.found)) return { why: looked.found.why }
    await rename(hidden, join(folder, name))
    return { ...looked.found, name }
  } catch (error) {
    if (isFull(error)) return 'no-room'
    throw error
  } finally {
    await rm(hidden, { force: true })
  }
}

/** Removes what an interrupted server left behind. */
export async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith(PREFIX)) await rm(join(folder, name), { force: true })
}
