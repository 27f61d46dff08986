// The facts of a story told in a test: as they are now, or as they were when its day closed.
import { foldFacts, factsOf } from '../../server/reports/facts/fold.ts'
import type { Fact } from '../../server/reports/facts/fact.ts'
import type { Recorded } from '../../server/hall/event.ts'

interface Told {
  readonly records: readonly Recorded[]
}

/** As they stand after the last event. */
export const factsNow = ({ records }: Told): Fact[] => factsOf(records)

/** That of one step. */
export function factOf(story: Told, step: string): Fact {
  const found = factsNow(story).find((fact) => fact.step === step)
  if (!found) throw new Error(`no fact of ${step}`)
  return found
}

/** As they were when the last closed day closed. */
export function factsAtClose({ records }: Told): Fact[] {
  const fold = foldFacts()
  const close = records.findLastIndex(({ event }) => event.type === 'day-closed')
  for (const recorded of records.slice(0, close + 1)) fold.follow(recorded)
  return fold.facts(records[close]?.at ?? 0)
}
