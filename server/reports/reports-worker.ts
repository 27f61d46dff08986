// The process that computes reports, one after the other, with the lowest priority: a ticket never waits for a report.
import { constants } from 'node:os'
import { giveWay, serveJobs } from '../worker/serve.ts'
import type { Job } from './reporter.ts'
import { type ReportsWork, reportsWork } from './work.ts'

giveWay(constants.priority.PRIORITY_LOW)

let work: { readonly dataDir: string; readonly reports: ReportsWork } | null = null

serveJobs(async ({ dataDir, question }: Job, signal) => {
  if (work?.dataDir !== dataDir) {
    work?.reports.close()
    work = { dataDir, reports: reportsWork(dataDir) }
  }
  return { reply: await work.reports.answer(question, signal) }
})
