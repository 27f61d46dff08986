// Who people and devices are to a door: the columns of docs/access.md. An officer and a supervisor belong to an agency;
// whether it is the one that a route is about makes them two different people there.
import type { Staff } from '../access/staff.ts'
import type { Who } from '../access/who.ts'

export const roles = [
  'nobody',
  'kiosk',
  'display',
  'officer',
  'other-officer',
  'supervisor',
  'other-supervisor',
  'manager',
] as const

export type Role = (typeof roles)[number]

const staff = ['officer', 'other-officer', 'supervisor', 'other-supervisor', 'manager'] as const

/** Those who may, by name. `other-…` is of another agency than the one that the route is about. */
export const everybody: readonly Role[] = roles
export const kiosks: readonly Role[] = ['kiosk']
export const displays: readonly Role[] = ['display']
export const devices: readonly Role[] = ['kiosk', 'display']
export const kiosksAndStaff: readonly Role[] = ['kiosk', ...staff]
export const allStaff: readonly Role[] = staff
export const staffOfAgency: readonly Role[] = ['officer', 'supervisor', 'manager']
export const supervisors: readonly Role[] = ['supervisor', 'other-supervisor', 'manager']
export const supervisorOfAgency: readonly Role[] = ['supervisor', 'manager']
export const managers: readonly Role[] = ['manager']

/** Which cookie opens a door, for its description. */
export type Credential = 'staff' | 'device'

/** The cookies that are of any use where these may; none where everybody may. */
export function credentialsFor(may: readonly Role[]): Credential[] {
  if (may.includes('nobody')) return []
  const device = may.includes('kiosk') || may.includes('display')
  return [...(device ? (['device'] as const) : []), ...(may.includes('manager') ? (['staff'] as const) : [])]
}

/** Whether one of these is who asks; `own`: the route is about the agency of the person. */
export function mayEnter(
  may: readonly Role[],
  { staff: person, kiosk, display }: Who,
  own: boolean,
): boolean {
  return (
    (person !== null && may.includes(roleOf(person, own))) ||
    (kiosk !== null && may.includes('kiosk')) ||
    (display !== null && may.includes('display')) ||
    may.includes('nobody')
  )
}

function roleOf({ role }: Staff, own: boolean): Role {
  if (role === 'manager' || own) return role
  return role === 'officer' ? 'other-officer' : 'other-supervisor'
}
