// The voice of the hall: texts become a sound file that every television plays. Nothing in here throws out of here:
// an announcement without sound is null, and the screens say it alone.
import { createHash } from 'node:crypto'
import { createCache, isCacheName } from './cache.ts'
import { utterance, type Utterance } from './espeak-input.ts'
import type { VoiceLog } from './log.ts'
import { recipe } from './recipe.ts'
import { usualSay } from './say.ts'
import { spawnProcess, type VoiceWorker } from './spawn.ts'
import { createSynthesiser } from './synthesise.ts'
import { wavSeconds } from './wav.ts'
import { isSpoken, spokenForm, type Say } from './words.ts'

export interface SpokenText {
  /** A language code; a text in a language that is not spoken is left out. */
  readonly language: string
  readonly text: string
}

/** A sound that is ready: `name` for `read`, `seconds` its exact length. */
export interface Prepared {
  readonly name: string
  readonly seconds: number
}

export interface Voice {
  /** Chime and texts, in this order, as one sound; null when there is none within the time limit. */
  prepare(texts: readonly SpokenText[]): Promise<Prepared | null>
  /** The WAV file of that name; null for any other name. */
  read(name: string): Promise<Buffer | null>
  /** To be called when an announcement is likely soon: the first one is then ready as early as those after it. */
  warm(): void
  /** Ends the worker and resolves when the last file is written. */
  close(): Promise<void>
}

export interface VoiceOptions {
  /** Where the files are kept; made when first needed. */
  readonly dir: string
  /** Where the built worker stands. */
  readonly workerUrl: URL
  /** The hall's languages; those that have no voice are named once in the log. */
  readonly languages: readonly string[]
  readonly log: VoiceLog
  /** Exceptions of pronunciation, instead of the usual ones. */
  readonly say?: readonly Say[]
  readonly spawnWorker?: (url: URL) => VoiceWorker
  /** All in milliseconds but `cacheBytes`. */
  readonly limits?: Partial<Limits>
}

interface Limits {
  readonly answerMs: number
  readonly idleMs: number
  readonly memoryMs: number
  readonly cacheBytes: number
}

const usualLimits: Limits = { answerMs: 10_000, idleMs: 300_000, memoryMs: 120_000, cacheBytes: 200_000_000 }
const mostTexts = 12
const longestText = 600

/** Sets the voice up; nothing starts, and no file is touched, before the first announcement. */
export function createVoice(options: VoiceOptions): Voice {
  const { dir, workerUrl, languages, log, say = usualSay, spawnWorker = spawnProcess } = options
  const limits = { ...usualLimits, ...options.limits }
  const cache = createCache({ dir, maxBytes: limits.cacheBytes, keepMs: limits.memoryMs, log })
  const spawn = () => spawnWorker(workerUrl)
  const synthesiser = createSynthesiser({ spawn, limitMs: limits.answerMs, idleMs: limits.idleMs, log })
  /** Being made now, by name: two who ask for the same get the same. */
  const making = new Map<string, Promise<Prepared | null>>()

  const speechless = languages.filter((language) => !isSpoken(language))
  if (speechless.length > 0) log.warn({ languages: speechless }, 'voice: no voice for these languages')

  function utterances(texts: readonly SpokenText[]): Utterance[] {
    return texts.slice(0, mostTexts).flatMap(({ language, text }) => {
      if (!isSpoken(language) || !languages.includes(language) || text.length > longestText) return []
      const spoken = spokenForm(text, language, say)
      return spoken === '' ? [] : [utterance(spoken, language)]
    })
  }

  async function make(name: string, wanted: readonly Utterance[]): Promise<Prepared | null> {
    const cached = await cache.get(name)
    if (cached !== null) return preparedFrom(name, cached)
    const made = await synthesiser.synthesise(wanted)
    if (made === null) return null
    cache.put(name, made)
    return preparedFrom(name, made)
  }

  function made(name: string, wanted: readonly Utterance[]): Promise<Prepared | null> {
    const running = making.get(name)
    if (running !== undefined) return running
    const started = make(name, wanted).finally(() => making.delete(name))
    making.set(name, started)
    return started
  }

  return {
    async prepare(texts) {
      try {
        const wanted = utterances(texts)
        if (wanted.length === 0) return null
        return await inTime(made(nameOf(wanted), wanted), limits.answerMs)
      } catch (error) {
        log.warn({ err: error }, 'voice: announcement without sound')
        return null
      }
    },
    async read(name) {
      return isCacheName(name) ? cache.get(name) : null
    },
    warm() {
      synthesiser.warm([utterance('a', 'id')])
    },
    close() {
      synthesiser.close()
      return cache.close()
    },
  }
}

/** The same words, voices and recipe have the same name: 128 bits of SHA-256. */
function nameOf(wanted: readonly Utterance[]): string {
  const content = JSON.stringify({ recipe, wanted })
  return `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.wav`
}

function preparedFrom(name: string, wav: Uint8Array): Prepared | null {
  const seconds = wavSeconds(wav)
  return seconds === null ? null : { name, seconds }
}

/** What the promise brings, or null when it takes longer. The work goes on: its sound may serve a recall. */
async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
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
