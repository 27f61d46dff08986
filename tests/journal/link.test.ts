// The chain of links: the same rows give the same links for ever, and changing an event breaks it.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeJournal } from '../../server/store/journal/append.ts'
import { checkJournal } from '../../server/store/journal/check.ts'
import { firstLink, linkAll, linkOf } from '../../server/store/journal/link.ts'
import { migrations } from '../../server/store/schema.ts'
import { makeReader } from '../../server/store/journal/read.ts'
import { dataDir, golden, open } from './helper.ts'

/** The last version whose events had no links. */
const unlinked = migrations.findIndex((step) => typeof step !== 'string')

/** Links of golden events by their seq, written down: each stands for all events up to it. Only ever added to. */
const known: Readonly<Record<number, string>> = {
  1: 'NqZVc48NhHQve8uxDCRR70PM909LBJUAcyyzNrq6q40',
  150: 'a60cskiV4rSLmnZMoeNeQi4OkIz_mSMmd5cgd0SdYag',
}

/** The golden events as servers wrote them that kept each plan within its event. */
function goldenRows() {
  const db = open()
  const insert = db.prepare(
    `INSERT INTO events (seq, at, day, type, by, key, hash, data, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')`,
  )
  for (const { seq, at, day, by, key, hash, event } of golden) {
    const { type, ...fields } = event
    insert.run(seq, at, day, type, by, key, hash, JSON.stringify(fields))
  }
  db.exec('DROP TRIGGER events_stay')
  linkAll(db)
  return [...makeReader(db).rows(1)]
}

/** A data folder as it was written before there were links. */
function oldFolder(): string {
  const dir = dataDir()
  const db = open(dir, { migrations: migrations.slice(0, unlinked) })
  const insert = db.prepare(
    'INSERT INTO events (seq, at, day, type, by, key, hash, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { seq, at, day, type, by, key, hash, data } of goldenRows())
    insert.run(seq, at, day, type, by, key, hash, data)
  db.close()
  return dir
}

it('the same rows give the same links for ever', () => {
  const found = goldenRows().filter(({ seq }) => seq in known)
  expect(Object.fromEntries(found.map(({ seq, link }) => [seq, link]))).toEqual(known)
})

it('a link is made of every column, and of the link before', () => {
  const row = { seq: 1, at: 2, day: '2026-11-24', type: 't', by: 'b', key: null, hash: null, data: '{}' }
  const others = [
    { ...row, seq: 2 },
    { ...row, at: 2.5 },
    { ...row, day: '2026-11-25' },
    { ...row, type: 'u' },
    { ...row, by: 'c' },
    { ...row, key: '' },
    { ...row, hash: '' },
    { ...row, data: '{ }' },
  ].map((other) => linkOf(firstLink, other))
  const all = [linkOf(firstLink, row), linkOf('x', row), ...others]
  expect(new Set(all).size).toBe(all.length)
})

it('a batch that failed leaves the chain as it was', () => {
  const db = open()
  const journal = makeJournal(db)
  journal.append({ records: golden.slice(0, 3) })
  const [last] = golden
  expect(() => journal.append({ records: [golden[3], last].filter((one) => one !== undefined) })).toThrow(
    'is due',
  )
  journal.append({ records: golden.slice(3) })
  expect([...checkJournal(db, { fold: () => {} })]).toEqual([])
})

describe('a journal from before there were links', () => {
  it('gets them when it is brought up to date, with a copy kept and the guards back in their place', () => {
    const dir = oldFolder()
    const db = open(dir)
    expect([...makeReader(db).rows(1)]).toEqual(goldenRows())
    expect([...checkJournal(db, { fold: () => {} })]).toEqual([])
    expect(() => db.exec(`UPDATE events SET link = '' WHERE seq = 1`)).toThrow('append-only')
    const copy = new Database(`${dir}/antre.db.v${unlinked}.bak`, { readonly: true })
    expect(copy.prepare('SELECT count(*) FROM events').pluck().get()).toBe(golden.length)
    copy.close()
  })

  it('stays as it was where that fails half-way', () => {
    const dir = oldFolder()
    const broken = [...migrations, 'INSERT INTO nowhere VALUES (1)']
    expect(() => open(dir, { migrations: broken })).toThrow('nowhere')
    const db = new Database(`${dir}/antre.db`)
    expect(db.pragma('user_version', { simple: true })).toBe(unlinked)
    expect(() => db.exec(`UPDATE events SET by = 'x'`)).toThrow('append-only')
    db.close()
  })
})
