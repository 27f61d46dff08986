// What a finding is: something that evaluators, visitors or staff found to be missing or wrong in the field, who has
// to see to it and by when, and what became of it. All plain values, so that a list of them is JSON.

export const findingSources = ['ministry', 'ombudsman', 'trial', 'visitor', 'staff', 'survey'] as const
export type FindingSource = (typeof findingSources)[number]
/** Those that any member of staff may name; the others are for the hall’s managers. */
export const fieldSources: readonly FindingSource[] = ['trial', 'staff', 'visitor']

export const findingStates = ['open', 'working', 'done', 'dropped'] as const
export type FindingState = (typeof findingStates)[number]
/** There is nothing left to do about it. */
export const isOver = ({ state }: Pick<Finding, 'state'>): boolean => state === 'done' || state === 'dropped'

export const placeKinds = ['zone', 'counter', 'part'] as const
/** `part`: of the building, one of `buildingParts`; the others are named by the plan. */
export interface Place {
  readonly kind: (typeof placeKinds)[number]
  readonly id: string
  /** The Indonesian name when it was noted, used once the plan no longer has it. */
  readonly name: string
}
export const buildingParts = ['entrance', 'hall', 'toilet', 'parking', 'corridor', 'outside'] as const

/** What is noted often: one tap each. */
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

/** The fields that the manager steers and everybody may filter by. Days are `2026-11-24`. */
export interface FindingFields {
  readonly source: FindingSource
  /** In somebody’s words; empty: the subject or the facility says it. */
  readonly words: string
  readonly subject: Subject | null
  /** In somebody’s words, besides the place; may be empty. */
  readonly where: string
  readonly place: Place | null
  readonly service: string | null
  readonly agency: string | null
  /** An element of the survey. */
  readonly element: string | null
  /** The number of a complaint. */
  readonly complaint: string | null
  /** A user name, or in words somebody else who sees to it. */
  readonly owner: string | null
  readonly due: string | null
  readonly state: FindingState
  /** When the missing thing should come. */
  readonly expected: string | null
  /** The facility that is missing. */
  readonly facility: string | null
  /** The day of the evaluators’ visit that raised it. */
  readonly visitedOn: string | null
  /** What was done about it. */
  readonly done: string | null
}
export type FindingField = keyof FindingFields

/** A finding about which nothing was said. */
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
  /** Milliseconds since 1970; null: the file still exists. */
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

/** Who did something: the account by id, and its name and role at the time. */
export interface Doer {
  readonly staff: string
  readonly role: 'officer' | 'supervisor' | 'manager'
  readonly agency: string | null
}

export const changeKinds = ['noted', 'changed', 'remark', 'evidence-added', 'evidence-removed'] as const
/** One line of a finding's history. */
export interface Change {
  /** Counts from 1, its noting. */
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
  /** The day since which it has been in this state. */
  readonly stateSince: string
  readonly evidence: readonly Evidence[]
}

/** A visit of evaluators, not of a visitor: the code calls it an inspection. */
export interface Inspection {
  readonly id: string
  readonly day: string
  readonly source: FindingSource
  /** Who came, in words. */
  readonly who: string
  readonly note: string | null
}

export const facilityStates = ['unknown', 'there', 'not-needed'] as const
/** What is kept about a facility; that it is missing is an open finding about it. */
export interface KeptFacility {
  readonly id: string
  /** Its name by language if the hall added it; null: it is on the usual list. */
  readonly name: { readonly id: string; readonly en: string } | null
  readonly state: (typeof facilityStates)[number]
}

/** Overdue: its day has passed, and it is not done. `today`: the hall’s day. */
export function isOverdue(finding: Pick<Finding, 'due' | 'state'>, today: string): boolean {
  return !isOver(finding) && finding.due !== null && finding.due < today
}

// What findings need to have stored; `store/tables/findings.ts` keeps it. All throw a StorageError.

export interface StoredFindings {
  /** The newest first. */
  list(): Finding[]
  /** The highest number ever given; 0: none. */
  lastNumber(): number
  byId(id: string): Finding | undefined
  /** A finding's history, the oldest first. */
  changes(finding: string): Change[]
  /** The finding in its new state, with the change that led to it, in one commit. */
  write(finding: Finding, change: Change): void
  /** A file’s row, with the change that records it, in one commit. */
  addEvidence(finding: Finding, change: Change, evidence: Evidence): void
  removeEvidence(finding: Finding, change: Change, id: string): void
  /** All that were ever kept, by id, including removed ones. */
  evidence(): Pick<Evidence, 'id' | 'removedAt'>[]

  /** The last day first. */
  inspections(): Inspection[]
  /** Adds or replaces it; findings of that day and source move with it. */
  writeInspection(inspection: Inspection, moved: readonly { finding: Finding; change: Change }[]): void
  removeInspection(id: string): void

  facilities(): KeptFacility[]
  writeFacility(facility: KeptFacility): void
}
