// The facilities of the building: the usual list and what the hall added, each of them there, missing (with the day it
// should come), or not needed here. A missing one is a finding like any other, so that nothing is said in two places.
import { usualFacilities } from '../texts/findings.ts'
import { lookUp } from '../hall/look-up.ts'
import { type Finding, type KeptFacility, isOver } from './finding.ts'

export const facilityStandings = ['unknown', 'there', 'lacking', 'not-needed'] as const

export interface Facility {
  readonly id: string
  readonly name: { readonly id: string; readonly en: string }
  /** What vulnerable visitors need. */
  readonly vulnerable: boolean
  /** Whether the hall added it. */
  readonly own: boolean
  readonly state: (typeof facilityStandings)[number]
  /** The day on which it should come. */
  readonly expected: string | null
  /** The finding that says it is missing. */
  readonly finding: string | null
}

/** All of them, those for vulnerable visitors first. `findings`: the newest first. */
export function facilitiesOf(
  kept: readonly KeptFacility[],
  findings: readonly Finding[],
): readonly Facility[] {
  const usual = Object.entries(usualFacilities).map(([id, { name, vulnerable }]) => ({
    id,
    name,
    vulnerable,
    own: false,
  }))
  const own = kept.flatMap(({ id, name }) =>
    name === null || isUsual(id) ? [] : [{ id, name, vulnerable: false, own: true }],
  )
  return [...usual, ...own].map((facility) => {
    const about = findings.filter((one) => one.facility === facility.id)
    const open = about.find((one) => !isOver(one))
    const said = kept.find(({ id }) => id === facility.id)?.state ?? 'unknown'
    const isDone = about.some(({ state }) => state === 'done')
    return {
      ...facility,
      state: open ? 'lacking' : said === 'unknown' && isDone ? 'there' : said,
      expected: open?.expected ?? null,
      finding: open?.id ?? null,
    }
  })
}

export const isUsual = (id: string): boolean => lookUp(usualFacilities, id) !== undefined
