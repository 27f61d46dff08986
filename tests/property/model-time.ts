// The model's clock for timers: minute by minute, it asks whether the hall rests. It knows nothing of spans and instants.
import type { Plan } from '../../server/hall/plan.ts'

const MINUTE = 60_000
const MINUTES = 24 * 60
/** The hall of the random days is in UTC+8. */
const AHEAD = 8 * 60 * MINUTE

/** Instants and how many milliseconds run between them, rests left out. */
export function ends(plan: Plan, service: string, day: string, from: number, ms: number): number {
  let at = from
  let left = ms
  while (left > 0) {
    const next = (Math.floor(at / MINUTE) + 1) * MINUTE
    if (!rests(plan, service, day, at)) {
      if (left <= next - at) return at + left
      left -= next - at
    }
    at = next
  }
  return at
}

/** Whether timers of the service stand still at this instant of a day. */
export function rests(plan: Plan, service: string, day: string, at: number): boolean {
  if (plan.operation !== 'regular') return false
  const minute = Math.floor((at + AHEAD - Date.parse(`${day}T00:00:00Z`)) / MINUTE)
  return minute >= 0 && minute < MINUTES && (restsOfDay(plan, service, day)[minute] ?? false)
}

const known = new WeakMap<Plan, Map<string, boolean[]>>()

function restsOfDay(plan: Plan, service: string, day: string): boolean[] {
  const ofPlan = known.get(plan) ?? new Map<string, boolean[]>()
  known.set(plan, ofPlan)
  const key = `${service} ${day}`
  const before = ofPlan.get(key)
  if (before) return before
  const agency = plan.services.find(({ id }) => id === service)?.agency
  const open = [0, 1, 2].map((depth) =>
    Array.from({ length: MINUTES }, (_, minute) => isOpen(plan, depth, agency, service, day, minute)),
  )
  const [hall = []] = open
  const made = Array.from({ length: MINUTES }, (_, minute) => {
    const isBefore = hall.includes(true) && !hall.slice(0, minute + 1).includes(true)
    return (
      isBefore ||
      open.some(
        (of) =>
          !of[minute] && of.indexOf(true) < minute && of.lastIndexOf(true) > minute && of.includes(true),
      )
    )
  })
  ofPlan.set(key, made)
  return made
}

/** Whether it is open in that minute of a day; `depth`: the hall, its agency, its service. */
export function isOpen(
  plan: Plan,
  depth: number,
  agency: string | undefined,
  service: string,
  day: string,
  minute: number,
): boolean {
  const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
  const within = (spans: readonly { from: number; to: number }[]) =>
    spans.some(({ from, to }) => minute >= from && minute < to)
  const week = plan.hours[(weekday + 1) as 1]
  const single = plan.days?.find((one) => one.day === day)
  const isHoliday = plan.holidays.some((one) => one.day === day)
  if (!single && isHoliday) return false
  if (!within(single ? single.spans : week)) return false
  if (depth === 0) return true
  if (single?.open && !single.open.includes(agency ?? '')) return false
  if (week.length === 0) return true
  const own = plan.agencies.find(({ id }) => id === agency)?.hours
  if (own && !within(own[(weekday + 1) as 1])) return false
  if (depth === 1) return true
  const ofService = plan.services.find(({ id }) => id === service)?.hours
  return !ofService || within(ofService[(weekday + 1) as 1])
}
