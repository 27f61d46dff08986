// `npm run journal -- …`: tells, checks and repairs what the journal holds. See journal/run.ts.
import { resolve } from 'node:path'
import { readSettings, SettingsError } from '../settings.ts'
import { startFault } from '../start-fault.ts'
import { runJournalCommand } from './journal/run.ts'

// Reading only the first lines (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// New files are for this user only.
process.umask(0o077)
try {
  process.exitCode = runJournalCommand(process.argv.slice(2), {
    dataDir: resolve(readSettings(process.env).dataDir),
    out: console.log,
    err: console.error,
  })
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(startFault(error, null).join('\n'))
  process.exitCode = 1
}
