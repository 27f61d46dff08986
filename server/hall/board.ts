// What the boards say beside the calls: who missed one, and when the hall closes or opens.
import type { Hall } from './hall.ts'
import { hallSpans, nextOpening, type NextOpening } from './hours.ts'
import type { Layout } from './layout.ts'
import type { Missed, Visit } from './visit.ts'

/** Where the plan does not say. */
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

/** The hall's hours as seen from a moment; minutes are those after midnight. */
export interface BoardHours {
  readonly open: boolean
  /** When this span ends; null while closed. */
  readonly closes: number | null
  /** When the next span begins; null if none does within a month. */
  readonly opens: NextOpening | null
  /** It is about to close. */
  readonly closing: boolean
}

/** The hall's hours at `minute` of `day`. They are shown in trial operation too. */
export function boardHours(layout: Layout, day: string, minute: number): BoardHours {
  const span = hallSpans(layout, day).find(({ from, to }) => from <= minute && minute < to)
  const soon = layout.plan.board?.closingMinutes ?? CLOSING_MINUTES
  return {
    open: span !== undefined,
    closes: span ? span.to : null,
    opens: nextOpening(layout, null, day, minute),
    closing: span !== undefined && span.to - minute <= soon,
  }
}
