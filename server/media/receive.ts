// Writes what is sent to a file as it arrives, with a limit, and leaves the journal the room that it needs on the
// disk.
import { createWriteStream } from 'node:fs'
import { mkdir, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

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
