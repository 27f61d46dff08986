// The command `journal` as a person runs it: its output and its exit code.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runJournalCommand } from '../../server/cli/journal/run.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { readFacts } from '../../server/store/tables/facts.ts'
import { openDatabase } from '../../server/store/open.ts'
import { fact, writeFacts } from './fact.ts'
import { dataDir, golden, open, overwrite, pageOfEvents } from './helper.ts'

function run(dir: string, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = runJournalCommand(args, {
    dataDir: dir,
    out: (line) => out.push(line),
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
  it('tells the day asked for, else the last one', () => {
    const dir = goldenDir()
    const { code, out } = run(dir, 'print', '2026-11-24', '--language', 'en')
    expect(code).toBe(0)
    expect(out).toHaveLength(golden.filter(({ day }) => day === '2026-11-24').length)
    expect(out[0]).toContain('The day 2026-11-24 opens')
    const last = run(dir, 'print').out
    expect(last).toHaveLength(golden.filter(({ day }) => day === '2026-11-25').length)
    expect(last[0]).toContain('Hari 2026-11-25 dibuka')
  })

  it('says so when there is no such day, or none at all', () => {
    expect(run(goldenDir(), 'print', '2026-01-01')).toMatchObject({
      code: 1,
      out: [],
      err: [/./].map(() => expect.stringContaining('2026-01-01') as string),
    })
    const empty = dataDir()
    openDatabase(empty).close()
    expect(run(empty, 'print')).toEqual({ code: 0, out: [], err: ['Jurnal masih kosong.'] })
  })

  it('reads the folder that --data names, beside a server that writes', () => {
    const dir = goldenDir()
    open(dir).exec('BEGIN IMMEDIATE')
    expect(run('/nowhere', 'print', '--data', dir).code).toBe(0)
  })
})

describe('journal days', () => {
  it('lists every opening with its events', () => {
    const { code, out } = run(goldenDir(), 'days')
    expect(code).toBe(0)
    expect(out).toHaveLength(5)
    expect(out[0]).toMatch(/^2026-11-23 .*#1 /)
    expect(out[4]).toMatch(new RegExp(`#${golden.length}$`))
  })
})

describe('journal check', () => {
  it('exits 0 when all is well', () => {
    expect(run(goldenDir(), 'check')).toEqual({
      code: 0,
      out: [
        expect.stringContaining('antre.seal') as string,
        `Semua baik: ${golden.length} peristiwa dalam 4 hari.`,
      ],
      err: [],
    })
  })

  it('names a damaged page and exits 1', () => {
    const dir = goldenDir()
    const file = join(dir, 'antre.db')
    overwrite(file, pageOfEvents(file), 4096)
    const { code, out } = run(dir, 'check')
    expect(code).toBe(1)
    expect(out[0]).toMatch(/^Berkas basis data rusak: .*page \d+/)
    expect(run(dir, 'print', '2026-11-24')).toMatchObject({ code: 1 })
  })

  it('says so in one sentence when the file is no database at all', () => {
    const dir = goldenDir()
    overwrite(join(dir, 'antre.db'), 0, 200)
    const { code, out, err } = run(dir, 'check')
    expect([code, out, err.length]).toEqual([1, [], 1])
    expect(err[0]).toMatch(/^Berkas basis data rusak: .*not a database/)
  })
})

describe('journal facts rebuild', () => {
  it('makes the facts of all closed days again, and drops what never was', () => {
    const dir = goldenDir()
    const db = open(dir)
    writeFacts(db, [fact({ visit: 'nobody' })])
    const { code, out } = run(dir, 'facts', 'rebuild')
    expect(code).toBe(0)
    expect(out).toHaveLength(4)
    expect(readFacts(db, '2026-11-23')).toHaveLength(2)
    expect(readFacts(db, '2026-11-24')).toHaveLength(10)
    expect(readFacts(db, '2026-11-25')).toHaveLength(0)
  })

  it('makes those of one day, and knows which days there are', () => {
    const dir = goldenDir()
    expect(run(dir, 'facts', 'rebuild', '2026-11-23').out).toHaveLength(1)
    expect(readFacts(open(dir), '2026-11-24')).toHaveLength(0)
    expect(run(dir, 'facts', 'rebuild', '2026-01-01').code).toBe(1)
  })

  it('says which day does not fold and exits 1', () => {
    const dir = goldenDir()
    const db = open(dir)
    db.exec(
      `DROP TRIGGER events_stay; UPDATE events SET data = json_set(data, '$.visit', 'v9') WHERE type = 'missed'`,
    )
    const { code, err } = run(dir, 'facts', 'rebuild', '2026-11-24')
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
  ])('answers a command that it does not know with its usage and exit code 2', (...args: string[]) => {
    const { code, out, err } = run('/nowhere', ...args)
    expect([code, out]).toEqual([2, []])
    expect(err[0]).toContain('npm run journal --')
  })

  it('helps, in both languages', () => {
    expect(run('/nowhere', '--help')).toMatchObject({ code: 0, out: [expect.stringContaining('Pemakaian')] })
    expect(run('/nowhere', '--help', '--language', 'en').out[0]).toContain('Usage')
  })

  it('says in one sentence that there is no data', () => {
    const dir = dataDir()
    const { code, err } = run(dir, 'print')
    expect([code, err.length]).toEqual([1, 1])
    expect(err[0]).toContain(dir)
  })
})
