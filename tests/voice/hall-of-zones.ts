// The sound of the zones around a real loop, with displays that come and go and time that the test moves. Zones
// `depan` and `tengah` share a sound, `belakang` has its own.
import { afterEach, beforeEach, vi } from 'vitest'
import { createClock } from '../../server/clock.ts'
import { createDispatch } from '../../server/dispatch.ts'
import type { Command } from '../../server/hall/command.ts'
import { emptyHall, type Hall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import type { Display } from '../../server/live/push.ts'
import { createLoudspeakers } from '../../server/voice/zones/speakers.ts'
import { createSound } from '../../server/voice/zones/sound.ts'
import type { Prepared, SpokenText } from '../../server/voice/voice.ts'
import { callNext, open, take } from '../rules/commands.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

/** Call it once in a file: time stands still in each of its tests except where it is moved. */
export function turnTimeByHand(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

export const eightSeconds: Prepared = { name: 'a.wav', seconds: 8 }
export const display = (id: string, zone: string | null = null, board = zone): Display => ({
  id,
  zone,
  board,
})

/** A hall with everybody at their counters; `displays` may be changed at any time. */
export async function zones(...displays: Display[]) {
  const hall = emptyHall(layOut(rulesPlan))
  const state = {
    displays,
    full: false,
    prepare: async (): Promise<Prepared | null> => eightSeconds,
    said: [] as SpokenText[][],
    times: [] as number[],
    /** What was made before its turn. */
    ahead: [] as string[][],
    makeAhead: async () => {},
    warmed: 0,
    failures: [] as unknown[],
    now: Date.parse('2026-11-24T01:00:00Z'),
    minute: 540,
  }
  const loudspeakers = createLoudspeakers()
  const failed = (error: unknown) => state.failures.push(error)
  const dispatch = createDispatch({
    hall,
    store: {
      append() {
        if (state.full) throw new Error('full')
      },
      numbersOf: () => ({}),
    },
    clock: createClock({ system: () => state.now, steady: () => state.now }),
    committed: (records) => sound.committed(records),
    failed,
  })
  const sound = createSound({
    hall,
    dispatch,
    voice: {
      prepare(texts, how) {
        state.said.push([...texts])
        state.times.push(how?.times ?? 1)
        return state.prepare()
      },
      ahead(texts) {
        state.ahead.push(texts.map(({ text }) => text))
        return state.makeAhead()
      },
      warm: () => void (state.warmed += 1),
    },
    displays: () => state.displays,
    loudspeakers,
    minute: () => state.minute,
    failed,
  })
  async function quiet(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await new Promise(setImmediate)
  }
  async function give(...commands: Command[]): Promise<void> {
    for (const command of commands) await dispatch({ command, by: 'system:start' })
    await quiet()
  }
  for (const counter of [1, 2, 3, 4, 5, 6]) await give(open(`loket-${counter}`))
  let visits = 0
  return {
    hall,
    state,
    sound,
    give,
    quiet,
    /** A visitor comes for the service and is called at the counter. */
    async call(service: string, counter: string) {
      await give(take(`v${(visits += 1)}`, [service]), callNext(counter))
    },
    async hear(counter: string, device: string, zone: string | null = null) {
      const first = [...hall.announcements.values()].find(
        (one) => one.call?.counter === counter && one.status === 'playing',
      )
      const announcement = first?.id ?? ''
      await give({ type: 'hear-announcement', announcement, device, zone })
    },
    async seconds(some: number) {
      await vi.advanceTimersByTimeAsync(some * 1000)
      await quiet()
    },
    /** Every announcement: its counter, status and speaker. */
    all: () =>
      [...hall.announcements.values()].map(({ call, status, speaker }) => [call?.counter, status, speaker]),
  }
}

/** What is being announced now. */
export const playing = ({ announcements }: Hall) =>
  [...announcements.values()].filter(({ status }) => status === 'playing')
