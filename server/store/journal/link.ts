// The chain: each event carries a link, a hash over its stored text and the link before. Changing, removing or
// inserting an event, or replacing the end, breaks the chain at that place.
import { hash as digest } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** An event as stored in its table. */
export interface EventRow {
  readonly seq: number
  readonly at: number
  readonly day: string
  readonly type: string
  readonly by: string
  readonly key: string | null
  readonly hash: string | null
  readonly data: string
  readonly link: string
}

/** The same without its link. */
export type Linked = Omit<EventRow, 'link'>

/** The link before the first event. */
export const firstLink = ''

const LINKS = 1_000

/**
 * The link of an event: SHA-256 as 43 letters of base64url. It is made from the stored text, so that neither an upcast
 * nor a note affects it, and always in the same way: links once written must hold for ever.
 */
export function linkOf(before: string, row: Linked): string {
  const { seq, at, day, type, by, key, hash, data } = row
  // A JSON list is unambiguous: no two different rows make the same text.
  return digest('sha256', before + JSON.stringify([seq, at, day, type, by, key, hash]) + data, 'base64url')
}

/** Whether an event begins its journal: its link follows from nothing, so no event before it was removed. */
export function isFirst(row: EventRow): boolean {
  return row.link === linkOf(firstLink, row)
}

/** Gives links to the events of a journal that had none, within the open transaction. */
export function linkAll(db: Database): void {
  const page = db.prepare<[number], Linked>(`SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ${LINKS}`)
  const write = db.prepare<[string, number]>('UPDATE events SET link = ? WHERE seq = ?')
  let link = firstLink
  for (
    let rows = page.all(Number.MIN_SAFE_INTEGER);
    rows.length > 0;
    rows = page.all(rows.at(-1)?.seq ?? 0)
  ) {
    for (const row of rows) write.run((link = linkOf(link, row)), row.seq)
  }
}
