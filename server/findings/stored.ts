// What findings need to have stored; `store/tables/findings.ts` keeps it. All throw a StorageError.
import type { Change, Evidence, Finding, Inspection, KeptFacility } from './finding.ts'

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
