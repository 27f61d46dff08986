// A recorded queue as the evaluation reads it: halls with their days, each with its lines. Names serve only to tell
// things apart, and all that matters of a day is its place in the order of days.
import { gunzipSync } from 'node:zlib'
import { decoded, readCsv } from '../../sheets/csv.ts'
import { isDay } from '../../time-zone.ts'

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

// Reads a recorded queue from CSV files. Whatever does not make sense is reported with its line, and then nothing is
// forecast: a forecast from half a file would be wrong without anybody noticing.

/** What is wrong with a file. `line`: as an editor counts, 1 is the head; null: the file as a whole. */
export interface CsvFault {
  readonly line: number | null
  readonly code:
    | 'no-text'
    | 'too-big'
    | 'empty'
    | 'no-column'
    | 'twice-a-column'
    | 'wrong-length'
    | 'no-name'
    | 'no-day'
    | 'no-time'
    | 'no-number'
    | 'no-count'
    | 'no-priority'
    | 'before'
    | 'twice'
  /** The column, and what it had. */
  readonly column: string
  readonly found: string
}

export type Read<Row> =
  | { readonly rows: readonly Row[]; readonly faults: readonly [] }
  | { readonly rows: null; readonly faults: readonly CsvFault[] }

const VISITS = ['hall', 'day', 'service', 'number', 'arrived', 'called', 'started', 'finished', 'priority']
const COUNTERS = ['hall', 'day', 'service', 'at', 'open']
const MOST_ROWS = 2_000_000
const MOST_BYTES = 400_000_000
/** After this many faults the rest says nothing new. */
const MOST_FAULTS = 10

/** Rows of `visits.csv`, gzipped or not. */
export function readVisits(bytes: Uint8Array): Read<VisitRow> {
  const seen = new Set<string>()
  return read(bytes, VISITS, (row) => {
    const { hall, day, service } = row.names()
    const number = row.text('number')
    const running = row.running()
    const times = [
      row.time('arrived'),
      row.time('called'),
      row.time('started'),
      row.time('finished'),
    ] as const
    const [arrived, called, started, finished] = times
    if (row.text('arrived') === '') row.fault('no-time', 'arrived')
    const priority = row.yes('priority')
    row.order(times, ['arrived', 'called', 'started', 'finished'])
    row.once(seen, [hall, day, service, number], 'number')
    return { hall, day, service, number, running, arrived: arrived ?? 0, called, started, finished, priority }
  })
}

/** Rows of `counters.csv`, gzipped or not. */
export function readCounters(bytes: Uint8Array): Read<CounterRow> {
  const seen = new Set<string>()
  return read(bytes, COUNTERS, (row) => {
    const { hall, day, service } = row.names()
    const at = row.time('at')
    if (row.text('at') === '') row.fault('no-time', 'at')
    const open = row.count('open')
    row.once(seen, [hall, day, service, String(at)], 'at')
    return { hall, day, service, at: at ?? 0, open }
  })
}

function read<Row>(bytes: Uint8Array, columns: readonly string[], rowOf: (row: Cells) => Row): Read<Row> {
  const whole = (code: CsvFault['code'], column = '', found = ''): Read<Row> => ({
    rows: null,
    faults: [{ line: null, code, column, found }],
  })
  const text = textOf(bytes)
  if (typeof text !== 'string') return whole(text?.code ?? 'no-text')
  const grid = rowsOf(text)
  if (grid === null || grid.length > MOST_ROWS) return whole(grid === null ? 'no-text' : 'too-big')
  const [head, ...lines] = grid
  const heads = (head ?? []).map((cell) => String(cell ?? '').trim())
  const missing = columns.find((column) => !heads.includes(column))
  if (missing !== undefined) return whole('no-column', missing, heads.join(',').slice(0, 80))
  const double = columns.find((column) => heads.indexOf(column) !== heads.lastIndexOf(column))
  if (double !== undefined) return whole('twice-a-column', double)
  const places = new Map(columns.map((column) => [column, heads.indexOf(column)]))
  const faults: CsvFault[] = []
  const rows: Row[] = []
  for (const [nth, cells] of lines.entries()) {
    if (faults.length >= MOST_FAULTS) break
    if (cells.length <= 1 && String(cells[0] ?? '').trim() === '') continue
    const row = new Cells(
      nth + 2,
      cells.map((cell) => String(cell ?? '').trim()),
      places,
      faults,
    )
    if (cells.length !== heads.length) row.fault('wrong-length', '', String(cells.length))
    else rows.push(rowOf(row))
  }
  if (faults.length > 0) return { rows: null, faults }
  return rows.length === 0 ? whole('empty') : { rows, faults: [] }
}

/** Up to one row more than is allowed, so that none is dropped unnoticed; null: it is not CSV. */
function rowsOf(text: string) {
  try {
    return readCsv(text, MOST_ROWS + 1).rows
  } catch {
    return null
  }
}

function textOf(bytes: Uint8Array): string | { code: 'too-big' } | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return decoded(bytes)
  try {
    return decoded(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }))
  } catch (error) {
    return error instanceof RangeError ? { code: 'too-big' } : null
  }
}

/** The cells of one row, asked for by column; what is wrong with one is noted. */
class Cells {
  private readonly line: number
  private readonly cells: readonly string[]
  private readonly places: ReadonlyMap<string, number>
  private readonly faults: CsvFault[]

  constructor(
    line: number,
    cells: readonly string[],
    places: ReadonlyMap<string, number>,
    faults: CsvFault[],
  ) {
    this.line = line
    this.cells = cells
    this.places = places
    this.faults = faults
  }

  fault(code: CsvFault['code'], column: string, found = this.text(column)): void {
    this.faults.push({ line: this.line, code, column, found: found.slice(0, 40) })
  }

  text(column: string): string {
    return this.cells[this.places.get(column) ?? -1] ?? ''
  }

  names() {
    const [hall, day, service] = [this.text('hall'), this.text('day'), this.text('service')]
    if (hall === '') this.fault('no-name', 'hall')
    if (service === '') this.fault('no-name', 'service')
    if (!isDay(day)) this.fault('no-day', 'day')
    return { hall, day, service }
  }

  /** Minutes after midnight; null if the cell is empty. */
  time(column: string): number | null {
    const text = this.text(column)
    if (text === '') return null
    const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? []
    if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
      this.fault('no-time', column)
      return null
    }
    return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
  }

  /** The number in `A012`: 12. */
  running(): number {
    const digits = /^[^\d\s.,+-]{0,8}(\d{1,9})$/.exec(this.text('number'))?.[1]
    if (digits === undefined) this.fault('no-number', 'number')
    return Number(digits ?? 0)
  }

  count(column: string): number {
    const text = this.text(column)
    if (!/^\d{1,4}$/.test(text)) this.fault('no-count', column)
    return Number(text) || 0
  }

  yes(column: string): boolean {
    const text = this.text(column).toLowerCase()
    if (!['', '0', '1', 'true', 'false', 'priority', 'regular'].includes(text))
      this.fault('no-priority', column)
    return ['1', 'true', 'priority'].includes(text)
  }

  /** Checks that nothing happens before what must come first. */
  order(times: readonly (number | null)[], columns: readonly string[]): void {
    let latest = -1
    for (const [at, time] of times.entries()) {
      if (time === null) continue
      if (time < latest) this.fault('before', columns[at] ?? '')
      latest = Math.max(latest, time)
    }
  }

  once(seen: Set<string>, key: readonly string[], column: string): void {
    const text = JSON.stringify(key)
    if (seen.has(text)) this.fault('twice', column)
    seen.add(text)
  }
}
