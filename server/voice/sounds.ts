// One sound is made once: it comes from the cache, from whoever makes the same at this moment, or from the worker.
import { join } from 'node:path'
import { type Cache, createCache } from './cache.ts'
import type { Chain } from './which-voice.ts'
import type { VoiceLog } from './log.ts'
import type { Limits } from './options.ts'
import type { VoiceFault, VoiceKind, Wanted } from './job.ts'
import { nameOf, preparedFrom, type Prepared } from './prepared.ts'
import type { Kind, Synthesiser } from './synthesise.ts'

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
