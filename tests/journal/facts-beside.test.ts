// The facts made by a process beside the hall: it never keeps the hall from writing, whatever becomes of it, and nobody
// ever reads the half of a day.
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import { buildFacts, factsDue } from '../../server/reports/facts/build.ts'
import { keepFacts } from '../../server/reports/facts/keep.ts'
import { openFigures } from '../../server/store/figures.ts'
import { openForesight } from '../../server/store/foresight.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { type Handle, openDatabase } from '../../server/store/open.ts'
import { readFactDays, readFacts, readNames, readSpans, readTimes } from '../../server/store/tables/facts.ts'
import {
  type FactsPortion,
  portionsOf,
  replaceDay,
  writePortion,
  writePortionLazily,
} from '../../server/store/tables/facts-portions.ts'
import type { WorkerProcess } from '../../server/worker/process.ts'
import { aFact, aSpan } from '../figures/a-fact.ts'
import { buildWorker } from '../voice/built-worker.ts'
import { dataDir, events, golden, open } from './helper.ts'

const DAY = '2026-11-24'
const BEFORE = '2026-11-23'

function hall(dir = dataDir()): Handle {
  const db = open(dir)
  makeJournal(db).append({ records: golden })
  return db
}

/** All that is kept of all days, but for the marks. */
const kept = (db: Handle) =>
  readFactDays(db).map((day) => ({
    ...day,
    mark: 0,
    facts: readFacts(db, day.day),
    spans: readSpans(db, day.day),
    names: readNames(db, day.day),
  }))

function whole() {
  const db = hall()
  for (const { fault } of buildFacts(db)) expect(fault).toBeNull()
  return kept(db)
}

function quiet() {
  const said: string[] = []
  const note = (_: object, message: string) => void said.push(message)
  return { said, log: { info: note, warn: note } }
}

describe('[FG29] the facts of a day that is over are made without anybody doing anything: the process beside the hall', () => {
  it('makes them while somebody else holds the lock without which nobody writes', async () => {
    const worker = await buildWorker('server/reports/facts/facts-worker.ts')
    onTestFinished(worker.remove)
    const dir = dataDir()
    const db = hall(dir)
    const portions: FactsPortion[] = []
    const { said, log } = quiet()
    const keeper = keepFacts({ workerUrl: worker.url, dataDir: dir, write: (one) => portions.push(one), log })
    onTestFinished(keeper.close)
    db.exec('BEGIN IMMEDIATE')
    keeper.look()
    await vi.waitFor(() => expect(said).toEqual(['facts were made']), { timeout: 60_000 })
    db.exec('ROLLBACK')
    expect(readFactDays(db)).toEqual([])
    for (const portion of portions) writePortionLazily(db, portion)
    expect(kept(db)).toEqual(whole())
  })

  it('needs nothing but to read', () => {
    const dir = dataDir()
    const db = hall(dir)
    const reader = open(dir, { readonly: true, migrate: false })
    for (const portion of factsDue(reader)) writePortion(db, portion)
    expect(kept(db)).toEqual(whole())
  })
})

/** Facts kept by a process that reads the hall's journal, or does what the test says. */
function keeping(db: Handle, does: (begins: boolean) => object | null = () => null) {
  let due: Iterator<FactsPortion> | null = null
  const asked: boolean[] = []
  const { said, log } = quiet()
  const written: FactsPortion[] = []
  let write = (portion: FactsPortion) => writePortionLazily(db, portion)
  const spawn = (): WorkerProcess => {
    let hear: (message: unknown) => void = () => {}
    return {
      post: (message) => {
        const { id, begins } = message as { id: number; begins: boolean }
        asked.push(begins)
        if (begins) due = factsDue(db)
        const other = does(begins)
        const next = due?.next()
        const portion = next && !next.done ? next.value : null
        setImmediate(() => hear({ id, ...(other ?? { portion }) }))
      },
      onMessage: (listener) => (hear = listener),
      onEnd: () => {},
      stop: () => {},
    }
  }
  const keeper = keepFacts({
    workerUrl: new URL('file:///nowhere'),
    dataDir: '/nowhere',
    write: (portion) => {
      write(portion)
      written.push(portion)
    },
    log,
    spawn,
    againMs: 1,
  })
  onTestFinished(keeper.close)
  return { ...keeper, said, asked, written, writes: (by: typeof write) => void (write = by) }
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 1 })

