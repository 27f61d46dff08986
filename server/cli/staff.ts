// `npm run staff -- …`: makes and repairs staff accounts, even while the server runs. See staff/run.ts.
import { resolve } from 'node:path'
import { karangasem } from '../halls/karangasem/index.ts'
import { readSettings, SettingsError } from '../settings.ts'
import { startFault } from '../start-fault.ts'
import { runStaffCommand } from './staff/run.ts'

// New files are for this user only.
process.umask(0o077)
try {
  process.exitCode = await runStaffCommand(process.argv.slice(2), {
    dataDir: resolve(readSettings(process.env).dataDir),
    samplePlan: karangasem,
    out: console.log,
    err: console.error,
  })
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(startFault(error, null).join('\n'))
  process.exitCode = 1
}
