// Every figure of the reports against a stranger's: some rehearsed days and a morning of a real hall, exported, computed anew
// by `stranger.ts`, and compared with what the API answers.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJournalCommand } from '../../server/cli/journal/run.ts'
import { runRehearseCommand } from '../../server/cli/rehearse/run.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import type { Question } from '../../server/reports/question.ts'
import { reportsWork } from '../../server/reports/work.ts'
import { type HallApp, openHall } from '../api/hall-app.ts'
import { readAll } from './stranger/days.ts'
import { type By, forecastsOf, hoursOf, missingOf, type Row, rowsBy, visitsOf } from './stranger/figures.ts'
import type { Known, Line, Seen } from './stranger/lines.ts'

const root = mkdtempSync(join(tmpdir(), 'antre-outside-'))
const dir = join(root, 'hall')
/** A Monday, ten in the morning: the days before are Tuesday to Friday and a weekend. */
const now = Date.parse('2026-11-30T02:00:00Z')
const [from, to] = ['2026-11-24', '2026-11-30']

let hall: HallApp
let seen: Seen
let own: readonly Known[]
let lines: readonly Line[]
/** When the rehearsal was over: with the Sunday. */
const spanEnd = Date.parse('2026-11-29T16:00:00Z')

beforeAll(async () => {
  const quiet = { out: () => {}, err: () => {} }
  const order = ['--data', dir, '--days', '4', '--visits', '170', '--seed', '5']
  await runRehearseCommand(order, { ...quiet, samplePlan: karangasem, now: () => now })
  hall = await openHall({ dir, plan: karangasem, at: now })
  await work()
  let text = ''
  const stream = async (part: string) => void (text += part)
  await runJournalCommand(['export'], { ...quiet, dataDir: dir, stream })
  lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
  seen = readAll(lines, hall.clock.now)
  own = seen.steps.filter(({ day }) => from <= day && day <= to)
}, 120_000)
afterAll(async () => {
  await hall.close()
  rmSync(root, { recursive: true, force: true })
})

/** Something of today, which is not over. */
async function work(): Promise<void> {
  const [counter] = karangasem.counters
  const service = counter?.services[0] ?? ''
  const at = counter?.id ?? ''
  await hall.act('ayu', 'open', at)
  for (let nth = 0; nth < 7; nth += 1) {
    hall.clock.now += 45_000
    await hall.take([service], { priority: nth === 3 })
  }
  for (let nth = 0; nth < 5; nth += 1) {
    hall.clock.now += 20_000
    await hall.act('ayu', 'call-next', at)
    hall.clock.now += 15_000
    await hall.act('ayu', 'start', at)
    hall.clock.now += 240_000 + nth * 1_000
    if (nth < 4) await hall.act('ayu', 'finish', at, nth > 0 ? { documents: nth } : {})
  }
  hall.clock.now += 60_000
}

const ask = <B>(report: string, more = '') =>
  hall.does<B>(`GET /api/reports/${report}?from=${from}&to=${to}${more}`, { as: 'manager' })

/** Where `theirs` differs from `ours`, as paths; sums of seconds may differ in how they were added up. */
function differences(theirs: unknown, ours: unknown, path = ''): string[] {
  if (typeof theirs === 'number' && typeof ours === 'number' && Math.abs(theirs - ours) < 0.002) return []
  if (typeof theirs !== 'object' || theirs === null || typeof ours !== 'object' || ours === null)
    return Object.is(theirs, ours) ? [] : [`${path}: ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}`]
  return Object.entries(theirs).flatMap(([key, value]) =>
    differences(value, new Map(Object.entries(ours)).get(key), `${path}/${key}`),
  )
}

const byKey = <R extends { readonly key: unknown }>(rows: readonly R[]) =>
  Object.fromEntries(rows.map((row) => [String(row.key), row]))

/** The same of two lists of rows, by their keys. */
function unlike(theirs: readonly Row[], ours: readonly Row[]): string[] {
  const keys = (rows: readonly Row[]) => rows.map(({ key }) => String(key)).sort()
  return [...differences(keys(theirs), keys(ours)), ...differences(byKey(theirs), byKey(ours))]
}

