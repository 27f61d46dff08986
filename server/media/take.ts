// Takes in a file that a manager sends: written beside the others under a hidden name, examined, and only then
// renamed. A transfer that breaks off leaves nothing behind.
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { isShown, look, type Medium } from './file.ts'
import { MOST_VIDEO, type Why } from './kind.ts'
import { isFull, receive } from './receive.ts'

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
