// An account as managers and supervisors see it, with what the hall knows of the person now.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { Account, Rights, Role as RoleName, Staff } from '../../access/staff.ts'
import { maySteer } from '../../access/steer.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Code } from '../ground/codes.ts'
import { closed, instant, Instant, InstantOrNull, Null, Role } from '../ground/schemas.ts'

export const Username = Type.String({ pattern: '^[A-Za-z0-9._-]{3,32}$' })

/** At least one visible word, and no line breaks. */
export const Name = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: String.raw`^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$`,
})

/** The password, meant only for its owner, and until when it is valid. */
export const OneTime = {
  password: Type.String(),
  until: Instant,
}

/** A counter that a person holds; `number`: the visitor there. */
export const HeldCounter = Type.Object(
  { id: Type.String(), number: Type.Union([Type.String(), Null]) },
  closed,
)

/** `oneTimeUntil`: a one-time password waits for its owner until then; `steer`: whether the caller may change it. */
export const ListedStaff = Type.Object(
  {
    id: Type.String(),
    username: Type.String(),
    name: Type.String(),
    role: Role,
    agency: Type.Union([Type.String(), Null]),
    disabled: Type.Boolean(),
    mustChange: Type.Boolean(),
    oneTimeUntil: InstantOrNull,
    lastSignIn: InstantOrNull,
    sessions: Type.Integer(),
    counters: Type.Array(HeldCounter),
    steer: Type.Boolean(),
  },
  closed,
)

/** All accounts that this person may see: the hall's, or those of their agency. */
export function listStaff(access: Access, hall: Hall, actor: Staff): Static<typeof ListedStaff>[] {
  const held = heldCounters(hall)
  const counts = access.sessions.counts()
  return access.staff
    .list()
    .filter(({ agency }) => actor.role === 'manager' || agency === actor.agency)
    .map((account) => listed(account, actor, held.get(account.id) ?? [], counts.get(account.id) ?? 0))
}

/** One account, as it is now. */
export function listedAccount(
  access: Access,
  hall: Hall,
  actor: Staff,
  id: string,
): Static<typeof ListedStaff> {
  const account = access.staff.byId(id)
  if (account === null) throw new Error(`no account ${id}`)
  const sessions = access.sessions.counts().get(id) ?? 0
  return listed(account, actor, heldCounters(hall).get(id) ?? [], sessions)
}

function listed(
  account: Account,
  actor: Staff,
  counters: Static<typeof ListedStaff>['counters'],
  sessions: number,
): Static<typeof ListedStaff> {
  const { id, username, name, role, agency, disabled, mustChange } = account
  return {
    id,
    username,
    name,
    role,
    agency,
    disabled,
    mustChange,
    oneTimeUntil: instant(account.oneTimeUntil),
    lastSignIn: instant(account.lastSignInAt),
    sessions,
    counters,
    steer: maySteer(actor, account),
  }
}

/** A refusal as a route answers it. */
export interface StaffRefusal {
  readonly refused: Code
  readonly members?: Readonly<Record<string, unknown>>
}

/** The rights; the agency of a manager is ignored. Without an agency for the others: `bad-request`. */
export function rightsOf(
  { layout }: Hall,
  role: RoleName,
  agency: string | null,
): Rights | Required<StaffRefusal> {
  if (role === 'manager') return { role, agency: null }
  if (agency === null) return { refused: 'bad-request', members: { property: 'agency' } }
  if (!layout.agencies.has(agency)) return { refused: 'unknown-agency', members: { about: agency } }
  return { role, agency }
}

// What staff accounts must know about the hall: who holds which counter, and the names that people know.

export interface HeldCounter {
  readonly id: string
  /** The number that is called or being served there; null: nobody is there. */
  readonly number: string | null
}

/** The counters of each person who holds one, by staff id. */
export function heldCounters({ counters, visits, yesterday }: Hall): Map<string, HeldCounter[]> {
  const held = new Map<string, HeldCounter[]>()
  for (const { id, staff, current } of counters.values()) {
    if (staff === null) continue
    // A visitor carried over midnight is from the day before.
    const visit = current && (visits.get(current.visit) ?? yesterday?.visits.get(current.visit))
    held.set(staff, [...(held.get(staff) ?? []), { id, number: visit?.number ?? null }])
  }
  return held
}

/**
 * All names of the hall and of an agency, in every language, with the agency's id: the words that anybody guessing a
 * password would try first. `agency` null: the hall's alone.
 */
export function namesAround({ layout }: Hall, agency: string | null): string[] {
  const { name } = layout.plan
  const own = agency === null ? undefined : layout.agencies.get(agency)
  return [...Object.values(name), ...(own ? [own.id, own.short, ...Object.values(own.name)] : [])]
}
