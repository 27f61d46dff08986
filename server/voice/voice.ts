// The voice of the hall: texts become a sound file that every television plays. Nothing in here throws out of here:
// an announcement without sound is null, and the screens say it alone.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Cache, createCache, isCacheName } from './cache.ts'
import { utterance, type Utterance } from './espeak-input.ts'
import type { VoiceLog } from './log.ts'
import { recipe } from './recipe.ts'
import { usualSay } from './say.ts'
import { spawnProcess, type VoiceWorker } from './spawn.ts'
import { createSynthesiser, type Kind } from './synthesise.ts'
import { wavSeconds } from './wav.ts'
import { isSpoken, sentenceText, spokenForm, type Say } from './words.ts'

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
  /** One sentence for one person at a kiosk, without a chime. Announcements go first. Null as for `prepare`. */
  say(text: SpokenText): Promise<Prepared | null>
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
  /** For what kiosks say, which must not push announcements out. */
  readonly speechBytes: number
}

const usualLimits: Limits = {
  answerMs: 10_000,
  idleMs: 300_000,
  memoryMs: 120_000,
  cacheBytes: 200_000_000,
  speechBytes: 100_000_000,
}
const mostTexts = 12
/** In characters; numbers in words are longer than their digits. */
const longestText: Readonly<Record<Kind, number>> = { announcement: 600, speech: 1_200 }

/** Sets the voice up; nothing starts, and no file is touched, before the first announcement. */
export function createVoice(options: VoiceOptions): Voice {
  const { dir, workerUrl, languages, log, say = usualSay, spawnWorker = spawnProcess } = options
  const limits = { ...usualLimits, ...options.limits }
  const cacheIn = (folder: string, maxBytes: number) =>
    createCache({ dir: folder, maxBytes, keepMs: limits.memoryMs, log })
  const caches: Readonly<Record<Kind, Cache>> = {
    announcement: cacheIn(dir, limits.cacheBytes),
    speech: cacheIn(join(dir, 'speech'), limits.speechBytes),
  }
  const spawn = () => spawnWorker(workerUrl)
  const synthesiser = createSynthesiser({ spawn, limitMs: limits.answerMs, idleMs: limits.idleMs, log })
  /** Being made now, by name: two who ask for the same get the same. */
  const making = new Map<string, Promise<Prepared | null>>()

  const speechless = languages.filter((language) => !isSpoken(language))
  if (speechless.length > 0) log.warn({ languages: speechless }, 'voice: no voice for these languages')

  function utterances(texts: readonly SpokenText[], kind: Kind): Utterance[] {
    return texts.slice(0, mostTexts).flatMap(({ language, text }) => {
      if (!isSpoken(language) || !languages.includes(language) || text.length > longestText[kind]) return []
      const spoken = spokenForm(text, language, say)
      return spoken === '' ? [] : [utterance(spoken, language)]
    })
  }

  async function make(name: string, wanted: readonly Utterance[], kind: Kind): Promise<Prepared | null> {
    const cached = await caches[kind].get(name)
    if (cached !== null) return preparedFrom(name, cached)
    const made = await synthesiser.synthesise(wanted, kind)
    if (made === null) return null
    caches[kind].put(name, made)
    return preparedFrom(name, made)
  }

  function made(wanted: readonly Utterance[], kind: Kind): Promise<Prepared | null> {
    const name = nameOf(wanted, kind)
    const running = making.get(name)
    if (running !== undefined) return running
    const started = make(name, wanted, kind).finally(() => making.delete(name))
    making.set(name, started)
    return started
  }

  async function soundOf(texts: readonly SpokenText[], kind: Kind): Promise<Prepared | null> {
    try {
      const wanted = utterances(texts, kind)
      if (wanted.length === 0) return null
      return await inTime(made(wanted, kind), limits.answerMs)
    } catch (error) {
      log.warn({ err: error }, `voice: ${kind} without sound`)
      return null
    }
  }

  return {
    prepare: (texts) => soundOf(texts, 'announcement'),
    say: ({ language, text }) =>
      soundOf(isSpoken(language) ? [{ language, text: sentenceText(text, language) }] : [], 'speech'),
    async read(name) {
      if (!isCacheName(name)) return null
      return (await caches.announcement.get(name)) ?? caches.speech.get(name)
    },
    warm() {
      synthesiser.warm([utterance('a', 'id')])
    },
    async close() {
      synthesiser.close()
      await Promise.all([caches.announcement.close(), caches.speech.close()])
    },
  }
}

/** The same words, voices and recipe have the same name: 128 bits of SHA-256. */
function nameOf(wanted: readonly Utterance[], kind: Kind): string {
  const content = JSON.stringify(kind === 'speech' ? { recipe, wanted, kind } : { recipe, wanted })
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
