// Waits told with tickets, and when the server and its devices were alive. Nobody waits for these: they are written without
// waiting for the disk, and not at all while another process writes.
import type { Database } from 'better-sqlite3'
import type { AliveSpan, StoredAlive, WatchedKind } from '../../reports/watch/alive.ts'
import type { StoredTold } from '../../reports/watch/told.ts'
import { safely } from '../errors.ts'
import { alive, told } from '../queries/watched.ts'
import { prepare } from '../statement.ts'
import { lazily } from '../unhurried.ts'

export function toldTable(db: Database): StoredTold {
  const add = prepare(db, told.add)
  const ofDay = prepare(db, told.ofDay)
  return {
    add: (waits) =>
      lazily(db, () =>
        waits.forEach((wait) => add.run({ ...wait, basis: wait.basis && JSON.stringify(wait.basis) })),
      ),
    ofDay: (day) =>
      safely(() =>
        ofDay
          .all({ day })
          .map((row) => ({ ...row, basis: row.basis === null ? null : numbersOf(row.basis) })),
      ),
  }
}

/** Null if it is damaged: nothing is learnt from that wait, and all others count. */
function numbersOf(text: string): number[] | null {
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) && found.every((one) => typeof one === 'number') ? found : null
  } catch {
    return null
  }
}

export function aliveTable(db: Database): StoredAlive & { since(): number | null } {
  const put = prepare(db, alive.put)
  const within = prepare(db, alive.within)
  const since = prepare(db, alive.since)
  return {
    put: (spans) =>
      lazily(db, () =>
        spans.forEach(({ kind, id, from, to }) => put.run({ kind, id, began: from, ended: to })),
      ),
    since: () => safely(() => since.get({})?.since ?? null),
    within: (from, to) =>
      safely(() =>
        within.all({ from, to }).map(({ kind, id, began, ended }): AliveSpan => ({
          kind: kind as WatchedKind,
          id,
          from: began,
          to: ended,
        })),
      ),
  }
}
