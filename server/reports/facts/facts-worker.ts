// The process that makes the facts of days that are over, beside the loop: a day's facts are written in one short
// transaction, which is all that the loop may have to wait for.
import { constants } from 'node:os'
import type { Handle } from '../../store/open.ts'
import { openDatabase } from '../../store/open.ts'
import { giveWay, serveJobs } from '../../worker/serve.ts'
import { buildFacts } from './build.ts'
import type { Job } from './keep.ts'

/** Milliseconds of work before it says how far it is. */
const SLICE_MS = 2_000

// Visitors who take a ticket come first.
giveWay(constants.priority.PRIORITY_BELOW_NORMAL)

let db: Handle | null = null

serveJobs(({ dataDir }: Job) => {
  db ??= openDatabase(dataDir, { migrate: false, derived: true })
  const until = performance.now() + SLICE_MS
  const days: string[] = []
  const faults: string[] = []
  let left = false
  for (const { day, fault } of buildFacts(db)) {
    days.push(day)
    if (fault !== null) faults.push(`${day}: ${fault}`)
    left = performance.now() > until
    if (left) break
  }
  return Promise.resolve({ days, faults, left })
})
