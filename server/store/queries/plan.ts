// What is asked of the one row of the plan that is being worked on.
import { query } from '../builder.ts'

export const draft = {
  get: query()((db) =>
    db.selectFrom('plan_draft').select(['number', 'plan', 'base', 'changed_by', 'changed_at', 'ordered']),
  ),
  put: query<{
    number: number
    plan: string | null
    base: string | null
    by: string | null
    at: number | null
    ordered: string | null
  }>()((db, { number, plan, base, by, at, ordered }) =>
    db.updateTable('plan_draft').set({ number, plan, base, changed_by: by, changed_at: at, ordered }),
  ),
}