function summed<T, Part extends keyof T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  parts: readonly Part[],
) {
  const sums = new Map<string, Record<Part, number>>()
  for (const row of rows) {
    const sum =
      sums.get(keyOf(row)) ?? (Object.fromEntries(parts.map((part) => [part, 0])) as Record<Part, number>)
    for (const part of parts) sum[part] += Number(row[part])
    sums.set(keyOf(row), sum)
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum }))
}

it('there is something to compare', () => {
  expect(own.length).toBeGreaterThan(700)
  const results = new Set(own.map(({ result }) => result))
  expect([...results].sort()).toEqual([
    'dropped',
    'incomplete',
    'left',
    'noShow',
    'open',
    'referred',
    'served',
  ])
})

describe('a stranger', () => {
  const dimensions: By[] = [
    'service',
    'agency',
    'counter',
    'zone',
    'day',
    'weekday',
    'hour',
    'month',
    'class',
    'language',
  ]

  it.each(dimensions)('[RE11] a stranger comes to the same figures: of steps by %s', async (by) => {
    const { rows } = await ask<{ rows: Row[] }>('steps', `&by=${by}`)
    expect(unlike(rowsBy(own, by), rows)).toEqual([])
  })

  it('[RE11] a stranger comes to the same figures: of steps that are chosen, and by two things at once', async () => {
    const some = own.filter(({ agency, priority }) => agency === 'dukcapil' && priority)
    const chosen = await ask<{ rows: Row[] }>('steps', '&by=hour&agency=dukcapil&class=priority')
    expect(unlike(rowsBy(some, 'hour'), chosen.rows)).toEqual([])
    const heat = await ask<{ rows: (Row & { split: unknown })[] }>('steps', '&by=weekday&split=hour')
    const hours = [...new Set(own.map((step) => step.hour))]
    const wrong = hours.flatMap((hour) => {
      const then = own.filter((step) => step.hour === hour)
      return unlike(
        rowsBy(then, 'weekday'),
        heat.rows.filter(({ split }) => split === hour),
      )
    })
    expect(wrong).toEqual([])
  })

  it('[RE11] a stranger comes to the same figures: of visits', async () => {
    type Visits = {
      visits: number
      several: number
      stay: object
      pairs: { from: string; to: string; visits: number }[]
    }
    const answer = await ask<Visits>('visits')
    const theirs = visitsOf(own)
    expect(differences({ ...theirs, pairs: null }, { ...answer, pairs: null })).toEqual([])
    expect(new Map(answer.pairs.map((pair) => [`${pair.from} ${pair.to}`, pair.visits]))).toEqual(
      theirs.pairs,
    )
  })

  it('[RE11] a stranger comes to the same figures: of missing papers', async () => {
    const { rows } = await ask<{ rows: { service: string; requirement: string; count: number }[] }>('missing')
    const ours = rows.map(({ service, requirement, count }) => [`${service} ${requirement}`, count] as const)
    expect(new Map(ours)).toEqual(missingOf(own))
    expect(ours.map(([, count]) => count)).toEqual(ours.map(([, count]) => count).toSorted((a, b) => b - a))
  })

  it('[RE11] a stranger comes to the same figures: of counters', async () => {
    type Counter = Record<'open' | 'paused' | 'serving' | 'idle', number> & { counter: string }
    const { counters } = await ask<{ counters: Counter[] }>('counters')
    const theirs = summed(seen.counters, ({ counter }) => counter, ['open', 'paused', 'serving', 'idle']).map(
      (sum) => ({
        ...sum,
        occupancy: sum.open === 0 ? null : Math.min(1, sum.serving / sum.open),
      }),
    )
    expect(theirs.reduce((sum, { idle }) => sum + idle, 0)).toBeGreaterThan(0)
    const ours = counters.map((row) => ({ key: row.counter, ...row }))
    expect(differences(byKey(theirs), byKey(ours))).toEqual([])
  })

  it('[RE11] a stranger comes to the same figures: of the hours of agencies', async () => {
    type Agency = { agency: string; hours: number; staffed: number; late: number }
    const { agencies } = await ask<{ agencies: Agency[] }>('counters')
    const days = seen.agencies.map((one) => ({
      ...one,
      late: one.late ?? 0,
      days: 1,
      unopened: Number(one.late === null),
      lateDays: Number((one.late ?? 0) > 0),
    }))
    const theirs = summed(days, ({ agency }) => agency, [
      'hours',
      'staffed',
      'late',
      'days',
      'unopened',
      'lateDays',
    ])
    expect(differences(byKey(theirs), byKey(agencies.map((row) => ({ key: row.agency, ...row }))))).toEqual(
      [],
    )
  })

  it('[RE11] a stranger comes to the same figures: of forecasts', async () => {
    type Told = { step: string; low: number; high: number; median: number | null; today: number | null }
    const told = hall.db.prepare<[], Told>('SELECT step, low, high, median, today FROM told').all()
    type Judged = { service: string; n: number; mae: number; inside: number; longer: number }
    const { rows } = await ask<{ rows: Judged[] }>('forecast')
    expect(rows.length).toBeGreaterThan(10)
    expect(
      differences(byKey(forecastsOf(own, told)), byKey(rows.map((row) => ({ key: row.service, ...row })))),
    ).toEqual([])
  })

  it('[RE11] a stranger comes to the same figures: of availability', async () => {
    type Life = { kind: string; id: string; began: number; ended: number }
    const lives = hall.db.prepare<[], Life>('SELECT kind, id, began, ended FROM alive').all()
    type Available = { kind: string; id: string; minutes: number; alive: number }
    const { rows } = await ask<{ rows: Available[] }>('availability')
    expect(rows.length).toBeGreaterThan(8)
    const first = Math.min(...lives.map(({ began }) => began))
    const minutes = hoursOf(lines, from, to).filter(
      (minute) => minute >= first && minute + 60_000 <= hall.clock.now,
    )
    for (const { kind, id, ...row } of rows) {
      // Devices and printer were there on the rehearsed days, until the Saturday's midnight.
      const mine = kind === 'server' ? minutes : minutes.filter((minute) => minute < spanEnd)
      const own = lives.filter((life) => life.kind === kind && life.id === id)
      const alive = mine.filter((minute) =>
        own.some(({ began, ended }) => began < minute + 60_000 && Math.max(ended, began + 1) > minute),
      )
      expect({ kind, id, ...row }).toMatchObject({ minutes: mine.length, alive: alive.length })
    }
  })
})

