// The simulations that were asked for: one runs at a time, in a process of its own that ends with it; the others wait.
// They are not kept on disk, so after a start there are none.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { JournalReader } from '../store/journal/read.ts'
import type { WorkerParts } from '../worker/process.ts'
import { startTask, type Task } from '../worker/task.ts'
import { type Change, type ChangeFault, faultIn, faultsWith } from './change.ts'
import type { SimulationJob } from './simulate.ts'
import type { SimulationResult } from './simulation.ts'

/** What is to be tried, on which days. */
export interface SimulationOrder {
  /** Both included. */
  readonly from: string
  readonly to: string
  readonly change: Change
  readonly seed: number
}

/** `share`: how much is done, from 0 to 1. */
export interface Run extends SimulationOrder {
  readonly id: string
  /** Who asked for it, and when, milliseconds since 1970. */
  readonly by: string
  readonly at: number
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly share: number
  readonly result: SimulationResult | null
}

export interface Simulations {
  /**
   * Why it can't be done: the change contradicts itself, nobody came on these days, or their plans lack what it names.
   */
  faultOf(order: SimulationOrder): Promise<ChangeFault | { readonly code: 'nothing-to-simulate' } | null>
  /** Null: too many wait already. */
  begin(order: SimulationOrder, by: string): Run | null
  /** The newest first. */
  list(): readonly Run[]
  find(id: string): Run | null
  /** Cancels one that is under way, forgets one that is over. False: there is none. */
  drop(id: string): boolean
  close(): void
}

interface SimulationsParts extends WorkerParts {
  /** The folder with the journal, and a reader of it. */
  readonly dataDir: string
  readonly record: Pick<JournalReader, 'days' | 'events'>
  readonly newId: () => string
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  readonly limitMs?: number
}

/** How many days one simulation may have: a quarter of a year. */
export const MOST_DAYS = 92
/** How many simulations may wait, and how many are kept in the list. */
const MOST_WAITING = 12
const MOST_KEPT = 40
/** Megabytes for its JavaScript objects: a day of 5,000 visits needs 200. */
const HEAP_MB = 512
/** For a quarter of a year on a slow PC that does other things too. */
const LIMIT_MS = 15 * 60_000

const isUnderWay = ({ state }: Run) => state === 'waiting' || state === 'running'

/** Sets it up; no process starts before the first simulation. */
export function openSimulations(parts: SimulationsParts): Simulations {
  const { dataDir, record, workerUrl, newId, now, warn, spawn, limitMs = LIMIT_MS } = parts
  let runs: readonly Run[] = []
  let running: { readonly id: string; readonly task: Task } | null = null
  let closed = false

  const find = (id: string) => runs.find((one) => one.id === id) ?? null
  const change = (id: string, fields: Partial<Run>) => {
    runs = runs.map((one) => (one.id === id ? { ...one, ...fields } : one))
  }

  function end(id: string, fields: Partial<Run>): void {
    change(id, fields)
    if (running?.id !== id) return
    running.task.stop()
    running = null
    next()
  }

  function next(): void {
    const waiting = runs.findLast(({ state }) => state === 'waiting')
    if (running || closed || !waiting) return
    const { id, from, to, change: changed, seed } = waiting
    change(id, { state: 'running' })
    const task = startTask<SimulationResult>({
      workerUrl,
      heapMb: HEAP_MB,
      spawn,
      job: { id: 1, dataDir, from, to, change: changed, seed } satisfies SimulationJob,
      limitMs,
      told: (share) => change(id, { share }),
      read: (message) => ('result' in message ? (message.result as SimulationResult) : undefined),
      done: (result) => end(id, { state: 'done', share: 1, result }),
      failed: (why) => {
        warn({ simulation: id, why }, 'a simulation failed')
        end(id, { state: 'failed' })
      },
    })
    running = { id, task }
  }

  /** Finished ones make room, the oldest first. */
  function makeRoom(): void {
    const over = runs.filter((one) => !isUnderWay(one))
    const spare = new Set(over.slice(Math.max(0, MOST_KEPT - 1 - (runs.length - over.length))))
    runs = runs.filter((one) => !spare.has(one))
  }

  return {
    async faultOf({ from, to, change: changed }) {
      const wrong = faultIn(changed)
      if (wrong) return wrong
      const faults = new Map<string, { fault: ChangeFault; days: number }>()
      const all = record.days()
      let [days, isVisited] = [0, false]
      for (const { seq } of all.filter(({ day }) => from <= day && day <= to)) {
        // Lets other commands in between: a plan is long.
        await nextTurn()
        const [opened] = record.events(seq, seq + 1)
        if (opened?.event.type !== 'day-opened') continue
        isVisited ||= hasVisits(record, seq, all.find((one) => one.seq > seq)?.seq)
        days += 1
        for (const fault of faultsWith(changed, opened.event.plan)) {
          const key = `${fault.code} ${fault.about}`
          faults.set(key, { fault, days: (faults.get(key)?.days ?? 0) + 1 })
        }
      }
      if (!isVisited) return { code: 'nothing-to-simulate' }
      // A change that only some of the days can have is tried on those.
      return [...faults.values()].find((one) => one.days === days)?.fault ?? null
    },
    begin(order, by) {
      if (runs.filter(({ state }) => state === 'waiting').length >= MOST_WAITING) return null
      makeRoom()
      const run: Run = { ...order, id: newId(), by, at: now(), state: 'waiting', share: 0, result: null }
      runs = [run, ...runs]
      next()
      return find(run.id)
    },
    list: () => runs,
    find,
    drop(id) {
      const run = find(id)
      if (!run) return false
      if (isUnderWay(run)) end(id, { state: 'cancelled' })
      else runs = runs.filter((one) => one !== run)
      return true
    },
    close() {
      closed = true
      running?.task.stop()
      running = null
    },
  }
}

/** The first visit comes near the beginning of its day. */
function hasVisits(record: SimulationsParts['record'], from: number, to: number | undefined): boolean {
  for (const { event } of record.events(from, to)) if (event.type === 'visit-taken') return true
  return false
}
