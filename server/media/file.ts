// A file of the media folder, opened so that nothing leads out of it: no link is followed, no pipe waited for.
import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { kindOf, type MediaType, type Why } from './kind.ts'

/** A file that boards can show. The content behind an `id` never changes: new content has a new id. */
export interface Medium {
  readonly id: string
  readonly name: string
  readonly type: MediaType
  readonly size: number
}

export interface Skipped {
  readonly name: string
  readonly size: number
  readonly why: Why
}

/** What was found under a name, and how to tell that the file has changed. */
export interface Looked {
  readonly found: Medium | Skipped
  readonly mark: string
}

const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
const END = 64 * 1024

export const isShown = (found: Medium | Skipped): found is Medium => 'id' in found

/** Examines a file, unless it is still the one in `before`. Null: it is gone. */
export async function look(folder: string, name: string, before?: Looked): Promise<Looked | null> {
  const path = join(folder, name)
  const skip = (why: Why, size = 0, mark = why as string): Looked => ({ found: { name, size, why }, mark })
  try {
    const there = await lstat(path)
    if (there.isSymbolicLink()) return skip('link')
    if (!there.isFile()) return skip('not-a-file')
    const mark = [there.size, there.mtimeMs, there.ctimeMs, there.ino].join(' ')
    if (before?.mark === mark) return before
    const file = await open(path, FLAGS)
    try {
      const type = await kindOf({ size: there.size, read: (at, length) => piece(file, at, length) })
      if (typeof type !== 'string') return skip(type.why, there.size, mark)
      const id = await idOf(file, { name, ...there })
      return { found: { id, name, type, size: there.size }, mark }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isMissing(error)) return null
    // Without a mark, so that a disk that failed once is asked again.
    return skip('unreadable', 0, '')
  }
}

/** Opens a medium for reading; null if it is no longer that file. The caller closes it. */
export async function openMedium(folder: string, medium: Medium): Promise<FileHandle | null> {
  const file = await open(join(folder, medium.name), FLAGS).catch(() => null)
  if (!file) return null
  const is = await file.stat().then(
    async (now) =>
      now.isFile() &&
      now.size === medium.size &&
      (await idOf(file, { ...now, name: medium.name }).catch(() => '')) === medium.id,
    () => false,
  )
  if (is) return file
  await file.close()
  return null
}

/** Hashes name, beginning and end, length and time of writing: hashing a whole film would take seconds. */
async function idOf(
  file: FileHandle,
  { name, size, mtimeMs }: { name: string; size: number; mtimeMs: number },
): Promise<string> {
  const parts = [
    Buffer.from(`${size} ${mtimeMs} ${name}/`),
    await piece(file, 0, END),
    await piece(file, Math.max(0, size - END), END),
  ]
  return hash('sha256', Buffer.concat(parts), 'base64url').slice(0, 22)
}

/** At most this many bytes from there on; fewer if the file ends. */
export async function piece(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
