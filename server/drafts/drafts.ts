// The draft of the plan: changes gather in it until it goes live as a whole, at once or on a later day. What the hall
// has changed meanwhile is kept.
import type { Dispatch } from '../dispatch.ts'
import type { Fate } from '../hall/command.ts'
import type { Hall } from '../hall/hall.ts'
import type { Plan } from '../hall/plan.ts'
import { isRefusal } from '../hall/refusal.ts'
import { type PlanChange, planChanges } from './changes.ts'
import { isSame, merge } from './merge.ts'
import { type PlanRecord, planAt } from './revisions.ts'

/** A publication that waits for its day, or that was not possible when the day came. */
export interface Order {
  /** The first day on which it applies, `2027-01-11`. */
  readonly from: string
  /** Who ordered it, by id. */
  readonly by: string
  readonly fates: readonly (readonly [service: string, fate: Fate])[]
  /** Why it was not published, as a code; null: it is still waiting. */
  readonly refused: string | null
}

export interface Draft {
  /** JSON of any shape: it may be unfinished. */
  readonly plan: unknown
  /** The plan it started from. */
  readonly base: Plan
  /** Who changed it last, by id, and when, milliseconds since 1970. */
  readonly by: string
  readonly at: number
  /** Who last wrote each of its fields. */
  readonly marks: readonly Mark[]
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

export interface Drafts {
  /** @throws StorageError */
  read(): DraftRow
  /** The draft with what the hall has changed since: what would go live. Null without a draft. */
  whole(): unknown
  /**
   * Saves a changed draft. `from` is the number the editor saw, `base` the seq of the plan it started from, by default
   * the current one; a draft keeps its own unless this one replaces it (`anew`). Null: the draft has changed since, or
   * there is no such plan. @throws StorageError
   */
  save(plan: unknown, by: string, from: number, base: number | null, anew?: boolean): DraftRow | null
  /** Drops it; false: it has changed since. @throws StorageError */
  drop(from: number): boolean
  /** Orders it to apply from that day on, `2027-01-11`. Does nothing without a draft. @throws StorageError */
  order(from: string, by: string, fates: ReadonlyMap<string, Fate>): void
  /** It went live; one that was saved meanwhile stays. @throws StorageError */
  published(number: number): void
  /** Whether an order whose day has come waits for the disk. */
  isLate(): boolean
  /** Publishes what was ordered for today or earlier, if it still fits; else the old plan stays and the order says why. */
  publishDue(): Promise<void>
}

interface Ground {
  readonly stored: StoredDraft
  readonly hall: Hall
  readonly record: PlanRecord
  readonly now: () => number
  readonly dispatch: Dispatch
  /** Called when an order is published, with the plan before it and the seq of the new one. */
  readonly ordered: (by: string, before: Plan, seq: number) => void
}

export function openDrafts({ stored, hall, record, now, dispatch, ordered }: Ground): Drafts {
  const put = (draft: Draft | null): DraftRow => {
    const row = { number: stored.read().number + 1, draft }
    stored.write(row)
    return row
  }
  const wholeOf = ({ base, plan }: Draft) => merge(base, plan, hall.layout.base)

  const settle = (number: number, draft: Draft | null): void => {
    if (stored.read().number === number) put(draft)
  }
  let late = false

  async function publishDue(): Promise<void> {
    late = false
    // Loaded only here: checking shapes takes a lot of code.
    if (!isDue(stored.read().draft)) return
    const { planFaults } = await import('../hall/plan-faults/plan-faults.ts')
    // Read only now: it may have been changed meanwhile, or its order cancelled.
    const { number, draft } = stored.read()
    if (!isDue(draft)) return
    const { order } = draft
    const refuse = (refused: string) => settle(number, { ...draft, order: { ...order, refused } })
    const before = hall.layout.base
    const plan = wholeOf(draft)
    // It went live, but the server stopped before that was noted.
    if (isSame(plan, before)) return settle(number, null)
    if (planFaults(plan).length > 0) return refuse('plan-faults')
    const outcome = await dispatch({
      command: {
        type: 'revise-plan',
        plan: plan as Plan,
        from: hall.layoutSeq,
        fates: new Map(order.fates),
      },
      by: `staff:${order.by}`,
    })
    if (!isRefusal(outcome)) {
      settle(number, null)
      if (outcome.seq !== null) ordered(order.by, before, outcome.seq)
    } else if (outcome.refused === 'plan-changed') await publishDue()
    // Tried again as soon as anything can be written.
    else if (outcome.refused === 'storage-unavailable') late = true
    else refuse(outcome.refused)
  }

  const isDue = (draft: Draft | null): draft is Draft & { readonly order: Order } =>
    draft !== null && draft.order !== null && draft.order.refused === null && hall.day >= draft.order.from

  return {
    read: () => stored.read(),
    whole() {
      const { draft } = stored.read()
      return draft && wholeOf(draft)
    },
    save(plan, by, from, base, anew = false) {
      const row = stored.read()
      const { number, draft } = row
      // Sent again because the answer was lost.
      const isRepeat = draft !== null && draft.by === by && isSame(draft.plan, plan)
      if (from === number - 1 && isRepeat) return row
      if (from !== number) return null
      const began =
        (anew ? null : draft?.base) ??
        (base === null || base === hall.planSeq ? hall.layout.base : planAt(record, base))
      if (!began) return null
      const old = anew || !draft ? { plan: began, marks: [] } : draft
      const at = now()
      const marks = marksAfter(old.marks, { base: began, before: old.plan, after: plan }, by, at)
      return put({ plan, base: began, by, at, marks, order: null })
    },
    drop(from) {
      const { number, draft } = stored.read()
      if (from === number - 1 && !draft) return true
      if (from !== number) return false
      if (draft) put(null)
      return true
    },
    order(from, by, fates) {
      const { draft } = stored.read()
      if (draft) put({ ...draft, order: { from, by, fates: [...fates], refused: null } })
    },
    published: (number) => settle(number, null),
    isLate: () => late,
    publishDue,
  }
}

// Who changed what in the draft: for every field that differs from the plan it started from, who last wrote it and
// when.

/** Who wrote a field last. */
export interface Mark {
  /** The key of the change, from `keyOf`. */
  readonly key: string
  /** A person, by id. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What the draft changes, and who changed it; null if nobody noted it. */
export interface MarkedChange extends PlanChange {
  readonly by: string | null
  readonly at: number | null
}

const keyOf = ({ kind, id, field }: Pick<PlanChange, 'kind' | 'id' | 'field'>): string =>
  [kind, id ?? '', field ?? ''].join(' ')

const wholeOf = ({ kind, id }: PlanChange): string => keyOf({ kind, id, field: null })

/**
 * The marks once somebody has saved `after` in place of `before`. What no longer differs from `base` loses its mark;
 * an added thing is marked with whoever last wrote any part of it. Plans are JSON of any shape.
 */
export function marksAfter(
  old: readonly Mark[],
  { base, before, after }: { base: Plan; before: unknown; after: unknown },
  by: string,
  at: number,
): Mark[] {
  const known = new Map(old.map((mark) => [mark.key, mark]))
  const written = planChanges(before, after)
  const touched = new Set([...written.map(keyOf), ...written.map(wholeOf)])
  return planChanges(base, after).flatMap((change): Mark[] => {
    const key = keyOf(change)
    const mark = touched.has(key) ? { key, by, at } : known.get(key)
    return mark ? [mark] : []
  })
}

/** All that the draft changes. */
export function markedChanges(base: Plan, plan: unknown, marks: readonly Mark[]): MarkedChange[] {
  const known = new Map(marks.map((mark) => [mark.key, mark]))
  return planChanges(base, plan).map((change) => {
    const mark = known.get(keyOf(change))
    return { ...change, by: mark ? mark.by : null, at: mark ? mark.at : null }
  })
}
