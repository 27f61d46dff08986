// Keeps a child process that does one job at a time: starts it with the first job, ends it when it takes too long, answers
// nonsense or has been idle for a while, and starts another with the next job. Whatever the process does, everyone who
// asked gets an answer in time.
import { patiently } from './patience.ts'
import type { WorkerProcess } from './process.ts'

export interface Keeper<Queue extends string, Question extends object, Answer> {
  /**
   * The answer to a question; rejects, with the reason in words, when there is none within the time limit. Once
   * `signal` is aborted nobody wants it any more: it leaves its queue, or the process is told to give up.
   */
  ask(question: Question, queue: Queue, signal?: AbortSignal): Promise<Answer>
  /** Whether this queue would refuse one more question. */
  isFull(queue: Queue): boolean
  /** Whether a process is running. */
  isRunning(): boolean
  /** Ends the process and refuses everything that waits. */
  close(): void
}

/** What is sent to the process; it answers `{id, …}` or `{id, failed}`. */
export type Job<Question extends object> = Question & { readonly id: number }

export interface KeeperParts<Queue extends string, Answer> {
  /** In messages: `the voice`. */
  readonly name: string
  readonly spawn: () => WorkerProcess
  /** The queues, the most urgent first, each with how many may wait in it. */
  readonly queues: Readonly<Record<Queue, number>>
  /** Milliseconds that a job may wait, and then that it may take. */
  readonly limitMs: number
  /** Milliseconds without a job after which the process is ended. */
  readonly idleMs: number
  /** The answer in a message, or a text that says what is wrong with it. */
  readonly read: (message: object) => { readonly answer: Answer } | string
  /** Called with the reason when a job fails. */
  readonly failed: (why: string) => void
  /** Whether the process must end after this answer. */
  readonly endsAfter?: (answer: Answer) => boolean
  /**
   * How long a less urgent job may still take, in milliseconds, when a question comes in the most urgent queue, and
   * what is said if that was too little. By default it is left to finish.
   */
  readonly yields?: { readonly ms: number; readonly why: string }
}

