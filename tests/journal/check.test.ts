// The check of the whole journal: silent when all is well, and every fault with its name and place.
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import { fold } from '../../server/hall/rules.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { checkJournal } from '../../server/store/journal/check.ts'
import { accessLogTable } from '../../server/store/tables/access.ts'
import { linkAll } from '../../server/store/journal/link.ts'
import { openDatabase } from '../../server/store/open.ts'
import { makeUpcast } from '../../server/store/journal/read.ts'
import { dataDir, golden, open, overwrite, pageOfEvents } from './helper.ts'

const seqOf = (type: string) => golden.find(({ event }) => event.type === type)?.seq ?? 0
const lastDay = golden.findLast(({ event }) => event.type === 'day-opened')?.seq ?? 0

function foldDay(events: readonly Recorded[]) {
  const first = events[0]?.event
  if (first?.type !== 'day-opened') throw new Error('a day begins with its opening')
  fold(events, first.plan)
}

/** Does with `sql` what the triggers refuse, and puts them back. `after` runs before that. */
function unguarded(db: Database, sql: string, after: (db: Database) => void = () => {}): void {
  const triggers = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`
  const guards = db.prepare<[], { name: string; sql: string }>(triggers).all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  after(db)
  for (const guard of guards) db.exec(guard.sql)
}

/** The golden journal after `sql` altered it, with new links so that they do not give it away. */
function harmed(sql: string, after: (db: Database) => void = linkAll): Database {
  const db = open()
  makeJournal(db).append({ records: golden })
  unguarded(db, sql, after)
  return db
}
const untold = () => {}

/** Code and seq of every finding. */
function findings(db: Database, upcast = makeUpcast()) {
  return [...checkJournal(db, { fold: foldDay, upcast })].map(({ code, seq }) => [code, seq])
}

const earlier = (seq: number) => harmed(`UPDATE events SET at = at - 3600000 WHERE seq = ${seq}`)

describe('checkJournal', () => {
  it('finds nothing in the golden journal, nor in an empty one', () => {
    expect([...checkJournal(harmed(''), { fold: foldDay })]).toEqual([])
    expect([...checkJournal(open(), { fold: foldDay })]).toEqual([])
  })

  it('names a gap, and a first event that is not the first', () => {
    expect(findings(harmed(`DELETE FROM events WHERE seq = ${seqOf('slip-printed')}`))).toContainEqual([
      'gap',
      seqOf('slip-printed') + 1,
    ])
    expect(findings(harmed('UPDATE events SET seq = -seq WHERE seq = 1'))).toContainEqual(['gap', -1])
  })

  it.each([
    ['not-json', `UPDATE events SET data = '{' WHERE seq = 3`],
    ['wrong-shape', `UPDATE events SET data = json_set(data, '$.running', 'one') WHERE seq = 3`],
    ['wrong-shape', `UPDATE events SET data = json_set(data, '$.nik', '51') WHERE seq = 3`],
    ['wrong-shape', `UPDATE events SET data = '[]' WHERE seq = 3`],
    ['wrong-shape', `UPDATE events SET by = 'somebody' WHERE seq = 3`],
    ['unknown-type', `UPDATE events SET type = 'visit-stolen' WHERE seq = 3`],
  ])('names what is %s, and then does not fold that day', (code, sql) => {
    expect(findings(harmed(sql))).toEqual([[code, 3]])
  })

  it.each([
    ['its time', 'at = at + 1'],
    ['who did it', `by = 'staff:s9'`],
    ['its text', `data = replace(data, '"running":1', '"running":2')`],
    ['a space in its text', `data = replace(data, ',', ', ')`],
    ['its key', `key = 'x'`],
    ['its link', `link = 'x'`],
  ])('names an event of which somebody changed %s', (_what, change) => {
    const seq = seqOf('visit-taken')
    const found = findings(harmed(`UPDATE events SET ${change} WHERE seq = ${seq}`, untold))
    expect(found[0]).toEqual(['altered', seq])
  })

  it('names the event behind one that was taken out', () => {
    const found = findings(harmed('DELETE FROM events WHERE seq = 20', untold))
    expect(found.slice(0, 2)).toEqual([
      ['gap', 21],
      ['altered', 21],
    ])
  })

  it('looks at events after the upcasts', () => {
    const db = harmed(`UPDATE events SET type = 'absent' WHERE type = 'missed'`)
    const missed = golden.filter(({ event }) => event.type === 'missed')
    expect(findings(db)).toEqual(missed.map(({ seq }) => ['unknown-type', seq]))
    const upcast = makeUpcast([{ type: 'absent', upcast: (old) => ({ ...old, type: 'missed' }) }])
    expect(findings(db, upcast)).toEqual([])
  })

  it('names a time that falls, but for a confirmed clock', () => {
    expect(findings(earlier(seqOf('missed')))).toContainEqual(['time-fell', seqOf('missed')])
    expect(findings(earlier(seqOf('clock-confirmed')))).toEqual([])
  })

  it('names an event of another day, between two days, and before the first', () => {
    expect(findings(harmed(`UPDATE events SET day = '2026-11-23' WHERE seq = ${seqOf('missed')}`))).toEqual([
      ['wrong-day', seqOf('missed')],
    ])
    const closed = seqOf('day-closed')
    expect(
      findings(
        harmed(`UPDATE events SET data = json_set(data, '$.day', '2026-11-22') WHERE seq = ${closed}`),
      ),
    ).toEqual([['wrong-day', closed]])
    expect(
      findings(
        harmed(`INSERT INTO events SELECT seq + 1000, at, day, type, by, key, hash, data, link FROM events;
        DELETE FROM events WHERE seq < 1000 OR seq = 1001`),
      )
        .filter(([code]) => code === 'wrong-day')
        .map(([, seq]) => seq),
    ).toEqual(golden.filter(({ day, seq }) => seq > 1 && day === '2026-11-23').map(({ seq }) => seq + 1000))
  })

  it('names an event after the close of its day', () => {
    const db = open()
    const closed = seqOf('day-closed')
    const last = golden[closed - 1]
    const late = last && { ...last, seq: closed + 1, event: { type: 'clock-confirmed' } as const }
    makeJournal(db).append({ records: [...golden.slice(0, closed), ...(late ? [late] : [])] })
    expect(findings(db)).toEqual([['wrong-day', closed + 1]])
  })

  it('names the day that does not fold, by its opening', () => {
    const db = harmed(
      `UPDATE events SET data = json_set(data, '$.visit', 'v9') WHERE seq = ${seqOf('missed')}`,
    )
    const day = golden.findLast(({ event, seq }) => event.type === 'day-opened' && seq < seqOf('missed'))
    expect(findings(db)).toEqual([['does-not-fold', day?.seq]])
    expect(lastDay).toBeGreaterThan(day?.seq ?? 0)
  })

  it.each([
    ['events_stay', 'DROP TRIGGER events_stay'],
    ['access_log_is_kept', 'DROP TRIGGER access_log_is_kept'],
    [
      'events_are_kept',
      `DROP TRIGGER events_are_kept; CREATE TRIGGER events_are_kept BEFORE DELETE ON events
         WHEN OLD.seq < 0 BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
    ],
  ])('names the guard %s where it is gone or does not guard', (name, sql) => {
    const db = open()
    db.exec(sql)
    expect([...checkJournal(db, { fold: foldDay })]).toEqual([{ code: 'unguarded', seq: null, detail: name }])
  })

  it('names what is wrong in the access log: a gap, and a line that we did not write', () => {
    const db = open()
    const log = accessLogTable(db, () => 1)
    for (let count = 0; count < 1500; count++)
      log.write({ by: 'server', action: 'device-made', about: 'device:d1', agency: null })
    expect(findings(db)).toEqual([])
    unguarded(
      db,
      `DELETE FROM access_log WHERE seq = 2; UPDATE access_log SET by = 'x' WHERE seq = 7;
       UPDATE access_log SET action = 'x' WHERE seq = 1200; UPDATE access_log SET detail = '{' WHERE seq = 1400`,
    )
    expect(findings(db)).toEqual([
      ['log-gap', 3],
      ['log-wrong-line', 7],
      ['log-wrong-line', 1200],
      ['log-wrong-line', 1400],
    ])
  })

  it('names a damaged page and from where events can not be read, and does not throw', () => {
    const dir = dataDir()
    const whole = openDatabase(dir)
    makeJournal(whole).append({ records: golden })
    whole.close()
    const file = join(dir, 'antre.db')
    const at = pageOfEvents(file)
    overwrite(file, at, 4096)
    const found = [...checkJournal(open(dir, { readonly: true }), { fold: foldDay })]
    expect(found[0]).toMatchObject({ code: 'damaged', seq: null })
    expect(found[0]?.detail).toContain(`${at / 4096 + 1}`)
    expect(found.at(-1)).toMatchObject({ code: 'unreadable', seq: expect.any(Number) as number })
  })
})
