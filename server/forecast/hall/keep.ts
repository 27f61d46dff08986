// Keeps the forecast up to date: a new one after every change, and every half minute while somebody waits, because
// time alone changes it. One is made at a time, beside the loop; meanwhile the last one is told.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { noAdvice } from './advice.ts'
import type { Foresight } from './follow.ts'
import type { Forecaster } from './forecaster.ts'
import type { Tells } from './tells.ts'
import { Teller } from './told.ts'

export interface Forecasts extends Tells {
  committed(records: readonly Recorded[]): void
  start(): void
  stop(): void
}

interface Parts {
  readonly hall: Hall
  readonly forecaster: Pick<Forecaster, 'foresee'>
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  /** What is told has changed: about all services, and to the visits with these tokens. */
  readonly changed: (tokens: ReadonlySet<string>) => void
  /** How long changes gather before the next forecast is made, milliseconds. */
  readonly gatherMs?: number
  /** How long the loop goes through those who wait before others get their turn, milliseconds. */
  readonly sliceMs?: number
}

/** Milliseconds in which changes gather: several tickets make one forecast. */
const GATHER_MS = 100
/** The pause between two forecasts is this many times what the last one took: the computer has other work. */
const REST = 8
const LONGEST_REST_MS = 1_200
const TIME_MS = 30_000
/** How many milliseconds the loop spends on those who wait, and how many it leaves to others before it goes on. */
const SLICE_MS = 0.5
const BETWEEN_MS = 4
/**
 * At a start and on a new day: nobody is in a hurry for a forecast until somebody is there, and the start has better
 * things to do.
 */
const EMPTY_MS = 10_000
/** What fails is soon tried again, but ever more rarely if it keeps failing: each try is a process. */
const FAILED_MS = 100

/** Events that change nobody's time of call. */
const IDLE: ReadonlySet<string> = new Set([
  'announcement-started',
  'announcement-heard',
  'announcement-unheard',
  'announcement-passed',
  'announcement-skipped',
  'help-asked',
  'help-answered',
  'message-sent',
  'message-read',
  'sound-checked',
  'back-up-chosen',
  'paper-printed',
  'place-chosen',
])

export function openForecasts(parts: Parts): Forecasts {
  const { hall, forecaster, now, changed, gatherMs = GATHER_MS, sliceMs = SLICE_MS } = parts
  const teller = new Teller(hall)
  let isDue = false
  let running = false
  let stopped = false
  let notBefore = 0
  /** How many have failed since the last one that was made. */
  let failed = 0
  /** The event that last set the clock: a forecast that does not know it counts from another time. */
  let clockSeq = 0
  let timer: NodeJS.Timeout | undefined
  let clock: NodeJS.Timeout | undefined
  let begins: NodeJS.Timeout | undefined

  function arm(): void {
    isDue = true
    if (running || stopped || timer !== undefined) return
    const wait = Math.max(gatherMs, notBefore - performance.now())
    timer = setTimeout(() => void run(), wait).unref()
  }

  async function run(): Promise<void> {
    timer = undefined
    isDue = false
    running = true
    const began = performance.now()
    try {
      const foresight = await forecaster.foresee(now())
      failed = 0
      if (foresight) await takeIn(foresight)
    } catch {
      // The keeper has said why; what is old will soon no longer be told.
      failed += 1
    }
    running = false
    const took = performance.now() - began
    const rest = Math.min(LONGEST_REST_MS, REST * took)
    notBefore = began + took + (failed > 0 ? Math.min(TIME_MS, FAILED_MS * 2 ** failed) : rest)
    if (isDue) arm()
  }

  /** A ticket must not wait while thousands are looked at: it is done a little at a time. */
  async function takeIn(foresight: Foresight): Promise<void> {
    const taking = teller.taking(foresight)
    const isWanted = () => !stopped && foresight.seq >= clockSeq
    for (let until = performance.now() + sliceMs; isWanted();) {
      const one = taking.next()
      if (one.done) {
        changed(one.value)
        return
      }
      if (performance.now() < until) continue
      await new Promise((resolve) => {
        setTimeout(resolve, BETWEEN_MS)
      })
      until = performance.now() + sliceMs
    }
  }

  const isAnybodyHere = () =>
    [...hall.counters.values()].some(({ state }) => state !== 'closed') ||
    [...hall.queues.values()].some(
      ({ regular, priority }) => regular.places.length + priority.places.length > 0,
    )

  function begin(): void {
    clearTimeout(begins)
    if (isAnybodyHere()) arm()
    else begins = setTimeout(arm, EMPTY_MS).unref()
  }

  return {
    version: () => teller.version(),
    asOf: (at) => teller.asOf(at),
    step: (visit, index, at) => teller.step(visit, index, at),
    newcomer: (service, priority, at) => teller.newcomer(service, priority, at),
    toKeep: (visit, index, at) => teller.toKeep(visit, index, at),
    isFull: (service, at) => teller.isFull(service, at),
    notCalled: (services, at) => teller.notCalled(services, at),
    quieter: (service, at) => teller.quieter(service, at),
    advice: () => teller.advice(),
    isNear: (step) => teller.isNear(step),
    nearest: () => teller.nearest(),
    committed(records) {
      for (const { event, at, seq } of records) {
        if (event.type !== 'clock-confirmed') continue
        clockSeq = seq
        teller.moved(event.from === undefined ? 0 : at - event.from)
      }
      for (const { event } of records) {
        const visit = event.type === 'place-chosen' ? hall.visits.get(event.visit) : undefined
        if (visit && teller.look(visit, now())) changed(new Set([visit.token]))
      }
      const news = records.filter(({ event }) => !IDLE.has(event.type))
      if (news.length === 0) return
      if (news.every(({ event }) => event.type === 'day-opened')) begin()
      else arm()
    },
    start() {
      begin()
      clock = setInterval(() => {
        if (isAnybodyHere()) arm()
      }, TIME_MS).unref()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      clearTimeout(begins)
      clearInterval(clock)
    },
  }
}

/** For a hall without forecasts. */
export const nothingTold: Tells = {
  version: () => 0,
  asOf: () => null,
  step: () => null,
  newcomer: () => null,
  toKeep: () => null,
  isFull: () => null,
  notCalled: () => null,
  quieter: () => null,
  advice: () => noAdvice,
  isNear: () => false,
  nearest: () => [],
}
