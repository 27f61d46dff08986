// Each plan of the journal is stored once, and nothing can be changed or lost without being found.
import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import { fold } from '../../server/hall/rules.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { checkJournal } from '../../server/store/journal/check.ts'
import { examine } from '../../server/store/journal/examine.ts'
import { makeReader } from '../../server/store/journal/read.ts'
import { migrations } from '../../server/store/schema.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { dataDir, events, open, thrown } from './helper.ts'

const changed = { ...rulesPlan, name: { id: 'Mal lain', en: 'Another mall' } }

/** A day of one ticket’s slip: its opening, the slip, and its end. */
function day(seq: number, label: string, plan = rulesPlan): Recorded[] {
  const at = Date.parse(`${label}T00:00:00Z`)
  const one = (place: number, event: Recorded['event']): Recorded => ({
    seq: seq + place,
    at: at + place,
    day: label,
    by: 'system:clock',
    key: null,
    hash: null,
    event,
  })
  const opened = { type: 'day-opened', day: label, startsAt: at, endsAt: at + 86_400_000, plan } as const
  return [
    one(0, { ...opened, numbers: {}, carried: [] }),
    one(1, { type: 'clock-confirmed' }),
    one(2, { type: 'day-closed', day: label }),
  ]
}

const week = [
  ...day(1, '2026-11-23'),
  ...day(4, '2026-11-24'),
  ...day(7, '2026-11-25', changed),
  ...day(10, '2026-11-26').slice(0, 2),
]

function written(records: readonly Recorded[] = week, dir = dataDir()): Database {
  const db = open(dir)
  makeJournal(db).append({ records })
  return db
}

