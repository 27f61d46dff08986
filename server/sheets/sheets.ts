// Runs the process that writes and reads spreadsheets: a file from outside may need any amount of memory and time, and the
// hall must not notice.
import { createKeeper, type Job as KeptJob } from '../worker/keeper.ts'
import { spawnProcess, type WorkerParts } from '../worker/process.ts'
import { type ReadFile, type ReadQuestion, type WriteQuestion, saidOfFile } from './question.ts'

export interface Sheets {
  /** The bytes of a file. Rejects if there are none within the time limit. */
  write(question: WriteQuestion): Promise<Uint8Array>
  /** What a file says; if it takes too much memory or time, that is its fault. */
  read(question: ReadQuestion): Promise<ReadFile>
  /** Whether it would refuse one more file. */
  isBusy(): boolean
  close(): void
}

type Question = ({ readonly do: 'write' } & WriteQuestion) | ({ readonly do: 'read' } & ReadQuestion)

/** A request to the process; it answers `{id, bytes}`, `{id, read}` or `{id, failed}`. */
export type Job = KeptJob<Question>

interface SheetsParts extends WorkerParts {
  /** Milliseconds: for one file, and until an idle process is ended. */
  readonly limitMs?: number
  readonly idleMs?: number
  readonly heapMb?: number
}

/** How many files may wait; each takes up to 8 MB of the server's memory. */
const MOST_WAITING = 3
/** Megabytes for the process's JavaScript objects: a hall of 300 services needs 60. */
const HEAP_MB = 320

/** Sets it up; nothing starts before the first file. */
export function createSheets(parts: SheetsParts): Sheets {
  const {
    workerUrl,
    warn,
    spawn: start = spawnProcess,
    limitMs = 20_000,
    idleMs = 15_000,
    heapMb = HEAP_MB,
  } = parts
  const keeper = createKeeper<'files', Question, object>({
    name: 'the spreadsheets',
    spawn: () => start(workerUrl, heapMb),
    queues: { files: MOST_WAITING },
    limitMs,
    idleMs,
    read: (message) => ('bytes' in message || 'read' in message ? { answer: message } : nonsense),
    failed: (why) => warn({ why }, 'a spreadsheet was not read or written'),
  })

  return {
    isBusy: () => keeper.isFull('files'),
    async write(question) {
      const answer = await keeper.ask({ do: 'write', ...question }, 'files')
      if ('bytes' in answer && answer.bytes instanceof Uint8Array) return answer.bytes
      throw new Error(nonsense)
    },
    async read(question) {
      try {
        const answer = await keeper.ask({ do: 'read', ...question }, 'files')
        if ('read' in answer && isReadFile(answer.read)) return answer.read
      } catch {
        // Reported by the keeper: the process was ended, or ended by itself.
      }
      return tooMuch(question.language)
    },
    close: keeper.close,
  }
}

const nonsense = 'the spreadsheets answered nonsense'

function isReadFile(value: unknown): value is ReadFile {
  if (typeof value !== 'object' || value === null) return false
  return (
    'plan' in value &&
    ['changes', 'faults', 'notes', 'rows'].every((key) => Array.isArray(Reflect.get(value, key)))
  )
}

function tooMuch(language: 'id' | 'en'): ReadFile {
  const fault = saidOfFile(['too-much', {}], language)
  return { plan: null, changes: [], faults: [fault], notes: [], rows: [] }
}
