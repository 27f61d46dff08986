// The process that simulates; it yields to the hall.
import { constants, setPriority } from 'node:os'
import { serveJobs } from '../worker/serve.ts'
import { simulate, type SimulationJob } from './simulate.ts'

try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Not every system lets it.
}

serveJobs((job: SimulationJob, _, tell) => simulate(job, tell))
