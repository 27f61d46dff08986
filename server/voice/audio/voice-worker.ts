// The process that makes the sound, one announcement at a time. A process and not a thread, because what it takes (150 MB
// while it works) goes back to the system only when a process ends, and because nothing in it can take the server down.
import { serveJobs } from '../../worker/serve.ts'
import type { Job } from '../job.ts'
import { announce } from './announce.ts'

// Every run leaves behind 32 MB that the collector, seeing few objects, is in no hurry to reclaim.
const collect = () => void setImmediate(() => globalThis.gc?.())

serveJobs<Job>(announce, collect)
