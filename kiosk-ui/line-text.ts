// The queue for one person, in the same words before and after taking the number: how many are ahead, about how long,
// and that no counter is open, if so.
import { formatForecast, formatNumber, formatTime } from '../screens/format.ts'
import type { LiveService } from './standing.ts'
import { kioskText } from './texts/index.ts'

/** `forecast` undefined: not known yet. */
export type Line = {
  ahead: number
  forecast?: LiveService['forecast'] | undefined
  pausedUntil?: string | null | undefined
}

/** `8 orang sebelum Anda`; empty if nobody is ahead. */
export function beforeText({ ahead }: Line): string {
  if (ahead === 0) return ''
  return ahead === 1 ? kioskText('aheadOne') : kioskText('ahead', { count: formatNumber(ahead) })
}

/** `±10–20 menit`; if no counter is open, a note saying so, and until when if somebody said. */
export function whenText({ ahead, forecast, pausedUntil }: Line): string {
  if (forecast === undefined) return ''
  if (forecast === null)
    return pausedUntil
      ? kioskText('counterPaused', { time: formatTime(pausedUntil) })
      : kioskText('nobodyOpen')
  return ahead === 0 ? '' : formatForecast(forecast)
}
