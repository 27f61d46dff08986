// Questions to the list of findings, as plain functions: what passes a filter, and what has become of things since
// evaluators were last here. The pages and the evaluation pack ask the same.
import {
  type Finding,
  type FindingSource,
  type FindingState,
  findingSources,
  type Inspection,
  isOver,
  isOverdue,
} from './finding.ts'

export interface FindingFilter {
  readonly source?: readonly FindingSource[] | undefined
  readonly state?: readonly FindingState[] | undefined
  readonly owner?: string | undefined
  readonly agency?: string | undefined
  readonly service?: string | undefined
  readonly element?: string | undefined
  readonly overdue?: boolean | undefined
  readonly facility?: boolean | undefined
}

/** Those that pass, in the order given. `today`: the hall’s day. */
export function matching(
  findings: readonly Finding[],
  filter: FindingFilter,
  today: string,
): readonly Finding[] {
  const { source, state, owner, agency, service, element, overdue, facility } = filter
  return findings.filter(
    (one) =>
      (source === undefined || source.includes(one.source)) &&
      (state === undefined || state.includes(one.state)) &&
      (owner === undefined || (one.owner ?? '') === owner) &&
      (agency === undefined || one.agency === agency) &&
      (service === undefined || one.service === service) &&
      (element === undefined || one.element === element) &&
      (overdue !== true || isOverdue(one, today)) &&
      (facility === undefined || (one.facility !== null) === facility),
  )
}

/** How many of each source are still open, and how many of those are overdue. */
export function countsBySource(findings: readonly Finding[], today: string) {
  return findingSources.map((source) => {
    const open = findings.filter((one) => one.source === source && !isOver(one))
    return { source, open: open.length, overdue: open.filter((one) => isOverdue(one, today)).length }
  })
}

export interface SinceVisit {
  readonly visit: Inspection
  /** The next visit of the same source, if there was one. */
  readonly next: Inspection | null
  /** What this visit raised, whatever became of it. */
  readonly left: readonly Finding[]
  /** Among all findings: ended since, and noted since. A finding may be in both. */
  readonly done: readonly Finding[]
  readonly dropped: readonly Finding[]
  readonly noted: readonly Finding[]
  /** Noted before the visit’s day was over, and still open. */
  readonly open: readonly Finding[]
}

/** What has become of everything since a visit, by the hall’s days. */
export function sinceVisit(
  findings: readonly Finding[],
  visits: readonly Inspection[],
  visit: Inspection,
): SinceVisit {
  const after = (day: string) => day > visit.day
  return {
    visit,
    next:
      visits
        .filter(({ source, day }) => source === visit.source && after(day))
        .sort((a, b) => (a.day < b.day ? -1 : 1))
        .at(0) ?? null,
    left: findings.filter(({ source, visitedOn }) => source === visit.source && visitedOn === visit.day),
    done: findings.filter(({ state, stateSince }) => state === 'done' && after(stateSince)),
    dropped: findings.filter(({ state, stateSince }) => state === 'dropped' && after(stateSince)),
    noted: findings.filter(({ notedOn, visitedOn }) => after(visitedOn ?? notedOn)),
    open: findings.filter((one) => !isOver(one) && !after(one.visitedOn ?? one.notedOn)),
  }
}

/** The last visit of evaluators up to a day; null: nobody has come yet. */
export function lastVisit(visits: readonly Inspection[], until: string): Inspection | null {
  return (
    visits
      .filter(({ day }) => day <= until)
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .at(-1) ?? null
  )
}
