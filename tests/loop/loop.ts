// A loop around the sample hall with a store in memory that can be told to fail, and a clock that is set by hand.
import { createClock } from '../../server/clock.ts'
import { type Batch, createDispatch, type Request } from '../../server/dispatch.ts'
import type { Command } from '../../server/hall/command.ts'
import type { Recorded } from '../../server/hall/event.ts'
import { fold } from '../../server/hall/fold.ts'
import { emptyHall } from '../../server/hall/new-day.ts'
import { layOut } from '../../server/hall/layout.ts'
import { smallPlan } from '../rules/small-plan.ts'

/** 2026-11-24, nine in the morning in Makassar. */
export const morning = Date.parse('2026-11-24T01:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export function loop(start = morning) {
  const batches: Batch[] = []
  const failures: unknown[] = []
  const committed: Recorded[] = []
  const state = { now: start, full: false, numbers: {} as Record<string, number> }
  const hall = emptyHall(layOut(smallPlan))
  const dispatch = createDispatch({
    hall,
    store: {
      append(batch) {
        if (state.full) throw new Error('disk full')
        batches.push({ ...batch, records: [...batch.records] })
      },
      numbersOf: () => state.numbers,
    },
    clock: createClock(() => state.now),
    committed: (records) => committed.push(...records),
    failed: (error) => failures.push(error),
  })
  const journal = () => batches.flatMap(({ records }) => records)
  const give = (command: Command, more: Partial<Request> = {}) =>
    dispatch({ command, by: 'device:kiosk', ...more })
  return {
    hall,
    state,
    batches,
    failures,
    committed,
    journal,
    give,
    idle: dispatch.idle,
    refold: () => fold(journal(), smallPlan),
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
