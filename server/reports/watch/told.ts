// Remembers which wait was told with each ticket, so that forecasts can be judged by what became of it. It is not part
// of the hall's day: gathered after the answers have gone out, written a little later, and given up if the disk is
// full.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { promised, type Tells } from '../../forecast/hall/tells.ts'
import { aheadOf } from '../../hall/next.ts'

/** What a visitor was told with the ticket. */
export interface ToldWait {
  readonly day: string
  readonly visit: string
  readonly step: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Minutes, as told. */
  readonly low: number
  readonly high: number
  /** How many were ahead. */
  readonly ahead: number
  /**
   * The middle of what was told, minutes; the chance that it would be today; what it rested on. Null: from an older
   * server.
   */
  readonly median: number | null
  readonly today: number | null
  readonly basis: readonly number[] | null
  /** How much the range was widened because the last days' had been too narrow. */
  readonly width: number | null
}

/** Minutes from `at` on (milliseconds since 1970). */
export type ToldTime = Pick<ToldWait, 'at' | 'low' | 'high'>

export interface StoredTold {
  /** Never waits for the disk, nor for another process. @throws StorageError if nothing of it is kept */
  add(waits: readonly ToldWait[]): void
  /** Those of a day. @throws StorageError */
  ofDay(day: string): ToldWait[]
}

export interface Told {
  /** What a visitor of today was told about this step with the ticket; null: nothing, or no time. */
  of(step: string): ToldTime | null
  /** Notes the waits of the tickets among what was recorded. */
  committed(records: readonly Recorded[]): void
  /** Writes what has gathered, if the disk takes it. */
  flush(): void
  stop(): void
}

/** How long waits gather, in milliseconds, and how many are written at once: a few milliseconds of the loop's time. */
const GATHER_MS = 2_000
const AT_ONCE = 500
/** More than a busy hour's tickets; while the disk is full the oldest go. */
const MOST = 5_000

interface Ground {
  readonly hall: Hall
  readonly tells: Pick<Tells, 'toKeep'>
  readonly stored: StoredTold
  /** The first write that failed since the last one that worked. */
  readonly failed: (error: unknown) => void
  /** Writing works again; how many waits were lost meanwhile. */
  readonly lost: (count: number) => void
}

export function keepTold({ hall, tells, stored, failed, lost }: Ground): Told {
  let gathered: ToldWait[] = []
  let dropped = 0
  let fails = false
  let timer: NodeJS.Timeout | undefined
  let today: { readonly day: string; readonly times: Map<string, ToldTime> } | null = null

  function timesOf(day: string): Map<string, ToldTime> {
    if (today?.day !== day) {
      today = { day, times: new Map() }
      for (const wait of before(stored, day)) addTo(today.times, wait)
    }
    return today.times
  }

  function note({ event, at, day }: Recorded): void {
    if (event.type !== 'visit-taken') return
    const visit = hall.visits.get(event.visit)
    if (!visit || visit.day !== day) return
    for (const [index, { id, status }] of visit.steps.entries()) {
      if (status !== 'waiting') continue
      const ahead = aheadOf(hall, visit, index, at)
      const told = tells.toKeep(visit, index, at)
      if (ahead === null || told === null) continue
      const { lowMinutes: low, highMinutes: high, minutes: median } = told.now
      const { basis, today, width } = told
      const wait = { day, visit: visit.id, step: id, at, low, high, ahead, median, today, basis, width }
      gathered.push(wait)
      addTo(timesOf(day), wait)
    }
  }

  function write(): void {
    timer = undefined
    const some = gathered.slice(0, AT_ONCE)
    if (some.length === 0) return
    try {
      stored.add(some)
      gathered = gathered.slice(some.length)
      if (dropped > 0) lost(dropped)
      dropped = 0
      fails = false
    } catch (error) {
      if (!fails) failed(error)
      fails = true
      const over = Math.max(0, gathered.length - MOST)
      gathered = gathered.slice(over)
      dropped += over
    }
    if (gathered.length > 0) arm()
  }

  function arm(): void {
    timer ??= setTimeout(write, GATHER_MS).unref()
  }

  function flush(): void {
    for (let left = Math.ceil(gathered.length / AT_ONCE); left > 0; left -= 1) write()
  }

  return {
    of: (step) => timesOf(hall.day).get(step) ?? null,
    committed(records) {
      for (const recorded of records) note(recorded)
      if (gathered.length > 0) arm()
    },
    flush,
    stop() {
      flush()
      clearTimeout(timer)
    },
  }
}

/** Who was told that it is unlikely was told no time. */
function addTo(times: Map<string, ToldTime>, { step, at, low, high, today }: ToldWait): void {
  if (promised(today ?? 1) !== 'unlikely') times.set(step, { at, low, high })
}

/** What was kept before a restart. */
function before(stored: StoredTold, day: string): readonly ToldWait[] {
  try {
    return stored.ofDay(day)
  } catch {
    return []
  }
}
