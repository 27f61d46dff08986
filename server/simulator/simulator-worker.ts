// The process that simulates; the hall has priority over it.
import { constants } from 'node:os'
import { giveWay, serveJobs } from '../worker/serve.ts'
import { simulate, type SimulationJob } from './simulate.ts'

giveWay(constants.priority.PRIORITY_BELOW_NORMAL)

serveJobs((job: SimulationJob, _, tell) => simulate(job, tell))
