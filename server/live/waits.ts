// A wait as views have it: the range, and in words what kiosk and phone show of it. The words come ready from here, so that all
// say the same and no page has to carry them.
import type { ToldNow } from '../forecast/hall/tells.ts'
import type { Text } from '../hall/equipment.ts'
import type { Hall } from '../hall/hall.ts'
import type { Standing } from '../hall/visit/standing.ts'
import { rangeText, waitText } from '../texts/wait.ts'
import type { Context } from './context.ts'
import { clockOf } from './opening.ts'
import type { Forecast } from './view-parts.ts'

export interface WaitView {
  readonly forecast: Forecast
  readonly when?: Text
}

/** The same for a newcomer, with a quieter hour where that is worth a way. */
export function newcomerWait(context: Context, service: string, standing: Standing): WaitView {
  const { hall, tells } = context
  const now = context.now()
  const wait = waitView(hall, tells.newcomer(service, false, now), standing)
  const quieter = tells.quieter(service, now)
  if (!quieter || !wait.when) return wait
  const hint = waitText(quieter.isToday ? 'quieterToday' : 'quieter', (language) => ({
    time: clockOf(hall, hall.startsAt + quieter.hour * 3_600_000, language),
  }))
  return { ...wait, when: joined([wait.when, hint]) }
}

/** What is said of a wait that is `told`, for somebody who stands so. `told` null: nobody can know. */
export function waitView(hall: Hall, told: ToldNow | null, standing: Standing): WaitView {
  const when = wordsOf(hall, told, standing)
  return { forecast: forecastView(told), ...(when && { when }) }
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
  // When it is not today, no time is any use.
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

/** What had been told before the last change of a step, and why it changed; null: it never did. */
export function changedText(hall: Hall, { was }: ToldNow): Text | null {
  if (!was) return null
  return waitText(`was.${was.because}`, (language) => ({
    from: clockOf(hall, was.from, language),
    to: clockOf(hall, was.to, language),
  }))
}
