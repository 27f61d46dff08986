// When numbers stop before the hours of a day end, so that whoever takes one is served within them (rules X7 and X8):
// a number of minutes before, or once the people waiting fill the time that is left. The forecast decides the latter,
// as people are told it; only while there is none does a rough sum decide.
import type { Time } from '../command.ts'
import type { Hall } from '../hall.ts'
import { spansOn, type Whose } from '../hours.ts'
import type { Layout } from '../layout.ts'
import { minutesUntilServed } from './standing.ts'

/** The last minute of `day` (minutes after midnight) in which numbers are given; null if only the hours end them. */
export function lastMinute(layout: Layout, whose: Whose, day: string): number | null {
  const minutes = ruleOf(layout, whose)?.minutes
  const end = endOf(layout, whose, day)
  return minutes === undefined || end === null ? null : end - minutes
}

/** Why the service gives no more numbers today although it is open; null when it does. In regular operation. */
export function whyNoMore(
  hall: Hall,
  service: string,
  { now, minute, isFull }: Pick<Time, 'now' | 'minute' | 'isFull'>,
): 'closing-soon' | 'day-full' | null {
  const { layout, day } = hall
  const whose = { of: 'service', id: service } as const
  const last = lastMinute(layout, whose, day)
  if (last !== null && minute >= last) return 'closing-soon'
  if (ruleOf(layout, whose)?.capacity !== true) return null
  const foreseen = isFull?.(service) ?? null
  if (foreseen !== null) return foreseen ? 'day-full' : null
  const left = spansOn(layout, whose, day).reduce(
    (sum, { from, to }) => sum + Math.max(0, to - Math.max(from, minute)),
    0,
  )
  return minutesUntilServed(hall, service, now) > left ? 'day-full' : null
}

function ruleOf({ plan, services }: Layout, whose: Whose) {
  return (whose?.of === 'service' ? services.get(whose.id)?.lastTicket : undefined) ?? plan.lastTicket
}

function endOf(layout: Layout, whose: Whose, day: string): number | null {
  const spans = spansOn(layout, whose, day)
  return spans.length === 0 ? null : Math.max(...spans.map(({ to }) => to))
}
