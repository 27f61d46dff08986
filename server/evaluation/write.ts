// Writes a finished pack: it is on the disk before anybody hears of it, and never half-written.
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The folder is made with the first one. Rejects with the disk's error, leaving nothing behind. */
export async function writePack(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
