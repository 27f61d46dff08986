// What findings need stored; `store/tables/findings.ts` keeps it. All throw a StorageError.
import type { Change, Evidence, Finding, Inspection, KeptFacility } from './finding.ts'

export interface StoredFindings {
  /** The newest first. */
  list(): Finding[]
  /** The highest number that was ever given; 0: none. */
  lastNumber(): number
  byId(id: string): Finding | undefined
  /** Of one finding, the oldest first. */
  changes(finding: string): Change[]
  /** The finding as it is from now on, with the change that made it so, in one commit. */
  write(finding: Finding, change: Change): void
  /** A file’s row, with the change that says so, in one commit. */
  addEvidence(finding: Finding, change: Change, evidence: Evidence): void
  removeEvidence(finding: Finding, change: Change, id: string): void
  /** All that were ever kept, by id, with those that are there no more. */
  evidence(): Pick<Evidence, 'id' | 'removedAt'>[]

  /** The last day first. */
  inspections(): Inspection[]
  /** Adds or replaces it; findings of that day and source move along with it. */
  writeInspection(inspection: Inspection, moved: readonly { finding: Finding; change: Change }[]): void
  removeInspection(id: string): void

  facilities(): KeptFacility[]
  writeFacility(facility: KeptFacility): void
}
