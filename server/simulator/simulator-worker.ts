// The process that simulates; it yields to the hall.
import { constants } from 'node:os'
import { giveWay, serveJobs } from '../worker/serve.ts'
import { simulate, type SimulationJob } from './simulate.ts'

giveWay(constants.priority.PRIORITY_BELOW_NORMAL)

serveJobs((job: SimulationJob, _, tell) => simulate(job, tell))
