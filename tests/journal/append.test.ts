// Appending: all of a batch or nothing, on the disk, and never changed again.
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { makeJournal } from '../../server/store/journal/append.ts'
import { StorageError } from '../../server/store/errors.ts'
import { openDatabase } from '../../server/store/open.ts'
import { dataDir, events, golden, open, thrown } from './helper.ts'

describe('append', () => {
  it('keeps events and notes of one batch together, across a restart', () => {
    const dir = dataDir()
    const db = openDatabase(dir)
    const note = { id: 'n1', day: '2026-11-24', text: 'bawa KK asli' }
    makeJournal(db).append({ records: golden, notes: [note] })
    db.close()

    const again = open(dir)
    const journal = makeJournal(again)
    expect(journal.lastSeq()).toBe(golden.length)
    expect([...journal.events(1)]).toEqual(golden)
    expect(journal.noteTexts()).toEqual(new Map([['n1', { day: '2026-11-24', text: 'bawa KK asli' }]]))
  })

  it('keeps nothing of a batch of which one part fails', () => {
    const db = open()
    const journal = makeJournal(db)
    journal.append({ records: events(1, 2), notes: [{ id: 'n1', day: '2026-11-24', text: 'a' }] })
    const twice = { records: events(3, 2), notes: [{ id: 'n1', day: '2026-11-24', text: 'b' }] }
    expect(() => journal.append(twice)).toThrow('UNIQUE')
    expect(db.inTransaction).toBe(false)
    expect(journal.lastSeq()).toBe(2)
    expect([...journal.events(1)]).toHaveLength(2)
    expect(journal.noteTexts().get('n1')?.text).toBe('a')
  })

  it('refuses a seq that does not go on from the last one', () => {
    const journal = makeJournal(open())
    journal.append({ records: events(1, 2) })
    expect(() => journal.append({ records: events(2, 1) })).toThrow('event 2 where 3 is due')
    expect(() => journal.append({ records: events(4, 1) })).toThrow('event 4 where 3 is due')
    journal.append({ records: events(3, 1) })
    expect(journal.lastSeq()).toBe(3)
  })

  it('keeps a time with a fraction as it is', () => {
    const journal = makeJournal(open())
    const [first] = events(1, 1)
    journal.append({ records: first ? [{ ...first, at: 1_795_500_000_000.25 }] : [] })
    expect([...journal.events(1)][0]?.at).toBe(1_795_500_000_000.25)
  })

  it('says StorageError full when there is no space, keeps nothing, and goes on when there is', () => {
    const db = open()
    const journal = makeJournal(db)
    journal.append({ records: events(1, 10) })
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.pragma(`max_page_count = ${pages + 1}`)
    const large = events(11, 500)
    const error = thrown(() => journal.append({ records: large }))
    expect(error).toBeInstanceOf(StorageError)
    expect(error).toMatchObject({ code: 'full', sqlite: 'SQLITE_FULL' })
    expect(db.inTransaction).toBe(false)
    expect([...journal.events(1)]).toHaveLength(10)

    db.pragma('max_page_count = 100000')
    journal.append({ records: large })
    expect(journal.lastSeq()).toBe(510)
    expect([...journal.events(1)]).toEqual([...events(1, 10), ...large])
  })

  it('says StorageError busy while another process writes for too long, and goes on afterwards', () => {
    const dir = dataDir()
    const db = open(dir)
    db.pragma('busy_timeout = 10')
    const journal = makeJournal(db)
    const other = open(dir)
    other.exec('BEGIN IMMEDIATE')
    expect(thrown(() => journal.append({ records: events(1, 1) }))).toMatchObject({ code: 'busy' })
    other.exec('ROLLBACK')
    journal.append({ records: events(1, 1) })
    expect(journal.lastSeq()).toBe(1)
  })
})

describe('the table of events', () => {
  it.each([
    ['changed', `UPDATE events SET by = 'staff:x' WHERE seq = 1`],
    ['deleted', 'DELETE FROM events WHERE seq = 2'],
    [
      'replaced',
      `REPLACE INTO events SELECT seq, at, day, type, 'staff:x', key, hash, data, link FROM events WHERE seq = 1`,
    ],
  ])('is append-only: no event is ever %s', (_, sql) => {
    const db = open()
    const journal = makeJournal(db)
    journal.append({ records: golden })
    expect(() => db.exec(sql)).toThrow('append-only')
    expect([...journal.events(1)]).toEqual(golden)
  })
})

describe('notes', () => {
  it('are erased by day, and from the files too', () => {
    const dir = dataDir()
    const journal = makeJournal(open(dir))
    journal.append({
      records: events(1, 1),
      notes: [
        { id: 'n1', day: '2026-11-23', text: 'RAHASIA-KEMARIN' },
        { id: 'n2', day: '2026-11-24', text: 'hari ini' },
      ],
    })
    const everywhere = () =>
      ['antre.db', 'antre.db-wal'].map((file) => readFileSync(`${dir}/${file}`, 'latin1')).join('')
    expect(everywhere()).toContain('RAHASIA-KEMARIN')

    expect(journal.eraseNotes('2026-11-24')).toBe(1)
    expect([...journal.noteTexts().keys()]).toEqual(['n2'])
    expect(everywhere()).not.toContain('RAHASIA-KEMARIN')
  })

  it('are erased from the files as soon as nobody reads an older state any more, and nobody waits for that', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const dir = dataDir()
    const db = open(dir)
    const journal = makeJournal(db)
    journal.append({
      records: events(1, 1),
      notes: [{ id: 'n1', day: '2026-11-23', text: 'RAHASIA-KEMARIN' }],
    })
    // A report that goes on, or its process was stopped in the middle.
    const report = open(dir, { readonly: true, migrate: false })
    report.exec('BEGIN')
    report.prepare('SELECT count(*) FROM events').get()
    const log = () => readFileSync(`${dir}/antre.db-wal`, 'latin1')

    journal.append({ records: events(2, 1) })
    expect(journal.eraseNotes('2026-11-24')).toBe(1)
    expect(db.pragma('busy_timeout', { simple: true })).toBe(2_000)
    vi.advanceTimersByTime(20_000)
    expect(log()).toContain('RAHASIA-KEMARIN')
    journal.append({ records: events(3, 1) })

    report.exec('COMMIT')
    vi.advanceTimersByTime(5_000)
    expect(log()).not.toContain('RAHASIA-KEMARIN')
    expect(vi.getTimerCount()).toBe(0)
    expect(readFileSync(`${dir}/antre.db`, 'latin1')).not.toContain('RAHASIA-KEMARIN')
    expect(journal.lastSeq()).toBe(3)
  })

  it('are erased from the files no more once the database is closed', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const dir = dataDir()
    const db = open(dir)
    const journal = makeJournal(db)
    journal.append({ records: events(1, 1), notes: [{ id: 'n1', day: '2026-11-23', text: 'x' }] })
    const report = open(dir, { readonly: true, migrate: false })
    report.exec('BEGIN')
    report.prepare('SELECT count(*) FROM events').get()
    journal.append({ records: events(2, 1) })
    journal.eraseNotes('2026-11-24')
    db.close()
    vi.advanceTimersByTime(20_000)
    expect(vi.getTimerCount()).toBe(0)
  })
})
