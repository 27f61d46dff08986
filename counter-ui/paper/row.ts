// A row being typed: its fields as typed, and what each of them means for the server.
import type { Problem } from '../../screens/command.ts'
import type { PaperDay, PaperEntryView } from '../../server/http/commands/paper-shapes.ts'
import { emergencyText } from './texts.ts'

export const TIMES = ['arrived', 'called', 'started', 'ended'] as const
export type TimeField = (typeof TIMES)[number]
export type Field = 'number' | 'day' | 'service' | 'outcome' | 'counter' | 'missing' | TimeField
export const BECAUSE = ['mistyped', 'other-number', 'other-day', 'other'] as const
export type Because = (typeof BECAUSE)[number]
export const OUTCOMES = ['served', 'incomplete', 'not-served'] as const

export interface RowFields extends Readonly<Record<TimeField, string>> {
  readonly id: number
  /** Whether it gets the focus right away: the previous row was saved, or somebody pressed *correct*. */
  readonly isNext: boolean
  readonly number: string
  /** Its id; null: none chosen. `serviceWords` is the text in the field. */
  readonly service: string | null
  readonly serviceWords: string
  readonly priority: boolean
  readonly outcome: (typeof OUTCOMES)[number]
  readonly counter: string
  readonly missing: readonly string[]
  /** The entry that it corrects, for which day and why; null: it is a new one. */
  readonly correcting: PaperEntryView | null
  readonly day: string
  readonly because: Because
  readonly faults: Readonly<Partial<Record<Field, string>>>
  /** Faults of the row as a whole. */
  readonly problem: Problem | null
}

let made = 0

export function newRow(isNext = false): RowFields {
  return {
    id: (made += 1),
    isNext,
    number: '',
    service: null,
    serviceWords: '',
    priority: false,
    arrived: '',
    called: '',
    started: '',
    ended: '',
    outcome: 'served',
    counter: '',
    missing: [],
    correcting: null,
    day: '',
    because: 'mistyped',
    faults: {},
    problem: null,
  }
}

/** The row in which an entry is corrected. `nameOf`, `labelOf`: of a service and a counter by id. */
export function rowOf(
  entry: PaperEntryView,
  nameOf: (service: string) => string,
  labelOf: (counter: string) => string,
): RowFields {
  const { sheet, slip, check, service, counter, priority, outcome, missing, day } = entry
  const time = (value: string | null) => (value ?? '').replace(':', '.')
  return {
    ...newRow(true),
    number: slipWhole({ sheet, slip, check }),
    service,
    serviceWords: nameOf(service),
    priority,
    arrived: time(entry.arrived),
    called: time(entry.called),
    started: time(entry.started),
    ended: time(entry.ended),
    outcome,
    counter: counter === null ? '' : labelOf(counter),
    missing,
    correcting: entry,
    day,
  }
}

/**
 * The field's fault, as far as the page can tell; undefined: none. Only complete rows are sent; the server checks the
 * rest.
 */
export function faultOf(
  row: RowFields,
  field: Field,
  day: PaperDay,
  sheet: number | null,
): string | undefined {
  switch (field) {
    case 'number':
      return slipTyped(row.number, sheet) ? undefined : emergencyText('notANumber')
    case 'service':
      return row.service === null ? emergencyText('chooseService') : undefined
    case 'counter':
      return row.counter.trim() === '' || counterOf(row, day)
        ? undefined
        : emergencyText('unknownCounter', { label: row.counter.trim() })
    case 'arrived':
    case 'called':
    case 'started':
    case 'ended':
      return faultOfTime(row, field)
    default:
      return undefined
  }
}

function faultOfTime(row: RowFields, field: TimeField): string | undefined {
  const time = timeTyped(row[field])
  if (time === null) return emergencyText('notATime')
  if (time === '') return undefined
  const before = TIMES.slice(0, TIMES.indexOf(field)).map((one) => timeTyped(row[one]) ?? '')
  return before.some((one) => one > time) ? emergencyText('reversed') : undefined
}

/** The counter whose number was typed. */
export function counterOf(
  { counter }: RowFields,
  { counters }: PaperDay,
): PaperDay['counters'][number] | undefined {
  const label = counter.trim().toLowerCase()
  return counters.find((one) => one.label.toLowerCase() === label)
}

/** What is sent besides the number and the day. */
export function notedOf(row: RowFields, day: PaperDay): object {
  const times = TIMES.map((field) => [field, timeTyped(row[field]) || null] as const)
  return {
    service: row.service,
    counter: counterOf(row, day)?.id ?? null,
    priority: row.priority,
    ...Object.fromEntries(times),
    outcome: row.outcome,
    missing: row.outcome === 'incomplete' ? row.missing : [],
  }
}

const FIELDS = new Map<string, Field>([
  ['unknown-paper-number', 'number'],
  ['wrong-check-digit', 'number'],
  ['already-entered', 'number'],
  ['nothing-entered', 'number'],
  ['sheet-of-other-day', 'number'],
  ['sheet-printed-later', 'number'],
  ['unknown-service', 'service'],
  ['service-not-then', 'service'],
  ['unknown-counter', 'counter'],
  ['not-served-here', 'counter'],
  ['unknown-requirement', 'missing'],
  ['missing-without-incomplete', 'missing'],
  ['day-not-enterable', 'day'],
])

/** The field that a refusal is about; null: the row as a whole. */
export function fieldOfRefusal({ code, about }: Problem): Field | null {
  const time = TIMES.find((field) => field === about)
  if (time) return time
  return FIELDS.get(code) ?? null
}

// What people type in a hurry, turned into what the server reads: times, numbers of slips, words of a service.

/** `0915`, `915`, `9.15`, `9:15`, `9` and `09.15` are `09:15` and `09:00`; empty: nothing noted; null: not a time. */
export function timeTyped(typed: string): string | '' | null {
  const plain = typed.trim()
  if (plain === '') return ''
  const [, hours = '', minutes = '0'] =
    /^(\d{1,2})[.:, ]?(\d{2})$/.exec(plain) ?? /^(\d{1,2})$/.exec(plain) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

export interface SlipTyped {
  readonly sheet: number
  readonly slip: number
  readonly check: number
}

/**
 * A slip's number with its check digit: `012074`, `DAR012-07-4`, or only `074` on the sheet that is being entered
 * (`current`; null: none yet). Null if it is not one.
 */
export function slipTyped(typed: string, current: number | null): SlipTyped | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s.·-]/g, '')
    .replace(/^[A-Z]{1,3}/, '')
  const [, sheet = '', slip = '', check = ''] = /^(\d{0,6})(\d{2})(\d)$/.exec(plain) ?? []
  if (slip === '' || (sheet === '' && current === null)) return null
  return { sheet: sheet === '' ? Number(current) : Number(sheet), slip: Number(slip), check: Number(check) }
}

/** The whole number as the server reads it, `012-07-4`. */
export function slipWhole({ sheet, slip, check }: SlipTyped): string {
  return `${String(sheet).padStart(3, '0')}-${String(slip).padStart(2, '0')}-${check}`
}

/** Finds things by their words: each typed word must begin one of them. */
export function matching<T>(things: readonly T[], wordsOf: (thing: T) => string, typed: string): T[] {
  const asked = wordsIn(typed)
  return things.filter((thing) => {
    const words = wordsIn(wordsOf(thing))
    return asked.every((start) => words.some((word) => word.indexOf(start) === 0))
  })
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