describe('what the process found is written by the hall', () => {
  it('in portions, of which each is small', async () => {
    const db = hall()
    const facts = Array.from({ length: 950 }, (_, nth) => aFact({ visit: `v${nth}` }))
    const spans = Array.from({ length: 250 }, (_, nth) => aSpan({ from: nth, to: nth + 1 }))
    const made = { day: DAY, facts, spans, names: [], hours: null }
    const portions = [...portionsOf(made, { version: 2, madeOf: 'x', carries: false })]
    const rows = (one: FactsPortion) =>
      one.is === 'facts' ? one.facts.length : one.is === 'spans' ? one.spans.length : 0
    expect(Math.max(...portions.map(rows))).toBeLessThanOrEqual(100)
    for (const portion of portions) writePortion(db, portion)
    expect([readFacts(db, DAY).length, readSpans(db, DAY).length]).toEqual([950, 250])
  })

  it('with nothing of a day that was opened again meanwhile', async () => {
    const db = hall()
    const all = [...factsDue(db)]
    const facts = keeping(db)
    const reopened = { ...golden[0], event: { type: 'day-reopened' } } as unknown as Recorded
    facts.writes((portion) => {
      writePortionLazily(db, portion)
      // In the middle of the first day.
      if (facts.written.length === 0) facts.committed([reopened])
    })
    facts.look()
    await until(() => expect(facts.said).toEqual(['facts were made']))
    const [first] = all
    expect(facts.asked.slice(0, 3)).toEqual([true, false, true])
    expect(facts.written.slice(0, 3)).toEqual([first, first, all[1]])
    expect(kept(db)).toEqual(whole())
  })

  it('again after a while if the disk or another process refuses', async () => {
    const dir = dataDir()
    const db = hall(dir)
    const other = openDatabase(dir)
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    const facts = keeping(db)
    facts.look()
    await until(() => expect(facts.said).toContain('the facts of a day were not written'))
    expect(readFactDays(db)).toEqual([])
    other.exec('ROLLBACK')
    await until(() => expect(facts.said).toContain('facts were made'))
    expect(kept(db)).toEqual(whole())
  })

  it.each([
    ['nothing', {}],
    ['no portion', { portion: 'soon' }],
    ['a portion of nothing', { portion: { is: 'facts' } }],
    ['that it has not begun', { failed: 'it has to begin again' }],
  ])('after a process that answers %s was asked again', async (_, answer) => {
    const db = hall()
    let first = true
    const facts = keeping(db, (begins) => {
      if (begins || !first) return null
      first = false
      return answer
    })
    facts.look()
    await until(() => expect(facts.said).toEqual(['the facts of a day were not made', 'facts were made']))
    expect(facts.asked.slice(0, 3)).toEqual([true, false, true])
    expect(kept(db)).toEqual(whole())
  })

  it('until there are none left to make, and then no more', async () => {
    const db = hall()
    const facts = keeping(db)
    facts.look()
    await until(() => expect(facts.said).toEqual(['facts were made']))
    facts.committed(events(1, 1))
    expect(facts.asked.filter(Boolean)).toHaveLength(1)
    facts.look()
    await until(() => expect(facts.asked.filter(Boolean)).toHaveLength(2))
    expect(facts.said).toEqual(['facts were made'])
  })
})

describe('a reader sees a day whole while its facts are written', () => {
  /** Facts that were made of other events, and are being replaced: all but the last portion has been written. */
  function halfWritten() {
    const dir = dataDir()
    const db = hall(dir)
    for (const { fault } of buildFacts(db)) expect(fault).toBeNull()
    const facts = { ...whole().find(({ day }) => day === BEFORE), day: BEFORE }
    db.prepare(`UPDATE fact_days SET made_of = 'x' WHERE day = ?`).run(BEFORE)
    for (const portion of factsDue(db)) {
      if (portion.is === 'end') break
      writePortion(db, portion.is === 'facts' ? { ...portion, facts: portion.facts.slice(0, 1) } : portion)
    }
    expect(readFacts(db, BEFORE)).toHaveLength(1)
    return { dir, db, facts }
  }

  it('in reports', () => {
    const { dir, facts } = halfWritten()
    const figures = openFigures(dir)
    onTestFinished(figures.close)
    expect([...figures.marks(BEFORE, DAY).keys()]).toEqual([DAY])
    expect(figures.written(BEFORE)).toMatchObject({ facts: facts.facts, hours: facts.hours })
    expect(figures.written(BEFORE).spans).toHaveLength(facts.spans?.length ?? -1)
  })

  it('in forecasts', () => {
    const { dir, facts } = halfWritten()
    const source = openForesight(dir)
    onTestFinished(source.close)
    expect(source.factsOf(BEFORE)).toEqual(facts.facts)
    expect(source.spansOf(BEFORE)).toHaveLength(facts.spans?.length ?? -1)
  })

  it('in what is usual, which has none of it then', () => {
    const { db } = halfWritten()
    expect(readTimes(db, BEFORE)).toEqual([])
    expect(readTimes(db, DAY)).not.toEqual([])
    for (const _ of buildFacts(db));
    expect(readTimes(db, BEFORE)).not.toEqual([])
  })

  it('[FG28] figures follow the id, and names are those of the time', () => {
    const db = open()
    const of = { version: 2, madeOf: 'x', carries: false }
    const names = [{ kind: 'service' as const, id: 'kk', name: { id: 'Kartu', en: 'Card' } }]
    const made = { day: DAY, facts: [aFact()], spans: [], names, hours: null }
    replaceDay(db, made, of)
    for (const portion of portionsOf(made, of)) {
      expect(readNames(db, DAY)).toEqual(names)
      writePortion(db, portion)
    }
    expect(readNames(db, DAY)).toEqual(names)
  })
})
