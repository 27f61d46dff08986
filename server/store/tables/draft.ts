// The plan that is being worked on, in its table of one row, and what agencies propose about themselves.
import type { Database } from 'better-sqlite3'
import { type DraftRow, noDraft, type StoredDraft } from '../../drafts/drafts.ts'
import { type Proposal, proposalStates, type StoredProposals } from '../../drafts/proposals.ts'
import { safely } from '../errors.ts'
import { draft as queries, proposals as ofProposals } from '../queries/record.ts'
import { prepare, type RowOf } from '../statement.ts'

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

// What agencies propose about themselves, in its table. All throw a StorageError.

type Row = RowOf<typeof ofProposals.byId>

/** The proposals in an open database. */
export function proposalsTable(db: Database): StoredProposals {
  const all = prepare(db, ofProposals.all)
  const ofAgency = prepare(db, ofProposals.ofAgency)
  const byId = prepare(db, ofProposals.byId)
  const add = prepare(db, ofProposals.add)
  const decide = prepare(db, ofProposals.decide)
  const forget = prepare(db, ofProposals.forget)
  const forgetWithdrawn = prepare(db, ofProposals.forgetWithdrawn)
  return {
    list: (agency) =>
      safely(() => (agency === null ? all.all({}) : ofAgency.all({ agency })).flatMap(proposalOf)),
    byId: (id) =>
      safely(() => {
        const row = byId.get({ id })
        return row && proposalOf(row)[0]
      }),
    add: ({ changes, base, by, at, id, agency, service, wish, state }) =>
      safely(() => {
        add.run({
          id,
          agency,
          service,
          changes: JSON.stringify(changes),
          base: JSON.stringify(base),
          wish,
          by,
          at,
          state,
        })
      }),
    decide: (id, { state, decidedBy, decidedAt, note }) =>
      safely(() => {
        decide.run({ id, state, by: decidedBy, at: decidedAt, note })
      }),
    forget: (before) =>
      safely(() => {
        forget.run({ before })
      }),
    forgetWithdrawn: (agency, but) =>
      safely(() => {
        forgetWithdrawn.run({ agency, but })
      }),
  }
}

/** None if its row is damaged: it can't be confirmed. */
function proposalOf({
  made_by,
  made_at,
  decided_by,
  decided_at,
  changes,
  base,
  state,
  ...row
}: Row): Proposal[] {
  const values = [changes, base].map(parsedProposal)
  const [after, before] = values
  const known = proposalStates.find((one) => one === state)
  if (!after || !before || !known) return []
  return [
    {
      ...row,
      changes: after,
      base: before,
      by: made_by,
      at: made_at,
      state: known,
      decidedBy: decided_by,
      decidedAt: decided_at,
    },
  ]
}

function parsedProposal(text: string): Proposal['changes'] | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Proposal['changes']) : null
  } catch {
    return null
  }
}
