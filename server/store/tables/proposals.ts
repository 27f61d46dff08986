// What agencies propose about themselves, in its table. All throw a StorageError.
import type { Database } from 'better-sqlite3'
import { type Proposal, proposalStates, type StoredProposals } from '../../drafts/proposals.ts'
import { safely } from '../errors.ts'
import { proposals as queries } from '../queries/record.ts'
import { prepare, type RowOf } from '../statement.ts'

type Row = RowOf<typeof queries.byId>

/** The proposals in an open database. */
export function proposalsTable(db: Database): StoredProposals {
  const all = prepare(db, queries.all)
  const ofAgency = prepare(db, queries.ofAgency)
  const byId = prepare(db, queries.byId)
  const add = prepare(db, queries.add)
  const decide = prepare(db, queries.decide)
  const forget = prepare(db, queries.forget)
  const forgetWithdrawn = prepare(db, queries.forgetWithdrawn)
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
  const values = [changes, base].map(parsed)
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

function parsed(text: string): Proposal['changes'] | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Proposal['changes']) : null
  } catch {
    return null
  }
}
