// Opening a data folder: created, brought up to date with a copy kept, or refused with the reason.
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeJournal } from '../../server/store/journal/append.ts'
import { DataDirError, DataTooNew } from '../../server/store/errors.ts'
import { migrations } from '../../server/store/schema.ts'
import { openDatabase } from '../../server/store/open.ts'
import { dataDir, golden, open, overwrite, pageOfEvents, thrown } from './helper.ts'

const newer = [...migrations, 'CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra SELECT type FROM events']

function journalIn(dir: string): void {
  const db = openDatabase(dir)
  makeJournal(db).append({ records: golden })
  db.close()
}

describe('openDatabase', () => {
  it('makes folder and file for their owner alone, set so that a commit is on the disk', () => {
    const dir = join(dataDir(), 'a', 'data')
    const db = open(dir)
    db.exec('CREATE TABLE probe (a)')
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    for (const file of ['antre.db', 'antre.db-wal', 'antre.db-shm']) {
      expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600)
    }
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
  })

  it('finds the last days by the index, without a look at the events', () => {
    const plan = open()
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT seq FROM events INDEXED BY day_openings
         WHERE type = 'day-opened' ORDER BY seq DESC LIMIT 2`,
      )
      .all()
    expect(plan.map(({ detail }) => detail)).toEqual(['SCAN events USING COVERING INDEX day_openings'])
  })

  it('refuses data of a newer version and leaves them as they are', () => {
    const dir = dataDir()
    openDatabase(dir, { migrations: newer }).close()
    const before = readFileSync(join(dir, 'antre.db'))
    const error = thrown(() => openDatabase(dir))
    expect(error).toBeInstanceOf(DataTooNew)
    expect(error).toMatchObject({ code: 'too-new', found: newer.length, known: migrations.length, path: dir })
    expect(readFileSync(join(dir, 'antre.db')).equals(before)).toBe(true)
  })

  it('brings older data up to date and keeps a copy, including what was still in the WAL', () => {
    const dir = dataDir()
    const old = open(dir)
    old.pragma('wal_autocheckpoint = 0')
    makeJournal(old).append({ records: golden })

    const db = open(dir, { migrations: newer })
    expect(db.pragma('user_version', { simple: true })).toBe(newer.length)
    expect(db.prepare('SELECT count(*) FROM extra').pluck().get()).toBe(golden.length)

    const copy = new Database(join(dir, `antre.db.v${migrations.length}.bak`), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect([...makeJournal(copy).events(1)]).toEqual(golden)
    copy.close()
    expect(statSync(copy.name).mode & 0o777).toBe(0o600)
  })

  it('takes a failed migration back whole', () => {
    const dir = dataDir()
    journalIn(dir)
    const broken = [...migrations, 'CREATE TABLE extra (a TEXT); INSERT INTO nowhere VALUES (1)']
    expect(() => openDatabase(dir, { migrations: broken })).toThrow('nowhere')
    const db = open(dir)
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).pluck().get()).toBe(0)
    expect(makeJournal(db).lastSeq()).toBe(golden.length)
  })

  it('migrates nothing and makes nothing for a command beside the server', () => {
    const dir = dataDir()
    expect(thrown(() => openDatabase(dir, { migrate: false }))).toMatchObject({ code: 'missing' })
    expect(thrown(() => openDatabase(dir, { readonly: true }))).toMatchObject({ code: 'missing' })
    expect(readdirSync(dir)).toEqual([])
    journalIn(dir)
    for (const options of [{ migrate: false }, { readonly: true }]) {
      const error = thrown(() => openDatabase(dir, { ...options, migrations: newer }))
      expect(error).toMatchObject({ code: 'too-old' })
    }
    expect(existsSync(join(dir, `antre.db.v${migrations.length}.bak`))).toBe(false)
  })

  it('says not-writable if a file is in the place of the folder, or of a folder above', () => {
    const file = join(dataDir(), 'file')
    writeFileSync(file, '')
    for (const dir of [file, join(file, 'data')]) {
      const error = thrown(() => openDatabase(dir))
      expect(error).toBeInstanceOf(DataDirError)
      expect(error).toMatchObject({ code: 'not-writable', path: dir })
    }
  })

  it.each([
    ['something else', (file: string) => writeFileSync(file, 'not a database, '.repeat(1000))],
    ['overwritten in its table of contents', (file: string) => overwrite(file, 100, 200)],
    ['cut off', (file: string) => truncateSync(file, pageOfEvents(file))],
  ])('says corrupt when the file is %s', (_, harm) => {
    const dir = dataDir()
    journalIn(dir)
    harm(join(dir, 'antre.db'))
    expect(thrown(() => openDatabase(dir))).toMatchObject({ code: 'corrupt', path: dir })
  })

  it('says corrupt while reading when a page of the events is overwritten', () => {
    const dir = dataDir()
    journalIn(dir)
    const file = join(dir, 'antre.db')
    overwrite(file, pageOfEvents(file), 4096)
    const error = thrown(() => [...makeJournal(open(dir)).events(1)])
    expect(error).toMatchObject({ name: 'StorageError', code: 'corrupt' })
  })
})
