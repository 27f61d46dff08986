// What a pack takes from findings, complaints and the survey, each through the function that answers its own pages.
import { type ComplaintRow, readComplaints } from '../complaints/report.ts'
import { facilitiesOf, type Facility } from '../findings/facilities.ts'
import {
  type Finding,
  type FindingSource,
  type FindingState,
  type Inspection,
  type KeptFacility,
  isOver,
} from '../findings/finding.ts'
import { isThere } from '../findings/findings.ts'
import { whatOf, whereOf } from '../findings/words.ts'
import type { Plan } from '../hall/plan.ts'
import type { Period } from '../reports/question.ts'
import type { OnlyAskedAnswer } from '../reports/only-asked.ts'
import { ikmReport, type IkmGround, type IkmRow } from '../survey/report.ts'

export interface FindingSaid {
  readonly number: number
  readonly source: FindingSource
  readonly what: string
  readonly where: string
  /** Name or description of who is responsible; null: nobody. */
  readonly owner: string | null
  readonly due: string | null
  readonly state: FindingState
  /** Day of the evaluators’ visit that raised it. */
  readonly visitedOn: string | null
  /** The day on which it was noted, and on which it was done or dropped. */
  readonly notedOn: string
  readonly endedOn: string | null
  readonly done: string | null
  /** The names of its files. */
  readonly evidence: readonly string[]
}

export interface FindingsSaid {
  /** The newest first. */
  readonly findings: readonly FindingSaid[]
  readonly facilities: readonly Pick<Facility, 'name' | 'vulnerable' | 'state' | 'expected'>[]
  /** Visits of evaluators, the last one first. */
  readonly inspections: readonly Inspection[]
}

interface FindingsGround {
  readonly findings: {
    list(): readonly Finding[]
    inspections(): readonly Inspection[]
    facilities(): readonly KeptFacility[]
  }
  readonly plan: Pick<Plan, 'zones' | 'counters'>
  /** The name of an account; null: there is none of this user name. */
  readonly nameOf: (username: string) => string | null
}

/** The findings with what became of them, the facilities, and who came to look. @throws StorageError */
export function findingsSaid({ findings, plan, nameOf }: FindingsGround): FindingsSaid {
  const kept = findings.facilities()
  const all = findings.list()
  return {
    findings: all.map((one) => ({
      number: one.number,
      source: one.source,
      what: whatOf(one, kept, 'id'),
      where: whereOf(one, plan, 'id'),
      owner: one.owner && (nameOf(one.owner) ?? one.owner),
      due: one.due,
      state: one.state,
      visitedOn: one.visitedOn,
      notedOn: one.notedOn,
      endedOn: isOver(one) ? one.stateSince : null,
      done: one.done,
      evidence: one.evidence.filter(isThere).map(({ name }) => name),
    })),
    facilities: facilitiesOf(kept, all).map(({ name, vulnerable, state, expected }) => ({
      name,
      vulnerable,
      state,
      expected,
    })),
    inspections: findings.inspections(),
  }
}

export interface ComplaintFigures {
  readonly hall: readonly ComplaintRow[]
  readonly month: readonly ComplaintRow[]
  readonly agency: readonly ComplaintRow[]
}

/** The complaints of a period, by the report that answers the API. @throws StorageError */
export function complaintFigures(
  ground: Parameters<typeof readComplaints>[0],
  { from, to }: Period,
): ComplaintFigures {
  const rows = (by: 'hall' | 'month' | 'agency') => readComplaints(ground, { from, to, by }).rows
  return { hall: rows('hall'), month: rows('month'), agency: rows('agency') }
}

export interface IkmFigures {
  /** Months, both included: the index is of whole ones. */
  readonly from: string
  readonly to: string
  readonly hall: readonly IkmRow[]
  readonly agency: readonly IkmRow[]
  readonly service: readonly IkmRow[]
  readonly months: readonly IkmRow[]
}

/** The index of the months of a period, by the report that answers the API. Rejects if the reports give no reply. */
export async function ikmFigures(ground: IkmGround, period: Period): Promise<IkmFigures> {
  const [from, to] = [period.from.slice(0, 7), period.to.slice(0, 7)]
  const rows = async (by: 'hall' | 'agency' | 'service', split = false) => {
    const said = await ikmReport(ground, { from, to, by, weight: 'exact', split, agency: null })
    if (said === null || said === 'nine-only') throw new Error('the reports gave no reply for the survey')
    return said
  }
  return {
    from,
    to,
    hall: await rows('hall'),
    agency: await rows('agency'),
    service: await rows('service'),
    months: await rows('hall', true),
  }
}

/** Asked when a pack is made. */
export interface OtherParts {
  findings(): FindingsSaid
  complaints(period: Period): ComplaintFigures
  onlyAsked(period: Period): OnlyAskedAnswer
  ikm(period: Period, ask: IkmGround['ask']): Promise<IkmFigures>
}
