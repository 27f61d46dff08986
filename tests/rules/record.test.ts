// Rules J: what happened is recorded, and stays as it was recorded. Tried on a journal in memory with every table.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeJournal } from '../../server/store/journal/append.ts'
import { checkJournal } from '../../server/store/journal/check.ts'
import { accessLogTable } from '../../server/store/tables/access.ts'
import { migrate } from '../../server/store/schema.ts'

function record() {
  const db = new Database(':memory:')
  db.pragma('recursive_triggers = ON')
  migrate(db)
  const recorded = { at: 1, day: '2026-11-24', by: 'staff:s1', key: null, hash: null } as const
  makeJournal(db).append({ records: [{ ...recorded, seq: 1, event: { type: 'clock-confirmed' } }] })
  const told = { by: 'staff:s1', action: 'signed-in', about: 'staff:s1', agency: null } as const
  accessLogTable(db, () => 1).write(told)
  return db
}
const all = (db: Database.Database, table: string) => db.prepare(`SELECT * FROM ${table}`).all()
const found = (db: Database.Database) =>
  [...checkJournal(db, { fold: () => {} })].map(({ code, detail }) => `${code} ${detail}`)

describe.each([
  ['events', 'events_are_kept'],
  ['access_log', 'access_log_is_kept'],
])('what stands in %s', (table, guard) => {
  it.each([
    ['changed', `UPDATE ${table} SET by = 'staff:s2'`],
    ['deleted', `DELETE FROM ${table}`],
    ['replaced', `REPLACE INTO ${table} SELECT * FROM ${table}`],
  ])('[J1] what was recorded is never changed: nor %s', (_how, sql) => {
    const db = record()
    const before = all(db, table)
    expect(() => db.exec(sql)).toThrow('append-only')
    expect(all(db, table)).toEqual(before)
  })

  it('[J1] what was recorded is never changed: the check names a guard that somebody took away', () => {
    const db = record()
    const sound = found(db)
    db.exec(`DROP TRIGGER ${guard}`)
    expect(found(db).filter((line) => !sound.includes(line))).toEqual([`unguarded ${guard}`])
  })
})
