// What a start settles before anybody asks: what was under way when the server stopped, and what is missing from the
// journal. From then on the journal is sealed and watched.
import type { Dispatch } from './dispatch.ts'
import type { Hall } from './hall/hall.ts'
import { isRefusal } from './hall/refusal.ts'
import { foldDays } from './hall/rules.ts'
import type { Plan } from './hall/plan.ts'
import { StorageError } from './store/errors.ts'
import type { Sealing } from './store/journal/sealing.ts'
import type { Store } from './store/store.ts'
import type { Recorded } from './hall/event.ts'

/** During a start, `info` takes a sentence and nothing else. */
export interface SettleLog {
  info(message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/**
 * The hall that the journal makes. Events fitted together when they were written: if they do not, the file is
 * damaged, whatever the error says. An earlier day that can't be rebuilt any more is left out, as only late questions
 * need it. @throws StorageError `corrupt` with the event that does not fit
 */
export function hallOf(store: Store, plan: Plan, withoutDayBefore: (error: unknown) => void): Hall {
  const today = followed(store.currentDay())
  const before = followed(store.dayBefore())
  const fold = (events: Iterable<Recorded>) => foldDays(today.events, events, plan)
  try {
    return fold(before.events)
  } catch (error) {
    if (!before.isOver()) {
      withoutDayBefore(damaged(error, before.at()))
      return hallOf({ ...store, *dayBefore() {} }, plan, withoutDayBefore)
    }
    throw damaged(error, today.at())
  }
}

/** Folds passing events; keeps the `seq` of the last that fitted, and whether all did. */
function followed(events: Iterable<Recorded>) {
  let at = 0
  let over = false
  return {
    at: () => at,
    isOver: () => over,
    events: (function* () {
      for (const recorded of events) {
        at = recorded.seq
        yield recorded
      }
      over = true
    })(),
  }
}

function damaged(error: unknown, seq: number): unknown {
  if (error instanceof StorageError) return error
  const why = error instanceof Error ? error.message : String(error)
  return new StorageError('corrupt', null, new Error(`event ${seq}: ${why}`, { cause: error }))
}

interface SettleParts {
  readonly hall: Hall
  readonly dispatch: Dispatch
  readonly store: Store
  readonly sealing: Sealing
  readonly log: SettleLog
  /** The hall's clock, milliseconds since 1970. */
  readonly now: () => number
  /** What every screen says about the journal has changed. */
  readonly changed: () => void
}

/**
 * Makes the numbers continue above all that may have been given, seals, and watches from then on. @throws
 * StorageError when that can't be written: without it a number could be given twice
 */
export async function keepSealed({
  hall,
  dispatch,
  store,
  sealing,
  log,
  now,
  changed,
}: SettleParts): Promise<void> {
  const { floors, found } = sealing
  for (const damage of found)
    log.error({ damage }, 'the journal is not as it was left: see docs/running.md, Damage')
  if (floors) {
    const raised = await dispatch({ command: { type: 'raise-numbers', ...floors }, by: 'system:start' })
    if (isRefusal(raised)) throw new StorageError('failing', null, new Error('numbers could not be raised'))
  }
  await sealing.start({
    standing: () => standingOf(hall, store, now),
    turned(lost) {
      if (lost === null) log.info('the files of the journal are back')
      else log.error({ file: lost }, 'a file of the journal was removed or replaced: nothing is accepted')
      changed()
    },
    failed: (err) => log.warn({ err }, 'the seal could not be written'),
  })
}

/** Where the journal and its numbers stand, as a seal keeps it. `now`: by the hall's clock, milliseconds since 1970. */
export function standingOf(hall: Hall, store: Pick<Store, 'lastSeq' | 'lastLink'>, now: () => number) {
  return {
    seq: store.lastSeq(),
    link: store.lastLink(),
    at: hall.at,
    day: hall.day,
    numbers: Object.fromEntries(hall.numbers),
    written: now(),
  }
}
