// Reports without their process: the same work in the test's own, on the data folder of its hall.
import { type Reporter, sharing } from '../../server/reports/reporter.ts'
import { reportsWork } from '../../server/reports/work.ts'

/** What computes the reports of the hall in `dataDir`. */
export function reporterIn(dataDir: string): Reporter {
  const work = reportsWork(dataDir)
  let last: Promise<unknown> = Promise.resolve()
  return {
    ask: sharing((question, signal) => {
      const reply = last.then(() => work.answer(question, signal))
      last = reply.catch(() => {})
      return reply
    }),
    isBusy: () => false,
    close: work.close,
  }
}
