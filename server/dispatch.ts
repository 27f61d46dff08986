// The one loop. Commands that arrive together are one batch, handled in one turn: each is decided on the draft and
// evolves it; all events go to the journal in one transaction, one fsync; then the draft is the hall. A store that
// needs time gets it: the draft is put aside until the batch is on the disk, so that anyone who looks meanwhile sees
// the hall as it is.
import { type Answer, type Batch, Draft, type IsFull, type Pending, type Request } from './batch.ts'
import type { Clock } from './clock.ts'
import type { Recorded } from './hall/event.ts'
import type { Hall } from './hall/hall.ts'
import { refuse } from './hall/refusal.ts'

/** With this many commands a batch no longer waits for more. */
const ENOUGH = 64

export interface Store {
  /**
   * Returns when the batch is on the disk, or a promise of it; the next batch comes only after that. @throws (or
   * rejects) if it is not; nothing of it is kept then
   */
  append(batch: Batch): void | Promise<void>
  /** How far the prefixes had counted if that day was open before. */
  numbersOf(day: string): Record<string, number>
}

export interface Dispatch {
  /** Resolves once it is on the disk, or refused. Rejects only for a bug. */
  (request: Request): Promise<Answer>
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>
  /** Whether the hall is what the journal says; once it may not be, nothing more is decided on it. */
  isSound(): boolean
}

/** The loop itself, for those who may stop it. */
export interface Loop extends Dispatch {
  /** From now on every command is refused, until the result is called. */
  rest(): () => void
}

interface Dependencies {
  readonly hall: Hall
  readonly store: Store
  readonly clock: Clock
  /** The last forecast, at hand: nothing is computed for a command. Absent: this hall has none. */
  readonly isFull?: IsFull
  /** Called with every commit, after the replies. */
  readonly committed: (records: readonly Recorded[]) => void
  /** Called for a commit that failed. */
  readonly failed: (error: unknown) => void
}

/** Makes the loop around a hall, which from now on only the loop changes. */
export function createDispatch({ hall, store, clock, isFull, committed, failed }: Dependencies): Loop {
  let pending: Pending[] = []
  let idlers: (() => void)[] = []
  let sound = true
  /** A batch is on its way to the disk. Commands that come meanwhile are in the next one. */
  let writing = false
  let rests = false

  /** A turn begins when a round of the event loop brought no new commands: an fsync costs more than the round. */
  function gather(before: number): void {
    if (pending.length > before && pending.length < ENOUGH) setImmediate(gather, pending.length)
    else turn()
  }

  function turn(): void {
    const batch = pending
    pending = []
    whole(batch, () => settleAll(batch))
  }

  /** A throw from here on is a bug that may have left the hall half changed: it is not sound until all is done. */
  function whole(batch: readonly Pending[], work: () => void): void {
    sound = false
    try {
      work()
      sound = true
    } finally {
      // Requests that were already answered do not get this.
      if (!sound)
        for (const { reject } of [...batch, ...pending.splice(0)]) reject(new Error('the hall may be wrong'))
      if (pending.length === 0 && !writing) for (const idler of idlers.splice(0)) setImmediate(idler)
    }
  }

  function settleAll(batch: readonly Pending[]): void {
    const draft = new Draft(hall, (day) => store.numbersOf(day), clock, isFull)
    const settled = batch.map((one) => draft.settle(one))
    let written: Promise<void> | undefined
    try {
      if (draft.records.length > 0) written = store.append(draft) ?? undefined
    } catch (error) {
      draft.takeBack()
      lose(batch, error)
      return
    }
    if (!written) return keep(draft, settled)
    // Nobody may see what can still fail.
    draft.takeBack()
    writing = true
    void wait(written, batch, draft, settled)
  }

  async function wait(
    written: Promise<void>,
    batch: readonly Pending[],
    draft: Draft,
    settled: readonly (() => void)[],
  ): Promise<void> {
    const fate = await written.then(
      () => null,
      (error: unknown) => ({ error }),
    )
    writing = false
    whole(batch, () => {
      if (fate) return lose(batch, fate.error)
      draft.doAgain()
      keep(draft, settled)
    })
    if (pending.length > 0) setImmediate(gather, pending.length)
  }

  function keep(draft: Draft, settled: readonly (() => void)[]): void {
    for (const settle of settled) settle()
    if (draft.records.length > 0) setImmediate(committed, draft.records)
  }

  function lose(batch: readonly Pending[], error: unknown): void {
    for (const { resolve } of batch) resolve(refuse('storage-unavailable'))
    failed(error)
  }

  const dispatch = (request: Request): Promise<Answer> =>
    sound && !rests
      ? new Promise((resolve, reject) => {
          if (pending.length === 0 && !writing) setImmediate(gather, 0)
          pending.push({ request, resolve, reject })
        })
      : Promise.resolve(refuse('storage-unavailable'))
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      if (pending.length === 0 && !writing) setImmediate(resolve)
      else idlers = [...idlers, resolve]
    })
  const rest = () => {
    rests = true
    return () => {
      rests = false
    }
  }
  return Object.assign(dispatch, { idle, rest, isSound: () => sound })
}
