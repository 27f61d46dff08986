// Whether the files that are open are still those at their path. Once a file is deleted or another one stands in its place,
// SQLite writes on into what nobody will ever find again, and says that all is well.
import { statSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * Watches the files of an open database by their place on the disk; they must be there now. Nothing is opened: see lock.ts.
 * The answer names the file that is not the one it was, null while all are.
 */
export function watchFiles(database: string): () => string | null {
  const files = [database, `${database}-wal`, `${database}-shm`].map((path) => ({ path, was: placeOf(path) }))
  return () => {
    const lost = files.find(({ path, was }) => placeOf(path) !== was)
    return lost === undefined ? null : basename(lost.path)
  }
}

/** Device and inode; empty where there is no such file, or nobody can look. */
function placeOf(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found ? `${found.dev} ${found.ino}` : ''
  } catch {
    return ''
  }
}
