// Keeps the facts of all days that are over complete: at a start, after each close, when paper is entered for an
// earlier day. The work is done in a process of its own, slice by slice; if that is killed, the next look goes on with
// it.
import { createKeeper, type Job as KeptJob } from '../../worker/keeper.ts'
import { spawnProcess, type WorkerProcess } from '../../worker/process.ts'
import type { EventType, Recorded } from '../../hall/event.ts'

export interface FactsKeeper {
  /** Makes whatever is due, soon. */
  look(): void
  /** Call it after a commit. */
  committed(records: readonly Recorded[]): void
  close(): void
}

/** For a hall whose facts nobody makes, as in a training and most tests. */
export const noFacts: FactsKeeper = { look: () => {}, committed: () => {}, close: () => {} }

export type Job = KeptJob<{ readonly dataDir: string }>

/** The process's answer: the days that were made, those that could not be, and whether more is due. */
interface Slice {
  readonly days: readonly string[]
  readonly faults: readonly string[]
  readonly left: boolean
}

interface Parts {
  readonly workerUrl: URL
  readonly dataDir: string
  readonly log: Record<'info' | 'warn', (details: object, message: string) => void>
  /** Called after each slice that made any facts. */
  readonly made?: (days: readonly string[]) => void
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
  log,
  made = () => {},
  spawn: start = spawnProcess,
  againMs = 60_000,
}: Parts): FactsKeeper {
  const keeper = createKeeper<'slices', { dataDir: string }, Slice>({
    name: 'the facts',
    spawn: () => start(workerUrl, HEAP_MB),
    queues: { slices: 1 },
    limitMs: 300_000,
    idleMs: 5_000,
    read: (message) => (isSlice(message) ? { answer: message } : 'the facts answered nonsense'),
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

  async function run(): Promise<void> {
    asked = false
    running = true
    clearTimeout(again)
    const more = await slice()
    running = false
    if (more || asked) look()
  }

  /** Whether more is due. */
  async function slice(): Promise<boolean> {
    try {
      const { days, faults, left } = await keeper.ask({ dataDir }, 'slices')
      if (days.length > 0) {
        log.info({ days: days.length, last: days.at(-1) }, 'facts were made')
        made(days)
      }
      if (faults.length > 0) log.warn({ faults }, 'the events of a day make no facts')
      return left
    } catch {
      // The keeper has said why.
      if (!closed) again = setTimeout(look, againMs).unref()
      return false
    }
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

function isSlice(message: object): message is Slice {
  return (
    ['days', 'faults'].every((key) => Array.isArray(Reflect.get(message, key))) &&
    typeof Reflect.get(message, 'left') === 'boolean'
  )
}
