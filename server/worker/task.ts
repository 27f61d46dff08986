// One long task in a process of its own, which reports how far it is and ends with it: simulations, evaluation packs.
import { spawnProcess, type WorkerProcess } from './process.ts'

export interface TaskParts<Answer> {
  /** Path of the built worker, and megabytes for its JavaScript objects. */
  readonly workerUrl: URL
  readonly heapMb: number
  readonly spawn?: ((url: URL, heapMb: number) => WorkerProcess) | undefined
  /** What is to be done; the process answers `{share}` on the way, then the answer or `{failed}`. */
  readonly job: object
  /** Milliseconds that it may take. */
  readonly limitMs: number
  /** How much is done, from 0 to 1. */
  readonly told: (share: number) => void
  /** The answer in a message; undefined: there is none in it. */
  readonly read: (message: object) => Answer | undefined
  /** One of the two is called once; neither after `stop`. */
  readonly done: (answer: Answer) => void
  readonly failed: (why: string) => void
}

export interface Task {
  /** Ends it at once, because nobody wants it any more. */
  stop(): void
}

/** Starts it. Never throws: `failed` reports in words what goes wrong. */
export function startTask<Answer>(parts: TaskParts<Answer>): Task {
  const { workerUrl, heapMb, spawn = spawnProcess, job, limitMs, told, read, done, failed } = parts
  const worker = spawn(workerUrl, heapMb)
  let isOver = false
  const stop = () => {
    isOver = true
    clearTimeout(timer)
    worker.stop()
  }
  const over = (end: () => void) => {
    if (isOver) return
    stop()
    end()
  }
  const fail = (why: string) => over(() => failed(why))
  const timer = setTimeout(() => fail(`it took longer than ${limitMs} ms`), limitMs).unref()
  worker.onMessage((message) => {
    if (isOver) return
    if (typeof message !== 'object' || message === null) return fail('it answered nonsense')
    if ('share' in message && typeof message.share === 'number') return told(message.share)
    const answer = read(message)
    if (answer !== undefined) return over(() => done(answer))
    fail('failed' in message ? String(message.failed) || 'it failed' : 'it answered nonsense')
  })
  worker.onEnd((why) => fail(`its process ended: ${why}`))
  worker.post(job)
  return { stop }
}
