// `npm run rehearse -- …`: fills a new data folder with made-up days. See rehearse/run.ts.
import { karangasem } from '../halls/karangasem/index.ts'
import { runRehearseCommand } from './rehearse/run.ts'

// New files are for this user only.
process.umask(0o077)
process.exitCode = await runRehearseCommand(process.argv.slice(2), {
  samplePlan: karangasem,
  now: Date.now,
  out: console.log,
  err: console.error,
})
