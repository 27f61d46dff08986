// A process that takes the lock of a data folder, forgets what it got, and keeps the lock until it is killed.
import { DataDirError } from '../../../server/store/errors.ts'
import { lockDataDir } from '../../../server/store/folder.ts'

try {
  lockDataDir(process.argv[2] ?? '')
  globalThis.gc?.()
  process.stdout.write('held\n')
  process.stdin.resume()
} catch (error) {
  process.stdout.write(`${error instanceof DataDirError ? error.code : String(error)}\n`)
}
