// A recorded queue as the evaluation reads it: halls with their days, each with its lines. Names serve only to tell
// things apart, and all that matters of a day is its place in the order of days.

/** A row of `visits.csv`. Times are minutes of the hall's day; null: empty in the file. */
export interface VisitRow {
  readonly hall: string
  readonly day: string
  readonly service: string
  readonly number: string
  /** The number, for comparing. */
  readonly running: number
  readonly arrived: number
  readonly called: number | null
  readonly started: number | null
  readonly finished: number | null
  readonly priority: boolean
}

/** A row of `counters.csv`. */
export interface CounterRow {
  readonly hall: string
  readonly day: string
  readonly service: string
  readonly at: number
  readonly open: number
}

/** One service on one day. */
export interface Line {
  readonly service: string
  /** In order of arrival, then of number. */
  readonly visits: readonly VisitRow[]
  readonly open: readonly { readonly at: number; readonly count: number }[]
}

export interface HallDay {
  readonly hall: string
  readonly day: string
  readonly lines: readonly Line[]
}

/** The rows by day and hall, days in order. */
export function daysOf(visits: readonly VisitRow[], counters: readonly CounterRow[]): HallDay[] {
  const lines = new Map<string, Map<string, { visits: VisitRow[]; open: { at: number; count: number }[] }>>()
  const days = new Map<string, { hall: string; day: string }>()
  const lineOf = ({ hall, day, service }: { hall: string; day: string; service: string }) => {
    const key = JSON.stringify([day, hall])
    days.set(key, { hall, day })
    const ofDay =
      lines.get(key) ?? new Map<string, { visits: VisitRow[]; open: { at: number; count: number }[] }>()
    lines.set(key, ofDay)
    const line = ofDay.get(service) ?? { visits: [], open: [] }
    ofDay.set(service, line)
    return line
  }
  for (const visit of visits) lineOf(visit).visits.push(visit)
  for (const row of counters) lineOf(row).open.push({ at: row.at, count: row.open })
  return [...days]
    .map(([key, { hall, day }]) => ({
      hall,
      day,
      lines: [...(lines.get(key) ?? [])].map(([service, line]) => ({
        service,
        visits: line.visits.toSorted((a, b) => a.arrived - b.arrived || a.running - b.running),
        open: line.open.toSorted((a, b) => a.at - b.at),
      })),
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
