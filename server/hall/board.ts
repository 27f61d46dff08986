// What the boards show beside the calls: who missed one, when the hall closes or opens, and which media are due.
import type { MediaFile, MediaRules, Schedule, Text } from './equipment.ts'
import type { Hall } from './hall.ts'
import { dayAfter, type NextOpening, nextOpening, spansOn, weekdayOf, type Whose } from './hours.ts'
import type { Layout } from './layout.ts'
import type { Missed, Visit } from './visit.ts'

/** Defaults of the plan. */
const MISSED_MINUTES = 30
const CLOSING_MINUTES = 30

/** Who missed a call that the boards still show at `now` (milliseconds since 1970), the latest first. */
export function missedOnBoard(hall: Hall, now: number): { visit: Visit; step: Missed }[] {
  const minutes = hall.layout.plan.board?.missedMinutes ?? MISSED_MINUTES
  const shown: { visit: Visit; step: Missed }[] = []
  for (const { missed } of hall.queues.values()) {
    for (const place of missed.places) {
      const visit = hall.visits.get(place.visit)
      const step = visit?.steps[place.index]
      if (visit && step?.status === 'missed' && step.since + minutes * 60_000 > now) {
        shown.push({ visit, step })
      }
    }
  }
  return shown.sort((a, b) => b.step.since - a.step.since)
}

/** The hall's hours from one moment on; minutes are counted from midnight. */
export interface BoardHours {
  readonly open: boolean
  /** When this span ends; null while closed. */
  readonly closes: number | null
  /** When the next span begins; null if none does within a month. */
  readonly opens: NextOpening | null
  /** It is about to close. */
  readonly closing: boolean
}

/** The hours of the hall, or of what is in it, at `minute` of `day`. They are shown in trial operation too. */
export function boardHours(layout: Layout, day: string, minute: number, whose: Whose = null): BoardHours {
  const span = spansOn(layout, whose, day).find(({ from, to }) => from <= minute && minute < to)
  const soon = layout.plan.board?.closingMinutes ?? CLOSING_MINUTES
  return {
    open: span !== undefined,
    closes: span ? span.to : null,
    opens: nextOpening(layout, whose, day, minute),
    closing: span !== undefined && span.to - minute <= soon,
  }
}

/** Default: seconds that a picture is shown. */
const PICTURE_SECONDS = 10
/** The most items that one board is given at once. */
export const MOST_FILES = 40
export const MOST_LINES = 8
/** The longest text that a board takes as one line, in characters. */
const MOST_TEXT = 300
const DAY_MINUTES = 1440

/** A moment of the hall: its day, and minutes after its midnight. */
export interface Moment {
  readonly day: string
  readonly minute: number
}

/** Whether a board of `zone` (null: of the whole hall) shows it now. */
export function isDue({ from, to, days, hours, zones }: Schedule, now: Moment, zone: string | null): boolean {
  if (zones && (zone === null || !zones.includes(zone))) return false
  if (!hours) return isDayOf({ from, to, days }, now.day)
  const [begins, ends] = [minutesOf(hours.from), minutesOf(hours.to)]
  if (begins < ends) return begins <= now.minute && now.minute < ends && isDayOf({ from, to, days }, now.day)
  // Over midnight: what began yesterday belongs to yesterday.
  if (now.minute >= begins) return isDayOf({ from, to, days }, now.day)
  return now.minute < ends && isDayOf({ from, to, days }, dayAfter(now.day, -1))
}

function isDayOf({ from, to, days }: Pick<Schedule, 'from' | 'to' | 'days'>, day: string): boolean {
  if (from !== undefined && day < from) return false
  if (to !== undefined && day > to) return false
  return !days || days.includes(weekdayOf(day))
}

/**
 * The files of the folder that a board shows now, in order, with the seconds that a picture is shown. If it is
 * `dark`, only those that the plan gives hours of their own.
 */
export function filesDue<F extends { readonly name: string }>(
  rules: MediaRules | undefined,
  files: readonly F[],
  now: Moment,
  zone: string | null,
  dark = false,
): { file: F; seconds: number }[] {
  const said = new Map<string, MediaFile>((rules?.files ?? []).map((item) => [item.file, item]))
  return files
    .filter(({ name }) => isDue(said.get(name) ?? {}, now, zone))
    .filter(({ name }) => !dark || said.get(name)?.hours !== undefined)
    .slice(0, MOST_FILES)
    .map((file) => ({ file, seconds: said.get(file.name)?.seconds ?? rules?.seconds ?? PICTURE_SECONDS }))
}

/** The announcements as text that a board shows now. */
export function linesDue(rules: MediaRules | undefined, now: Moment, zone: string | null): Text[] {
  return (rules?.lines ?? [])
    .filter((line) => isDue(line, now, zone))
    .slice(0, MOST_LINES)
    .map(({ text }) => shortened(text))
}

/** Minutes until some schedule begins or ends, at most until midnight. */
export function minutesToChange(rules: MediaRules | undefined, { minute }: Moment): number {
  const bounds = [...(rules?.files ?? []), ...(rules?.lines ?? [])].flatMap(({ hours }) =>
    hours ? [minutesOf(hours.from), minutesOf(hours.to)] : [],
  )
  return Math.min(...bounds.filter((bound) => bound > minute), DAY_MINUTES) - minute
}

function shortened(text: Text): Text {
  const long = Object.entries(text).some(([, words]) => words.length > MOST_TEXT)
  if (!long) return text
  return Object.fromEntries(
    Object.entries(text).map(([code, words]) => [code, [...words].slice(0, MOST_TEXT).join('')]),
  ) as Text
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
