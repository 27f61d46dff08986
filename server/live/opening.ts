// The hall's hours as screens put them: open or not, when it opens next, and what happens to holders of numbers. The
// words come ready-made from here, with weekday and date in each language: kiosk, boards and phones say the same, and
// an old television needs no calendar of its own.
import { boardHours, type BoardHours } from '../hall/board.ts'
import type { Hall } from '../hall/hall.ts'
import { hallDay, type NextOpening, nextOpening, spansOn, wasOpen, type Whose } from '../hall/hours.ts'
import type { Layout } from '../hall/layout.ts'
import { lastMinute, givenAgain, type QuotaLeft } from '../hall/visit/quota.ts'
import type { Text } from '../hall/equipment.ts'
import { isAtCounter, isEnded, type Visit } from '../hall/visit.ts'
import { lookUp } from '../hall/look-up.ts'
import { dayText, dayTexts, type Spoken } from '../texts/day.ts'
import type { Context } from './context.ts'

const MINUTE = 60_000
const DAY_MINUTES = 1440
const DAYS = { id: formatters('id-ID'), en: formatters('en-GB') }

type Here = Pick<Context, 'hall' | 'now' | 'minute'>

/** The hours at a moment, and what follows from them. */
interface Hours {
  readonly view: BoardHours & { readonly words: Text | null }
  /** When it opens later on the same day, minutes after midnight. */
  readonly later: number | null
  /** It has been open on this day. */
  readonly begun: boolean
}

/** The hours in a view; `words`: when the hall opens next, null if it does not within a month. */
export function hoursView(here: Here): Hours['view'] {
  return hoursNow(here).view
}

/** When a service out of its hours opens; null if it does not within a month. */
export function serviceOpens({ hall: { layout, day }, minute }: Here, service: string): Text | null {
  const whose = { of: 'service', id: service } as const
  const now = minute()
  return openingWords(nextOpening(layout, whose, day, now), day, wasOpen(layout, whose, day, now))
}

/** When a service whose quota is used up gives numbers again. */
export function givesAgain({ hall }: Here, service: string, quota: QuotaLeft): Text | null {
  return givingWords(givenAgain(hall, service, quota), hall.day)
}

/** When a service that gives none for the rest of today gives numbers again. */
export function givesTomorrow({ hall: { layout, day } }: Here, service: string): Text | null {
  return givingWords(nextOpening(layout, { of: 'service', id: service }, day, DAY_MINUTES), day)
}

/** What is said if a quota is used up, by the plan: to ask at the reception, or when to come back. */
export function quotaUsed({ per, atZero }: QuotaLeft, again: Text | null): Text {
  const ends = dayText(`quotaUsed.${per}`)
  const what = atZero?.answer === 'reception' ? dayText('askReception') : again
  return dayTexts(...[ends, what, atZero?.say].filter((words) => words !== null && words !== undefined))
}

/** What is said once today's last number is given, and when there will be more. */
export function numbersOver(again: Text | null): Text {
  const ends = dayText('numbersOver')
  return again ? dayTexts(ends, again) : ends
}

/** What the kiosk says about today's hours, a holiday, a period of other hours; before closing, until when. */
export function openingToday(here: Here): Text {
  const { hall } = here
  const { layout, day } = hall
  const { view, later } = hoursNow(here)
  const { single, holiday, period } = hallDay(layout.plan, day)
  if (!view.open) {
    const next = view.words ?? dayText('closedToday')
    if (single) return dayTexts(named('special', single.name), next)
    return holiday ? dayTexts(named('holiday', holiday.name), next) : next
  }
  if (view.closing && view.closes !== null) {
    if (later !== null) return timed('breakFrom', view.closes, later)
    const last = lastMinute(layout, null, day)
    const ends = timed('closesAt', view.closes)
    return last === null || last >= view.closes ? ends : dayTexts(ends, timed('lastNumber', last))
  }
  const hours = openHours(layout, day)
  const special = single ?? holiday ?? period
  return special ? dayTexts(named('special', special.name), hours) : hours
}

const named = (key: 'holiday' | 'special', name: Text) =>
  dayText(key, (language) => ({ name: lookUp(name, language) ?? name.id }))

function openHours(layout: Layout, day: string): Text {
  return dayText('openToday', (language) => ({
    hours: spansOn(layout, null, day)
      .map(({ from, to }) => `${clock(from, language)}–${clock(to, language)}`)
      .join(', '),
  }))
}

/** What the boards say in the break, and after hours while people are left; null when there is nothing to say. */
export function boardNotice(here: Here, counters: readonly string[], isAnybodyThere: boolean): Text | null {
  const { view, later, begun } = hoursNow(here)
  if (view.open || !begun) return null
  if (later !== null) return timed('boardBreak', later)
  if (!isAnybodyThere) return null
  return dayText(isStaffed(here.hall, counters) ? 'boardAfter' : 'boardLeft')
}

