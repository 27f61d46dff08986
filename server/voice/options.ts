// What a voice is set up with, and how much time and room it takes.
import type { VoiceLog } from './log.ts'
import type { WorkerProcess } from '../worker/process.ts'
import type { Say } from './text/announcement.ts'

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
