// Runs the process that computes forecasts: started with the first question, ended when nobody has asked for a while.
import { createKeeper, type Job as KeptJob } from '../../worker/keeper.ts'
import { spawnProcess, type WorkerParts } from '../../worker/process.ts'
import type { Foresight } from './follow.ts'
import { Receiver } from './sent.ts'

export interface Forecaster {
  /** What the hall can tell at `now` (milliseconds since 1970); null before its first day. Rejects if nobody can say. */
  foresee(now: number): Promise<Foresight | null>
  close(): void
}

/** For a hall that tells nothing, as in most tests. */
export const noForecaster: Forecaster = { foresee: () => Promise.resolve(null), close: () => {} }

interface Asked {
  readonly dataDir: string
  readonly now: number
}

/** A request to the process; it answers `{id, foresight}`, written by a `Sender`, or `{id, failed}`. */
export type Job = KeptJob<Asked>

interface Parts extends WorkerParts {
  /** The folder with the journal. */
  readonly dataDir: string
  readonly limitMs?: number
}

const HEAP_MB = 256
/** The first forecast of a day reads a month of facts and learns from them: some five seconds of a core, more on a slow PC. */
const LIMIT_MS = 120_000
const IDLE_MS = 10 * 60_000

/** Sets it up; nothing starts before the first question. */
export function createForecaster(parts: Parts): Forecaster {
  const { dataDir, workerUrl, warn, spawn: start = spawnProcess, limitMs = LIMIT_MS } = parts
  /** Why the last one failed, so that it does not fill the log; empty: it did not. */
  let lastWhy = ''
  const receiver = new Receiver()
  const keeper = createKeeper<'forecasts', Asked, Foresight | null>({
    name: 'the forecast',
    spawn: () => start(workerUrl, HEAP_MB),
    queues: { forecasts: 1 },
    limitMs,
    idleMs: IDLE_MS,
    read(message) {
      const answer = 'foresight' in message ? receiver.read(message.foresight) : undefined
      if (answer === undefined) return 'the forecast answered nonsense'
      lastWhy = ''
      return { answer }
    },
    failed(why) {
      if (why !== lastWhy) warn({ why }, 'no forecast was made')
      lastWhy = why
    },
  })
  return { foresee: (now) => keeper.ask({ dataDir, now }, 'forecasts'), close: keeper.close }
}
