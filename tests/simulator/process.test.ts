// The process that simulates: the built one on a journal of its own, doubles that misbehave, and what waits behind them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import { openSimulations, type SimulationOrder } from '../../server/simulator/simulations.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { openDatabase } from '../../server/store/open.ts'
import type { WorkerProcess } from '../../server/worker/process.ts'
import { createRandom } from '../property/prng.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { buildWorker } from '../voice/built-worker.ts'
import { pastDay } from './past-day.ts'

const order: SimulationOrder = {
  from: '2026-11-23',
  to: '2026-11-24',
  change: { open: [{ counter: 'loket-2', from: 480, to: 600 }] },
  seed: 1,
}

function daysOf(visits: number): Recorded[] {
  const days = ['2026-11-23', '2026-11-24'].map((day, nth) =>
    pastDay(rulesPlan, day, createRandom(nth), { visits, counters: ['loket-1', 'loket-3'] }),
  )
  return days.flat().map((recorded, nth) => ({ ...recorded, seq: nth + 1 }))
}

it('[SI6] the hall notices nothing: the built process reads a journal that somebody writes, and ends', async () => {
  const worker = await buildWorker('server/simulator/simulator-worker.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'antre-simulator-'))
  const db = openDatabase(dataDir)
  try {
    const journal = makeJournal(db)
    journal.append({ records: daysOf(30) })
    const { seq } = { seq: journal.lastSeq() }
    let made = 0
    const simulations = openSimulations({
      dataDir,
      record: journal,
      workerUrl: worker.url,
      newId: () => `s${(made += 1)}`,
      now: () => 0,
      warn: () => {},
    })
    expect(await simulations.faultOf(order)).toBe(null)
    const first = simulations.begin(order, 'komang')
    const second = simulations.begin({ ...order, seed: 2 }, 'komang')
    expect([first?.state, second?.state]).toEqual(['running', 'waiting'])
    await vi.waitFor(() => expect(simulations.find('s2')?.state).toBe('done'), { timeout: 60_000 })
    const result = simulations.find('s1')?.result
    expect(result?.days).toBe(2)
    expect(result?.fidelity.withinMinute).toBeGreaterThan(0.9)
    expect(journal.lastSeq()).toBe(seq)
    // A third one, cancelled while its process starts.
    simulations.begin(order, 'komang')
    expect(simulations.drop('s3')).toBe(true)
    expect(simulations.find('s3')?.state).toBe('cancelled')
    simulations.close()
  } finally {
    db.close()
    rmSync(dataDir, { recursive: true, force: true })
    await worker.remove()
  }
})

/** A process that says nothing until it is made to. */
function double() {
  const all: { say: (message: object) => void; end: (why: string) => void; isStopped: boolean }[] = []
  const spawn = (): WorkerProcess => {
    const listeners: Record<'say' | 'end', (said: never) => void> = { say: () => {}, end: () => {} }
    const one = {
      say: (message: object) => listeners.say(message as never),
      end: (why: string) => listeners.end(why as never),
      isStopped: false,
    }
    all.push(one)
    return {
      post: () => {},
      onMessage: (listener) => (listeners.say = listener),
      onEnd: (listener) => (listeners.end = listener),
      stop: () => (one.isStopped = true),
    }
  }
  return { all, spawn }
}

function opened(limitMs?: number) {
  const { all, spawn } = double()
  const warned: object[] = []
  let made = 0
  const simulations = openSimulations({
    dataDir: '/nowhere',
    record: { days: () => [], events: () => [] as never },
    workerUrl: new URL('file:///nowhere'),
    newId: () => `s${(made += 1)}`,
    now: () => 0,
    warn: (details) => void warned.push(details),
    spawn,
    ...(limitMs !== undefined && { limitMs }),
  })
  return { simulations, all, warned }
}

it('[SI9] one runs, the others wait: twelve, and no more', () => {
  const { simulations, all } = opened()
  for (let nth = 0; nth < 13; nth++) expect(simulations.begin(order, 'komang')).not.toBe(null)
  expect(simulations.begin(order, 'komang')).toBe(null)
  expect(
    simulations
      .list()
      .filter(({ state }) => state === 'running')
      .map(({ id }) => id),
  ).toEqual(['s1'])
  all[0]?.say({ id: 1, share: 0.5 })
  expect(simulations.find('s1')?.share).toBe(0.5)
  all[0]?.say({ id: 1, result: { days: 1 } })
  expect(simulations.find('s1')).toMatchObject({ state: 'done', share: 1, result: { days: 1 } })
  expect([all[0]?.isStopped, simulations.find('s2')?.state]).toEqual([true, 'running'])
  simulations.close()
  expect(all[1]?.isStopped).toBe(true)
})

it('[SI9] one runs, the others wait: one whose process fails is said to have failed, and the next one begins', () => {
  const { simulations, all, warned } = opened()
  for (let nth = 0; nth < 5; nth++) simulations.begin(order, 'komang')
  all[0]?.end('SIGKILL out of memory')
  all[1]?.say({ id: 1, failed: 'the journal is damaged' })
  all[2]?.say({ nonsense: true })
  expect(['s1', 's2', 's3', 's4', 's5'].map((id) => simulations.find(id)?.state)).toEqual([
    'failed',
    'failed',
    'failed',
    'running',
    'waiting',
  ])
  expect(warned).toHaveLength(3)
  // What an ended one still says is not heard.
  all[0]?.say({ id: 1, result: {} })
  expect(simulations.find('s1')?.state).toBe('failed')
  expect(simulations.drop('s4')).toBe(true)
  expect([all[3]?.isStopped, simulations.find('s4')?.state, simulations.find('s5')?.state]).toEqual([
    true,
    'cancelled',
    'running',
  ])
  expect(simulations.drop('s4')).toBe(true)
  expect([simulations.find('s4'), simulations.drop('s4')]).toEqual([null, false])
})

it('one that takes too long is ended, and the list keeps the last forty', async () => {
  const { simulations, all } = opened(10)
  simulations.begin(order, 'komang')
  await vi.waitFor(() => expect(simulations.find('s1')?.state).toBe('failed'), 20_000)
  expect(all[0]?.isStopped).toBe(true)
  for (let nth = 0; nth < 60; nth++) {
    const run = simulations.begin(order, 'komang')
    simulations.drop(run?.id ?? '')
  }
  expect(simulations.list()).toHaveLength(40)
  expect(simulations.list()[0]?.id).toBe('s61')
})
