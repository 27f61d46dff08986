// Accounts that outlive their agency: all their rights were for an agency that the hall no longer has. A manager, who
// belongs to the whole hall, never has one; somebody who has moved to another agency belongs to that one.
import type { Access } from './access.ts'
import type { AccessDetail } from './log.ts'
import type { Account, Staff } from './staff.ts'

/** Who may still sign in, as staff of an agency. */
export type OfAgency = Account & { readonly agency: string }

/** The open accounts of all agencies for which `concerned` returns true, in the order of the list. */
export function openAccountsOf(access: Access, concerned: (agency: string) => boolean): OfAgency[] {
  return access.staff
    .list()
    .filter((one): one is OfAgency => !one.disabled && one.agency !== null && concerned(one.agency))
}

/** Shuts these accounts because their agency is gone; returns how many. What they did keeps their name. */
function shut(access: Access, actor: Staff, accounts: readonly OfAgency[], detail: AccessDetail): number {
  const because = { why: 'agency-gone', detail: { agencyGone: true, ...detail } } as const
  access.together(() => {
    for (const { id } of accounts) access.setDisabled(id, true, `staff:${actor.id}`, because)
  })
  return accounts.length
}

/**
 * Of the ids in `seen`, shuts those that have now outlived their agency; any other id does nothing. Returns how many.
 */
export function closeOutlived(access: Access, actor: Staff, seen: readonly string[]): number {
  const ids = new Set(seen)
  const outlived = openAccountsOf(access, access.isGone).filter(({ id }) => ids.has(id))
  return shut(access, actor, outlived, {})
}

/**
 * Shuts all accounts of `agencies`, which left with the plan of this seq. Returns how many were shut with that plan in
 * all: a repeat gets the first answer, and shuts nobody who was let in since.
 */
export function closeWithPlan(
  access: Access,
  actor: Staff,
  agencies: ReadonlySet<string>,
  plan: number,
): number {
  const gone = openAccountsOf(access, (agency) => agencies.has(agency) && access.isGone(agency))
  if (gone.length > 0) return shut(access, actor, gone, { plan })
  const since = { from: plan, to: Infinity, since: 0, until: Infinity, before: Infinity }
  let before = 0
  for (const { action, detail } of access.log.read(since))
    if (action === 'account-disabled' && detail['plan'] === plan) before += 1
  return before
}

/** Ends any sessions such accounts still have: their pages say why, and so does signing in. */
export function endOutlivedSessions(access: Access): void {
  const signedIn = access.sessions.counts()
  const outlived = openAccountsOf(access, access.isGone).filter(({ id }) => signedIn.has(id))
  for (const { id } of outlived) access.sessions.endAll(id, null, { why: 'agency-gone', by: 'server' })
}
