// Until when, as people say it: a time of day in the hall, which the server is told as minutes from now. Pure.

/** The longest that a command takes. */
const MOST_MINUTES = 12 * 60
const DAY_MINUTES = 24 * 60

/** The time of day `minutes` after `now`, written as `now` is: `11.30` or `11:30`. */
export function timeAfter(now: string, minutes: number): string {
  const at = ((minuteOf(now) ?? 0) + minutes) % DAY_MINUTES
  return `${two(Math.floor(at / 60))}${now.charAt(2)}${two(at % 60)}`
}

/** How many minutes until `time`, today or past midnight; null where that is no time, has just been or is too far. */
export function minutesUntil(now: string, time: string): number | null {
  const [from, to] = [minuteOf(now), minuteOf(time)]
  if (from === null || to === null) return null
  const minutes = (to - from + DAY_MINUTES) % DAY_MINUTES
  return minutes > 0 && minutes <= MOST_MINUTES ? minutes : null
}

/** Minutes after midnight of `9.05`, `09:05` or `0905`. */
function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^\s*([01]?\d|2[0-3])[.:]?([0-5]\d)\s*$/.exec(time) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part))
