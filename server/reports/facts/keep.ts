// Keeps the facts of all days that are over complete: at a start, after each close, when paper is entered for an
// earlier day. The work is done in a process of its own; if that is killed, the next look goes on with it. What it found
// is written by the hall itself, portion by portion: so nobody else ever holds the lock that a command needs.
import { createKeeper, type Job as KeptJob } from '../../worker/keeper.ts'
import { spawnProcess, type WorkerProcess } from '../../worker/process.ts'
import type { EventType, Recorded } from '../../hall/event.ts'
import type { FactsPortion } from '../../store/tables/facts-portions.ts'

export interface FactsKeeper {
  /** Makes whatever is due, soon. */
  look(): void
  /** Call it after a commit. */
  committed(records: readonly Recorded[]): void
  close(): void
}

/** For a hall whose facts nobody makes, as in a training and most tests. */
export const noFacts: FactsKeeper = { look: () => {}, committed: () => {}, close: () => {} }

/** Asks for the next portion of what is due; `begins`: the first one, by the journal as it is now. */
interface Question {
  readonly dataDir: string
  readonly begins: boolean
}
export type Job = KeptJob<Question>

/** The process's answer. Null: nothing more is due. */
interface Answer {
  readonly portion: FactsPortion | null
}

interface Parts {
  readonly workerUrl: URL
  readonly dataDir: string
  /** Writes a portion within a few milliseconds, or gives up. @throws StorageError */
  readonly write: (portion: FactsPortion) => void
  readonly log: Record<'info' | 'warn', (details: object, message: string) => void>
  readonly spawn?: (url: URL, heapMb: number) => WorkerProcess
  /** Milliseconds after which it retries what failed. */
  readonly againMs?: number
}

/** Events after which another day may be due. */
const MAKES_DUE: ReadonlySet<EventType> = new Set([
  'day-opened',
  'day-reopened',
  'paper-entered',
  'paper-taken-back',
])

const HEAP_MB = 256

/** Sets it up; nothing starts before the first look. */
export function keepFacts({
  workerUrl,
  dataDir,
  write,
  log,
  spawn: start = spawnProcess,
  againMs = 60_000,
}: Parts): FactsKeeper {
  const keeper = createKeeper<'portions', Question, Answer>({
    name: 'the facts',
    spawn: () => start(workerUrl, HEAP_MB),
    queues: { portions: 1 },
    limitMs: 300_000,
    idleMs: 5_000,
    read: (message) => (isAnswer(message) ? { answer: message } : 'the facts answered nonsense'),
    failed: (why) => log.warn({ why }, 'the facts of a day were not made'),
  })
  let asked = false
  let running = false
  let again: NodeJS.Timeout | undefined
  let closed = false

  function look(): void {
    asked = true
    if (!running && !closed) void run()
  }

  function put(portion: FactsPortion): void {
    try {
      write(portion)
    } catch (err) {
      log.warn({ err }, 'the facts of a day were not written')
      throw err
    }
  }

  async function run(): Promise<void> {
    running = true
    clearTimeout(again)
    try {
      await makeAll()
    } catch {
      // It has been said why.
      asked = false
      if (!closed) again = setTimeout(look, againMs).unref()
    }
    running = false
    if (asked) look()
  }

  /** Makes what is due, until there is no more or something else may be due. */
  async function makeAll(): Promise<void> {
    asked = false
    const days: string[] = []
    const faults: string[] = []
    for (let begins = true; ; begins = false) {
      const { portion } = await keeper.ask({ dataDir, begins }, 'portions')
      // A day that was opened again meanwhile must not get the facts of its wrong close.
      if (portion === null || asked || closed) break
      put(portion)
      if (portion.is === 'end' || portion.is === 'fault') days.push(portion.day)
      if (portion.is === 'fault') faults.push(`${portion.day}: ${portion.of.fault}`)
    }
    if (days.length > 0) log.info({ days: days.length, last: days.at(-1) }, 'facts were made')
    if (faults.length > 0) log.warn({ faults }, 'the events of a day make no facts')
  }

  return {
    look,
    committed(records) {
      if (records.some(({ event }) => MAKES_DUE.has(event.type))) look()
    },
    close() {
      closed = true
      clearTimeout(again)
      keeper.close()
    },
  }
}

function isAnswer(message: object): message is Answer {
  const portion: unknown = Reflect.get(message, 'portion')
  return (
    portion === null ||
    (typeof portion === 'object' && portion !== null && 'is' in portion && 'day' in portion)
  )
}
