// The voice of the hall: texts become a sound file that every television plays. Nothing in here throws out of here:
// an announcement without sound is null, and the screens say it alone.
import { dirname, join } from 'node:path'
import type { VoiceRules } from '../hall/plan-voice.ts'
import { type Cache, createCache, isCacheName } from './cache.ts'
import { type Chain, createChain, type Line } from './chain.ts'
import { utterance } from './espeak-input.ts'
import { preparedFrom, inTime, nameOf, type Prepared } from './prepared.ts'
import type { VoiceFault, VoiceKind, Wanted } from './part.ts'
import type { VoiceLog } from './log.ts'
import { usualSay } from './say.ts'
import { spawnProcess, type VoiceWorker } from './spawn.ts'
import { type PlanForVoice, type VoiceStatus, voiceStatus } from './status.ts'
import { createSynthesiser, type Kind } from './synthesise.ts'
import { isSpoken, sentenceText, spokenForm, type Say } from './words.ts'

export interface SpokenText {
  /** A language code; a text in a language that is not spoken is left out. */
  readonly language: string
  readonly text: string
}

export type { Prepared }

/** What an attempt came to: the sound, who speaks in it, and what kept better voices from speaking. */
export interface Tried extends Prepared {
  readonly by: VoiceKind
  readonly faults: readonly VoiceFault[]
}

export interface Voice {
  /** Chime and texts, in this order, as one sound; null when there is none within the time limit. */
  prepare(texts: readonly SpokenText[], how?: { readonly times?: number }): Promise<Prepared | null>
  /** The same for who wants to hear how it sounds: announcements go first, and a command that rests is tried. */
  tried(texts: readonly SpokenText[]): Promise<Tried | null>
  /** One sentence for one person at a kiosk, without a chime. Announcements go first. Null as for `prepare`. */
  say(text: SpokenText): Promise<Prepared | null>
  /** The WAV file of that name; null for any other name. */
  read(name: string): Promise<Buffer | null>
  /** To be called when an announcement is likely soon: the first one is then ready as early as those after it. */
  warm(): void
  /** From now on announcements are made as the hall's plan says. */
  follow(rules: () => VoiceRules | undefined): void
  /** How the voice stands with this plan. */
  status(plan: PlanForVoice): Promise<Status>
  /** Ends the worker and resolves when the last file is written. */
  close(): Promise<void>
}

/** `failed`: why the last sound that was asked for is none; null: it is one, or none was asked for. */
export type Status = VoiceStatus & { readonly failed: { readonly why: string; readonly at: number } | null }

export interface VoiceOptions {
  /** Where the files are kept; made when first needed. */
  readonly dir: string
  /** Where the built worker stands. */
  readonly workerUrl: URL
  /** The hall's languages; those that have no voice are named once in the log. */
  readonly languages: readonly string[]
  readonly log: VoiceLog
  /** The data folder, where clips and the list of allowed commands stand; `dir`'s parent by default. */
  readonly dataDir?: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** The usual exceptions of pronunciation; those of the plan go before. */
  readonly say?: readonly Say[]
  readonly spawnWorker?: (url: URL) => VoiceWorker
  /** All in milliseconds but `cacheBytes`. */
  readonly limits?: Partial<Limits>
}

interface Limits {
  readonly answerMs: number
  /** For a command that speaks; eSpeak needs half a second of what is left of `answerMs`. */
  readonly commandMs: number
  readonly idleMs: number
  readonly memoryMs: number
  readonly cacheBytes: number
  /** For what kiosks say, which must not push announcements out. */
  readonly speechBytes: number
}

