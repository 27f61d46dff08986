// The facts of a day that is over, made again from the journal alone: as they were written when it closed.
import type { Recorded } from '../../hall/event.ts'
import type { Fact } from '../../hall/facts.ts'
import type { DayOpening, JournalReader } from './read.ts'

type Reading = Pick<JournalReader, 'days' | 'events' | 'leadingTo'>

/**
 * The facts of a day; null if there was no such day or it is still open. `factsOf` folds the events of one opening,
 * up to its close, and gives all facts in it. Who was being served at midnight is found in the day after.
 */
export function factsFromJournal(
  journal: Reading,
  day: string,
  factsOf: (events: readonly Recorded[]) => readonly Fact[],
): Fact[] | null {
  const openings = journal.days()
  const mine = openings.flatMap((opening, index) => (opening.day === day ? [index] : []))
  const facts = new Map<string, Fact>()
  let over = false
  for (const index of [...new Set(mine.flatMap((index) => [index, index + 1]))].sort((a, b) => a - b)) {
    const isMine = openings[index]?.day === day
    const events = closedDay(journal, openings, index, day)
    // It may have been opened again after a close that was none.
    if (isMine) over = events !== null
    if (!events) continue
    for (const fact of factsOf(events)) if (fact.day === day) facts.set(`${fact.visit} ${fact.step}`, fact)
  }
  return over ? [...facts.values()] : null
}

/** The events of an opening up to its close, if it is closed and has anything to do with `day`; else null. */
function closedDay(
  journal: Reading,
  openings: readonly DayOpening[],
  index: number,
  day: string,
): Recorded[] | null {
  const opening = openings[index]
  if (!opening) return null
  const events: Recorded[] = [...journal.leadingTo(opening.seq)]
  for (const recorded of journal.events(opening.seq, openings[index + 1]?.seq)) {
    events.push(recorded)
    const first = events[0]?.event
    if (first?.type === 'day-opened' && first.day !== day && first.carried.every((one) => one.day !== day)) {
      return null
    }
    if (recorded.event.type === 'day-closed') return events
  }
  return null
}
