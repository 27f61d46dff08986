// The process that makes the facts of days that are over, beside the loop. What is to be written it hands over in
// portions and writes nothing itself: stopped or starved in a transaction, it would keep the hall from writing.
import { constants } from 'node:os'
import type { FactsPortion } from '../../store/tables/facts-portions.ts'
import { type Handle, openDatabase } from '../../store/open.ts'
import { relieveWal } from '../../store/unhurried.ts'
import { giveWay, serveJobs } from '../../worker/serve.ts'
import { factsDue } from './build.ts'
import type { Job } from './keep.ts'

// Visitors who take a ticket come first.
giveWay(constants.priority.PRIORITY_BELOW_NORMAL)

let db: Handle | null = null
let due: Iterator<FactsPortion> | null = null

serveJobs(({ dataDir, begins }: Job) => {
  db ??= openDatabase(dataDir, { migrate: false, derived: true })
  if (begins) due = factsDue(db)
  // The process that began is gone.
  if (!due) return Promise.reject(new Error('it has to begin again'))
  const { done, value } = due.next()
  if (!done && value.is === 'facts' && value.first) relieveWal(db)
  return Promise.resolve({ portion: done ? null : value })
})
