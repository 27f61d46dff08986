// The process that writes and reads spreadsheets, one after the other.
import { serveJobs } from '../worker/serve.ts'
import { readFile, writeFile } from './file.ts'
import type { Job } from './sheets.ts'

serveJobs(async (job: Job) =>
  job.do === 'write' ? { bytes: await writeFile(job) } : { read: await readFile(job) },
)
