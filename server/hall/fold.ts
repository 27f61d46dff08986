// Folds recorded events into a hall: how a day is read from the journal.
import { Changes } from './changes.ts'
import type { Recorded } from './event.ts'
import { evolve } from './evolve.ts'
import type { Hall } from './hall.ts'
import { layOut } from './layout.ts'
import { emptyHall } from './new-day.ts'
import type { Plan } from './plan.ts'

/** The hall after these events. `plan` stands until the first `day-opened` brings its own. */
export function fold(events: Iterable<Recorded>, plan: Plan): Hall {
  const hall = emptyHall(layOut(plan))
  const changes = new Changes()
  for (const recorded of events) {
    evolve(hall, changes, recorded)
    changes.keep()
  }
  return hall
}

/**
 * The hall after today's events, and what is still asked of the day before; as long as nobody took a number today, that
 * one can be opened again.
 */
export function foldDays(today: Iterable<Recorded>, dayBefore: Iterable<Recorded>, plan: Plan): Hall {
  const { day, visits, tokens, seen, closedDay } = fold(dayBefore, plan)
  const hall = fold(today, plan)
  if (day === '') return hall
  const isBegun =
    hall.goesOnWith !== hall.openedWith || [...hall.visits.values()].some((one) => one.day === hall.day)
  return { ...hall, yesterday: { day, visits, tokens, seen }, closedDay: isBegun ? null : closedDay }
}
