// A process that takes the lock of a data folder and keeps it until it is killed.
import { DataDirError } from '../../../server/journal/errors.ts'
import { lockDataDir } from '../../../server/journal/lock.ts'

try {
  lockDataDir(process.argv[2] ?? '')
  process.stdout.write('held\n')
  process.stdin.resume()
} catch (error) {
  process.stdout.write(`${error instanceof DataDirError ? error.code : String(error)}\n`)
}
