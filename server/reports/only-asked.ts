// Visitors who only asked at the reception: one tap each, kept as a count per day. Nobody takes a number for a
// question, so the journal knows nothing about them; nobody keeps who asked, who tapped, or when.
import type { Period } from './question.ts'

export type Tap = 'counted' | 'taken-back'

export interface StoredOnlyAsked {
  /** The count of one day; 0: nobody tapped. @throws StorageError, as all of them */
  count(day: string): number
  /** What an earlier request of that day or a later one with this key did; null: there was none. */
  known(key: Buffer): Tap | null
  /** Counts one. `key`: the hash of the request's idempotency key, which is kept for that day; null: it had none. */
  add(day: string, key: Buffer | null): void
  /** Takes one back; false: the day has none. */
  takeBack(day: string, key: Buffer | null): boolean
  /** The days of a period that have any, in order. */
  between(period: Period): readonly { readonly day: string; readonly count: number }[]
}

export interface OnlyAskedAnswer extends Period {
  /** Days without any have no row; no rows at all: this hall does not count them. */
  readonly rows: readonly { readonly day: string; readonly count: number }[]
  readonly count: number
}

/** The counts of a period, both days included. @throws StorageError */
export function readOnlyAsked(
  stored: Pick<StoredOnlyAsked, 'between'>,
  { from, to }: Period,
): OnlyAskedAnswer {
  const rows = stored.between({ from, to })
  return { from, to, rows, count: rows.reduce((sum, { count }) => sum + count, 0) }
}