const usualLimits: Limits = {
  answerMs: 10_000,
  commandMs: 5_000,
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
  const { dataDir = dirname(dir), now = Date.now } = options
  const limits = { ...usualLimits, ...options.limits }
  const cacheIn = (folder: string, maxBytes: number) =>
    createCache({ dir: folder, maxBytes, keepMs: limits.memoryMs, log })
  const caches: Readonly<Record<Kind, Cache>> = {
    announcement: cacheIn(dir, limits.cacheBytes),
    speech: cacheIn(join(dir, 'speech'), limits.speechBytes),
  }
  const spawn = () => spawnWorker(workerUrl)
  const failed = (why: string) => {
    lastFailure = { why, at: now() }
  }
  const synthesiser = createSynthesiser({
    spawn,
    limitMs: limits.answerMs,
    idleMs: limits.idleMs,
    log,
    failed,
  })
  const chain: Chain = createChain({ dataDir, now, log })
  let rules: () => VoiceRules | undefined = () => undefined
  let lastFailure: Status['failed'] = null
  /** Being made now, by name: two who ask for the same get the same. */
  const making = new Map<string, Promise<Tried | null>>()

  const speechless = languages.filter((language) => !isSpoken(language))
  if (speechless.length > 0) log.warn({ languages: speechless }, 'voice: no voice for these languages')

  function linesOf(texts: readonly SpokenText[], kind: Kind): Line[] {
    const own = rules()?.pronounce ?? []
    const says = [...say, ...own.map(({ written, spoken }): Say => ({ word: written, as: spoken }))]
    return texts.slice(0, mostTexts).flatMap(({ language, text }) => {
      if (!isSpoken(language) || !languages.includes(language) || text.length > longestText[kind]) return []
      const spoken = spokenForm(text, language, says)
      return spoken === '' ? [] : [{ language, text, spoken, utterance: utterance(spoken, language) }]
    })
  }

  async function make(name: string, wanted: Wanted, { kind, fresh }: How): Promise<Tried | null> {
    const cached = fresh ? null : await caches[kind].get(name)
    if (cached !== null) {
      const known = preparedFrom(name, cached)
      return known && { ...known, by: wanted.better[0]?.by ?? 'espeak', faults: [] }
    }
    const made = await synthesiser.synthesise(wanted, kind)
    if (made === null) return null
    lastFailure = null
    chain.learn(wanted.better, made)
    // Another voice had to speak: its sound must not stand under the name of the better one.
    const ownName = nameOf(wanted, made.by)
    caches[kind].put(ownName, made.wav)
    const prepared = preparedFrom(ownName, made.wav)
    return prepared && { ...prepared, by: made.by, faults: made.faults }
  }

  function made(wanted: Wanted, how: How): Promise<Tried | null> {
    const name = nameOf(wanted)
    const key = `${how.kind} ${name}`
    const running = making.get(key)
    if (running !== undefined) return running
    const started = make(name, wanted, how).finally(() => making.delete(key))
    making.set(key, started)
    return started
  }

  async function soundOf(texts: readonly SpokenText[], how: How): Promise<Tried | null> {
    try {
      const lines = linesOf(texts, how.kind)
      if (lines.length === 0) return null
      const utterances = lines.map((line) => line.utterance)
      const better = how.plain ? [] : await chain.better(lines, rules(), how.fresh)
      return await inTime(
        made({ utterances, better, chime: how.chime, times: how.times, commandMs: limits.commandMs }, how),
        limits.answerMs,
      )
    } catch (error) {
      log.warn({ err: error }, `voice: ${how.kind} without sound`)
      return null
    }
  }

  const chime = () => rules()?.chime ?? true

  return {
    async prepare(texts, { times = 1 } = {}) {
      const tried = await soundOf(texts, {
        kind: 'announcement',
        chime: chime(),
        times,
        plain: false,
        fresh: false,
      })
      return tried && { name: tried.name, seconds: tried.seconds }
    },
    tried: (texts) => soundOf(texts, { kind: 'speech', chime: chime(), times: 1, plain: false, fresh: true }),
    async say({ language, text }) {
      if (!isSpoken(language)) return null
      const sentence = [{ language, text: sentenceText(text, language) }]
      const said = await soundOf(sentence, {
        kind: 'speech',
        chime: false,
        times: 1,
        plain: true,
        fresh: false,
      })
      return said && { name: said.name, seconds: said.seconds }
    },
    async read(name) {
      if (!isCacheName(name)) return null
      return (await caches.announcement.get(name)) ?? caches.speech.get(name)
    },
    warm() {
      synthesiser.warm({
        utterances: [utterance('a', 'id')],
        better: [],
        chime: true,
        times: 1,
        commandMs: 0,
      })
    },
    follow(planned) {
      rules = planned
    },
    status: async (plan) => ({ ...(await voiceStatus(plan, chain, dataDir)), failed: lastFailure }),
    async close() {
      synthesiser.close()
      await Promise.all([caches.announcement.close(), caches.speech.close()])
    },
  }
}

/** How a sound is wanted: `plain`, by eSpeak alone; `fresh`, made anew whatever failed or is there. */
interface How {
  readonly kind: Kind
  readonly chime: boolean
  readonly times: number
  readonly plain: boolean
  readonly fresh: boolean
}
