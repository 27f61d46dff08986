// What is usual on a weekday: the last such days with figures, averaged by quarters of an hour. Read once a day, one
// day of figures per turn of the loop, so that no command waits for more than that.
import type { Hall } from '../hall/hall.ts'
import { dayAfter } from '../hall/hours.ts'
import { QUARTERS, quarterOf } from '../hall/visit/quota.ts'
import type { Usual } from '../live/context.ts'
import { spanOf } from '../time-zone.ts'

/** A step of a day that is over; times are milliseconds since 1970. */
export interface PastStep {
  readonly service: string
  readonly counter: string | null
  readonly takenAt: number
  readonly endedAt: number | null
  /** It came with the number, not from another step. */
  readonly isTicket: boolean
  /** It ended at a counter. */
  readonly isDone: boolean
}

interface Parts {
  readonly hall: Pick<Hall, 'day' | 'layout'>
  /** The steps of a day; none if there was no such day. @throws StorageError */
  readonly stepsOf: (day: string) => readonly PastStep[]
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called once it is known. */
  readonly changed: () => void
  readonly failed: (error: unknown) => void
  readonly inAnotherTurn?: (what: () => void) => void
}

/** How many weeks to look back, and how many days to average: two months say what is usual at present. */
const MOST_WEEKS = 13
const MOST_DAYS = 8
/**
 * If fewer days were found, others may still be on their way, as figures are rebuilt after an upgrade. Milliseconds.
 */
const AGAIN = 60 * 60_000

/** What is usual on the hall’s day; null while it is being read. Reading begins when somebody asks. */
export function openUsual(parts: Parts): () => Usual | null {
  const { hall, stepsOf, now, changed, failed, inAnotherTurn = setImmediate } = parts
  let known: { day: string; at: number; usual: Usual } | null = null
  let reading: string | null = null

  function read(day: string): void {
    reading = day
    const sums = newSums()
    const begin = (week: number): void => {
      // Midnight passed meanwhile.
      if (reading !== day) return
      if (week > MOST_WEEKS || sums.days === MOST_DAYS) return settle()
      try {
        addDay(sums, hall.layout.base.timeZone, dayAfter(day, -7 * week), stepsOf)
      } catch (error) {
        failed(error)
        return settle()
      }
      inAnotherTurn(() => begin(week + 1))
    }
    const settle = () => {
      reading = null
      known = { day, at: now(), usual: averageOf(sums) }
      changed()
    }
    inAnotherTurn(() => begin(1))
  }

  return () => {
    const { day } = hall
    const isKnown = known !== null && known.day === day
    const isWhole = isKnown && known !== null && (known.usual.days === MOST_DAYS || now() - known.at < AGAIN)
    if (!isWhole && reading !== day && day !== '') read(day)
    return isKnown && known ? known.usual : null
  }
}

interface Sums {
  days: number
  readonly taken: Map<string, number[]>
  readonly served: Map<string, number[]>
}

const newSums = (): Sums => ({ days: 0, taken: new Map(), served: new Map() })

function addDay(sums: Sums, timeZone: string, day: string, stepsOf: Parts['stepsOf']): void {
  const steps = stepsOf(day)
  if (steps.length === 0) return
  const span = spanOf(timeZone, day)
  sums.days += 1
  for (const { service, counter, takenAt, endedAt, isTicket, isDone } of steps) {
    if (isTicket) count(sums.taken, service, quarterOf(span, takenAt))
    // A visitor served over midnight ended on another day.
    if (isDone && counter !== null && endedAt !== null && endedAt < span.endsAt)
      count(sums.served, counter, quarterOf(span, endedAt))
  }
}

function count(of: Map<string, number[]>, id: string, quarter: number): void {
  const own = of.get(id) ?? Array<number>(QUARTERS).fill(0)
  own[quarter] = (own[quarter] ?? 0) + 1
  of.set(id, own)
}

function averageOf({ days, taken, served }: Sums): Usual {
  const average = (sums: ReadonlyMap<string, readonly number[]>) =>
    new Map([...sums].map(([id, list]) => [id, list.map((sum) => sum / days)]))
  return { days, taken: average(taken), served: average(served) }
}
