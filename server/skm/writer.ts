// Runs the process that writes the survey's report and tables as files: started with the first one, ended when it is idle.
import { createKeeper, type Job as KeptJob } from '../worker/keeper.ts'
import { spawnProcess, type WorkerParts } from '../worker/process.ts'
import type { IkmRow } from '../survey/report.ts'
import type { Level, SkmReport } from './report.ts'

type Language = 'id' | 'en'

export type SkmQuestion =
  | {
      readonly do: 'document'
      readonly report: SkmReport
      readonly language: Language
      /** The day on which it is made, `2026-11-24`. */
      readonly made: string
      /** Folders with fonts for the charts, the program's own first. */
      readonly fonts: readonly string[]
    }
  | {
      readonly do: 'table'
      readonly as: 'csv' | 'xlsx'
      readonly title: string
      readonly rows: readonly IkmRow[]
      readonly by: Level
      readonly hall: { readonly id: string; readonly en: string }
      readonly language: Language
    }

/** A request to the process; it answers `{id, bytes}` or `{id, failed}`. */
export type Job = KeptJob<SkmQuestion>

export interface SkmWriter {
  /** The bytes of the file. Rejects if there are none within the time limit. */
  document(report: SkmReport, language: Language, made: string): Promise<Uint8Array>
  table(question: Omit<Extract<SkmQuestion, { do: 'table' }>, 'do'>): Promise<Uint8Array>
  /** Whether it would refuse one more file. */
  isBusy(): boolean
  close(): void
}

interface WriterParts extends WorkerParts {
  readonly fonts: readonly string[]
}

/** Files that may wait. */
const MOST_WAITING = 12
/** Megabytes for the process's JavaScript objects. */
const HEAP_MB = 256
const LIMIT_MS = 30_000
const IDLE_MS = 30_000

/** Sets it up; nothing starts before the first file. */
export function createSkmWriter({
  workerUrl,
  fonts,
  warn,
  spawn: start = spawnProcess,
}: WriterParts): SkmWriter {
  const keeper = createKeeper<'files', SkmQuestion, Uint8Array>({
    name: 'the report of the survey',
    spawn: () => start(workerUrl, HEAP_MB),
    queues: { files: MOST_WAITING },
    limitMs: LIMIT_MS,
    idleMs: IDLE_MS,
    read: (message) =>
      'bytes' in message && message.bytes instanceof Uint8Array
        ? { answer: message.bytes }
        : 'the process of the survey’s report answered nonsense',
    failed: (why) => warn({ why }, 'a report of the survey was not written'),
  })
  /** Anyone who asks for the same while it is being written gets the same file. */
  const under = new Map<string, Promise<Uint8Array>>()
  function ask(question: SkmQuestion): Promise<Uint8Array> {
    const name = JSON.stringify(question)
    const known = under.get(name)
    if (known) return known
    const written = keeper.ask(question, 'files').finally(() => under.delete(name))
    under.set(name, written)
    return written
  }
  return {
    document: (report, language, made) => ask({ do: 'document', report, language, made, fonts }),
    table: (question) => ask({ do: 'table', ...question }),
    isBusy: () => keeper.isFull('files'),
    close: keeper.close,
  }
}
