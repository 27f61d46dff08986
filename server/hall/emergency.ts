// Emergency numbers: what one looks like, and what a command about them must know of the record. `X012-07` is slip 7
// of sheet 12, with its check digit beside it. The prefix is reserved in the plan, and no number that the machine
// gives has a hyphen, so the two never meet.
import type { PaperEntry, TakenBackBecause } from './event-parts.ts'
import type { Recorded } from './event.ts'
import type { Layout } from './layout.ts'
import type { Plan } from './plan.ts'

/** Slips on a sheet: as many as an A4 page has room for. */
export const SLIPS = 8
/** The most sheets that are made at a time. */
export const MOST_SHEETS = 50
/**
 * Used where the plan says nothing; short for *darurat*. Services have one or two letters, so none can have these
 * three.
 */
const USUAL_PREFIX = 'DAR'

/** The letters before every emergency number of this hall. */
export function paperPrefix({ paper }: Pick<Plan, 'paper'>): string {
  return paper?.prefix ?? USUAL_PREFIX
}

/** A sheet's number as it is printed, `012`. */
export function sheetLabel(sheet: number): string {
  return String(sheet).padStart(3, '0')
}

/** The number on a slip, without its check digit: `X012-07`. */
export function paperNumber(prefix: string, sheet: number, slip: number): string {
  return `${prefix}${sheetLabel(sheet)}-${String(slip).padStart(2, '0')}`
}

/**
 * The totally anti-symmetric quasigroup of order 10 from H. M. Damm, Total anti-symmetrische Quasigruppen, Diss.
 * Marburg 2004, p. 111. A digit made with it reveals any one wrong digit and any two neighbours exchanged.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** Damm’s check digit of a row of digits; of a row that ends in its own check digit it is 0. */
export function checkDigit(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)])
  return interim
}

/** The check digit beside the number of a slip. */
export function checkOf(sheet: number, slip: number): number {
  return checkDigit(digitsOf(sheet, slip))
}

function digitsOf(sheet: number, slip: number): string {
  return `${sheetLabel(sheet)}${String(slip).padStart(2, '0')}`
}

export interface PaperNumber {
  readonly sheet: number
  readonly slip: number
}

/** A number as people type it: `X012-07-4`, `x12 07 4` and `012074` are slip 7 of sheet 12, with check digit 4. */
export function paperTyped(
  typed: string,
): (PaperNumber & { readonly prefix: string | null; readonly isRight: boolean }) | null {
  const plain = typed.toUpperCase().replace(/[\s.·-]/g, '')
  const [, prefix = '', sheet = '', slip = '', check = ''] =
    /^([A-Z]{0,3})(\d{1,6})(\d{2})(\d)$/.exec(plain) ?? []
  if (sheet === '') return null
  const number = { sheet: Number(sheet), slip: Number(slip) }
  const isRight = checkOf(number.sheet, number.slip) === Number(check)
  return { ...number, prefix: prefix === '' ? null : prefix, isRight }
}

/** A number without its check digit, as it stands in the record: `x12-7` is `X012-07`. Null if it can't be one. */
export function paperNumberTyped(typed: string): string | null {
  const [, prefix = '', sheet = '', slip = ''] =
    /^\s*([A-Z]{1,3})[\s.]*(\d{1,6})\s*-\s*(\d{1,2})(?:\s*-\s*\d)?\s*$/.exec(typed.toUpperCase()) ?? []
  return prefix === '' ? null : paperNumber(prefix, Number(sheet), Number(slip))
}

/** The sheets of one printing. */
export interface Run {
  readonly prefix: string
  readonly from: number
  readonly to: number
  readonly slips: number
  /** When they were printed, milliseconds since 1970, and by whom. */
  readonly at: number
  readonly by: string
  /** Events are missing here: sheets may have been printed of which nothing is recorded. */
  readonly lost: boolean
}

/** The printing that made this slip; undefined if there was none. */
export function runOf(runs: readonly Run[], { sheet, slip }: PaperNumber): Run | undefined {
  const run = runs.find(({ from, to }) => from <= sheet && sheet <= to)
  return run && slip >= 1 && slip <= run.slips ? run : undefined
}

/** What was entered and counts: for which day, and the event that brought it. */
export interface Standing {
  readonly of: string
  readonly entry: PaperEntry
  readonly recorded: Recorded
}

/**
 * What the record says about a number, as of the event `asOf`. The hall knows only its own day, and what was printed
 * and entered before that never changes.
 */
export interface PaperGround {
  readonly asOf: number
  readonly runs: readonly Run[]
  /** Every entry that counts on the number's sheet. */
  readonly sheet: readonly Standing[]
}

/** A day for which something is entered. Days begin with the first that the hall opened. */
export interface DayThen {
  readonly day: string
  readonly startsAt: number
  readonly endsAt: number
  readonly firstDay: string
  /** The plans that applied on that day, the last one first; if the hall did not open, the one before. */
  readonly layouts: readonly Layout[]
  /** The day on which the sheet was printed, if there is such a sheet. */
  readonly printedOn: string | null
  /** The hall has or had this service, but not on that day. */
  readonly isOfOtherDays: boolean
}

/** Times that may be noted on a slip, in order. */
export const paperTimes = ['arrived', 'called', 'started', 'ended'] as const
export type PaperTime = (typeof paperTimes)[number]

/** What somebody enters for a number. Times are minutes after midnight. */
export interface Entered {
  readonly number: string
  readonly service: string
  readonly counter: string | null
  readonly priority: boolean
  readonly times: Readonly<Record<PaperTime, number | null>>
  readonly outcome: PaperEntry['outcome']
  readonly missing: readonly string[]
}

/** Why an entry is taken back; `note` is the id of a note that says more. */
export interface BackBecause {
  readonly reason: TakenBackBecause
  readonly note: string | null
}
