// Runs the process that computes reports: started with the first question, ended when it is idle. The same question
// asked at the same time is answered once for all; what nobody waits for any more is given up.
import { createKeeper, type Job as KeptJob } from '../worker/keeper.ts'
import { spawnProcess, type WorkerParts } from '../worker/process.ts'
import type { Question } from './question.ts'
import type { Reply } from './work.ts'

export interface Reporter {
  /**
   * The reply to a question. `seq` is that of the hall's last event: the same words asked before it are not the same
   * question. Rejects if there is none within the time limit, if too much is asked, and once `signal` is aborted.
   */
  ask(question: Question, seq: number, signal?: AbortSignal): Promise<Reply>
  /** Whether it would refuse one more question. */
  isBusy(): boolean
  close(): void
}

interface Asked {
  readonly dataDir: string
  readonly question: Question
}

/** A request to the process; it answers `{id, reply}` or `{id, failed}`. */
export type Job = KeptJob<Asked>

interface ReporterParts extends WorkerParts {
  /** The folder with the journal. */
  readonly dataDir: string
  readonly limitMs?: number
  readonly idleMs?: number
}

/** How many questions may wait: people’s, and what is made in advance. */
const MOST_WAITING = { people: 24, ahead: 200 }
/** Megabytes for its JavaScript objects; the columns are outside this: at most some 150 for ten years. */
const HEAP_MB = 256
/** The first report of ten years has to make their columns. */
const LIMIT_MS = 60_000
const IDLE_MS = 60_000

/** Sets it up; nothing starts before the first question. */
export function createReporter(parts: ReporterParts): Reporter {
  const {
    dataDir,
    workerUrl,
    warn,
    spawn: start = spawnProcess,
    limitMs = LIMIT_MS,
    idleMs = IDLE_MS,
  } = parts
  const keeper = createKeeper<keyof typeof MOST_WAITING, Asked, Reply>({
    name: 'the reports',
    spawn: () => start(workerUrl, HEAP_MB),
    queues: MOST_WAITING,
    limitMs,
    idleMs,
    read: (message) =>
      'reply' in message ? { answer: message.reply as Reply } : 'the reports answered nonsense',
    failed: (why) => warn({ why }, 'a report was not made'),
  })
  const shared = sharing((question, signal) => {
    const queue = question.of === 'month' ? 'ahead' : 'people'
    return keeper.ask({ dataDir, question }, queue, signal)
  })
  return { ask: shared, isBusy: () => keeper.isFull('people'), close: keeper.close }
}

interface Shared {
  readonly reply: Promise<Reply>
  readonly control: AbortController
  waiting: number
}

/** Asks once for all who ask the same while it is being answered; gives up when the last of them leaves. */
export function sharing(ask: (question: Question, signal: AbortSignal) => Promise<Reply>): Reporter['ask'] {
  const under = new Map<string, Shared>()

  function begin(key: string, question: Question): Shared {
    const control = new AbortController()
    const one = { reply: ask(question, control.signal), control, waiting: 0 }
    under.set(key, one)
    const over = () => {
      if (under.get(key) === one) under.delete(key)
    }
    one.reply.then(over, over)
    return one
  }

  return (question, seq, signal) => {
    // They differ in their moment, but nothing has happened in between.
    const key = `${seq} ${JSON.stringify({ ...question, now: 0 })}`
    const one = under.get(key) ?? begin(key, question)
    one.waiting += 1
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(new Error('the asker left'))
        one.waiting -= 1
        if (one.waiting > 0) return
        if (under.get(key) === one) under.delete(key)
        one.control.abort()
      }
      if (signal?.aborted) leave()
      else signal?.addEventListener('abort', leave, { once: true })
      one.reply.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave))
    })
  }
}
