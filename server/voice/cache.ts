// Announcements that were made before, as files named by their content. Bounded: the least recently used goes first. A
// cache and nothing more: when the disk refuses, sounds stay in memory for a while and are then made again.
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { wavSeconds } from './audio/wav.ts'
import type { Log } from '../log-sink.ts'

export interface Cache {
  /** A whole, playable WAV file, or null. A broken file is removed on the way. */
  get(name: string): Promise<Buffer | null>
  /** Readable from now on; writing to disk follows. */
  put(name: string, wav: Uint8Array): void
  /** Resolves when everything that can be written is. */
  close(): Promise<void>
}

/** The only possible names; anything else is not looked up. */
export function isCacheName(name: string): boolean {
  return /^[a-f0-9]{32}\.wav$/.test(name)
}

/** Sounds kept in memory until they are on the disk, or in its place when it is full; half a megabyte each. */
const mostInMemory = 16

/** `dir` is made when first needed; `maxBytes` bounds its files, not their bookkeeping; `keepMs` is for memory. */
export function createCache({
  dir,
  maxBytes,
  keepMs,
  log,
}: {
  dir: string
  maxBytes: number
  keepMs: number
  log: Pick<Log, 'info' | 'warn'>
}): Cache {
  const inMemory = new LRUCache<string, Buffer>({ max: mostInMemory, ttl: keepMs, ttlAutopurge: true })
  /** Sizes by name, the least recently used first. */
  const sizes = new Map<string, number>()
  let opened: Promise<void> | null = null
  let refused = false
  let writing = Promise.resolve()

  const path = (name: string) => join(dir, name)

  const remove = (name: string) => rm(path(name), { recursive: true, force: true })

  async function load(): Promise<void> {
    await mkdir(dir, { recursive: true })
    const found: { name: string; size: number; usedAt: number }[] = []
    for (const name of await readdir(dir)) {
      if (name.endsWith('.temp')) await remove(name)
      if (!isCacheName(name)) continue
      const { size, mtimeMs } = await stat(path(name))
      found.push({ name, size, usedAt: mtimeMs })
    }
    found.sort((a, b) => a.usedAt - b.usedAt)
    for (const { name, size } of found) sizes.set(name, size)
  }

  function ready(): Promise<void> {
    opened ??= load().catch((error: unknown) => {
      opened = null
      throw error
    })
    return opened
  }

  async function forget(name: string): Promise<void> {
    sizes.delete(name)
    await remove(name)
  }

  async function fromDisk(name: string): Promise<Buffer | null> {
    await ready()
    const size = sizes.get(name)
    if (size === undefined) return null
    const wav = await readFile(path(name)).catch(() => null)
    if (wav === null || wavSeconds(wav) === null) {
      log.warn({ name }, 'voice: a cached file is broken and will be made again')
      await forget(name)
      return null
    }
    sizes.delete(name)
    sizes.set(name, size)
    const now = new Date()
    await utimes(path(name), now, now).catch(() => {})
    return wav
  }

  async function makeRoom(bytes: number): Promise<void> {
    let total = [...sizes.values()].reduce((sum, size) => sum + size, bytes)
    for (const [name, size] of sizes) {
      if (total <= maxBytes) return
      await forget(name)
      total -= size
    }
  }

  async function toDisk(name: string, wav: Uint8Array): Promise<void> {
    if (wav.length > maxBytes) return
    await ready()
    await makeRoom(wav.length)
    const temp = path(`${name}.temp`)
    try {
      const file = await open(temp, 'w')
      try {
        await file.writeFile(wav)
        // Without this a power cut may leave the name and lose the sound.
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temp, path(name))
    } catch (error) {
      await remove(`${name}.temp`)
      throw error
    }
    sizes.set(name, wav.length)
    inMemory.delete(name)
  }

  function tell(error: unknown): void {
    if (!refused)
      log.warn({ err: error }, 'voice: the disk refuses the cache, sounds are kept in memory for a while')
    refused = true
  }

  return {
    async get(name) {
      const kept = inMemory.get(name)
      if (kept !== undefined) return kept
      return fromDisk(name).catch((error: unknown) => {
        tell(error)
        return null
      })
    },
    put(name, wav) {
      inMemory.set(name, Buffer.from(wav.buffer, wav.byteOffset, wav.byteLength))
      writing = writing
        .then(() => toDisk(name, wav))
        .then(() => {
          refused = false
        })
        .catch(tell)
    },
    close: () => writing,
  }
}