interface Pending<Queue, Answer> {
  readonly job: Job<object>
  readonly queue: Queue
  readonly askedAt: number
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

const unwanted = 'nobody wants the answer any more'

/** This many processes in a row may end without having answered anything; then the next one has to wait. */
const mostAtOnce = 2
/** Milliseconds until then, doubled with each further one. */
const firstPauseMs = 250
const longestPauseMs = 2_000

/** Sets the keeper up; nothing starts before the first question. */
export function createKeeper<Queue extends string, Question extends object, Answer>(
  parts: KeeperParts<Queue, Answer>,
): Keeper<Queue, Question, Answer> {
  const { name, limitMs, idleMs, yields } = parts
  const order = Object.keys(parts.queues) as Queue[]
  const waiting = new Map<Queue, Pending<Queue, Answer>[]>(order.map((line) => [line, []]))
  let running: WorkerProcess | null = null
  let current: Pending<Queue, Answer> | null = null
  let hurried: Pending<Queue, Answer> | null = null
  /** The current job, if nobody wants its answer any more. */
  let givenUp: Pending<Queue, Answer> | null = null
  /** Ends the waiting for the current job, or for the next one. */
  let stopWaiting = () => {}
  let pausing: NodeJS.Timeout | undefined
  let lastId = 0
  let closed = false
  /** How many processes in a row ended by themselves without having answered anything. */
  let unanswered = 0
  /** When the next one may be started, by `performance.now()`. */
  let notBefore = 0

  const waitingIn = (queue: Queue) => waiting.get(queue) ?? []
  const isFull = (queue: Queue) => waitingIn(queue).length >= parts.queues[queue]

  function within(ms: number, why: string): void {
    stopWaiting()
    stopWaiting = patiently(ms, () => fail(why))
  }

  function idle(): void {
    stopWaiting()
    const timer = setTimeout(stop, idleMs).unref()
    stopWaiting = () => clearTimeout(timer)
  }

  function stop(): void {
    const stopping = running
    running = null
    stopWaiting()
    stopping?.stop()
  }

  function start(): WorkerProcess {
    const started = parts.spawn()
    started.onMessage((message) => {
      if (started !== running || current === null) return
      unanswered = 0
      const found = answerIn(message, current.job.id)
      if (typeof found === 'string') return givenUp === current ? giveUp() : fail(found)
      if (parts.endsAfter?.(found.answer)) stop()
      settle(({ resolve }) => resolve(found.answer))
    })
    started.onEnd((why) => {
      if (started !== running) return
      running = null
      unanswered += 1
      // A process that ends as soon as it starts would otherwise be restarted as fast as the PC can.
      if (unanswered >= mostAtOnce) {
        const pause = firstPauseMs * 2 ** (unanswered - mostAtOnce)
        notBefore = performance.now() + Math.min(longestPauseMs, pause)
      }
      if (current !== null) fail(`${name}'s process ended: ${why}`)
    })
    return started
  }

  function answerIn(message: unknown, id: number): { readonly answer: Answer } | string {
    if (typeof message !== 'object' || message === null || !('id' in message) || message.id !== id) {
      return `${name} answered nonsense`
    }
    return 'failed' in message ? String(message.failed) : parts.read(message)
  }

  function settle(how: (pending: Pending<Queue, Answer>) => void): void {
    const settled = current
    current = null
    if (settled) how(settled)
    next()
  }

  function fail(why: string): void {
    parts.failed(why)
    stop()
    settle(({ reject }) => reject(new Error(why)))
  }

  /** The process did as it was told and is well. */
  function giveUp(): void {
    settle(({ reject }) => reject(new Error(unwanted)))
  }

  function forget(pending: Pending<Queue, Answer>): void {
    if (pending === current) {
      givenUp = pending
      running?.post({ id: pending.job.id, givenUp: true })
      return
    }
    const line = waitingIn(pending.queue)
    const at = line.indexOf(pending)
    if (at < 0) return
    line.splice(at, 1)
    pending.reject(new Error(unwanted))
  }

  /** The most urgent job; those that have waited too long are refused on the way. */
  function take(): Pending<Queue, Answer> | null {
    const now = performance.now()
    for (const queue of order) {
      const pending = waitingIn(queue)
      for (let first = pending.shift(); first !== undefined; first = pending.shift()) {
        if (now - first.askedAt <= limitMs) return first
        first.reject(new Error(`${name} had no time within ${limitMs} ms`))
      }
    }
    return null
  }

  function next(): void {
    if (current !== null || closed || pausing !== undefined) return
    const pause = running === null ? notBefore - performance.now() : 0
    if (pause > 0) {
      pausing = setTimeout(() => {
        pausing = undefined
        next()
      }, pause).unref()
      return
    }
    current = take()
    if (current === null) {
      if (running !== null) idle()
      return
    }
    try {
      running ??= start()
      within(limitMs, `${name} took longer than ${limitMs} ms`)
      running.post(current.job)
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
    }
  }

  /** A less urgent job must not hold an urgent one up. */
  function hurry(queue: Queue): void {
    const isUrgent = queue === order[0] && current !== null && current.queue !== queue
    if (!yields || !isUrgent || hurried === current) return
    hurried = current
    within(Math.min(limitMs, yields.ms), yields.why)
  }

  return {
    ask(question, queue, signal) {
      if (signal?.aborted) return Promise.reject(new Error(unwanted))
      if (closed || isFull(queue)) return Promise.reject(new Error(`${name} is busy`))
      return new Promise((resolve, reject) => {
        lastId += 1
        const job = { ...question, id: lastId }
        const pending = { job, queue, askedAt: performance.now(), resolve, reject }
        waitingIn(queue).push(pending)
        signal?.addEventListener('abort', () => forget(pending), { once: true })
        hurry(queue)
        next()
      })
    },
    isFull,
    isRunning: () => running !== null,
    close() {
      closed = true
      stop()
      clearTimeout(pausing)
      const left = [...(current ? [current] : []), ...order.flatMap((queue) => waitingIn(queue).splice(0))]
      current = null
      for (const { reject } of left) reject(new Error(`${name} is closed`))
    },
  }
}
