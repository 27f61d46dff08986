// The process that computes forecasts, one after the other, with a low priority: a ticket never waits for it.
import { constants } from 'node:os'
import { openForesight } from '../../store/foresight.ts'
import { giveWay, serveJobs } from '../../worker/serve.ts'
import { followHall } from './follow.ts'
import type { Job } from './forecaster.ts'
import { Sender } from './sent.ts'

giveWay(constants.priority.PRIORITY_BELOW_NORMAL)

let work: { readonly dataDir: string; readonly hall: ReturnType<typeof followHall> } | null = null

const sender = new Sender()
serveJobs(async ({ dataDir, now }: Job) => {
  if (work?.dataDir !== dataDir) work = { dataDir, hall: followHall(openForesight(dataDir)) }
  const foresight = work.hall.foresee(now)
  return { foresight: foresight && sender.of(foresight) }
})
