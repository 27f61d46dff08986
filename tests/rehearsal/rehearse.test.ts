// The rehearsal as a person runs it: what it fills, what it refuses, and that the same seed is the same hall.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJournalCommand } from '../../server/cli/journal/run.ts'
import { runRehearseCommand } from '../../server/cli/rehearse/run.ts'
import type { Event, Recorded } from '../../server/hall/event.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { devicesOf, lifeOf } from '../../server/rehearsal/life.ts'
import { hallOf } from '../../server/settle.ts'
import { findingsTables } from '../../server/store/tables/findings.ts'
import { complaintsTable } from '../../server/store/tables/complaints.ts'
import { openDatabase } from '../../server/store/open.ts'
import { makeStore } from '../../server/store/store.ts'
import { NINE } from '../../server/survey/stored.ts'
import { spanOf } from '../../server/time-zone.ts'
import { randomFor } from '../../server/training/random.ts'

const root = mkdtempSync(join(tmpdir(), 'antre-rehearsal-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0
const fresh = () => join(root, `hall-${(made += 1)}`)

/** Noon of a Monday in the hall. */
const now = spanOf(karangasem.timeZone, '2026-11-30').startsAt + 12 * 3_600_000

async function rehearse(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const around = { samplePlan: karangasem, now: () => now }
  const code = await runRehearseCommand(args, {
    ...around,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function journal(dir: string, ...args: string[]) {
  let text = ''
  const add = (line: string) => void (text += `${line}\n`)
  const code = await runJournalCommand([...args, '--data', dir], {
    dataDir: '/nowhere',
    out: add,
    err: add,
    stream: async (part) => void (text += part),
  })
  return { code, text }
}

const eventsIn = async (dir: string) =>
  (await journal(dir, 'export')).text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Recorded)

it('[RE1] the same seed makes the same journal', async () => {
  const runs = []
  for (const seed of ['7', '7', '8']) {
    const dir = fresh()
    await rehearse('--data', dir, '--days', '2', '--visits', '40', '--from', '2026-11-05', '--seed', seed)
    runs.push((await journal(dir, 'export')).text)
  }
  const [one, same, other] = runs
  expect(one).not.toBe('')
  expect(same === one).toBe(true)
  expect(other === one).toBe(false)
})

describe('some days', () => {
  const dir = fresh()
  let events: Recorded[] = []
  let said = ''
  beforeAll(async () => {
    said = (await rehearse('--data', dir, '--days', '4', '--visits', '220', '--language', 'en')).out
    events = await eventsIn(dir)
  }, 60_000)

  it('[RE2] every day of a rehearsal is whole', async () => {
    const days = events.flatMap(({ event }) => (event.type === 'day-opened' ? [event.day] : []))
    // The weekend passes in between, yesterday is the last one, and today has begun.
    expect(days.at(0)).toBe('2026-11-24')
    expect(days.at(-1)).toBe('2026-11-30')
    expect(days).toHaveLength(7)
    const closed = events.flatMap(({ event }) => (event.type === 'day-closed' ? [event.day] : []))
    expect(closed).toEqual(days.slice(0, -1))
    const came = events.filter(({ event }) => event.type === 'visit-taken')
    expect(came.length).toBeGreaterThan(700)
    expect(said).toContain(`${came.length} visits, ${events.length} events`)
    expect((await journal(dir, 'check', '--language', 'en')).text).toContain('All is well')
    expect(readdirSync(dir)).toContain('antre.seal')

    const db = openDatabase(dir)
    const hall = hallOf(
      makeStore(db, () => {}),
      karangasem,
      (error) => expect.fail(String(error)),
    )
    const facts = db.prepare('SELECT count(*) FROM facts').pluck().get()
    const told = db.prepare('SELECT count(*) FROM told').pluck().get()
    const alive = db.prepare('SELECT count(DISTINCT id) FROM alive').pluck().get()
    db.close()
    expect(told).toBeGreaterThan(came.length / 2)
    expect(alive).toBe(1 + 1 + 2 + new Set(karangasem.zones.map(({ sound }) => sound)).size)
    expect(facts).toBeGreaterThan(came.length)
    expect([hall.day, hall.closed, hall.visits.size]).toEqual(['2026-11-30', false, 0])
  })

  it('[RE14] some of those who were served say what they thought', () => {
    const db = openDatabase(dir)
    const stored = makeStore(db, () => {}).surveys
    const months = { from: '2026-11', to: '2026-11' }
    const [tallies, answers] = [stored.tallies(months), stored.answers({ ...months, after: '', most: 999 })]
    const words = stored.words({ ...months, after: '', most: 999 })
    const profiles = stored.profiles(months)
    db.close()
    const served = events.filter(
      ({ event }) => event.type === 'finished' && event.outcome === 'served',
    ).length
    expect(answers.length).toBeGreaterThan(served / 10)
    expect(answers.length).toBeLessThan(served / 2)
    expect(new Set(tallies.map(({ element }) => element))).toEqual(new Set(['', ...NINE]))
    expect(new Set(answers.map(({ service }) => service)).size).toBeGreaterThan(5)
    expect(words.length).toBeGreaterThan(0)
    expect(profiles.length).toBeGreaterThan(10)
    expect(readdirSync(join(dir, 'survey')).sort()).toEqual(['box.db', 'key'])
  })

  it('[RE4] a rehearsal leaves the hall as it found it', () => {
    const last = events.at(-1)?.event
    expect(last).toMatchObject({ type: 'day-opened', plan: karangasem, carried: [] })
  })

  it('complaints are answered in time, late or not yet, by the seed alone', () => {
    const db = openDatabase(dir)
    const rows = complaintsTable(db).counted('2026-11-24', '2026-11-30')
    db.close()
    // About one of three hundred visits, and some 880 came.
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(20)
    expect(rows.every(({ day, due }) => day < due)).toBe(true)
    expect(rows.some(({ answeredOn }) => answeredOn !== null)).toBe(true)
  })

  it('findings are noted and followed up, evaluators come once, and facilities are still to come', () => {
    const db = openDatabase(dir)
    const stored = findingsTables(db)
    const [findings, visits] = [stored.list(), stored.inspections()]
    db.close()
    expect(visits.map(({ day, source }) => [day, source])).toEqual([['2026-11-25', 'ministry']])
    expect(findings.filter(({ visitedOn }) => visitedOn === '2026-11-25')).toHaveLength(2)
    expect(findings.filter(({ facility }) => facility !== null)).toHaveLength(3)
    expect(findings.every(({ state, owner }) => state === 'open' || owner !== null)).toBe(true)
  })

  it('[RE5] a rehearsal contains what happens in real halls', () => {
    const all = <T extends Event['type']>(type: T) =>
      events.flatMap(({ event }) => (event.type === type ? [event as Extract<Event, { type: T }>] : []))
    const types = new Set(events.map(({ event }) => event.type))
    const usual: Event['type'][] = [
      'visit-taken',
      'visit-cancelled',
      'visit-delayed',
      'slip-printed',
      'slip-failed',
      'number-noted',
      'called',
      'recalled',
      'seated',
      'started',
      'finished',
      'missed',
      'put-back',
      'held',
      'released',
      'referred',
      'undone',
      'handed-over',
      'counter-opened',
      'counter-paused',
      'counter-closed',
      'announcement-heard',
      'announcement-unheard',
      'step-cancelled',
      'step-reopened',
      'step-added',
      'step-released',
      'priority-set',
      'phase-changed',
      'plan-revised',
      'help-asked',
    ]
    expect(usual.filter((type) => !types.has(type))).toEqual([])
    expect(all('visit-taken').some(({ steps }) => steps.some(({ after }) => after.length > 0))).toBe(true)
    expect(all('visit-taken').some(({ priority, comeToMe }) => priority && !comeToMe)).toBe(true)
    expect(new Set(all('visit-taken').map(({ language }) => language)).size).toBe(2)
    expect(all('referred').some(({ comeBack }) => comeBack)).toBe(true)
    expect(all('finished').some(({ comeBack, missing }) => comeBack === true && missing.length > 0)).toBe(
      true,
    )
    expect(all('called').some(({ why }) => why.rule === 'chosen')).toBe(true)
    expect(new Set(all('plan-revised').map(({ plan }) => plan.operation)).size).toBe(2)
  })
})

it('[RE2] every day of a rehearsal is whole: also a weekend on which the server was off for a while', () => {
  const devices = devicesOf(karangasem)
  const day = spanOf(karangasem.timeZone, '2026-11-28')
  for (let seed = 0; seed < 200; seed += 1) {
    const hours = seed % 2 === 0 ? null : { from: 480, to: 930 }
    const spans = lifeOf(day, hours, devices, randomFor(seed, 'life'))
    const odd = spans.filter(
      ({ from, to }) =>
        from >= to ||
        ![from, to].every((at) => Number.isInteger(at) && at >= day.startsAt && at <= day.endsAt),
    )
    expect(odd, `seed ${seed}`).toEqual([])
  }
})

describe('[RE3] a rehearsal fills new folders only', () => {
  it('refuses a folder with a hall in it, or traces of one, and leaves it alone', async () => {
    const dir = fresh()
    const short = ['--days', '1', '--visits', '5'] as const
    expect((await rehearse('--data', dir, ...short)).code).toBe(0)
    const before = readFileSync(join(dir, 'antre.db'))
    const again = await rehearse('--data', dir, ...short)
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.err).toContain(dir)
    expect(readFileSync(join(dir, 'antre.db')).equals(before)).toBe(true)

    const traces = fresh()
    mkdirSync(traces)
    writeFileSync(join(traces, 'antre.seal'), '')
    expect((await rehearse('--data', traces, ...short)).code).toBe(1)
    expect(readdirSync(traces)).toEqual(['antre.seal'])
    // A file in the folder's place is said in one sentence.
    const file = fresh()
    writeFileSync(file, '')
    expect((await rehearse('--data', join(file, 'below'), ...short)).code).toBe(1)
  })

  it('refuses days that are not over', async () => {
    const dir = fresh()
    const { code, err } = await rehearse(
      '--data',
      dir,
      '--from',
      '2026-11-27',
      '--days',
      '2',
      '--language',
      'en',
    )
    expect([code, existsSync(dir)]).toEqual([1, false])
    expect(err).toContain('2026-11-30')
  })

  it.each([
    ['--days', '0'],
    ['--days', '401'],
    ['--days', '3.5'],
    ['--visits', '-1'],
    ['--visits', '1e3'],
    ['--seed', 'seven'],
    ['--seed', '4294967296'],
    ['--from', '2026-02-30'],
    ['--from', 'yesterday'],
    ['--data', ''],
    ['--weeks', '2'],
    ['30'],
  ])('answers %s %s with how it is used', async (...args: string[]) => {
    const { code, err } = await rehearse('--data', fresh(), ...args)
    expect(code).toBe(2)
    expect(err).toContain('npm run rehearse')
  })
})
