// The facts in their tables, and made from the journal: which days are due, and what a kill in between leaves.
import { describe, expect, it } from 'vitest'
import { buildDay, buildFacts, dueDays, FACTS_VERSION, overDay } from '../../server/reports/facts/build.ts'
import type { Fact } from '../../server/reports/facts/fact.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { makeReader } from '../../server/store/journal/read.ts'
import { type Handle, openDatabase } from '../../server/store/open.ts'
import { migrations } from '../../server/store/schema.ts'
import { readFactDays, readFacts, readNames, readSpans } from '../../server/store/tables/facts.ts'
import { replaceDay } from '../../server/store/tables/facts-portions.ts'
import { aFact, aSpan, leftAfter } from '../figures/a-fact.ts'
import { dataDir, golden, open } from './helper.ts'

const DAY = '2026-11-24'
/** The version that had the older table of facts. */
const beforeFacts = migrations.findIndex((step) => typeof step === 'string' && step.includes('facts_before'))
const of = { version: FACTS_VERSION, madeOf: 'x', carries: false }
const made = (day: string, facts: readonly Fact[]) => ({ day, facts, spans: [], names: [], hours: null })
const text = (words: string) => ({ id: words, en: words })

describe('facts', () => {
  const left = leftAfter(30, { visit: 'v2', step: 'v2.1', from: 'v1.1', cameBy: 'referred', lacks: ['ktp'] })
  const incomplete = aFact({
    outcome: 'incomplete',
    missing: ['kk'],
    reason: 'a',
    callReason: 'b',
    returns: true,
  })

  it('come back as they were written', () => {
    const db = open()
    const hours = {
      day: DAY,
      timeZone: 'Asia/Makassar',
      startsAt: 1,
      endsAt: 2,
      agencies: { bank: [{ from: 1, to: 2 }] },
    }
    const spans = [
      aSpan(),
      aSpan({ state: 'paused', reason: 'rapat', staff: null, from: aSpan().to, to: aSpan().to + 5 }),
    ]
    replaceDay(db, { ...made(DAY, [incomplete, left]), spans, hours }, of)
    expect(readFacts(db, DAY)).toEqual([incomplete, left])
    expect(readSpans(db, DAY)).toEqual(spans)
    expect(readFactDays(db)).toEqual([{ day: DAY, mark: 1, ...of, hours, fault: null }])
  })

  it('of one day are replaced whole, of another not at all', () => {
    const db = open()
    const other = aFact({ day: '2026-11-25' })
    replaceDay(db, { ...made(DAY, [aFact(), left]), spans: [aSpan()] }, of)
    replaceDay(db, made('2026-11-25', [other]), of)
    replaceDay(db, made(DAY, [left]), of)
    expect([readFacts(db, DAY), readSpans(db, DAY)]).toEqual([[left], []])
    expect(readFacts(db, '2026-11-25')).toEqual([other])
  })

  it('[FG28] figures follow the id, and names are those of the time', () => {
    const db = open()
    const named = (day: string, ...names: [string, string][]) =>
      replaceDay(
        db,
        { ...made(day, []), names: names.map(([id, name]) => ({ kind: 'service', id, name: text(name) })) },
        of,
      )
    named('2026-11-23', ['kk', 'Kartu'], ['ktp', 'KTP'])
    named('2026-11-25', ['kk', 'Kartu Keluarga'])
    named('2026-11-24', ['kk', 'Kartu'], ['ktp', 'KTP'])
    const at = (day: string) => Object.fromEntries(readNames(db, day).map(({ id, name }) => [id, name.id]))
    expect(at('2026-11-22')).toEqual({})
    expect(at('2026-11-24')).toEqual({ kk: 'Kartu', ktp: 'KTP' })
    expect(at('2026-12-31')).toEqual({ kk: 'Kartu Keluarga', ktp: 'KTP' })
    expect(db.prepare('SELECT count(*) AS n FROM names').get()).toEqual({ n: 3 })
    // Made again from the newest day on, as after an update: a name is kept once.
    const days = Array.from({ length: 12 }, (_, nth) => `2026-10-${String(10 + nth)}`)
    for (const day of days.toReversed())
      named(day, ['kk', day < '2026-10-15' ? 'Lama' : 'Baru'], ['ktp', 'KTP'], ['akta', 'Akta'])
    expect(at('2026-10-14')).toEqual({ kk: 'Lama', ktp: 'KTP', akta: 'Akta' })
    expect(at('2026-10-21')).toEqual({ kk: 'Baru', ktp: 'KTP', akta: 'Akta' })
    expect(at('2026-12-31')).toEqual({ kk: 'Kartu Keluarga', ktp: 'KTP', akta: 'Akta' })
    expect(db.prepare(`SELECT count(*) AS n FROM names WHERE from_day < '2026-11'`).get()).toEqual({ n: 4 })
  })
})

function hall(records = golden): Handle {
  const db = open()
  makeJournal(db).append({ records })
  return db
}
const build = (db: Handle) => [...buildFacts(db)]

