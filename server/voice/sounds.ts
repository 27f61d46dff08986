// One sound is made once: it comes from the cache, from whoever makes the same at this moment, or from the worker.
// A sound that is ready, and its name: by its content, so that the same announcement is made once.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { recipe } from './audio/recipe.ts'
import { wavSeconds } from './audio/wav.ts'
import { type Cache, createCache } from './cache.ts'
import type { VoiceFault, VoiceKind, Wanted } from './job.ts'
import type { VoiceLog } from './log.ts'
import type { Limits } from './voice.ts'
import type { Kind, Synthesiser } from './synthesise.ts'
import type { Chain } from './which-voice.ts'

/** What an attempt came to: the sound, who speaks in it, and what kept better voices from speaking. */
export interface Tried extends Prepared {
  readonly by: VoiceKind
  readonly faults: readonly VoiceFault[]
}

export interface Making {
  /** `fresh`: made anew, whatever is there. Null where no sound came out. */
  made(wanted: Wanted, kind: Kind, fresh: boolean): Promise<Tried | null>
  /** The sound of that name, of either kind; null where there is none. */
  read(name: string): Promise<Buffer | null>
  /** Resolves when the last file is written. */
  close(): Promise<void>
}

/** `dir` is where the sounds are kept; `done` is told of each that came out. */
export function createMaking(given: {
  readonly dir: string
  readonly limits: Limits
  readonly log: VoiceLog
  readonly chain: Chain
  readonly synthesiser: Pick<Synthesiser, 'synthesise'>
  readonly done: () => void
}): Making {
  const { dir, limits, log, chain, synthesiser, done } = given
  const cacheIn = (folder: string, maxBytes: number) =>
    createCache({ dir: folder, maxBytes, keepMs: limits.memoryMs, log })
  const caches: Readonly<Record<Kind, Cache>> = {
    announcement: cacheIn(dir, limits.cacheBytes),
    speech: cacheIn(join(dir, 'speech'), limits.speechBytes),
  }
  /** Being made now: two who ask for the same get the same. */
  const running = new Map<string, Promise<Tried | null>>()

  async function make(name: string, wanted: Wanted, kind: Kind, fresh: boolean): Promise<Tried | null> {
    const cached = fresh ? null : await caches[kind].get(name)
    if (cached !== null) {
      const known = preparedFrom(name, cached)
      return known && { ...known, by: wanted.better[0]?.by ?? 'espeak', faults: [] }
    }
    const made = await synthesiser.synthesise(wanted, kind)
    if (made === null) return null
    done()
    chain.learn(wanted.better, made)
    // Another voice had to speak: its sound must not stand under the name of the better one.
    const ownName = nameOf(wanted, made.by)
    caches[kind].put(ownName, made.wav)
    const prepared = preparedFrom(ownName, made.wav)
    return prepared && { ...prepared, by: made.by, faults: made.faults }
  }

  return {
    made(wanted, kind, fresh) {
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

/** `name` is for `read`, `seconds` the exact length. */
export interface Prepared {
  readonly name: string
  readonly seconds: number
}

/**
 * The same words, voices, clips and recipe have the same name: 128 bits of SHA-256. Without `by` it is what the first
 * choice would make.
 */
export function nameOf({ utterances, better, chime, times }: Wanted, by?: VoiceKind): string {
  const attempt = by === undefined ? better[0] : better.find((one) => one.by === by)
  const content = JSON.stringify({ recipe, parts: attempt?.parts ?? utterances, chime, times })
  return `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.wav`
}

export function preparedFrom(name: string, wav: Uint8Array): Prepared | null {
  const seconds = wavSeconds(wav)
  return seconds === null ? null : { name, seconds }
}

/** What the promise brings, or null when it takes longer. The work goes on: its sound may serve a recall. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
    timer.unref()
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