/** What the triggers refuse. */
function harm(db: Database, sql: string): Database {
  const triggers = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`
  const guards = db.prepare<[], { name: string; sql: string }>(triggers).all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const guard of guards) db.exec(guard.sql)
  return db
}

const foldDay = (records: readonly Recorded[]) => void fold(records, rulesPlan)
const findings = (db: Database) =>
  [...checkJournal(db, { fold: foldDay })].map(({ code, seq }) => [code, seq])
const stored = (db: Database) => db.prepare<[], string>('SELECT text FROM plans ORDER BY rowid').pluck().all()
const hashOf = (db: Database, seq: number) =>
  db
    .prepare<[number], string>(`SELECT json_extract(data, '$.plan') FROM events WHERE seq = ?`)
    .pluck()
    .get(seq) ?? ''
/** Changes the plan that these events carry. */
const alter = (db: Database, seq: number, how: string) =>
  harm(db, `UPDATE plans SET ${how} WHERE hash = '${hashOf(db, seq)}'`)
const lose = (db: Database, seq: number) => harm(db, `DELETE FROM plans WHERE hash = '${hashOf(db, seq)}'`)

const noSeal = { is: 'none' } as const
const sorts = async (db: Database) => (await examine(db, noSeal, true)).found.map(({ kind }) => kind)

describe('[J7] a plan stands in the record once', () => {
  it('however many days and revisions carry it, and each event reads as it was written', () => {
    const db = written()
    expect(stored(db)).toEqual([JSON.stringify(rulesPlan), JSON.stringify(changed)])
    const rows = [...makeReader(db).rows(1)].filter(({ type }) => type === 'day-opened')
    expect(rows.map(({ data }) => data.length < 300)).toEqual([true, true, true, true])
    expect([...makeReader(db).events(1)].map((one) => JSON.stringify(one))).toEqual(
      week.map((one) => JSON.stringify(one)),
    )
    expect(findings(db)).toEqual([])
  })

  it('and a batch that fails leaves none behind', () => {
    const db = open()
    const journal = makeJournal(db)
    expect(() => journal.append({ records: [...day(1, '2026-11-23'), ...events(9, 1)] })).toThrow('is due')
    expect(stored(db)).toEqual([])
    journal.append({ records: day(1, '2026-11-23') })
    expect(stored(db)).toHaveLength(1)
  })

  it('and is never changed or deleted', () => {
    const db = written()
    expect(() => db.exec(`UPDATE plans SET text = '{}'`)).toThrow('append-only')
    expect(() => db.exec('DELETE FROM plans')).toThrow('append-only')
    db.exec('DROP TRIGGER plans_stay')
    expect(findings(db)).toEqual([['unguarded', null]])
  })

  it('beside the events of older servers, which have theirs inside', () => {
    const dir = dataDir()
    const old = open(dir, { migrations: migrations.slice(0, -1) })
    const insert = old.prepare(
      'INSERT INTO events (seq, at, day, type, by, key, hash, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    for (const { seq, at, day, by, key, hash, event } of week.slice(0, 6)) {
      const { type, ...fields } = event
      insert.run(seq, at, day, type, by, key, hash, JSON.stringify(fields))
    }
    old.close()
    const before = rowsIn(open(dir, { migrations: migrations.slice(0, -1), migrate: false }))
    const db = open(dir)
    makeJournal(db).append({ records: week.slice(6) })
    expect(rowsIn(db).slice(0, 6)).toEqual(before)
    expect([...makeReader(db).events(1)]).toEqual(week)
    expect(stored(db)).toHaveLength(2)
  })

  it('and a copy of the database has it', () => {
    const db = written()
    const dir = dataDir()
    db.prepare('VACUUM INTO ?').run(`${dir}/antre.db`)
    expect([...makeReader(open(dir)).events(1)]).toEqual(week)
  })

  it('and a server that knows nothing of it touches nothing', () => {
    const dir = dataDir()
    written(week, dir).close()
    expect(thrown(() => open(dir, { migrations: migrations.slice(0, -1) }))).toMatchObject({
      code: 'too-new',
    })
  })
})

const rowsIn = (db: Database) => db.prepare('SELECT * FROM events ORDER BY seq').all()

describe('[J7] a plan stands in the record once: one that was changed or lost is named at each event that carries it', () => {
  it.each([
    ['a letter of it', `text = replace(text, '"en":"', '"en":"X')`],
    ['a space in it', `text = text || ' '`],
  ])('%s', (_what, how) => {
    expect(findings(alter(written(), 1, how))).toEqual([
      ['plan-altered', 1],
      ['plan-altered', 4],
      ['plan-altered', 10],
    ])
  })

  it('and what can’t be read any more is not folded', () => {
    expect(findings(lose(written(), 7))).toEqual([['plan-lost', 7]])
    expect(findings(alter(written(), 7, `text = '{'`))).toEqual([['plan-altered', 7]])
    expect(findings(alter(written(), 7, `text = '[]'`))).toEqual([
      ['plan-altered', 7],
      ['wrong-shape', 7],
    ])
  })

  it('as is an event whose hash was changed', () => {
    const db = harm(
      written(),
      `UPDATE events SET data = replace(data, '${hashOf(written(), 7)}', 'x') WHERE seq = 7`,
    )
    expect(findings(db)).toEqual([
      ['altered', 7],
      ['plan-lost', 7],
    ])
  })

  it('and the same plan written again mends the days that had lost it', () => {
    const db = lose(written(), 1)
    expect(findings(db)).toEqual([
      ['plan-lost', 1],
      ['plan-lost', 4],
      ['plan-lost', 10],
    ])
    makeJournal(db).append({ records: day(12, '2026-11-27') })
    expect(findings(db).filter(([code]) => code === 'plan-lost')).toEqual([])
  })

  it('and where another text stands in its place, the event keeps its plan', () => {
    const db = alter(written(week.slice(0, 6)), 1, `text = '{}'`)
    makeJournal(db).append({ records: day(7, '2026-11-25') })
    expect([...makeReader(db).events(7)]).toEqual(day(7, '2026-11-25'))
  })
})

describe('[J7] a plan stands in the record once: a start', () => {
  it('ends with words where today’s is lost', async () => {
    const error: unknown = await examine(lose(written(), 10), noSeal, true).catch((fault: unknown) => fault)
    expect(error).toMatchObject({ code: 'corrupt' })
    expect((error as Error).message).toMatch(/event 10: .*its plan .* is lost/)
  })

  it('tells that today’s was changed, and goes on if it still is one', async () => {
    expect(await sorts(alter(written(), 10, `text = replace(text, '"en":"', '"en":"X')`))).toEqual([
      'altered',
    ])
    await expect(sorts(alter(written(), 10, `text = '{}'`))).rejects.toThrow('event 10')
  })

  it('leaves out the day before if that has lost its plan', async () => {
    const found = await examine(lose(written(), 7), noSeal, true)
    expect(found).toMatchObject({ withoutDayBefore: true, found: [{ kind: 'altered', count: 1 }] })
  })

  it('says nothing of earlier years', async () => {
    const db = written([...week.slice(0, 9), ...day(10, '2026-11-26', changed)])
    expect(await sorts(lose(db, 1))).toEqual([])
  })
})
