// Where the prefixes of a day stand, as far as the journal knows.
import type { JournalReader } from './read.ts'

/** The highest running number of each prefix on a day; empty for a day that was never open. @throws StorageError */
export function numbersTaken(
  journal: Pick<JournalReader, 'eventsOfDayLabel'>,
  day: string,
): Record<string, number> {
  const numbers = new Map<string, number>()
  const stand = (prefix: string, running: number) =>
    numbers.set(prefix, Math.max(numbers.get(prefix) ?? 0, running))
  for (const { event } of journal.eventsOfDayLabel(day)) {
    if (event.type === 'visit-taken') stand(event.prefix, event.running)
    if (event.type === 'day-opened' || event.type === 'numbers-raised')
      for (const [prefix, running] of Object.entries(event.numbers)) stand(prefix, running)
  }
  return Object.fromEntries(numbers)
}
