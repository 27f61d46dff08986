// Runs the process that computes forecasts: started with the first question, ended when nobody has asked for a while.
import { createKeeper, type Job as KeptJob } from '../../worker/keeper.ts'
import { spawnProcess, type WorkerProcess } from '../../worker/process.ts'
import type { Foresight } from './follow.ts'

export interface Forecaster {
  /** What the hall can tell at `now` (milliseconds since 1970); null before its first day. Rejects if nobody can say. */
  foresee(now: number): Promise<Foresight | null>
  close(): void
}

/** For a hall that tells nothing: most tests. */
export const noForecaster: Forecaster = { foresee: () => Promise.resolve(null), close: () => {} }

interface Asked {
  readonly dataDir: string
  readonly now: number
}

/** A request to the process; it answers `{id, foresight}` or `{id, failed}`. */
export type Job = KeptJob<Asked>

interface Parts {
  /** The folder with the journal. */
  readonly dataDir: string
  /** Path of the built worker. */
  readonly workerUrl: URL
  readonly warn: (details: object, message: string) => void
  readonly spawn?: (url: URL, heapMb: number) => WorkerProcess
  readonly limitMs?: number
}

const HEAP_MB = 256
/** The first forecast of a day reads a month of facts and learns from them: some five seconds of a core, more on a slow PC. */
const LIMIT_MS = 120_000
const IDLE_MS = 10 * 60_000

/** Sets it up; nothing starts before the first question. */
export function createForecaster(parts: Parts): Forecaster {
  const { dataDir, workerUrl, warn, spawn: start = spawnProcess, limitMs = LIMIT_MS } = parts
  /** Why the last one failed, so that a log is not filled with it; empty: it did not. */
  let lastWhy = ''
  const keeper = createKeeper<'forecasts', Asked, Foresight | null>({
    name: 'the forecast',
    spawn: () => start(workerUrl, HEAP_MB),
    queues: { forecasts: 1 },
    limitMs,
    idleMs: IDLE_MS,
    read(message) {
      if (!('foresight' in message) || !isForesight(message.foresight))
        return 'the forecast answered nonsense'
      lastWhy = ''
      return { answer: message.foresight }
    },
    failed(why) {
      if (why !== lastWhy) warn({ why }, 'no forecast was made')
      lastWhy = why
    },
  })
  return { foresee: (now) => keeper.ask({ dataDir, now }, 'forecasts'), close: keeper.close }
}

/** Looks at each figure: what runs there may be broken, and a wait that is no number would stop a ticket's answer. */
function isForesight(found: unknown): found is Foresight | null {
  if (found === null) return true
  if (!isObject(found)) return false
  const { seq, at, steps, newcomers, advice, draws } = found
  return (
    [seq, at, draws].every((one) => isFigure(one)) &&
    isMap(steps, (one) => one === null || isTold(one)) &&
    isMap(newcomers, isForNewcomer) &&
    isObject(advice) &&
    isMap(advice['stops'], isFigure) &&
    isMap(advice['counters'], (one) => isObject(one) && isFigure(one['minutes']) && isFigure(one['served']))
  )
}

function isForNewcomer(found: unknown): boolean {
  if (!isObject(found)) return false
  const { regular, priority, ahead, each, width, isFirst, spare, notCalled, quiet } = found
  return (
    [regular, priority].every((one) => one === null || isTold(one)) &&
    [ahead, each, width, notCalled].every(isFigure) &&
    (spare === null || (typeof spare === 'number' && !Number.isNaN(spare))) &&
    typeof isFirst === 'boolean' &&
    (quiet === null || isQuiet(quiet))
  )
}

function isQuiet(found: unknown): boolean {
  if (!isObject(found)) return false
  const { hour, waits, times } = found
  const isTime = (one: unknown) =>
    isObject(one) && [one['weekday'], one['hour'], one['minutes']].every((part) => isFigure(part))
  return isFigure(hour) && isMap(waits, isFigure) && Array.isArray(times) && times.every(isTime)
}

function isTold(found: unknown): boolean {
  if (!isObject(found)) return false
  const { low, median, high, today, basis } = found
  return [low, median, high, today].every(isFigure) && Array.isArray(basis)
}

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null
const isFigure = (found: unknown): boolean =>
  typeof found === 'number' && Number.isFinite(found) && found >= 0
const isMap = (found: unknown, isValue: (value: unknown) => boolean): boolean =>
  found instanceof Map && [...found.values()].every(isValue)
