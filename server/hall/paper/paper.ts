// Emergency numbers: sheets that are printed while the hall works, and what happened to those who held such a number,
// entered afterwards. No visit of the hall comes of it: the numbers are for the figures, and the machine never gives or calls
// one of them.
import type { Changes } from '../changes.ts'
import type { PaperEntry } from '../event-parts.ts'
import type { Event, Recorded } from '../event.ts'
import { assign, type Hall } from '../hall.ts'
import type { Evolves } from '../rooms.ts'

export const evolves = {
  'paper-printed': noted,
  'paper-entered': noted,
  'paper-taken-back': noted,
} satisfies Partial<Evolves>

function noted(hall: Hall, changes: Changes, _event: Event, { seq }: Recorded): void {
  assign(hall, changes, { paperSeq: seq })
}

/** An entry that counts: for which day, and the event that brought it. */
export interface Standing {
  readonly of: string
  readonly entry: PaperEntry
  readonly recorded: Recorded
}

/** What of these events, in the order of the journal, was not taken back; others than those of paper are passed over. */
export function standing(events: Iterable<Recorded>): Standing[] {
  const found = new Map<string, Standing>()
  for (const recorded of events) {
    const { event } = recorded
    if (event.type === 'paper-entered') {
      const { of, entry } = event
      found.set(entry.visit, { of, entry, recorded })
    } else if (event.type === 'paper-taken-back') found.delete(event.entry.visit)
  }
  return [...found.values()]
}
