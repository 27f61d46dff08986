// Short times for tests: printers on the same machine answer at once, and those that don't are hardly waited for; half a
// second, as the printer and the hall share a process that may be starved for a while.
import type { Pace } from '../../server/slip/printers/pace.ts'

export const quick: Pace = {
  answer: 500,
  take: 600,
  finish: 1_200,
  slowest: 2_000,
  look: 20,
  settled: 200,
  guessed: 40_000,
  every: 50,
  everyWhileBad: 50,
}
