// Whose something is: the agency behind what an address names. The table of doors says which of these a route asks.
import type { Hall } from '../hall/hall.ts'
import type { Code } from './codes.ts'

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
