// How a line stands for one person, before the number is taken and after it, in the same words: how many come before,
// about how long, and that nobody serves now, where that is so.
import { formatForecast, formatNumber, formatTime } from '../screens/format.ts'
import type { LiveService } from './standing.ts'
import { kioskText } from './texts/index.ts'

/** `forecast` undefined: not known yet. */
export type Line = {
  ahead: number
  forecast?: LiveService['forecast'] | undefined
  pausedUntil?: string | null | undefined
}

/** `8 orang sebelum Anda`; empty where nobody comes before. */
export function beforeText({ ahead }: Line): string {
  if (ahead === 0) return ''
  return ahead === 1 ? kioskText('aheadOne') : kioskText('ahead', { count: formatNumber(ahead) })
}

/** `±10–20 menit`; where no counter is open, that, and until when if somebody said. */
export function whenText({ ahead, forecast, pausedUntil }: Line): string {
  if (forecast === undefined) return ''
  if (forecast === null)
    return pausedUntil
      ? kioskText('counterPaused', { time: formatTime(pausedUntil) })
      : kioskText('nobodyOpen')
  return ahead === 0 ? '' : formatForecast(forecast)
}
