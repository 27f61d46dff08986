// What the server watches beside the journal: waits told with tickets, and when it and its devices were alive.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type AliveSpan, keepAlive, LOOK_MS, type Sign } from '../../server/reports/watch/alive.ts'
import { openDatabase } from '../../server/store/open.ts'
import { makeStore } from '../../server/store/store.ts'
import { type HallApp, hallApp } from '../api/hall-app.ts'

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-watch-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const MINUTE = 60_000
const began = Date.parse('2026-11-24T00:00:00Z')

/** A server that looks when it is told to, on tables of its own. */
function watched() {
  const db = openDatabase(folder())
  onTestFinished(() => void db.close())
  const { alive: stored } = makeStore(db, () => {})
  const state = { wall: began, steady: 0, signs: [] as Sign[], full: false }
  const failures: unknown[] = []
  const alive = keepAlive({
    stored: {
      put(spans) {
        if (state.full) throw new Error('disk full')
        stored.put(spans)
      },
    },
    now: () => state.wall,
    steady: () => state.steady,
    signs: () => state.signs,
    failed: (error) => failures.push(error),
  })
  /** Time goes on by itself, with a look every half minute. */
  function pass(minutes: number, during: () => void = () => {}): void {
    for (let left = minutes * MINUTE; left > 0; left -= LOOK_MS) {
      state.wall += LOOK_MS
      state.steady += LOOK_MS
      during()
      alive.look()
    }
  }
  const spans = (kind: AliveSpan['kind']) =>
    stored
      .within(0, Number.MAX_SAFE_INTEGER)
      .filter((span) => span.kind === kind)
      .map(({ from, to }) => [(from - began) / MINUTE, (to - began) / MINUTE])
  return { alive, state, failures, pass, spans, db }
}

describe('spans of life', () => {
  it('[RE9] a clock that is set or a PC that sleeps ends a span of life: otherwise it is one', () => {
    const { alive, pass, spans } = watched()
    alive.look()
    pass(600)
    expect(spans('server')).toEqual([[0, 600]])
  })

  it('[RE9] a clock that is set or a PC that sleeps ends a span of life: an hour asleep, whether or not the steady clock counts it', () => {
    for (const counted of [0, 60 * MINUTE]) {
      const { alive, state, pass, spans } = watched()
      alive.look()
      pass(10)
      state.wall += 60 * MINUTE
      state.steady += counted
      pass(10)
      expect(spans('server')).toEqual([
        [0, 10],
        [70.5, 80],
      ])
    }
  })

  it('[RE9] a clock that is set or a PC that sleeps ends a span of life: set ahead by a year, and back', () => {
    const { alive, state, pass, spans } = watched()
    const year = 365 * 24 * 60 * MINUTE
    alive.look()
    pass(10)
    state.wall += year
    pass(5)
    state.wall -= year
    pass(5)
    expect(spans('server')).toEqual([
      [0, 10],
      [15.5, 20],
      [year / MINUTE + 10.5, year / MINUTE + 15],
    ])
  })

  it('[RE9] a clock that is set or a PC that sleeps ends a span of life: drift and a busy minute do not', () => {
    const { alive, state, pass, spans } = watched()
    alive.look()
    pass(60, () => void (state.wall += 300))
    state.wall += 50_000
    state.steady += 50_000
    pass(1)
    expect(spans('server')).toHaveLength(1)
  })

  it('[RE10] a device is alive as long as it reports: from its first report to its last, away after two and a half minutes without', () => {
    const { alive, state, pass, spans } = watched()
    const report = () => {
      const { wall } = state
      if ((wall - began) % MINUTE === 0) state.signs = [{ kind: 'kiosk', id: 'k1', at: wall - 5_000 }]
    }
    alive.look()
    pass(10, report)
    // One report gets lost.
    pass(1)
    pass(11, report)
    pass(30)
    pass(5, report)
    pass(1, () => (state.signs = []))
    const [[from = 0, to = 0] = [], [again = 0] = [], ...more] = spans('kiosk')
    expect([from, to].map((at) => Math.round(at))).toEqual([1, 22])
    expect(Math.round(again)).toBe(53)
    expect(more).toEqual([])
    // A report from the future is no sign of life.
    state.signs = [{ kind: 'display', id: 'd1', at: state.wall + MINUTE }]
    alive.look()
    expect(spans('display')).toEqual([])
  })
})