/** What the holder of a number is told about the hours, and when to look again; null: nothing that matters. */
export function ownNotice(here: Here, visit: Visit): { text: Text | null; until: number | null } {
  const { hall, now } = here
  if (hall.visits.get(visit.id) !== visit || visit.steps.every(isEnded)) return { text: null, until: null }
  return { text: ownWords(here, visit), until: now() + MINUTE - (now() % MINUTE) }
}

function ownWords(here: Here, visit: Visit): Text | null {
  const { view, later, begun } = hoursNow(here, whoseHours(visit))
  if (view.open && (!view.closing || later !== null || view.closes === null)) return null
  if (!begun) return later === null ? null : dayTexts(dayText('ownEarly'), timed('ownOpens', later))
  if (later !== null) return dayTexts(timed('ownBreak', later), dayText('ownServed'))
  const ends = view.closes === null ? dayText('ownAfter') : timed('ownClosing', view.closes)
  return dayTexts(ends, dayText(isServed(here.hall, visit) ? 'ownServed' : 'ownLeft'), dayText('ownEnds'))
}

/** The hours of the one service that a visit still needs; those of the hall if there are several. */
function whoseHours({ steps }: Visit): Whose {
  const [id, other] = new Set(steps.filter((step) => !isEnded(step)).map(({ service }) => service))
  return id !== undefined && other === undefined ? { of: 'service', id } : null
}

/** Whether anybody is left who could serve what the visit still needs. */
function isServed(hall: Hall, { steps }: Visit): boolean {
  const left = steps.filter((step) => !isEnded(step))
  const counters = left.flatMap(({ service }) => hall.layout.countersOf.get(service) ?? [])
  return (
    left.some(isAtCounter) ||
    isStaffed(
      hall,
      counters.map(({ id }) => id),
    )
  )
}

/** Whether anybody holds one of these counters, at work or in a pause. */
function isStaffed(hall: Hall, counters: readonly string[]): boolean {
  return counters.some((id) => (hall.counters.get(id)?.state ?? 'closed') !== 'closed')
}

/** Thousands of phones ask in the same minute. By service, `` for the hall. */
let known: { layout: Layout; day: string; minute: number; hours: Map<string, Hours> } | null = null

function hoursNow({ hall: { layout, day }, minute: minuteOf }: Here, whose: Whose = null): Hours {
  const minute = minuteOf()
  if (known?.layout !== layout || known.day !== day || known.minute !== minute) {
    known = { layout, day, minute, hours: new Map() }
  }
  const key = whose ? whose.id : ''
  const before = known.hours.get(key)
  if (before) return before
  const view = boardHours(layout, day, minute, whose)
  const begun = wasOpen(layout, whose, day, minute)
  const later = view.opens?.day === day ? view.opens.minute : null
  const hours = { view: { ...view, words: openingWords(view.opens, day, begun) }, later, begun }
  known.hours.set(key, hours)
  return hours
}

/** `Nomor diberikan lagi pukul 12.00.` */
function givingWords(opens: NextOpening | null, today: string): Text | null {
  if (!opens) return null
  return opens.day === today ? timed('givesAt', opens.minute) : dayText('gives', dated(opens))
}

/** `Buka lagi pukul 13.00`, `Buka Senin, 30 Nov, 08.00`. */
function openingWords(opens: NextOpening | null, today: string, again: boolean): Text | null {
  if (!opens) return null
  if (opens.day === today) return timed(again ? 'opensAgain' : 'opensToday', opens.minute)
  return dayText('opens', dated(opens))
}

function dated({ day, minute }: NextOpening) {
  const at = new Date(`${day}T00:00:00Z`)
  return (language: Spoken) => ({
    weekday: DAYS[language].weekday.format(at),
    date: DAYS[language].date.format(at),
    time: clock(minute, language),
  })
}

function timed(key: Parameters<typeof dayText>[0], minute: number, until = minute): Text {
  return dayText(key, (language) => ({ time: clock(minute, language), until: clock(until, language) }))
}

/** `08.00` in Indonesian, `08:00` in English. */
function clock(minute: number, language: Spoken): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}${language === 'id' ? '.' : ':'}${two(minute % 60)}`
}

/** The hall’s clock at an instant of today, to the minute. */
export function clockOf({ endsAt }: Pick<Hall, 'endsAt'>, at: number, language: Spoken): string {
  return clock(DAY_MINUTES - Math.round((endsAt - at) / MINUTE), language)
}

/** `Rabu`, of a calendar day. */
export function weekdayText(day: string, language: Spoken): string {
  return DAYS[language].weekday.format(new Date(`${day}T00:00:00Z`))
}

/** British English: the day comes before the month, as on all screens. */
function formatters(locale: string) {
  const format = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })
  return { weekday: format({ weekday: 'long' }), date: format({ day: 'numeric', month: 'short' }) }
}