it('[RP10] columns are kept beside the facts: lost or damaged, they are made again and say the same', async () => {
  const copy = join(root, 'copy')
  mkdirSync(copy)
  hall.db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(join(dir, 'antre.db'), join(copy, 'antre.db'))
  const asked = { from, to, filters: {}, now: hall.clock.now, form: { as: 'json' } } as const
  const questions: readonly Question[] = [
    { ...asked, of: 'steps', by: 'service', split: null },
    { ...asked, of: 'visits', own: null },
    { ...asked, of: 'counters' },
    { ...asked, of: 'missing', trend: true },
  ]
  const answers = async () => {
    const work = reportsWork(copy)
    const told: unknown[] = []
    for (const question of questions) told.push(await work.answer(question, new AbortController().signal))
    work.close()
    return told
  }
  const columns = join(copy, 'figures.db')
  const inColumns = <T>(act: (db: Database.Database) => T): T => {
    const db = new Database(columns)
    const done = act(db)
    db.close()
    return done
  }
  const made = await answers()
  const days = () => inColumns((db) => db.prepare('SELECT count(*) FROM days').pluck().get())
  expect(days()).toBeGreaterThanOrEqual(4)
  expect(await answers()).toEqual(made)
  inColumns((db) => db.exec('DELETE FROM day_visits; DELETE FROM day_floors'))
  expect(await answers()).toEqual(made)
  // As an older server laid them out.
  inColumns((db) => db.exec("UPDATE made SET version = 6; UPDATE days SET steps = x'00'"))
  expect(await answers()).toEqual(made)
  writeFileSync(columns, 'no database')
  expect(await answers()).toEqual(made)
  expect(days()).toBeGreaterThanOrEqual(4)
})

it('the stranger knows nothing of the server', () => {
  const folder = join(import.meta.dirname, 'stranger')
  const files = readdirSync(folder)
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    // Its own files alone.
    const from = [...text.matchAll(/^(?:import|\}) [^'\n]*'([^']*)'/gm)].map(([, path]) => path)
    expect(text.match(/^import /gm) ?? []).toHaveLength(from.length)
    expect(from.filter((path) => !/^\.\/[a-z]+\.ts$/.test(path ?? ''))).toEqual([])
    expect(text).not.toContain('import(')
  }
})
