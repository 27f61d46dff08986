// What a finding is: something that evaluators, visitors or staff found to be missing or wrong in the field, who has to
// see to it by when, and what became of it. All in plain values, so that a list of them is JSON.

export const findingSources = ['ministry', 'ombudsman', 'trial', 'visitor', 'staff', 'survey'] as const
export type FindingSource = (typeof findingSources)[number]
/** Those that everybody of the staff may name; the others come from the hall’s leadership. */
export const fieldSources: readonly FindingSource[] = ['trial', 'staff', 'visitor']

export const findingStates = ['open', 'working', 'done', 'dropped'] as const
export type FindingState = (typeof findingStates)[number]
/** Nothing is left to be done about it. */
export const isOver = ({ state }: Pick<Finding, 'state'>): boolean => state === 'done' || state === 'dropped'

export const placeKinds = ['zone', 'counter', 'part'] as const
/** `part`: of the building, one of `buildingParts`; the others are named by the plan. */
export interface Place {
  readonly kind: (typeof placeKinds)[number]
  readonly id: string
  /** In Indonesian, when it was noted: it is known by that when the plan has it no more. */
  readonly name: string
}
export const buildingParts = ['entrance', 'hall', 'toilet', 'parking', 'corridor', 'outside'] as const

/** What is noted again and again: one tap each. */
export const subjects = [
  'air-conditioning',
  'seats',
  'screens',
  'sound',
  'kiosk',
  'printers',
  'internet',
  'power',
  'toilet',
  'cleanliness',
  'signs',
  'access',
  'staff',
  'papers',
  'other',
] as const
export type Subject = (typeof subjects)[number]

/** What the manager steers and everybody may ask by. Days are `2026-11-24`. */
export interface FindingFields {
  readonly source: FindingSource
  /** In somebody’s words; empty: the subject or the facility says it. */
  readonly words: string
  readonly subject: Subject | null
  /** In somebody’s words, beside the place; may be empty. */
  readonly where: string
  readonly place: Place | null
  readonly service: string | null
  readonly agency: string | null
  /** An element of the survey. */
  readonly element: string | null
  /** The number of a complaint. */
  readonly complaint: string | null
  /** A user name, or in words who else sees to it. */
  readonly owner: string | null
  readonly due: string | null
  readonly state: FindingState
  /** When what is missing is to come. */
  readonly expected: string | null
  /** The facility that is missing. */
  readonly facility: string | null
  /** The day of the evaluators’ visit that left it. */
  readonly visitedOn: string | null
  /** What was done about it. */
  readonly done: string | null
}
export type FindingField = keyof FindingFields

/** One of which nothing was said. */
export const blankFinding: FindingFields = {
  source: 'staff',
  words: '',
  subject: null,
  where: '',
  place: null,
  service: null,
  agency: null,
  element: null,
  complaint: null,
  owner: null,
  due: null,
  state: 'open',
  expected: null,
  facility: null,
  visitedOn: null,
  done: null,
}

export interface Evidence {
  readonly id: string
  readonly name: string
  readonly kind: EvidenceKind
  readonly bytes: number
  /** Milliseconds since 1970; null: it is there. */
  readonly removedAt: number | null
}

export const evidenceKinds = [
  'jpeg',
  'png',
  'webp',
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Who did something: the account by its id, and what it was then. */
export interface Doer {
  readonly staff: string
  readonly role: 'officer' | 'supervisor' | 'manager'
  readonly agency: string | null
}

export const changeKinds = ['noted', 'changed', 'remark', 'evidence-added', 'evidence-removed'] as const
/** One line of what became of a finding. */
export interface Change {
  /** Counts from 1, which is when it was noted. */
  readonly version: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: Doer
  readonly what: (typeof changeKinds)[number]
  readonly fields: readonly {
    readonly field: FindingField
    readonly before: unknown
    readonly after: unknown
  }[]
  /** What somebody remarked, why evidence was removed, or the file’s name. */
  readonly note: string | null
}

export interface Finding extends FindingFields {
  readonly id: string
  /** Counts from 1 in the hall: what people call it. */
  readonly number: number
  /** The `version` of its last change. */
  readonly version: number
  readonly notedBy: Doer
  /** Milliseconds since 1970, and the hall’s day. */
  readonly notedAt: number
  readonly notedOn: string
  readonly changedAt: number
  /** The day from which it is in this state. */
  readonly stateSince: string
  readonly evidence: readonly Evidence[]
}

/** A visit of evaluators, not of a visitor: in the code it is an inspection. */
export interface Inspection {
  readonly id: string
  readonly day: string
  readonly source: FindingSource
  /** Who came, in words. */
  readonly who: string
  readonly note: string | null
}

export const facilityStates = ['unknown', 'there', 'not-needed'] as const
/** What is kept of a facility; that it is lacking is an open finding of it. */
export interface KeptFacility {
  readonly id: string
  /** By language, of one that the hall added; null: of the usual list. */
  readonly name: { readonly id: string; readonly en: string } | null
  readonly state: (typeof facilityStates)[number]
}

/** Overdue: its day is over and it is not. `today`: the hall’s day. */
export function isOverdue(finding: Pick<Finding, 'due' | 'state'>, today: string): boolean {
  return !isOver(finding) && finding.due !== null && finding.due < today
}
