// The sounds, each named by its content, so that each is made once: it comes from the cache, from a job that is
// already making it, or from the worker.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { wavSeconds } from './audio/wav.ts'
import { type Cache, createCache } from './cache.ts'
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

export interface Sounds {
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
