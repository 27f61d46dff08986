// `npm run journal -- …`: prints, checks and repairs what the journal holds. See journal/run.ts.
import { once } from 'node:events'
import { resolve } from 'node:path'
import { readSettings, SettingsError } from '../settings.ts'
import { startFault } from '../start-fault.ts'
import { runJournalCommand } from './journal/run.ts'

// Reading only the first lines (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** Waits while whoever reads is slower than the disk: the journal is larger than the memory. */
async function writeAll(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

// New files are for this user only.
process.umask(0o077)
try {
  process.exitCode = await runJournalCommand(process.argv.slice(2), {
    dataDir: resolve(readSettings(process.env).dataDir),
    out: console.log,
    stream: writeAll,
    err: console.error,
  })
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(startFault(error, null).join('\n'))
  process.exitCode = 1
}
