// A store that writes many batches in one transaction, for a hall that is only played through: nobody holds its
// numbers yet, so a power cut loses nothing.
import type { Store } from '../store.ts'

type Batch = Parameters<Store['append']>[0]

export interface GroupedStore extends Pick<
  Store,
  'append' | 'numbersOf' | 'told' | 'alive' | 'complaints' | 'findings' | 'onlyAsked'
> {
  /** Writes what has gathered. @throws StorageError */
  flush(): void
}

/** `most`: how many events gather before they are written. */
export function grouped(
  store: Pick<Store, 'append' | 'numbersOf' | 'told' | 'alive' | 'complaints' | 'findings' | 'onlyAsked'>,
  most: number,
): GroupedStore {
  let gathered: Batch[] = []
  let events = 0

  function flush(): void {
    const batches = gathered
    gathered = []
    events = 0
    const last = batches.at(-1)
    if (!last) return
    store.append({
      records: batches.flatMap(({ records }) => records),
      notes: batches.flatMap(({ notes = [] }) => notes),
      reopened: last.reopened ?? null,
      over: batches.findLast(({ over }) => over)?.over ?? null,
    })
  }

  return {
    told: store.told,
    alive: store.alive,
    complaints: store.complaints,
    findings: store.findings,
    onlyAsked: store.onlyAsked,
    append(batch) {
      // Copied, because the loop goes on using its lists.
      gathered.push({ ...batch, records: [...batch.records], notes: [...(batch.notes ?? [])] })
      events += batch.records.length
      if (events >= most || batch.reopened) flush()
    },
    numbersOf(day) {
      flush()
      return store.numbersOf(day)
    },
    flush,
  }
}
