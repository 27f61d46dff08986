// Random minutes of a zone's sound: calls, recalls and undos, while displays come, go, are blocked, begin, die and
// confirm as they like. Whatever happens: one sound at a time in each queue, in the order of the calls, and nothing
// is lost.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClock } from '../../server/clock.ts'
import { createDispatch } from '../../server/dispatch.ts'
import type { Command } from '../../server/hall/command.ts'
import type { Recorded } from '../../server/hall/event.ts'
import { emptyHall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import type { Display } from '../../server/live/push.ts'
import { createLoudspeakers, soundStates } from '../../server/voice/zones/speakers.ts'
import { createSound } from '../../server/voice/zones/sound.ts'
import { checkHall } from '../property/invariants.ts'
import { createRandom } from '../property/prng.ts'
import {
  callNext,
  checkSound,
  finish,
  hear,
  miss,
  open,
  recall,
  start,
  take,
  undo,
} from '../rules/commands.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const wall: Display[] = [
  { id: 'tv-1', zone: 'depan', board: 'depan' },
  { id: 'tv-2', zone: 'tengah', board: 'tengah' },
  { id: 'tv-3', zone: 'belakang', board: 'belakang' },
  { id: 'wide', zone: null, board: null },
]

const seeds = [1, 2, 3, 4, 5, 6]
const happened = new Set<string>()

it.each(seeds)('random minutes lose nothing and say one at a time, in order: seed %i', async (seed) => {
  const random = createRandom(seed)
  const plan = { ...rulesPlan, voice: { mostPending: 1 + random.int(4) } }
  const hall = emptyHall(layOut(plan))
  const records: Recorded[] = []
  const failures: unknown[] = []
  let displays: Display[] = [...wall]
  let now = Date.parse('2026-11-24T01:00:00Z')
  const dispatch = createDispatch({
    hall,
    store: { append: () => {}, numbersOf: () => ({}) },
    clock: createClock({ system: () => now, steady: () => now }),
    committed: (some) => {
      records.push(...some)
      sound.committed(some)
    },
    failed: (error) => failures.push(error),
  })
  const sound = createSound({
    hall,
    dispatch,
    voice: {
      prepare: async () => (random.oneIn(20) ? null : { name: 'a.wav', seconds: 2 + random.int(9) }),
      ahead: async () => {},
      warm: () => {},
    },
    displays: () => displays,
    loudspeakers: createLoudspeakers(),
    minute: () => 540,
    failed: (error) => failures.push(error),
  })
  const give = async (command: Command) => {
    await dispatch({ command, by: 'system:start' })
    for (let turn = 0; turn < 6; turn += 1) await new Promise(setImmediate)
    checkHall(hall)
  }
  const pass = async (seconds: number) => {
    now += seconds * 1000
    await vi.advanceTimersByTimeAsync(seconds * 1000)
    for (let turn = 0; turn < 6; turn += 1) await new Promise(setImmediate)
  }
  const counters = [1, 2, 3, 4, 5, 6].map((label) => `loket-${label}`)
  for (const counter of counters) await give(open(counter))
  let visits = 0
  const comes = () => give(take(`v${(visits += 1)}`, [random.pick(['kk', 'skck', 'bayar'])]))

  /** Somebody at a display, or the display itself, does something. */
  async function atDisplay(): Promise<void> {
    const playing = [...hall.announcements.values()].filter(({ status }) => status === 'playing')
    const one = playing.length > 0 ? random.pick(playing) : undefined
    if (random.oneIn(6)) {
      const turned = random.pick(wall)
      displays = displays.includes(turned)
        ? displays.filter((display) => display !== turned)
        : [...displays, turned]
      sound.look()
    } else if (one?.speaker) {
      if (random.oneIn(3)) sound.ready(one.id, one.speaker, random.pick(soundStates))
      else if (random.oneIn(2)) sound.started(one.id, one.speaker)
      else await give(hear(one.id, one.speaker, null))
    }
    for (let turn = 0; turn < 6; turn += 1) await new Promise(setImmediate)
  }

  for (let step = 0; step < 250; step += 1) {
    const counter = random.pick(counters)
    await random.weighted<() => Promise<void>>([
      [3, comes],
      [3, () => give(callNext(counter))],
      [3, () => give(recall(counter))],
      [1, () => give(undo(counter))],
      [1, () => give(miss(counter))],
      [1, () => give(start(counter))],
      [1, () => give(finish(counter))],
      [0.3, () => give(checkSound(random.pick(['depan', 'tengah', 'belakang'])))],
      [6, atDisplay],
      [4, () => pass(random.int(5))],
    ])()
  }
  displays = [...wall]
  sound.look()
  for (let left = 0; left < 400 && hall.sounds.size > 0; left += 1) await pass(5)
  sound.stop()

  expect(failures).toEqual([])
  // Nothing is lost: every announcement was retracted, or it is known whether it was heard.
  expect([...hall.sounds]).toEqual([])
  expect(
    [...hall.announcements.values()].filter(({ status }) => status !== 'heard' && status !== 'unheard'),
  ).toEqual([])
  // In order: of those not retracted, what was made first began first in its final play.
  const begun = new Map<string, number>()
  for (const [place, { event }] of records.entries()) {
    if (event.type !== 'announcement-started') continue
    for (const id of [event.announcement, ...(event.also ?? [])]) begun.set(id, place)
  }
  const made = records.flatMap(({ event }) =>
    event.type === 'called' || event.type === 'recalled' || event.type === 'sound-checked'
      ? [event.announcement]
      : [],
  )
  for (const name of new Set([...hall.announcements.values()].map((one) => one.sound))) {
    const places = made
      .flatMap((id) => hall.announcements.get(id) ?? [])
      .filter((one) => one.sound === name)
      .map(({ id }) => begun.get(id) ?? -1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  }
  for (const { event } of records) {
    if (event.type === 'announcement-passed') happened.add('passed on')
    if (event.type === 'announcement-skipped') happened.add('skipped')
    if (event.type === 'announcement-started' && event.also) happened.add('several in one sound')
    if (event.type === 'announcement-heard') happened.add('heard')
    if (event.type === 'announcement-unheard') happened.add('not heard')
  }
})

it('everything that can happen to an announcement has happened', () =>
  expect([...happened].sort()).toEqual([
    'heard',
    'not heard',
    'passed on',
    'several in one sound',
    'skipped',
  ]))
