// The process that writes the survey's report as a document and its figures as tables, with the lowest priority.
import { constants } from 'node:os'
import { giveWay, serveJobs } from '../worker/serve.ts'
import { written } from './document.ts'
import type { Job } from './writer.ts'

giveWay(constants.priority.PRIORITY_LOW)

serveJobs(async (job: Job) => ({ bytes: await written(job) }))
