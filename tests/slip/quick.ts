// Short times for tests: printers on the same machine answer at once, and those that don't are not waited for.
import type { Pace } from '../../server/slip/printers/pace.ts'

export const quick: Pace = {
  answer: 150,
  take: 300,
  finish: 600,
  slowest: 2_000,
  look: 20,
  settled: 200,
  guessed: 40_000,
  every: 50,
  everyWhileBad: 50,
}
