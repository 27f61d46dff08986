// The process that writes and reads spreadsheets, one after the other.
import { serveJobs } from '../worker/serve.ts'
import { readFile } from './read.ts'
import type { Job } from './sheets.ts'
import { writeFile } from './write.ts'

serveJobs(async (job: Job) =>
  job.do === 'write' ? { bytes: await writeFile(job) } : { read: await readFile(job) },
)
