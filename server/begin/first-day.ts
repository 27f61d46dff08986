// The first day of a journal that will be served later, opened beside the present hall.
import type { Clock } from '../clock.ts'
import { createDispatch, type Dispatch } from '../dispatch.ts'
import type { Hall } from '../hall/hall.ts'
import type { Plan } from '../hall/plan.ts'
import { isRefusal } from '../hall/refusal.ts'
import { hallOf, type SettleLog } from '../settle.ts'
import { StorageError } from '../store/errors.ts'
import type { Store } from '../store/store.ts'

interface FirstDay {
  readonly store: Store
  readonly plan: Plan
  /** The present hall: its clock is used but not changed. */
  readonly old: Hall
  /** The first event follows this one; the old hall's last by default. */
  readonly after?: number
  readonly clock: Clock
  readonly log: SettleLog
}

/** Opens it: its first event carries the plan. @throws StorageError */
export async function openFirstDay({
  store,
  plan,
  old,
  after = old.seq,
  clock,
  log,
}: FirstDay): Promise<{ hall: Hall; dispatch: Dispatch; now: () => number }> {
  const hall: Hall = Object.assign(
    hallOf(store, plan, () => {}),
    { seq: after },
  )
  const dispatch = createDispatch({
    hall,
    store,
    clock: { ...clock, time: () => clock.time(old), use: () => {}, begin: () => false },
    committed: () => {},
    failed: (err) => log.error({ err }, 'the journal of a new hall could not be written'),
  })
  const opened = await dispatch({ command: { type: 'recover' }, by: 'system:start' })
  if (isRefusal(opened) || hall.seq === after)
    throw new StorageError('full', null, new Error('the first day could not be opened'))
  return { hall, dispatch, now: () => clock.time(old).now }
}
