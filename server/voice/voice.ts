// The voice of the hall: texts become a sound file that every television plays. It never throws: an announcement
// without sound is null, and then it is only shown on the screens.
import { dirname } from 'node:path'
import type { VoiceRules } from '../hall/equipment.ts'
import { spawnProcess, type WorkerProcess } from '../worker/process.ts'
import type { Kind } from './job.ts'
import type { Log } from '../log-sink.ts'
import { createSounds, type Prepared, type SoundLimits, type TriedSound, isCacheName } from './sounds.ts'
import { createSynthesiser } from './synthesise.ts'
import { isSpoken } from './text/languages.ts'
import { linesOf, type SpokenText, utterance } from './text/announcement.ts'
import { sentenceText } from './text/numbers.ts'
import { type Pronunciation, usualPronunciations } from './text/pronunciation.ts'
import { createVoiceChoice, type PlanForVoice, type VoiceStatus, voiceStatus } from './which-voice.ts'
import { patiently } from '../worker/patience.ts'

export type { Prepared, SpokenText }

export interface Voice {
  /** Chime and texts, in this order, as one sound; null when there is none within the time limit. */
  prepare(texts: readonly SpokenText[], how?: { readonly times?: number }): Promise<Prepared | null>
  /** The same in advance, so that it is ready when its turn comes. Never rejects. */
  ahead(texts: readonly SpokenText[], how: { readonly times: number }): Promise<void>
  /**
   * The same for somebody who wants to hear how it sounds: announcements go first, and a resting command is tried.
   * `chime` false: only the texts.
   */
  tried(texts: readonly SpokenText[], how?: { readonly chime?: boolean }): Promise<TriedSound | null>
  /** One sentence for one person at a kiosk, without a chime. Announcements go first. Null as for `prepare`. */
  say(text: SpokenText): Promise<Prepared | null>
  /** The WAV file of that name; null for any other name. */
  read(name: string): Promise<Buffer | null>
  /** Call it when an announcement is likely soon: the first one is then ready as early as those after it. */
  warm(): void
  /** From now on announcements follow the rules of the hall's plan. */
  follow(rules: () => VoiceRules | undefined): void
  /** The state of the voice, with this plan. */
  status(plan: PlanForVoice): Promise<Status>
  /** Ends the worker and resolves when the last file is written. */
  close(): Promise<void>
}

/** `failed`: why the last sound asked for did not come out; null: it did, or none was asked for. */
export type Status = VoiceStatus & { readonly failed: { readonly why: string; readonly at: number } | null }

export interface VoiceOptions {
  /** Folder of the files; created when first needed. */
  readonly dir: string
  /** Path of the built worker. */
  readonly workerUrl: URL
  /** The hall's languages; those that have no voice are named once in the log. */
  readonly languages: readonly string[]
  readonly log: Pick<Log, 'info' | 'warn'>
  /** The data folder, with the clips and the list of allowed commands; `dir`'s parent by default. */
  readonly dataDir?: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Pronunciations that hold in every hall; those of the plan go before them. */
  readonly say?: readonly Pronunciation[]
  readonly spawnWorker?: (url: URL, heapMb: number) => WorkerProcess
  readonly limits?: Partial<Limits>
}

interface Limits extends SoundLimits {
  /** Milliseconds until an announcement is given up. */
  readonly answerMs: number
  /** The same for a command that speaks; eSpeak needs half a second of the rest of `answerMs`. */
  readonly commandMs: number
  /** Milliseconds without work until the voice's process is ended. */
  readonly idleMs: number
}

const usualLimits: Limits = {
  answerMs: 10_000,
  commandMs: 5_000,
  idleMs: 300_000,
  memoryMs: 120_000,
  cacheBytes: 200_000_000,
  speechBytes: 100_000_000,
}

/** How to make a sound: `plain`, by eSpeak alone; `fresh`, again whatever failed before or is in the cache. */
interface How {
  readonly kind: Kind
  readonly chime: boolean
  readonly times: number
  readonly plain: boolean
  readonly fresh: boolean
}

/** Megabytes that the JavaScript objects of the voice's process may take. */
const heapMb = 128

/** Sets the voice up; nothing starts, and no file is touched, before the first announcement. */
export function createVoice(options: VoiceOptions): Voice {
  const { dir, workerUrl, languages, log, say = usualPronunciations, spawnWorker = spawnProcess } = options
  const { dataDir = dirname(dir), now = Date.now } = options
  const limits = { ...usualLimits, ...options.limits }
  let rules: () => VoiceRules | undefined = () => undefined
  let lastFailure: Status['failed'] = null

  const synthesiser = createSynthesiser({
    spawn: () => spawnWorker(workerUrl, heapMb),
    limitMs: limits.answerMs,
    idleMs: limits.idleMs,
    log,
    failed: (why) => {
      lastFailure = { why, at: now() }
    },
  })
  const choice = createVoiceChoice({ dataDir, now, log })
  const done = () => {
    lastFailure = null
  }
  const sounds = createSounds({ dir, limits, log, choice, synthesiser, done })

  const speechless = languages.filter((language) => !isSpoken(language))
  if (speechless.length > 0) log.warn({ languages: speechless }, 'voice: no voice for these languages')

  async function soundOf(texts: readonly SpokenText[], how: How): Promise<TriedSound | null> {
    const { kind, chime, times, plain, fresh } = how
    try {
      const lines = linesOf(texts, { kind, languages, rules: rules(), usual: say })
      if (lines.length === 0) return null
      const utterances = lines.map((line) => line.utterance)
      const better = plain ? [] : await choice.attempts(lines, rules(), fresh)
      const wanted = { utterances, better, chime, times, commandMs: limits.commandMs }
      return await inTime(sounds.soundFor(wanted, kind, fresh), limits.answerMs)
    } catch (error) {
      log.warn({ err: error }, `voice: ${kind} without sound`)
      return null
    }
  }

  const withChime = () => rules()?.chime ?? true
  const announcement = { kind: 'announcement', plain: false, fresh: false } as const
  const attempt = { kind: 'speech', times: 1, plain: false, fresh: true } as const
  const speech = { kind: 'speech', chime: false, times: 1, plain: true, fresh: false } as const

  return {
    prepare: async (texts, { times = 1 } = {}) =>
      preparedOf(await soundOf(texts, { ...announcement, chime: withChime(), times })),
    async ahead(texts, { times }) {
      await soundOf(texts, { ...announcement, chime: withChime(), times })
    },
    tried: (texts, { chime = withChime() } = {}) => soundOf(texts, { ...attempt, chime }),
    async say({ language, text }) {
      if (!isSpoken(language)) return null
      return preparedOf(await soundOf([{ language, text: sentenceText(text, language) }], speech))
    },
    read: async (name) => (isCacheName(name) ? sounds.read(name) : null),
    warm() {
      const rehearsal = { utterances: [utterance('a', 'id')], better: [], chime: true, times: 1 }
      synthesiser.warm({ ...rehearsal, commandMs: 0 })
    },
    follow(planned) {
      rules = planned
    },
    status: async (plan) => ({ ...(await voiceStatus(plan, choice, dataDir)), failed: lastFailure }),
    async close() {
      synthesiser.close()
      await sounds.close()
    },
  }
}

/** What the promise brings, or null if it takes longer. The work goes on: its sound may serve a recall. */
async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let stop = () => {}
  const late = new Promise<null>((resolve) => {
    stop = patiently(ms, () => resolve(null))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    stop()
  }
}

const preparedOf = (tried: TriedSound | null): Prepared | null =>
  tried && { name: tried.name, seconds: tried.seconds }
