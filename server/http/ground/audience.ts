// Who people and devices are to a door: the columns of docs/access.md. An officer and a supervisor belong to an agency;
// whether it is the one that a route is about makes them two different people there; the table of doors says by which id of the
// address that is looked up.
import type { Staff } from '../../access/staff.ts'
import type { Who } from '../../access/who.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Code } from './codes.ts'

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

/** The agency of an account by its id; null for one of the whole hall, undefined if there is none. */
export type AccountAgency = (id: string) => string | null | undefined

/** The parameters of an address, or of a topic (`counter:<id>` has `id`). */
export type Params = Readonly<Record<string, string | undefined>>

interface Thing {
  /** Its agency; undefined if there is no such thing. */
  agency(hall: Hall, params: Params, ofAccount: AccountAgency): string | undefined
  /** What is answered where there is none. */
  readonly unknown: Code
}

const things = {
  counter: {
    agency: ({ layout }, { id = '' }) => layout.counters.get(id)?.agency,
    unknown: 'unknown-counter',
  },
  service: {
    agency: ({ layout }, { id = '' }) => layout.services.get(id)?.agency,
    unknown: 'unknown-service',
  },
  agency: {
    agency: ({ layout }, { id = '' }) => layout.agencies.get(id)?.id,
    unknown: 'unknown-agency',
  },
  step: {
    agency({ layout, visits }, { id = '', step = '' }) {
      const found = visits.get(id)?.steps.find((one) => one.id === step)
      return found && layout.services.get(found.service)?.agency
    },
    unknown: 'unknown-visit',
  },
  account: {
    // One of the whole hall is of no agency.
    agency(_hall, { id = '' }, ofAccount) {
      const agency = ofAccount(id)
      return agency === null ? '' : agency
    },
    unknown: 'unknown-staff',
  },
} as const satisfies Record<string, Thing>

/** What an address names. */
export type Whose = keyof typeof things

/** Finds the agency of what an address names, or says with which code there is none. */
export type FindAgency = (of: Whose, params: Params) => { agency: string } | { unknown: Code }

/** Finds it in this hall, as its plan is when somebody asks. */
export function agenciesIn(hall: Hall, ofAccount: AccountAgency): FindAgency {
  return (of, params) => {
    const { agency: find, unknown }: Thing = things[of]
    const agency = find(hall, params, ofAccount)
    return agency === undefined ? { unknown } : { agency }
  }
}
