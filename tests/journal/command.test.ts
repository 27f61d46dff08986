// The command `journal` as a person runs it: its output and its exit code.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { runJournalCommand } from '../../server/cli/journal/run.ts'
import type { Recorded } from '../../server/hall/event.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { readFacts } from '../../server/store/tables/facts.ts'
import { replaceDay } from '../../server/store/tables/facts-portions.ts'
import { openDatabase } from '../../server/store/open.ts'
import { aFact } from '../figures/a-fact.ts'
import { dataDir, golden, open, overwrite, pageOfEvents } from './helper.ts'

async function run(dir: string, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runJournalCommand(args, {
    dataDir: dir,
    out: (line) => out.push(line),
    stream: async (text) => void out.push(text),
    err: (line) => err.push(line),
  })
  return { code, out, err }
}

function goldenDir(): string {
  const dir = dataDir()
  const db = openDatabase(dir)
  makeJournal(db).append({ records: golden })
  db.close()
  return dir
}

describe('journal print', () => {
  it('tells the day asked for, else the last one', async () => {
    const dir = goldenDir()
    const { code, out } = await run(dir, 'print', '2026-11-24', '--language', 'en')
    expect(code).toBe(0)
    expect(out).toHaveLength(golden.filter(({ day }) => day === '2026-11-24').length)
    expect(out[0]).toContain('The day 2026-11-24 opens')
    const last = (await run(dir, 'print')).out
    expect(last).toHaveLength(golden.filter(({ day }) => day === '2026-11-25').length)
    expect(last[0]).toContain('Hari 2026-11-25 dibuka')
  })

  it('says so when there is no such day, or none at all', async () => {
    expect(await run(goldenDir(), 'print', '2026-01-01')).toMatchObject({
      code: 1,
      out: [],
      err: [/./].map(() => expect.stringContaining('2026-01-01') as string),
    })
    const empty = dataDir()
    openDatabase(empty).close()
    expect(await run(empty, 'print')).toEqual({ code: 0, out: [], err: ['Jurnal masih kosong.'] })
  })

  it('reads the folder that --data names, beside a server that writes', async () => {
    const dir = goldenDir()
    open(dir).exec('BEGIN IMMEDIATE')
    expect((await run('/nowhere', 'print', '--data', dir)).code).toBe(0)
  })
})

describe('journal days', () => {
  it('lists every opening with its events', async () => {
    const { code, out } = await run(goldenDir(), 'days')
    expect(code).toBe(0)
    expect(out).toHaveLength(5)
    expect(out[0]).toMatch(/^2026-11-23 .*#1 /)
    expect(out[4]).toMatch(new RegExp(`#${golden.length}$`))
  })
})

describe('journal export', () => {
  const recordsIn = (out: readonly string[]) =>
    out
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Recorded)

  it('[RE6] the export is the whole journal: every event in order, with the plan that is kept once', async () => {
    const { code, out, err } = await run(goldenDir(), 'export')
    expect([code, err]).toEqual([0, []])
    expect(recordsIn(out)).toEqual(golden)
  })

  it('[RE6] the export is the whole journal: or some days of it', async () => {
    const dir = goldenDir()
    const days = async (...args: string[]) =>
      new Set(recordsIn((await run(dir, 'export', ...args)).out).map(({ day }) => day))
    expect(await days('--from', '2026-11-24', '--to', '2026-11-24')).toEqual(new Set(['2026-11-24']))
    expect(await days('--from', '2026-11-25')).not.toContain('2026-11-24')
    expect(await days('--to', '2026-11-01')).toEqual(new Set())
    for (const wrong of ['2026-02-30', 'yesterday', ''])
      expect((await run(dir, 'export', '--from', wrong)).code).toBe(2)
    expect((await run(dir, 'days', '--from', '2026-11-24')).code).toBe(2)
  })

  it('[RE6] the export is the whole journal: also from a folder in which nothing can be written', async () => {
    const dir = goldenDir()
    const db = open(dir)
    db.pragma('wal_autocheckpoint = 0')
    makeJournal(db).append({ records: golden.slice(0, 1).map((one) => ({ ...one, seq: golden.length + 1 })) })
    const copy = dataDir()
    for (const name of ['antre.db', 'antre.db-wal']) copyFileSync(join(dir, name), join(copy, name))
    // As on a disk that can't be written, also for the superuser: the index of the WAL can't be made.
    mkdirSync(join(copy, 'antre.db-shm'))
    const { code, out } = await run(copy, 'export')
    expect([code, recordsIn(out).length]).toEqual([0, golden.length + 1])
    expect(readdirSync(copy).sort()).toEqual(['antre.db', 'antre.db-shm', 'antre.db-wal'])
  })
})

