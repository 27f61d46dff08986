// What is kept besides the facts: marks on the time axis, and the report of each month, made automatically at the
// first opening after that month, and never changed.
import type { Recorded } from '../hall/event.ts'
import type { MonthText } from './question.ts'
import type { Reporter } from './reporter.ts'

export const markKinds = ['opening', 'counter', 'change', 'finding', 'other'] as const

/** Something that happened on a day, for the charts. */
export interface Mark {
  readonly id: string
  readonly day: string
  readonly kind: (typeof markKinds)[number]
  readonly text: string
  /** Staff id. */
  readonly by: string
}

/** All throw a StorageError. */
export interface StoredMarks {
  /** By day. */
  list(): Mark[]
  add(mark: Mark): void
  /** Returns whether it existed. */
  remove(id: string): boolean
}

/** All throw a StorageError. */
export interface StoredMonths {
  /** `2026-11` with when it was made, milliseconds since 1970; the oldest first. */
  list(): { readonly month: string; readonly madeAt: number }[]
  /** Its parts; none if there is no such report. */
  of(month: string): MonthText[]
  /** Keeps all parts at once, unless there are some already. */
  add(month: string, madeAt: number, parts: readonly MonthText[]): void
}

interface Ground {
  readonly stored: StoredMonths
  readonly reporter: Pick<Reporter, 'ask'>
  readonly hall: { readonly day: string; readonly seq: number }
  /** The labels of all days that were ever opened. */
  readonly days: () => readonly string[]
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly failed: (error: unknown) => void
  /** Milliseconds until it tries again if the facts of a month are not all made yet. */
  readonly againMs?: number
}

export interface Months {
  /** Makes the reports that are missing, one after the other. */
  look(): Promise<void>
  /** After a commit: a day that opened may be the first of a month. */
  committed(records: readonly Recorded[]): void
  stop(): void
}

/** Keeps the months’ reports. */
export function keepMonths(ground: Ground): Months {
  const { stored, reporter, hall, days, now, failed, againMs = 120_000 } = ground
  let running: Promise<void> | null = null
  let again: NodeJS.Timeout | undefined
  const stopped = new AbortController()

  async function makeAll(): Promise<void> {
    const made = new Set(stored.list().map(({ month }) => month))
    const current = hall.day.slice(0, 7)
    const due = [...new Set(days().map((day) => day.slice(0, 7)))]
      .filter((month) => month < current && !made.has(month))
      .sort()
    for (const month of due) {
      const at = now()
      const said = await reporter.ask(
        { of: 'month', month, from: `${month}-01`, to: `${month}-31`, filters: {}, now: at },
        hall.seq,
        stopped.signal,
      )
      if (!('parts' in said)) continue
      // Its facts are still being made: wait until it is complete.
      if (said.rough > 0) {
        again = setTimeout(() => void look(), againMs).unref()
        return
      }
      stored.add(month, at, said.parts)
    }
  }

  async function look(): Promise<void> {
    clearTimeout(again)
    running ??= makeAll()
      .catch((error: unknown) => {
        if (!stopped.signal.aborted) failed(error)
      })
      .finally(() => (running = null))
    await running
  }

  return {
    look,
    committed(records) {
      if (records.some(({ event }) => event.type === 'day-opened')) void look()
    },
    stop() {
      clearTimeout(again)
      stopped.abort()
    },
  }
}
