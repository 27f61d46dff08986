// The training: staff practise with made-up visitors before the hall opens. It has a journal of its own, says so on
// every screen, ends by itself, and leaves nothing behind: the hall is not even open meanwhile.
import type { Clock } from '../clock.ts'
import type { Dispatch } from '../dispatch.ts'
import { inHall } from '../begin/begin.ts'
import { openFirstDay } from '../begin/first-day.ts'
import type { Turn, Worked } from '../begin/turn.ts'
import type { Hall } from '../hall/hall.ts'
import { isOffHours, nextOpening } from '../hall/hours.ts'
import { newId, newVisitToken } from '../ids.ts'
import type { SettleLog } from '../settle.ts'
import { isOfDisk } from '../store/errors.ts'
import type { NextTraining, TrainingState } from '../store/training.ts'
import { spanOf } from '../time-zone.ts'
import { madeUpVisitors } from './visitors.ts'

/** Made-up visitors per hour, and minutes of a training. */
export const MOST_PACE = 240
export const LEAST_MINUTES = 5
export const MOST_MINUTES = 240
/** It is over this long before the hall opens, so that everybody is back in time. */
const BEFORE_OPENING_MS = 15 * 60_000
/** Its events are numbered far above the hall's: a screen tells plans apart by these numbers. */
const FAR_ABOVE = 1_000_000
const DAY_MINUTES = 24 * 60
/** This many people waiting are enough. */
const MOST_INSIDE = 300

export interface TrainingOrder {
  readonly pace: number
  readonly minutes: number
  /** The same seed brings the same visitors. */
  readonly seed: number
  readonly by: string
}

/** Refused: nothing has changed. */
export type Trained =
  | { readonly until: number }
  | { readonly refused: 'people-waiting'; readonly numbers: readonly string[] }
  | {
      readonly refused:
        | 'training-on'
        | 'training-hours'
        | 'clock-suspect'
        | 'storage-unavailable'
        | 'stopping'
    }

/** How it is kept in the data folder. */
export interface TrainingFiles {
  /** The training that this server serves; null: the hall. */
  readonly on: TrainingState | null
  open(after: number): NextTraining
  write(state: TrainingState): void
  end(): void
}

export interface TrainingGround {
  readonly files: TrainingFiles
  readonly hall: Hall
  readonly clock: Clock
  readonly turn: Turn
  readonly dispatch: Dispatch
  /** The system's time, milliseconds since 1970: by it a start decides what is on. */
  readonly systemTime: () => number
  readonly log: SettleLog
}

export interface Training {
  /** The training that is on; null: the hall itself is open. */
  state(): TrainingState | null
  /** Until when one could last if it began now, milliseconds since 1970; null: none can. */
  latestEnd(): number | null
  begin(order: TrainingOrder): Promise<Trained>
  /** False: none is on. @throws StorageError */
  setPace(pace: number): boolean
  /** False: none is on, or it is ending. */
  end(): Promise<boolean>
  /** From now on visitors come, and it ends in time. */
  start(): void
  stop(): void
}

export function openTraining({
  files,
  hall,
  clock,
  turn,
  dispatch,
  systemTime,
  log,
}: TrainingGround): Training {
  let { on } = files
  let visitor: NodeJS.Timeout | undefined
  let ending: NodeJS.Timeout | undefined

  function latestEnd(): number | null {
    const now = systemTime()
    const most = now + MOST_MINUTES * 60_000
    const { plan } = hall.layout
    if (plan.operation !== 'regular') return most
    if (!isOffHours(hall, clock.time(hall).now)) return null
    const next = nextOpening(hall.layout, null, hall.day, clock.time(hall).minute)
    if (!next) return most
    const opens = spanOf(plan.timeZone, next.day).endsAt - (DAY_MINUTES - next.minute) * 60_000
    const end = Math.min(most, opens - BEFORE_OPENING_MS)
    return end - now < LEAST_MINUTES * 60_000 ? null : end
  }

  async function make({ pace, minutes, seed, by }: TrainingOrder): Promise<Worked<Trained>> {
    const refuse = (answer: Trained) => ({ turned: false, answer })
    const numbers = inHall(hall)
    if (numbers.length > 0) return refuse({ refused: 'people-waiting', numbers })
    if (clock.time(hall).suspect) return refuse({ refused: 'clock-suspect' })
    const latest = latestEnd()
    if (latest === null) return refuse({ refused: 'training-hours' })
    const until = Math.min(systemTime() + minutes * 60_000, latest)
    let next: NextTraining | undefined
    try {
      const after = hall.seq + FAR_ABOVE
      next = files.open(after)
      // It is outside the hours: these are shown, but keep nobody from practising.
      const plan = { ...hall.layout.base, operation: 'trial' as const }
      await openFirstDay({ store: next.store, plan, old: hall, after, clock, log })
      next.commit({ until, pace, seed, by })
      return { turned: true, answer: { until } }
    } catch (error) {
      next?.drop()
      if (!isOfDisk(error)) throw error
      log.error({ err: error }, 'no training could be made: the hall goes on')
      return refuse({ refused: 'storage-unavailable' })
    }
  }

  const end = async (): Promise<boolean> => {
    if (!on) return false
    const done = await turn.take(async () => {
      files.end()
      return { turned: true, answer: true }
    })
    return done ?? false
  }

  const visitors = on && madeUpVisitors(on.seed)

  function expectVisitor(): void {
    clearTimeout(visitor)
    if (!on || !visitors || on.pace === 0) return
    visitor = setTimeout(() => void come(), visitors.gap(on.pace)).unref()
  }

  async function come(): Promise<void> {
    const made = visitors?.next(hall.layout)
    if (made && inHall(hall).length < MOST_INSIDE) {
      const command = {
        type: 'take-visit',
        ...made,
        visit: newId(),
        token: newVisitToken(),
        printer: null,
      } as const
      // If a quota is used up or the disk is full, nobody came.
      await dispatch({ command, by: 'system:training' })
    }
    expectVisitor()
  }

  return {
    state: () => on,
    latestEnd,
    async begin(order) {
      if (on) return { refused: 'training-on' }
      return (await turn.take(() => make(order))) ?? { refused: 'stopping' }
    },
    setPace(pace) {
      if (!on) return false
      const next = { ...on, pace }
      files.write(next)
      on = next
      expectVisitor()
      return true
    },
    end,
    start() {
      if (!on) return
      expectVisitor()
      const failed = (err: unknown) => log.error({ err }, 'the training could not be ended')
      // Checked again every minute, also because a full disk may keep it from ending at once.
      const look = () => {
        const left = (on?.until ?? 0) - systemTime()
        if (left <= 0) void end().catch(failed)
        ending = setTimeout(look, Math.min(Math.max(left, 200), 60_000)).unref()
      }
      look()
    },
    stop() {
      clearTimeout(visitor)
      clearTimeout(ending)
    },
  }
}