describe('journal check', () => {
  it('exits 0 when all is well', async () => {
    expect(await run(goldenDir(), 'check')).toEqual({
      code: 0,
      out: [
        expect.stringContaining('antre.seal') as string,
        `Semua baik: ${golden.length} peristiwa dalam 4 hari.`,
      ],
      err: [],
    })
  })

  it('names a damaged page and exits 1', async () => {
    const dir = goldenDir()
    const file = join(dir, 'antre.db')
    overwrite(file, pageOfEvents(file), 4096)
    const { code, out } = await run(dir, 'check')
    expect(code).toBe(1)
    expect(out[0]).toMatch(/^Berkas basis data rusak: .*page \d+/)
    expect(await run(dir, 'print', '2026-11-24')).toMatchObject({ code: 1 })
  })

  it('says so in one sentence when the file is no database at all', async () => {
    const dir = goldenDir()
    overwrite(join(dir, 'antre.db'), 0, 200)
    const { code, out, err } = await run(dir, 'check')
    expect([code, out, err.length]).toEqual([1, [], 1])
    expect(err[0]).toMatch(/^Berkas basis data rusak: .*not a database/)
  })
})

describe('journal facts rebuild', () => {
  it('makes the facts of all closed days again, and drops what never was', async () => {
    const dir = goldenDir()
    const db = open(dir)
    const nobody = {
      day: '2026-11-24',
      facts: [aFact({ visit: 'nobody' })],
      spans: [],
      names: [],
      hours: null,
    }
    replaceDay(db, nobody, { version: 1, madeOf: '', carries: false })
    const { code, out } = await run(dir, 'facts', 'rebuild')
    expect(code).toBe(0)
    expect(out).toHaveLength(4)
    expect(readFacts(db, '2026-11-23')).toHaveLength(2)
    expect(readFacts(db, '2026-11-24')).toHaveLength(11)
    expect(readFacts(db, '2026-11-25')).toHaveLength(0)
  })

  it('never has the lock while it waits for the disk: the server beside it has to write', async () => {
    const dir = goldenDir()
    const pragma = vi.spyOn(Database.prototype, 'pragma')
    onTestFinished(() => pragma.mockRestore())
    expect((await run(dir, 'facts', 'rebuild')).code).toBe(0)
    const modes = pragma.mock.calls.map(([text]) => text).filter((text) => /synchronous/.test(text))
    expect(modes).toEqual(['synchronous = NORMAL'])
  })

  it('makes those of one day, and knows which days there are', async () => {
    const dir = goldenDir()
    expect((await run(dir, 'facts', 'rebuild', '2026-11-23')).out).toHaveLength(1)
    expect(readFacts(open(dir), '2026-11-24')).toHaveLength(0)
    expect((await run(dir, 'facts', 'rebuild', '2026-01-01')).code).toBe(1)
  })

  it('says which day does not fold and exits 1', async () => {
    const dir = goldenDir()
    const db = open(dir)
    db.exec(
      `DROP TRIGGER events_stay; UPDATE events SET data = json_set(data, '$.visit', 'v9') WHERE type = 'missed'`,
    )
    const { code, err } = await run(dir, 'facts', 'rebuild', '2026-11-24')
    expect(code).toBe(1)
    expect(err[0]).toContain('2026-11-24')
  })
})

describe('journal', () => {
  it.each([
    [],
    ['prnt'],
    ['constructor'],
    ['days', '2026-11-24'],
    ['facts'],
    ['print', '--colour'],
    ['days', '--language', 'fr'],
  ])('answers a command that it does not know with its usage and exit code 2', async (...args: string[]) => {
    const { code, out, err } = await run('/nowhere', ...args)
    expect([code, out]).toEqual([2, []])
    expect(err[0]).toContain('npm run journal --')
  })

  it('helps, in both languages', async () => {
    expect(await run('/nowhere', '--help')).toMatchObject({
      code: 0,
      out: [expect.stringContaining('Pemakaian')],
    })
    expect((await run('/nowhere', '--help', '--language', 'en')).out[0]).toContain('Usage')
  })

  it('says in one sentence that there is no data', async () => {
    const dir = dataDir()
    const { code, err } = await run(dir, 'print')
    expect([code, err.length]).toEqual([1, 1])
    expect(err[0]).toContain(dir)
  })
})
