// The survey's box: a file of its own, in no back-up, with the answers given since the day opened and those still
// waiting for company. Rows are found only by random bits, what is deleted is overwritten, and after each emptying the
// file is rewritten in the order of those bits, so that nothing in it tells what came first (docs/survey.md, SU2).
import Database from 'better-sqlite3'
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Box, Given, InBox, Leaving } from '../survey/stored.ts'
import { StorageError, safely, storageFault } from './errors.ts'
import { surveyFolder } from './folder.ts'

const VERSION = 1

const tables = `
  CREATE TABLE unused (hash BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE answers (
    id BLOB PRIMARY KEY, service TEXT NOT NULL, agency TEXT, questions INTEGER NOT NULL, month TEXT, what TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE words (
    id BLOB PRIMARY KEY, service TEXT NOT NULL, agency TEXT, questions INTEGER NOT NULL, month TEXT, what TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE profiles (id BLOB PRIMARY KEY, what TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE leaving (batch TEXT PRIMARY KEY, what TEXT NOT NULL) STRICT, WITHOUT ROWID;
`

/**
 * Opens the box of a data folder, and makes it if there is none. `newId`: sixteen random bytes. `careless`: nothing
 * waits for the disk, because what a power cut takes can be made again. @throws StorageError
 */
export function openBox(dataDir: string, newId: () => Buffer, { careless = false } = {}): Box {
  const folder = surveyFolder(dataDir)
  const file = join(folder, 'box.db')
  let found: Box['found'] = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0 ? 'whole' : 'none'
  let lost: (error: unknown) => void = () => {}
  let open = safely(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    try {
      return openFile(file, careless)
    } catch (error) {
      if (!isBroken(error)) throw error
      found = 'damaged'
      return anew()
    }
  })

  /** What can no longer be read is of use only to somebody looking for traces. */
  function anew(): ReturnType<typeof openFile> {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(file + end, { force: true })
    return openFile(file, careless)
  }

  /** Does it, and once more with a new file if the old one turns out to be broken. */
  function work<T>(what: (box: ReturnType<typeof openFile>) => T): T {
    return safely(() => {
      try {
        return what(open)
      } catch (error) {
        if (!isBroken(error)) throw error
        open.db.close()
        open = anew()
        lost(error)
        return what(open)
      }
    })
  }

  return {
    found,
    whenLost: (tell) => void (lost = tell),
    issue: (hashes) => work((box) => box.issue(hashes)),
    isUnused: (hash) => work((box) => box.isUnused.get(hash) !== undefined),
    keepOnly: (hashes) => work((box) => box.keepOnly(hashes)),
    take: (given, right) => work((box) => box.take(given, right, newId)),
    contents: () => work((box) => box.contents()),
    isEmpty: () => work((box) => box.any.get() === undefined),
    turn: (out, into, leaving) => work((box) => box.turn(out, into, leaving)),
    leaving: () =>
      work((box) => {
        const row = box.leaving.get()
        return row ? { batch: row.batch, leaving: JSON.parse(row.what) as Leaving } : null
      }),
    arrived: () => work((box) => void box.arrived.run()),
    tidy: () => work((box) => void box.db.exec('VACUUM')),
    close: () => void open.db.close(),
  }
}

type Row = {
  id: Buffer
  service: string
  agency: string | null
  questions: number
  month: string | null
  what: string
}

