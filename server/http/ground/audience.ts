// What people and devices are to a door: the columns of docs/access.md. An officer or supervisor belongs to an agency,
// and counts as a different audience depending on whether the route is about that agency; the table of doors says by
// which id in the address that is decided.
import type { Staff } from '../../access/staff.ts'
import type { Who } from '../../access/who.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Code } from './codes.ts'

export const roles = [
  'nobody',
  'kiosk',
  'display',
  'survey',
  'officer',
  'other-officer',
  'supervisor',
  'other-supervisor',
  'manager',
] as const

export type Role = (typeof roles)[number]

const staff = ['officer', 'other-officer', 'supervisor', 'other-supervisor', 'manager'] as const

/** Those who may, by name. `other-…` belong to another agency than the route is about. */
export const everybody: readonly Role[] = roles
export const kiosks: readonly Role[] = ['kiosk']
export const displays: readonly Role[] = ['display']
export const devices: readonly Role[] = ['kiosk', 'display', 'survey']
/** Devices that visitors touch, and that can speak to them. */
export const terminals: readonly Role[] = ['kiosk', 'survey']
/** Tablets at the exit that ask what people think. */
export const surveyTabletsAndStaff: readonly Role[] = ['survey', ...staff]
export const kiosksAndStaff: readonly Role[] = ['kiosk', ...staff]
export const allStaff: readonly Role[] = staff
export const staffOfAgency: readonly Role[] = ['officer', 'supervisor', 'manager']
export const supervisors: readonly Role[] = ['supervisor', 'other-supervisor', 'manager']
export const supervisorOfAgency: readonly Role[] = ['supervisor', 'manager']
export const managers: readonly Role[] = ['manager']

/** Which cookie opens a door, for the API's description. */
export type Credential = 'staff' | 'device'

/** The cookies that open a door for these audiences; none if everybody may. */
export function credentialsFor(may: readonly Role[]): Credential[] {
  if (may.includes('nobody')) return []
  const device = may.includes('kiosk') || may.includes('display') || may.includes('survey')
  return [...(device ? (['device'] as const) : []), ...(may.includes('manager') ? (['staff'] as const) : [])]
}

/** Whether the caller is one of these; `own`: the route is about the person's own agency. */
export function mayEnter(
  may: readonly Role[],
  { staff: person, kiosk, display, survey }: Who,
  own: boolean,
): boolean {
  return (
    (person !== null && may.includes(roleOf(person, own))) ||
    (kiosk !== null && may.includes('kiosk')) ||
    (display !== null && may.includes('display')) ||
    (survey !== null && may.includes('survey')) ||
    may.includes('nobody')
  )
}

function roleOf({ role }: Staff, own: boolean): Role {
  if (role === 'manager' || own) return role
  return role === 'officer' ? 'other-officer' : 'other-supervisor'
}

/** The agency of an account by its id; null for an account of the whole hall, undefined if there is none. */
export type AccountAgency = (id: string) => string | null | undefined

/** The parameters of an address, or of a topic (`counter:<id>` has `id`). */
export type Params = Readonly<Record<string, string | undefined>>

interface Thing {
  /** Its agency; undefined if it does not exist. */
  agency(hall: Hall, params: Params, ofAccount: AccountAgency): string | undefined
  /** The answer if it does not exist. */
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
    // A device of the whole hall has no agency.
    agency(_hall, { id = '' }, ofAccount) {
      const agency = ofAccount(id)
      return agency === null ? '' : agency
    },
    unknown: 'unknown-staff',
  },
} as const satisfies Record<string, Thing>

/** What an address names. */
export type Whose = keyof typeof things

/** Finds the agency of what an address names, or the code that says why there is none. */
export type FindAgency = (of: Whose, params: Params) => { agency: string } | { unknown: Code }

/** Finds it in this hall, by its plan at that moment. */
export function agenciesIn(hall: Hall, ofAccount: AccountAgency): FindAgency {
  return (of, params) => {
    const { agency: find, unknown }: Thing = things[of]
    const agency = find(hall, params, ofAccount)
    return agency === undefined ? { unknown } : { agency }
  }
}