describe('what is only watched', () => {
  it('[RE8] nobody waits for what is only watched: a full disk loses what nobody could write, says so once, and the rest is written later', () => {
    const { alive, state, failures, pass, spans } = watched()
    alive.look()
    pass(5)
    state.full = true
    pass(5)
    expect(failures).toHaveLength(1)
    expect(spans('server')).toEqual([[0, 5]])
    state.full = false
    pass(1)
    expect(spans('server')).toEqual([[0, 11]])
  })

  it('[RE8] nobody waits for what is only watched: beside a process that writes it gives up at once, and the journal stays as sure as before', () => {
    const dir = folder()
    const db = openDatabase(dir)
    const other = openDatabase(dir)
    onTestFinished(() => [db, other].forEach((one) => one.close()))
    const { told } = makeStore(db, () => {})
    const rests = { median: 9, today: 0.995, basis: [4.5, 9, 14, 480], width: 1.25 }
    const wait = {
      day: '2026-11-24',
      visit: 'v',
      step: 'v.1',
      at: began,
      low: 5,
      high: 15,
      ahead: 2,
      ...rests,
    }
    other.exec('BEGIN IMMEDIATE')
    const before = performance.now()
    expect(() => told.add([wait])).toThrow(expect.objectContaining({ code: 'busy' }))
    expect(performance.now() - before).toBeLessThan(1_000)
    other.exec('ROLLBACK')
    told.add([wait, wait])
    expect(told.ofDay('2026-11-24')).toEqual([wait])
    // What is damaged in it is left out, and the rest of the wait counts.
    db.exec(`UPDATE told SET basis = '[4.5,9,'`)
    expect(told.ofDay('2026-11-24')).toEqual([{ ...wait, basis: null }])
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('busy_timeout', { simple: true })).toBe(2_000)
  })

  it('[RE8] nobody waits for what is only watched: tickets are answered while waits told can not be kept, and it is logged', async () => {
    const logged: string[] = []
    let isFull = true
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const hall = await hallApp({
      logged,
      forecasts: true,
      store: (store) => ({
        ...store,
        told: {
          ...store.told,
          add(waits) {
            if (isFull) throw new Error('disk full')
            store.told.add(waits)
          },
        },
      }),
    })
    await hall.act('ayu', 'open', 'loket-1')
    await vi.advanceTimersByTimeAsync(1_000)
    for (let nth = 0; nth < 2; nth += 1) await hall.take(['kk'])
    await vi.advanceTimersByTimeAsync(5_000)
    const said = () => logged.filter((line) => line.includes('could not be kept')).length
    expect(said()).toBe(1)
    isFull = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect(makeStore(hall.db, () => {}).told.ofDay('2026-11-24')).toHaveLength(2)
    expect(said()).toBe(1)
  })
})

it('[RE7] the wait that was told with a ticket is kept: as it was told, of the steps that were told one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const hall = await hallApp({ forecasts: true })
  // Nobody serves yet: nothing is told.
  await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await vi.advanceTimersByTimeAsync(1_000)
  const { visit } = await hall.take(['kk', 'skck'])
  type Forecast = { lowMinutes: number; highMinutes: number; minutes: number }
  type Seen = { visit: { steps: { ahead: number; forecast: Forecast | null }[] } }
  const seen = await hall.does<Seen>(`GET /api/visits/${visit.token}`)
  const told = seen.visit.steps.flatMap(({ ahead, forecast }, index) =>
    forecast === null ? [] : [{ step: visit.steps[index]?.id, ahead, ...forecast }],
  )
  expect(told).toMatchObject([{ step: visit.steps[0]?.id, ahead: 1, today: 'likely', first: true }])
  await vi.advanceTimersByTimeAsync(5_000)
  const kept = makeStore(hall.db, () => {}).told.ofDay('2026-11-24')
  expect(
    kept.map(({ step, ahead, low, high, median }) => ({
      step,
      ahead,
      lowMinutes: low,
      highMinutes: high,
      minutes: median,
    })),
  ).toMatchObject(
    told.map(({ step, ahead, lowMinutes, highMinutes, minutes }) => ({
      step,
      ahead,
      lowMinutes,
      highMinutes,
      minutes,
    })),
  )
  expect(kept[0]?.today).toBe(1)
  expect(kept[0]?.basis?.length).toBeGreaterThan(2)
  expect(kept.map(({ at, visit: id }) => [at, id])).toEqual([[hall.clock.now, visit.id]])
})

it('[W17] if a visitor waited longer than the ticket said, the officer sees by when the call was due', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const dir = folder()
  const hall = await hallApp({ forecasts: true, dir })
  await hall.act('ayu', 'open', 'loket-1')
  await vi.advanceTimersByTimeAsync(1_000)
  const [late, inTime] = [await hall.take(['kk']), await hall.take(['kk'])]
  await vi.advanceTimersByTimeAsync(5_000)
  const told = makeStore(hall.db, () => {})
    .told.ofDay('2026-11-24')
    .find(({ visit }) => visit === late.visit.id)
  if (!told) throw new Error('nothing was told')
  const latest = new Date(told.at + told.high * 60_000 + 8 * 3_600_000).toISOString().slice(11, 16)
  const longer = async (on: HallApp, visit: string) => {
    await on.act('ayu', 'call', 'loket-1', { visit })
    const { current } = await on.act('ayu', 'start', 'loket-1')
    await on.act('ayu', 'finish', 'loket-1')
    return current?.longer?.['en']
  }
  expect(await longer(hall, inTime.visit.id)).toBeUndefined()
  hall.clock.now = told.at + (told.high + 10) * 60_000
  await hall.close()
  const again = await hallApp({ forecasts: true, dir, at: hall.clock.now })
  expect(await longer(again, late.visit.id)).toBe(`Was told: ${latest} at the latest`)
})
