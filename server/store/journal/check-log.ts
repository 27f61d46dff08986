// The check's other half: what keeps the journal and the access log from being changed, and the access log itself.
import type { Database } from 'better-sqlite3'
import { accessActions } from '../../access/log.ts'
import type { Finding } from './check.ts'
import { asStorageError, StorageError } from '../errors.ts'
import { wrongParts } from '../schema.ts'

interface LogRow {
  readonly seq: number
  readonly by: string
  readonly action: string
  readonly sound: number
}

const actor = /^(staff|device):.+$|^(command-line|server|stranger)$/

/** Names each guard of an append-only table that is gone or is not what it was made as. */
export function* guards(db: Database): Generator<Finding> {
  for (const { type, name } of wrongParts(db)) {
    if (type === 'trigger') yield { code: 'unguarded', seq: null, detail: name }
  }
}

/** Names the gaps in the access log, and the lines that are not as we write them. */
export function* accessLogFaults(db: Database): Generator<Finding> {
  const page = db.prepare<[number], LogRow>(
    `SELECT seq, by, action, json_valid(detail) AS sound FROM access_log WHERE seq > ? ORDER BY seq LIMIT 1000`,
  )
  let last = 0
  try {
    for (let rows = page.all(last); rows.length > 0; rows = page.all(last)) {
      for (const row of rows) {
        if (row.seq !== last + 1) yield { code: 'log-gap', seq: row.seq, detail: String(last + 1) }
        if (!isSound(row)) yield { code: 'log-wrong-line', seq: row.seq, detail: `${row.by} ${row.action}` }
        last = row.seq
      }
    }
  } catch (error) {
    const known = asStorageError(error)
    if (!(known instanceof StorageError)) throw known
    yield { code: 'damaged', seq: null, detail: known.message }
  }
}

function isSound({ by, action, sound }: LogRow): boolean {
  const known: readonly string[] = accessActions
  return actor.test(by) && known.includes(action) && sound === 1
}
