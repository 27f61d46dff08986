// Keeps the worker: started when first needed, one job at a time, ended when it takes too long, answers nonsense or
// had nothing to do for a while. Whatever it does, a job ends in time, with sound or with null. Announcements go before
// what kiosks have said, which a whole hall does not wait for.
import type { VoiceLog } from './log.ts'
import { type Made, madeOf } from './made.ts'
import type { Wanted } from './part.ts'
import type { VoiceWorker } from './spawn.ts'

/** What it is for: the hall, which goes first, or one person, at a kiosk or at the manager's page. */
export type Kind = 'announcement' | 'speech'

/** What the worker is asked; it answers `{id, wav, by, faults}` or `{id, failed}`. */
export interface Job extends Wanted {
  readonly id: number
  readonly kind: Kind
}

export interface Synthesiser {
  /** A WAV file that says all, or null; never rejects. */
  synthesise(wanted: Wanted, kind?: Kind): Promise<Made | null>
  /** Where no worker runs, starts one and lets it say this to nobody: the next job finds it in full swing. */
  warm(rehearsal: Wanted): void
  close(): void
}

interface Pending {
  readonly job: Job
  readonly askedAt: number
  readonly resolve: (made: Made | null) => void
}

/** More announcements than this wait for a voice only when it has failed; then silence is the quicker answer. */
const mostPending: Readonly<Record<Kind, number>> = { announcement: 32, speech: 6 }
/** What speech under way still gets when an announcement comes, ms: the longest text takes about one second. */
const yieldMs = 2_000

/**
 * `limitMs`: for one job, and for its waiting before that; `idleMs`: until a worker without jobs is ended; `failed`:
 * told why no sound came out.
 */
export function createSynthesiser(given: {
  spawn: () => VoiceWorker
  limitMs: number
  idleMs: number
  log: VoiceLog
  failed?: (why: string) => void
}): Synthesiser {
  const pending: Readonly<Record<Kind, Pending[]>> = { announcement: [], speech: [] }
  const shift = () => pending.announcement.shift() ?? pending.speech.shift()
  let worker: VoiceWorker | null = null
  let current: Pending | null = null
  let hurried: Pending | null = null
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  let closed = false

  function later(ms: number, action: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(action, ms)
    timer.unref()
  }

  function stopWorker(): void {
    const stopping = worker
    worker = null
    clearTimeout(timer)
    stopping?.stop()
  }

  function start(): VoiceWorker {
    const started = given.spawn()
    started.onMessage((message) => {
      if (started === worker && current !== null) heard(message, current)
    })
    started.onEnd((why) => {
      if (started !== worker) return
      if (current !== null) fail(`the voice's process ended: ${why}`)
      else worker = null
    })
    return started
  }

  function heard(message: unknown, { job }: Pending): void {
    const made = madeOf(message, job.id)
    if (typeof made === 'string') return fail(made)
    // A command that failed may have left something running, which ends with the worker.
    if (made.faults.some(({ by }) => by === 'command')) stopWorker()
    settle(made)
  }

  function settle(made: Made | null): void {
    current?.resolve(made)
    current = null
    next()
  }

  function fail(why: string): void {
    given.log.warn({ why }, 'voice: announcement without sound')
    given.failed?.(why)
    stopWorker()
    settle(null)
  }

  function next(): void {
    if (current !== null) return
    const now = performance.now()
    let candidate = shift()
    while (candidate !== undefined && now - candidate.askedAt > given.limitMs) {
      candidate.resolve(null)
      candidate = shift()
    }
    if (candidate === undefined) {
      if (worker !== null) later(given.idleMs, stopWorker)
      return
    }
    current = candidate
    try {
      worker ??= start()
      later(given.limitMs, () => fail(`the voice took longer than ${given.limitMs} ms`))
      worker.post(candidate.job)
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
    }
  }

  function synthesise(wanted: Wanted, kind: Kind = 'announcement'): Promise<Made | null> {
    if (closed || pending[kind].length >= mostPending[kind]) return Promise.resolve(null)
    return new Promise((resolve) => {
      lastId += 1
      pending[kind].push({ job: { ...wanted, id: lastId, kind }, askedAt: performance.now(), resolve })
      if (kind === 'announcement') hurry()
      next()
    })
  }

  /** Speech that does not get done holds no announcement up. */
  function hurry(): void {
    const speaking = current
    if (speaking?.job.kind !== 'speech' || hurried === speaking) return
    hurried = speaking
    later(Math.min(given.limitMs, yieldMs), () => fail('an announcement could not wait any longer'))
  }

  return {
    synthesise,
    warm(rehearsal) {
      if (worker === null) void synthesise(rehearsal)
    },
    close() {
      closed = true
      stopWorker()
      for (const waiting of Object.values(pending)) for (const { resolve } of waiting.splice(0)) resolve(null)
      current?.resolve(null)
      current = null
    },
  }
}
