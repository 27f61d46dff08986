// The voice of the hall: texts become a sound file that every television plays. Nothing in here throws out of here:
// an announcement without sound is null, and the screens say it alone.
// What a voice is set up with, and how much time and room it takes.
import { dirname } from 'node:path'
import type { VoiceRules } from '../hall/plan-voice.ts'
import { spawnProcess, type WorkerProcess } from '../worker/process.ts'
import { isCacheName } from './cache.ts'
import type { VoiceLog } from './log.ts'
import { createMaking, inTime, type Prepared, type Tried } from './sounds.ts'
import { type PlanForVoice, type VoiceStatus, voiceStatus } from './status.ts'
import { createSynthesiser, type Kind } from './synthesise.ts'
import { isSpoken, type Say, sentenceText } from './text/announcement.ts'
import { linesOf, type SpokenText, utterance } from './text/lines.ts'
import { usualSay } from './text/pronunciation.ts'
import { createChain } from './which-voice.ts'

export type { Prepared, SpokenText, Tried }

export interface Voice {
  /** Chime and texts, in this order, as one sound; null when there is none within the time limit. */
  prepare(texts: readonly SpokenText[], how?: { readonly times?: number }): Promise<Prepared | null>
  /** The same for what is to be said next: it is ready when its turn comes. Never rejects. */
  ahead(texts: readonly SpokenText[], how: { readonly times: number }): Promise<void>
  /**
   * The same for who wants to hear how it sounds: announcements go first, and a command that rests is tried. `chime`
   * false: the texts alone.
   */
  tried(texts: readonly SpokenText[], how?: { readonly chime?: boolean }): Promise<Tried | null>
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

/** How a sound is wanted: `plain`, by eSpeak alone; `fresh`, made anew whatever failed or is there. */
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
  const { dir, workerUrl, languages, log, say = usualSay, spawnWorker = spawnProcess } = options
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
  const chain = createChain({ dataDir, now, log })
  const done = () => {
    lastFailure = null
  }
  const making = createMaking({ dir, limits, log, chain, synthesiser, done })

  const speechless = languages.filter((language) => !isSpoken(language))
  if (speechless.length > 0) log.warn({ languages: speechless }, 'voice: no voice for these languages')

  async function soundOf(texts: readonly SpokenText[], how: How): Promise<Tried | null> {
    const { kind, chime, times, plain, fresh } = how
    try {
      const lines = linesOf(texts, { kind, languages, rules: rules(), say })
      if (lines.length === 0) return null
      const utterances = lines.map((line) => line.utterance)
      const better = plain ? [] : await chain.better(lines, rules(), fresh)
      const wanted = { utterances, better, chime, times, commandMs: limits.commandMs }
      return await inTime(making.made(wanted, kind, fresh), limits.answerMs)
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
    read: async (name) => (isCacheName(name) ? making.read(name) : null),
    warm() {
      const rehearsal = { utterances: [utterance('a', 'id')], better: [], chime: true, times: 1 }
      synthesiser.warm({ ...rehearsal, commandMs: 0 })
    },
    follow(planned) {
      rules = planned
    },
    status: async (plan) => ({ ...(await voiceStatus(plan, chain, dataDir)), failed: lastFailure }),
    async close() {
      synthesiser.close()
      await making.close()
    },
  }
}

const preparedOf = (tried: Tried | null): Prepared | null =>
  tried && { name: tried.name, seconds: tried.seconds }

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
  readonly spawnWorker?: (url: URL, heapMb: number) => WorkerProcess
  readonly limits?: Partial<Limits>
}

/** All in milliseconds but those in bytes. */
export interface Limits {
  readonly answerMs: number
  /** For a command that speaks; eSpeak needs half a second of what is left of `answerMs`. */
  readonly commandMs: number
  readonly idleMs: number
  readonly memoryMs: number
  readonly cacheBytes: number
  /** For what kiosks say, which must not push announcements out. */
  readonly speechBytes: number
}

export const usualLimits: Limits = {
  answerMs: 10_000,
  commandMs: 5_000,
  idleMs: 300_000,
  memoryMs: 120_000,
  cacheBytes: 200_000_000,
  speechBytes: 100_000_000,
}
