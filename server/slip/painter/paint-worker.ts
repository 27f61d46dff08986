// The process that draws, one picture at a time. A process rather than a thread, because its memory goes back to the
// system only when a process ends.
import { serveJobs } from '../../worker/serve.ts'
import { paint } from './paint.ts'
import type { Job } from './painter.ts'

serveJobs(async (job: Job) => ({ picture: await paint(job) }))
