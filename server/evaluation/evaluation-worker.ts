// The process that makes a pack: it draws and writes with the lowest priority.
import { constants } from 'node:os'
import { giveWay, serveJobs } from '../worker/serve.ts'
import { makePack, writePack } from './make.ts'
import type { PackJob } from './packs.ts'

giveWay(constants.priority.PRIORITY_LOW)

serveJobs(async ({ material, fonts, file }: PackJob, _signal, tell) => {
  const bytes = await makePack(material, fonts, (share) => tell({ share }))
  await writePack(file, bytes)
  return { bytes: bytes.length }
})
