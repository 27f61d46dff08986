// Takes in a file that a manager sends: written beside the others under a hidden name, examined, and only then
// renamed. A transfer that breaks off leaves nothing behind.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isShown, look, type Medium } from './file.ts'
import { MOST_VIDEO, type Why } from './kind.ts'

/** Bytes of the disk that the journal needs more than boards need pictures. */
const LEFT_FREE = 500 * 1024 * 1024
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
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const { bavail, bsize } = await statfs(folder)
    const room = Math.min(bavail * bsize - LEFT_FREE, MOST_VIDEO)
    if (room <= 0) return 'no-room'
    let size = 0
    const outcome = await pipeline(
      content,
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          size += part.length
          if (size > room) throw new TooMuch()
          yield part
        }
      },
      createWriteStream(hidden, { flags: 'wx', mode: 0o600 }),
    ).then(() => null, faultOf)
    if (outcome === 'too-much') return room < MOST_VIDEO ? 'no-room' : { why: 'too-large' }
    if (outcome) return outcome
    const looked = await look(folder, `${PREFIX}${unique}`)
    if (!looked) return 'broken-off'
    if (!isShown(looked.found)) return { why: looked.found.why }
    await rename(hidden, join(folder, name))
    return { ...looked.found, name }
  } catch (error) {
    if (faultOf(error) === 'no-room') return 'no-room'
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

class TooMuch extends Error {}

function faultOf(error: unknown): 'too-much' | 'no-room' | 'broken-off' {
  if (error instanceof TooMuch) return 'too-much'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EFBIG'].includes(code) ? 'no-room' : 'broken-off'
}
