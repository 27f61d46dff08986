// From what was sent to the rights of an account: a manager is of the whole hall, everybody else of an agency of it.
import type { Role, Rights } from '../access/staff.ts'
import type { Hall } from '../hall/hall.ts'
import type { Code } from './codes.ts'

/** A no as a route answers it. */
export interface StaffRefusal {
  readonly refused: Code
  readonly members?: Readonly<Record<string, unknown>>
}

/** The rights; an agency of a manager is not looked at. Without an agency for the others: `bad-request`. */
export function rightsOf(
  { layout }: Hall,
  role: Role,
  agency: string | null,
): Rights | Required<StaffRefusal> {
  if (role === 'manager') return { role, agency: null }
  if (agency === null) return { refused: 'bad-request', members: { property: 'agency' } }
  if (!layout.agencies.has(agency)) return { refused: 'unknown-agency', members: { about: agency } }
  return { role, agency }
}
