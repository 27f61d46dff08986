// What is kept of the plan that is being worked on, as the store keeps it.
import type { Fate } from '../hall/command.ts'
import type { Plan } from '../hall/plan.ts'

/** A publication that waits for its day, or that could not be when the day came. */
export interface Order {
  /** The first day on which it holds, `2027-01-11`. */
  readonly from: string
  /** Who ordered it, by id. */
  readonly by: string
  readonly fates: readonly (readonly [service: string, fate: Fate])[]
  /** Why it was not published, a code; null: it waits. */
  readonly refused: string | null
}

export interface Draft {
  /** JSON of any shape: it may be half done. */
  readonly plan: unknown
  /** The plan that it was begun from. */
  readonly base: Plan
  /** Who changed it last, by id, and when, milliseconds since 1970. */
  readonly by: string
  readonly at: number
  readonly order: Order | null
}

/** `number` grows with every change and stays when a draft is dropped. */
export interface DraftRow {
  readonly number: number
  readonly draft: Draft | null
}

export const noDraft: DraftRow = { number: 0, draft: null }

/** Both throw a StorageError. */
export interface StoredDraft {
  read(): DraftRow
  write(row: DraftRow): void
}
