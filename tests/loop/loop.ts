// A loop around the sample hall with a store in memory that can be made to fail, and a clock that the test sets.
import { createClock } from '../../server/clock.ts'
import { createDispatch } from '../../server/dispatch.ts'
import type { Batch, Request } from '../../server/batch.ts'
import type { Command } from '../../server/hall/command.ts'
import type { Recorded } from '../../server/hall/event.ts'
import { fold } from '../../server/hall/rules.ts'
import { emptyHall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import { smallPlan } from '../rules/small-plan.ts'

/** 2026-11-24, nine in the morning in Makassar. */
export const morning = Date.parse('2026-11-24T01:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

interface Before {
  /** What happened in the server before. */
  journal?: readonly Recorded[]
  leapt?: number
  /** The server was started with an offset. */
  declared?: boolean
  sealedAt?: number
}

export function loop(start = morning, { journal: before = [], leapt = 0, declared, sealedAt }: Before = {}) {
  const batches: Batch[] = []
  const failures: unknown[] = []
  const committed: Recorded[] = []
  /**
   * `slow` is called with each append, and says later how it ended. `leapt`: what was added to the system's clock
   * alone; `now` goes on with the clock that can't be set. A sleep adds to `slept` and to `leapt`.
   */
  let looks = 0
  const state = {
    now: start,
    leapt,
    slept: 0,
    full: false,
    slow: null as ((end: (well: boolean) => void) => void) | null,
    numbers: {} as Record<string, number>,
  }
  const clock = createClock({
    system: () => state.now + state.leapt,
    // Like the real one, which has fractions of a millisecond.
    steady: () => state.now + ((looks += 1) % 400) / 1000,
    uptime: () => state.now + state.slept,
    ...(declared && { declared }),
    ...(sealedAt !== undefined && { lastKnown: () => sealedAt }),
  })
  const hall = before.length === 0 ? emptyHall(layOut(smallPlan)) : fold(before, smallPlan)
  const dispatch = createDispatch({
    hall,
    store: {
      append(batch) {
        if (state.full) throw new Error('disk full')
        const keep = () => void batches.push({ ...batch, records: [...batch.records] })
        if (!state.slow) return keep()
        const { slow } = state
        return new Promise((resolve, reject) => {
          slow((well) => (well ? resolve(keep()) : reject(new Error('no answer'))))
        })
      },
      numbersOf: () => state.numbers,
    },
    clock,
    committed: (records) => committed.push(...records),
    failed: (error) => failures.push(error),
  })
  const journal = () => [...before, ...batches.flatMap(({ records }) => records)]
  const give = (command: Command, more: Partial<Request> = {}) =>
    dispatch({ command, by: 'device:kiosk', ...more })
  return {
    hall,
    clock,
    state,
    batches,
    failures,
    committed,
    journal,
    give,
    idle: dispatch.idle,
    isSound: dispatch.isSound,
    refold: () => fold(journal(), smallPlan),
    /** The server is off for this many milliseconds, and is started with the clock as it is then. */
    restart: (off: number, found = 0, withOffset = false, seal?: number) =>
      loop(state.now + off, {
        journal: JSON.parse(JSON.stringify(journal())) as Recorded[],
        leapt: found,
        declared: withOffset,
        ...(seal !== undefined && { sealedAt: seal }),
      }),
  }
}

let made = 0
/** A ticket for these services, with ids of its own. */
export function ticket(services = ['kk']): Command {
  made += 1
  return {
    type: 'take-visit',
    visit: `v${made}`,
    token: `t${made}`,
    services,
    missing: [],
    priority: false,
    comeToMe: false,
    language: null,
    printer: null,
  }
}