function openFile(file: string, careless: boolean) {
  const isNew = !existsSync(file)
  const db = new Database(file, { timeout: 2_000 })
  try {
    if (isNew) chmodSync(file, 0o600)
    // No write-ahead log: it would keep what was written, in order.
    db.pragma(`journal_mode = ${careless ? 'MEMORY' : 'DELETE'}`)
    db.pragma(`synchronous = ${careless ? 'OFF' : 'FULL'}`)
    db.pragma('secure_delete = ON')
    // Rewriting the file needs room for a second one.
    db.pragma('temp_store = MEMORY')
    db.pragma('cache_size = -1000')
    prepareTables(db)
    return statements(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareTables(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version === 0)
    db.transaction(() => {
      db.exec(tables)
      db.pragma(`user_version = ${VERSION}`)
    }).immediate()
  else if (version !== VERSION) throw new StorageError('corrupt', null, new Error(`version ${version}`))
  const check = String(db.pragma('quick_check(1)', { simple: true }))
  if (check !== 'ok') throw new StorageError('corrupt', null, new Error(check))
}

function statements(db: Database.Database) {
  const addUnused = db.prepare<[Buffer]>('INSERT OR IGNORE INTO unused VALUES (?)')
  const use = db.prepare<[Buffer]>('DELETE FROM unused WHERE hash = ?')
  const isUnused = db.prepare<[Buffer]>('SELECT 1 FROM unused WHERE hash = ?')
  const allUnused = db.prepare<[], Buffer>('SELECT hash FROM unused').pluck()
  const addAnswer = db.prepare('INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?, ?)')
  const addWords = db.prepare('INSERT INTO words VALUES (?, ?, ?, ?, ?, ?)')
  const addProfile = db.prepare('INSERT INTO profiles VALUES (?, ?)')
  const answers = db.prepare<[], Row>('SELECT * FROM answers')
  const words = db.prepare<[], Row>('SELECT * FROM words')
  const profiles = db.prepare<[], Pick<Row, 'id' | 'what'>>('SELECT * FROM profiles')
  const goes = ['answers', 'words', 'profiles'].map((table) =>
    db.prepare<[Buffer]>(`DELETE FROM ${table} WHERE id = ?`),
  )
  const addLeaving = db.prepare('INSERT INTO leaving VALUES (?, ?)')
  const found = <R extends Pick<Row, 'id'>>({ id, ...row }: R) => ({ ...row, id: id.toString('hex') })

  return {
    db,
    isUnused,
    any: db.prepare('SELECT 1 FROM answers UNION ALL SELECT 1 FROM leaving LIMIT 1'),
    leaving: db.prepare<[], { batch: string; what: string }>('SELECT batch, what FROM leaving'),
    arrived: db.prepare('DELETE FROM leaving'),
    issue: db.transaction((hashes: readonly Buffer[]) => {
      for (const hash of hashes) addUnused.run(hash)
    }).immediate,
    keepOnly: db.transaction((hashes: readonly Buffer[]) => {
      const kept = new Set(hashes.map((hash) => hash.toString('hex')))
      for (const hash of allUnused.all()) if (!kept.has(hash.toString('hex'))) use.run(hash)
    }).immediate,
    take: db.transaction((given: Given, right: Buffer | null, newId: () => Buffer) => {
      if (right !== null && use.run(right).changes === 0) return 'unknown'
      const { id, service, agency, questions, month, scores, words: written, profile } = given
      const isNew = addAnswer.run(id, service, agency, questions, month, scores).changes > 0
      if (!isNew) return 'again'
      if (written !== null) addWords.run(newId(), service, agency, questions, month, written)
      if (profile !== null) addProfile.run(newId(), profile)
      return 'taken'
    }).immediate,
    contents: (): InBox => ({
      answers: answers.all().map(found),
      words: words.all().map(found),
      profiles: profiles.all().map(found),
    }),
    turn: db.transaction((out: readonly string[], into: InBox, leaving: ReturnType<Box['leaving']>) => {
      for (const id of out) for (const go of goes) go.run(Buffer.from(id, 'hex'))
      for (const [add, rows] of [
        [addAnswer, into.answers],
        [addWords, into.words],
      ] as const)
        for (const { id, service, agency, questions, month, what } of rows)
          add.run(Buffer.from(id, 'hex'), service, agency, questions, month, what)
      for (const { id, what } of into.profiles) addProfile.run(Buffer.from(id, 'hex'), what)
      if (leaving) addLeaving.run(leaving.batch, JSON.stringify(leaving.leaving))
    }).immediate,
  }
}

/** Whether the file is damaged, or is no longer the one at its place. */
function isBroken(error: unknown): boolean {
  if (error instanceof StorageError) return error.code === 'corrupt'
  if (error instanceof Database.SqliteError && error.code === 'SQLITE_READONLY_DBMOVED') return true
  return storageFault(error) === 'corrupt'
}
