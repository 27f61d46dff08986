// The sounds, each named by its content, so that each is made once: it comes from the cache, from a job that is
// already making it, or from the worker. The cache itself is below.
import { LRUCache } from 'lru-cache'
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { wavSeconds } from './audio/wav.ts'
import { type Kind, type VoiceFault, type VoiceKind, type Wanted, recipe } from './job.ts'
import type { Log } from '../log-sink.ts'
import type { Synthesiser } from './synthesise.ts'
import type { VoiceChoice } from './which-voice.ts'

/** `name` is for `read`, `seconds` the exact length. */
export interface Prepared {
  readonly name: string
  readonly seconds: number
}

/** How much is kept. */
export interface SoundLimits {
  /** Milliseconds that a sound stays in memory where the disk refuses it. */
  readonly memoryMs: number
  /** Bytes of announcements on the disk. */
  readonly cacheBytes: number
  /** Bytes of what kiosks say, which must not push out announcements. */
  readonly speechBytes: number
}

/** The result of an attempt: the sound, who speaks in it, and what prevented better voices. */
export interface TriedSound extends Prepared {
  readonly by: VoiceKind
  readonly faults: readonly VoiceFault[]
}

interface Sounds {
  /** `fresh`: made again even if it is in the cache. Null if no sound came out. */
  soundFor(wanted: Wanted, kind: Kind, fresh: boolean): Promise<TriedSound | null>
  /** The sound of that name, of either kind; null if there is none. */
  read(name: string): Promise<Buffer | null>
  /** Resolves when the last file is written. */
  close(): Promise<void>
}

/** `dir` is where the sounds are kept; `done` is called for each that came out. */
export function createSounds(given: {
  readonly dir: string
  readonly limits: SoundLimits
  readonly log: Pick<Log, 'info' | 'warn'>
  readonly choice: VoiceChoice
  readonly synthesiser: Pick<Synthesiser, 'synthesise'>
  readonly done: () => void
}): Sounds {
  const { dir, limits, log, choice, synthesiser, done } = given
  const cacheIn = (folder: string, maxBytes: number) =>
    createCache({ dir: folder, maxBytes, keepMs: limits.memoryMs, log })
  const caches: Readonly<Record<Kind, Cache>> = {
    announcement: cacheIn(dir, limits.cacheBytes),
    speech: cacheIn(join(dir, 'speech'), limits.speechBytes),
  }
  /** Being made now: two who ask for the same sound get the same one. */
  const running = new Map<string, Promise<TriedSound | null>>()

  async function make(name: string, wanted: Wanted, kind: Kind, fresh: boolean): Promise<TriedSound | null> {
    const cached = fresh ? null : await caches[kind].get(name)
    if (cached !== null) {
      const known = preparedFrom(name, cached)
      return known && { ...known, by: wanted.better[0]?.by ?? 'espeak', faults: [] }
    }
    const made = await synthesiser.synthesise(wanted, kind)
    if (made === null) return null
    done()
    choice.learn(wanted.better, made)
    // If a lesser voice had to speak, its sound must not be stored under the name of the better one.
    const ownName = nameOf(wanted, made.by)
    caches[kind].put(ownName, made.wav)
    const prepared = preparedFrom(ownName, made.wav)
    return prepared && { ...prepared, by: made.by, faults: made.faults }
  }

  return {
    soundFor(wanted, kind, fresh) {
      const name = nameOf(wanted)
      const key = `${kind} ${name}`
      const underWay = running.get(key)
      if (underWay !== undefined) return underWay
      const started = make(name, wanted, kind, fresh).finally(() => running.delete(key))
      running.set(key, started)
      return started
    },
    read: async (name) => (await caches.announcement.get(name)) ?? caches.speech.get(name),
    async close() {
      await Promise.all([caches.announcement.close(), caches.speech.close()])
    },
  }
}

/**
 * The same words, voices, clips and recipe give the same name: 128 bits of SHA-256. Without `by` it is the name of
 * what the first choice would make.
 */
function nameOf({ utterances, better, chime, times }: Wanted, by?: VoiceKind): string {
  const attempt = by === undefined ? better[0] : better.find((one) => one.by === by)
  const content = JSON.stringify({ recipe, parts: attempt?.parts ?? utterances, chime, times })
  return `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.wav`
}

function preparedFrom(name: string, wav: Uint8Array): Prepared | null {
  const seconds = wavSeconds(wav)
  return seconds === null ? null : { name, seconds }
}

// Announcements that were made before, as files named by their content. Bounded: the least recently used goes first. A
// cache and nothing more: when the disk refuses, sounds stay in memory for a while and are then made again.

interface Cache {
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
