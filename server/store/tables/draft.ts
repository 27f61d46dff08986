// The draft of the plan, in its table of one row.
import type { Database } from 'better-sqlite3'
import { type DraftRow, noDraft, type StoredDraft } from '../../drafts/drafts.ts'
import { safely } from '../errors.ts'
import { draft as queries } from '../queries/record.ts'
import { prepare } from '../statement.ts'

/** The draft in an open database. Both throw a StorageError. */
export function draftTable(db: Database): StoredDraft {
  const get = prepare(db, queries.get)
  const put = prepare(db, queries.put)
  // Every open form keeps asking for the draft, and a plan is large: what has not changed is not read again.
  const planIn = reader()
  const baseIn = reader()

  function read(): DraftRow {
    const row = get.get({})
    if (!row) return noDraft
    const { number, plan, base, changed_by, changed_at, ordered, marks } = row
    if (plan === null || base === null || changed_by === null || changed_at === null)
      return { number, draft: null }
    const draft = { plan: planIn(plan), base: baseIn(base), by: changed_by, at: changed_at }
    // A damaged one can't go live: it is as good as none.
    if (draft.plan === undefined || draft.base === undefined) return { number, draft: null }
    return {
      number,
      draft: {
        ...draft,
        marks: marks === null ? [] : (parsed(marks) ?? []),
        order: ordered === null ? null : (parsed(ordered) ?? null),
      } as DraftRow['draft'],
    }
  }

  return {
    read: () => safely(read),
    write: ({ number, draft }) =>
      safely(() => {
        put.run({
          number,
          plan: draft && JSON.stringify(draft.plan),
          base: draft && JSON.stringify(draft.base),
          by: draft && draft.by,
          at: draft && draft.at,
          ordered: draft?.order ? JSON.stringify(draft.order) : null,
          marks: draft && JSON.stringify(draft.marks),
        })
      }),
  }
}

/** Reads JSON; the same text as last time gives the same object. */
function reader(): (text: string) => unknown {
  let last: { readonly text: string; readonly value: unknown } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, value: parsed(text) }
    return last.value
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
