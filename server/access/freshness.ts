// Somebody else may change the tables while the server runs (`npm run staff`). SQLite tells so: `data_version`
// changes when another connection has committed.
import type { Database } from 'better-sqlite3'

/** How long a change by another process may stay unseen. */
const lookEveryMs = 1000

/**
 * Calls `forget` when another connection changed the file. Meant for every request: it asks SQLite at most once
 * a second. A clock that jumps back asks at once, so that it can't blind the cache.
 */
export function watchOthers(db: Database, forget: () => void): (at: number) => void {
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  let seen = version.get()
  let looked = Number.NEGATIVE_INFINITY
  return (at) => {
    if (at >= looked && at - looked < lookEveryMs) return
    looked = at
    const current = version.get()
    if (current === seen) return
    seen = current
    forget()
  }
}
