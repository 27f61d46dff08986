// A wait as views have it: the range, and the words in which kiosk and phone show it. The words come ready-made from
// here, so that all say the same and no page has to carry them.
import type { Quieter, Tells, ToldNow } from '../forecast/hall/tells.ts'
import { hasPriority } from '../hall/credit.ts'
import type { Text } from '../hall/equipment.ts'
import type { Hall } from '../hall/hall.ts'
import { quotaLeft } from '../hall/visit/quota.ts'
import type { Standing } from '../hall/visit/standing.ts'
import { ticketRefusal } from '../hall/visit/take.ts'
import { aboutText, rangeText, shortRangeText, waitText } from '../texts/wait.ts'
import type { Context } from './context.ts'
import { clockOf, weekdayText } from './opening.ts'
import type { Forecast } from './view-parts.ts'

export interface WaitView {
  readonly forecast: Forecast
  readonly when?: Text
}

/**
 * The same for a newcomer: with a quieter time if one is worth coming back for, and for priority visitors if it
 * differs.
 */
export function newcomerWait(
  { hall, tells, ...context }: Context,
  service: string,
  standing: Standing,
): WaitView & { readonly whenPriority?: Text } {
  const now = context.now()
  const { forecast, when } = waitView(hall, tells.newcomer(service, false, now), standing)
  if (!when) return { forecast }
  const priority = hasPriority(hall.layout.plan.rates) ? tells.newcomer(service, true, now) : null
  const whenPriority = priority && waitView(hall, priority, standing).when
  const quieter = tells.quieter(service, now)
  return {
    forecast,
    when: quieter ? joined([when, quieterText(hall, quieter)]) : when,
    ...(whenPriority && whenPriority['id'] !== when['id'] && { whenPriority }),
  }
}

function quieterText(hall: Hall, { day, minute, minutes }: Quieter): Text {
  const isToday = day === hall.day
  const key = minutes === null ? (isToday ? 'quieterToday' : 'quieter') : isToday ? 'usualToday' : 'usual'
  const usual = aboutText(Math.max(5, 5 * Math.round((minutes ?? 0) / 5)))
  return waitText(key, (language) => ({
    day: day === null ? '' : weekdayText(day, language),
    time: clockOf(hall, hall.startsAt + minute * 60_000, language),
    wait: usual[language] ?? '',
  }))
}

/** A line of a board: the wait, and in small print for whom or how sure it is. */
export interface BoardWait {
  readonly words: Text
  readonly note: Text
}

/**
 * How long somebody who now takes a number for one of these services of an agency will wait; null if nothing can be
 * told about any of them.
 */
export function boardWait(context: Context, agency: string, services: readonly string[]): BoardWait | null {
  const { hall, tells } = context
  const [version, minute] = [tells.version(), context.minute()]
  const isSame = known?.hall === hall && known.tells === tells
  if (!known || !isSame || known.version !== version || known.minute !== minute)
    known = { hall, tells, version, minute, waits: new Map() }
  const before = known.waits.get(agency)
  if (before !== undefined) return before
  const wait = waitOf(context, services)
  known.waits.set(agency, wait)
  return wait
}

/**
 * A call reaches all boards at once and must not wait for this, so it is kept as long as the forecast lasts, about a
 * second.
 */
let known: {
  readonly hall: Hall
  readonly tells: Tells
  readonly version: number
  readonly minute: number
  readonly waits: Map<string, BoardWait | null>
} | null = null

function waitOf(context: Context, services: readonly string[]): BoardWait | null {
  const { hall, tells } = context
  const now = context.now()
  const isFull = (id: string) => tells.isFull(id, now)
  const told = services
    .filter((id) => isGiven(hall, id, { now, minute: context.minute(), isFull }))
    .flatMap((id) => tells.newcomer(id, false, now) ?? [])
  const some = told.filter(({ today }) => today !== 'unlikely')
  if (told.length === 0) return null
  if (some.length === 0) return { words: waitText('boardUnlikely'), note: waitText('newNumber') }
  const low = Math.min(...some.map(({ lowMinutes }) => lowMinutes))
  const high = Math.max(...some.map(({ highMinutes }) => highMinutes))
  const widest = Math.max(...some.map(({ lowMinutes, highMinutes }) => highMinutes - lowMinutes))
  const note =
    some.length < told.length || high - low > MUCH_WIDER * widest
      ? 'byService'
      : some.every(({ today }) => today === 'maybe')
        ? 'notSure'
        : some.every(({ isFirst }) => isFirst)
          ? 'firstEstimate'
          : 'newNumber'
  return { words: shortRangeText(low, high), note: waitText(note) }
}

/** Whether a kiosk gives numbers for it. */
function isGiven(hall: Hall, id: string, time: Parameters<typeof ticketRefusal>[2]): boolean {
  return ticketRefusal(hall, id, time) === null && quotaLeft(hall, id, time.now)?.left !== 0
}

/** Services whose waits together span so much more than each alone are not alike. */
const MUCH_WIDER = 1.5

/** What is said about a wait that is `told`, to somebody in this place. `told` null: nobody can know. */
export function waitView(hall: Hall, told: ToldNow | null, standing: Standing): WaitView {
  const when = wordsOf(hall, told, standing)
  return { forecast: forecastView(told), ...(when && { when }) }
}

/** Whether paper can say something about it that will still be true in a while; *nobody is there yet* will not be. */
export function isWaitKnown(told: ToldNow | null, { openCounters, pausedUntil }: Standing): boolean {
  return told !== null || openCounters > 0 || pausedUntil !== null
}

function forecastView(told: ToldNow | null): Forecast {
  if (!told) return null
  const { lowMinutes, highMinutes, minutes, today, isFirst } = told
  return { lowMinutes, highMinutes, minutes, today, ...(isFirst && { first: true }) }
}

function wordsOf(hall: Hall, told: ToldNow | null, { openCounters, pausedUntil }: Standing): Text | null {
  const pause =
    pausedUntil === null
      ? null
      : waitText('opensAgain', (language) => ({
          time: clockOf(hall, pausedUntil, language),
        }))
  if (!told) return openCounters > 0 ? null : (pause ?? waitText('nobodyOpen'))
  // If it is not today, a time is no use.
  if (told.today === 'unlikely') return waitText('unlikely')
  const range = rangeText(told.lowMinutes, told.highMinutes)
  const wait = told.isFirst ? waitText('first', (language) => ({ wait: range[language] ?? '' })) : range
  const promise = told.today === 'likely' ? null : waitText(told.today)
  const parts = [pause, wait, promise].flatMap((part) => part ?? [])
  return joined(parts)
}

const joined = (parts: readonly Text[]): Text => ({
  id: parts.map((part) => part['id']).join(' · '),
  en: parts.map((part) => part['en']).join(' · '),
})

/** To five minutes, as it was told no more exactly. */
const roundly = (at: number) => Math.round(at / FIVE_MINUTES) * FIVE_MINUTES
const FIVE_MINUTES = 300_000

/** What was told before the last change of a step's wait, and why it changed; null: it never did. */
export function changedText(hall: Hall, { was }: ToldNow): Text | null {
  if (!was) return null
  return waitText(`was.${was.because}`, (language) => ({
    from: clockOf(hall, roundly(was.from), language),
    to: clockOf(hall, roundly(was.to), language),
  }))
}

/** When somebody was to be called at the latest, as the ticket said (milliseconds since 1970). */
export function toldLatest(hall: Hall, at: number): Text {
  return waitText('toldLatest', (language) => ({ time: clockOf(hall, at, language) }))
}
