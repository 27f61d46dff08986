// Fields for days and hours as columns of a sheet: a day, a time of day, the hours of a day and of a week.
import { lookUp } from '../hall/look-up.ts'
import { type Cell, clock, isBlank, isDay, textOf, w, weekdays, type Words } from './cell.ts'
import { cellOf, type Field, isWord, type Options, type Reader } from './field.ts'
import { fieldAt } from './table.ts'

/** A calendar day. */
export function day(at: string, head: Words, options: Options = {}): Field {
  return {
    at,
    columns: [{ key: at, head, width: options.width ?? 14, type: 'day', hint: options.hint }],
    write: (value) => [dayCell(value)],
    read([cell = null], { say }) {
      if (isBlank(cell)) return options.empty
      const read = readDay(cell)
      if ('fault' in read) say(0, read.fault, { text: textOf(cell) })
      return 'day' in read ? read.day : undefined
    },
    empty: options.empty,
  }
}

/** A day as a typed cell, anything else as its text. */
function dayCell(value: unknown): Cell {
  return typeof value === 'string' && 'day' in readDay(value) && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? { day: value, minute: 0 }
    : cellOf(value)
}

const shut = w('tutup', 'closed')
const hoursHint = w(
  'Jam seperti 08.00–12.00; 13.00–15.30, atau "tutup".',
  'Hours like 08.00–12.00; 13.00–15.30, or "closed".',
)

/** The hours of a week. With `empty`, seven empty cells mean that value; otherwise a day without hours is closed. */
export function week(at: string, head: Words, options: Options = {}): Field {
  return {
    at,
    columns: weekdays.map((weekday, nth) => ({
      key: `${at}.${nth + 1}`,
      head: w(`${head.id} ${weekday.id}`, `${head.en} ${weekday.en}`),
      width: 24,
      type: 'text',
      hint: nth === 0 ? (options.hint ?? hoursHint) : undefined,
    })),
    write: (value, { language }) =>
      weekdays.map((_, nth) => {
        const spans = fieldAt(value, String(nth + 1))
        if (!Array.isArray(spans)) return null
        return spans.length === 0 ? shut[language] : spans.map(spanText).join('; ')
      }),
    read(cells, { say }) {
      if (cells.every(isBlank)) return options.empty
      return Object.fromEntries(
        weekdays.map((_, nth) => [String(nth + 1), spansIn(cells[nth] ?? null, nth, say)]),
      )
    },
    empty: options.empty,
  }
}

const minuteText = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) ? clock(value) : '?'
const spanText = (span: unknown) => `${minuteText(fieldAt(span, 'from'))}–${minuteText(fieldAt(span, 'to'))}`

function spansIn(cell: Cell, nth: number, say: Reader['say']): { from: number; to: number }[] {
  if (isBlank(cell) || isWord(cell, shut) || textOf(cell) === '-') return []
  return textOf(cell)
    .split(/[;,\n&+]| dan | and /)
    .filter((one) => one.trim() !== '')
    .flatMap((one) => {
      const found =
        /^\s*(\d{1,2})[.:](\d{2})\s*(?:-|–|—|s\.?\/?d\.?|sampai|to)\s*(\d{1,2})[.:](\d{2})\s*$/.exec(one)
      const [hour = 0, minute = 0, endHour = 0, endMinute = 0] = (found ?? []).slice(1).map(Number)
      const [from, to] = [hour * 60 + minute, endHour * 60 + endMinute]
      if (found && minute < 60 && endMinute < 60 && from <= 1440 && to <= 1440) return [{ from, to }]
      say(nth, 'not-hours', { text: one.trim() })
      return []
    })
}

/** The hours of one day. Empty: as `empty` says. */
export function spans(at: string, head: Words, options: Options = {}): Field {
  return {
    at,
    columns: [{ key: at, head, width: 24, type: 'text', hint: options.hint ?? hoursHint }],
    write(value, { language }) {
      if (!Array.isArray(value)) return [null]
      return [value.length === 0 ? shut[language] : value.map(spanText).join('; ')]
    },
    read: ([cell = null], { say }) => (isBlank(cell) ? options.empty : spansIn(cell, 0, say)),
    empty: options.empty,
  }
}

/** A time of day, as minutes after midnight. */
export function time(at: string, head: Words, options: Options = {}): Field {
  return {
    at,
    columns: [{ key: at, head, width: options.width ?? 12, type: 'text', hint: options.hint }],
    write: (value) => [value === undefined || value === null ? null : minuteText(value)],
    read([cell = null], { say }) {
      if (isBlank(cell)) return options.empty
      // What a spreadsheet turns 12:00 into.
      if (isDay(cell)) return cell.minute
      const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(textOf(cell)) ?? []
      const read = Number(hour) * 60 + Number(minute)
      if (hour !== undefined && Number(minute) < 60 && read <= 1440) return read
      say(0, 'not-a-time', { text: textOf(cell) })
      return undefined
    },
    empty: options.empty,
  }
}

// Days as people type them: in a date cell, or as text like 17 Agustus 2026 or 17/8/2026, the day first.

const months = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  agt: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  des: 12,
  dec: 12,
}

export type ReadDay =
  | { readonly day: string }
  | { readonly fault: 'not-a-day' | 'day-unreal' | 'day-as-number' }

/** The day that a cell names, as `2026-08-17`. */
export function readDay(cell: Cell): ReadDay {
  if (isDay(cell)) return { day: cell.day }
  if (typeof cell === 'number') return { fault: 'day-as-number' }
  if (typeof cell !== 'string') return { fault: 'not-a-day' }
  const typed = cell.trim()
  // The time of day that a program itself adds to a date.
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(typed)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed)
  if (numbers) return real(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const words = /^(?:[\p{L}']+,? +)?(\d{1,2})[ -]([\p{L}]{3,})\.?[ -](\d{4})$/u.exec(typed)
  const month = words ? lookUp(months, (words[2] ?? '').slice(0, 3).toLowerCase()) : undefined
  return words && month !== undefined
    ? real(Number(words[3]), month, Number(words[1]))
    : { fault: 'not-a-day' }
}

function real(year: number, month: number, day: number): ReadDay {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1900
  return isReal ? { day: at.toISOString().slice(0, 10) } : { fault: 'day-unreal' }
}