describe('facts from the journal', () => {
  it('find the end of a service over midnight in the day after', () => {
    const db = hall()
    build(db)
    const facts = readFacts(db, '2026-11-23')
    expect(facts.map(({ visit, status, outcome }) => [visit, status, outcome])).toEqual([
      ['v1', 'done', 'served'],
      ['v2', 'expired', null],
    ])
    expect(facts[0]?.waitsFrom).not.toBeNull()
  })

  it('count every step of a day, and those of the day before not', () => {
    const db = hall()
    build(db)
    const facts = readFacts(db, DAY)
    expect(new Set(facts.map(({ visit }) => visit))).toEqual(new Set(['p3', 'v3', 'v4', 'v5', 'v6', 'v7']))
    expect(facts.filter(({ outcome }) => outcome === 'incomplete')).toMatchObject([
      { number: 'A002', service: 'kartu-keluarga', agency: 'dukcapil', missing: ['buku-nikah'] },
    ])
    expect(facts).toHaveLength(11)
    expect(facts.filter(({ cameBy }) => cameBy === 'paper')).toMatchObject([{ visit: 'p3', waitsFrom: null }])
  })

  it('are none of a day that is open or never was', () => {
    const reader = makeReader(hall())
    const today = reader.days().at(-1)?.day ?? ''
    expect([overDay(reader, today), overDay(reader, '2026-11-22')]).toEqual([null, null])
  })

  it('[FG29] the facts of a day that is over are made without anybody doing anything: due once, and again when the journal or the definitions say something else', () => {
    const db = hall()
    const due = () => dueDays(makeReader(db), readFactDays(db)).map(({ day }) => day)
    const first = due()
    expect(first).toEqual([...first].sort().reverse())
    expect(build(db).map(({ day }) => day)).toEqual(first)
    expect(due()).toEqual([])
    db.prepare('UPDATE fact_days SET version = version - 1 WHERE day = ?').run('2026-11-23')
    expect(due()).toEqual(['2026-11-23'])
    build(db)
    db.prepare("UPDATE fact_days SET made_of = '1-5' WHERE day = ?").run(DAY)
    expect(due()).toEqual([DAY])
  })

  it('[FG29] the facts of a day that is over are made without anybody doing anything: whole after a kill in between', () => {
    const db = hall()
    const all = build(db).map(({ day }) => day)
    const whole = all.map((day) => readFacts(db, day))
    const killed = hall()
    for (const { day } of buildFacts(killed)) if (day === all[1]) break
    expect(dueDays(makeReader(killed), readFactDays(killed)).map(({ day }) => day)).toEqual(all.slice(2))
    build(killed)
    expect(all.map((day) => readFacts(killed, day))).toEqual(whole)
  })

  it('are made again for a day into which a service over midnight was still going on', () => {
    const finish = golden.findIndex(({ event }) => event.type === 'finished' && event.visit === 'v1')
    const db = hall(golden.slice(0, finish))
    build(db)
    expect(readFacts(db, '2026-11-23')[0]).toMatchObject({ status: 'serving' })
    makeJournal(db).append({ records: golden.slice(finish) })
    build(db)
    expect(readFacts(db, '2026-11-23')[0]).toMatchObject({ status: 'done' })
  })

  it('of a day that does not fold stay as they were, and are not tried again', () => {
    const db = hall()
    const due = overDay(makeReader(db), DAY)
    if (!due) throw new Error('the day is over')
    build(db)
    const before = readFacts(db, DAY)
    const torn = {
      ...makeReader(db),
      *events() {
        yield* golden.slice(3)
      },
    }
    expect(buildDay(db, torn as never, due)).toMatch(/facts begin with a day/)
    expect(readFacts(db, DAY)).toEqual(before)
    expect(readFactDays(db).find(({ day }) => day === DAY)?.fault).toMatch(/facts begin/)
    expect(build(db)).toEqual([])
  })
})

it('a data folder of the version before keeps its facts until they are made again', () => {
  const dir = dataDir()
  const before = openDatabase(dir, { migrations: migrations.slice(0, beforeFacts) })
  makeJournal(before).append({ records: golden })
  const row = (values: string) => before.exec(`INSERT INTO facts VALUES ('${DAY}', ${values})`)
  row(`'v4', 'v4.1', 'A002', 'kk', 'dukcapil', 'l1', 'ayu', 0, 0, 'id', 1000, 300, 301000, 301000, 400000, 99, 1,
    'done', 'incomplete', '["kk"]', NULL, NULL, 1`)
  row(`'v5', 'v5.1', 'A003', 'kk', 'dukcapil', NULL, NULL, 0, 0, 'id', 1000, 60, NULL, NULL, 61000, NULL, 0,
    'expired', NULL, '["ktp"]', NULL, NULL, 0`)
  before.close()
  const db = open(dir)
  expect(readFacts(db, DAY)).toMatchObject([
    { step: 'v4.1', cameBy: 'return', waitedSeconds: 300, uncalledSeconds: null, missing: ['kk'], lacks: [] },
    { step: 'v5.1', waitedSeconds: null, uncalledSeconds: 60, missing: [], lacks: ['ktp'], end: 'day' },
  ])
  expect(readFactDays(db)).toEqual([])
  build(db)
  const fresh = hall()
  build(fresh)
  expect(readFacts(db, DAY)).toEqual(readFacts(fresh, DAY))
})
