// A board that runs for weeks: when it reloads itself, and that its picture moves.
import { expect, it } from 'vitest'
import type { Freshness } from '../../screens/live.ts'
import { askedRim, HUNG_MS, LOOK_MS, MOVE_MS, startUpkeep } from '../../display-ui/upkeep.ts'

function wall() {
  const state = {
    version: '1' as string | null,
    freshness: 'live' as Freshness,
    night: false,
    now: 0,
    reloads: 0,
    places: [] as string[],
    fail: () => {},
  }
  const timers = new Map<number, () => void>()
  startUpkeep(() => ({ freshness: state.freshness, night: state.night }), {
    now: () => state.now,
    every: (ms, run) => void timers.set(ms, run),
    version: () => Promise.resolve(state.version),
    move: (x, y) => void state.places.push(`${x},${y}`),
    reload: () => void (state.reloads += 1),
    onFault: (then) => void (state.fail = then),
  })
  /** Lets the board check as often as it does in `ms`. */
  async function passes(ms: number): Promise<number> {
    for (let passed = 0; passed < ms; passed += LOOK_MS) {
      state.now += LOOK_MS
      timers.get(LOOK_MS)?.()
      await Promise.resolve()
      await Promise.resolve()
    }
    return state.reloads
  }
  return { state, passes, moves: () => timers.get(MOVE_MS)?.() }
}

it('takes in a new version at night, not while somebody is in the hall', async () => {
  const { state, passes } = wall()
  await passes(LOOK_MS)
  state.version = '2'
  expect(await passes(10 * LOOK_MS)).toBe(0)
  state.night = true
  expect(await passes(LOOK_MS)).toBe(1)
})

it('reloads when it stays stale although the server answers', async () => {
  const { state, passes } = wall()
  await passes(LOOK_MS)
  state.freshness = 'stale'
  expect(await passes(HUNG_MS - LOOK_MS)).toBe(0)
  expect(await passes(LOOK_MS)).toBe(1)
})

it('stays while the server is away: nothing would bring the page back', async () => {
  const { state, passes } = wall()
  await passes(LOOK_MS)
  Object.assign(state, { freshness: 'stale', version: null })
  expect(await passes(5 * HUNG_MS)).toBe(0)
})

it('reloads after a fault of its script', async () => {
  const { state, passes } = wall()
  expect(await passes(LOOK_MS)).toBe(0)
  state.fail()
  expect(await passes(LOOK_MS)).toBe(1)
})

it('never quite stands still, and comes back to where it was', () => {
  const { state, moves } = wall()
  for (let turn = 0; turn < 8; turn += 1) moves()
  expect(new Set(state.places).size).toBe(8)
  expect(state.places[7]).toBe('0,0')
})

it('takes the rim from the address, within reason', () => {
  expect([askedRim('?rim=5'), askedRim('?lang=id&rim=2.5'), askedRim('?rim=40'), askedRim('')]).toEqual([
    5,
    2.5,
    null,
    null,
  ])
})
