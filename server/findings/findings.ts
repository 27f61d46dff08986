// Working with findings: noting and steering them, remarks, evaluators’ visits and facilities. Who may do what was
// decided before; here it is done, so that nobody unknowingly overwrites what somebody else has changed.
import {
  type Change,
  type Doer,
  type Evidence,
  type Finding,
  type FindingField,
  type FindingFields,
  type Inspection,
  isOver,
  type KeptFacility,
  type StoredFindings,
} from './finding.ts'

/** The most in the list: a hall notes some hundred a year, and every answer reads all of them. */
const MOST_FINDINGS = 3_000
/** The most by one person on one day, unless it is a manager: nobody works through a longer list. */
const MOST_OF_DAY = 60
/** The most lines in one finding's history; beyond that it is a diary. */
const MOST_CHANGES = 200
/** The most files that one finding may have. */
export const MOST_EVIDENCE = 20
const MOST_INSPECTIONS = 500
const MOST_FACILITIES = 120
/** The same thing noted again by the same person within this time counts once: a tap repeated after a lost answer. */
const SAME_MS = 10 * 60_000

export interface FindingsGround {
  readonly stored: StoredFindings
  /** The hall’s time, milliseconds since 1970, and its day. */
  readonly now: () => number
  readonly today: () => string
  readonly newId: () => string
}

export type Findings = ReturnType<typeof openFindings>

export function openFindings({ stored, now, today, newId }: FindingsGround) {
  /** The newest first; null until somebody asks, as reading thousands takes longer than a ticket may wait. */
  let known: readonly Finding[] | null = null
  const all = (): readonly Finding[] => (known ??= stored.list())
  /** Call it once it is written. */
  function remember(finding: Finding): Finding {
    if (known === null) return finding
    const isThere = known.some(({ id }) => id === finding.id)
    known = isThere ? known.map((one) => (one.id === finding.id ? finding : one)) : [finding, ...known]
    return finding
  }

  /** The finding after a change, and the change. */
  function changed(
    finding: Finding,
    by: Doer,
    what: Change['what'],
    after: Partial<FindingFields>,
    note: string | null,
  ): { finding: Finding; change: Change } {
    const fields = (Object.keys(after) as FindingField[])
      .filter((field) => !isSame(finding[field], after[field]))
      .map((field) => ({ field, before: finding[field], after: after[field] }))
    const at = now()
    const version = finding.version + 1
    const turned = fields.some(({ field }) => field === 'state')
    return {
      finding: {
        ...finding,
        ...after,
        version,
        changedAt: at,
        stateSince: turned ? today() : finding.stateSince,
      },
      change: { version, at, by, what, fields, note },
    }
  }

  return {
    /** The newest first. @throws StorageError, as all here */
    list: all,
    byId: (id: string) => stored.byId(id),
    changes: (id: string) => stored.changes(id),
    inspections: () => stored.inspections(),

    /**
     * Notes one; the same again a little later counts once. `too-many-findings`: the list is full, or the person’s
     * share for the day.
     */
    note(noted: FindingFields, by: Doer): Finding | 'too-many-findings' {
      const at = now()
      const own = all().filter(({ notedBy }) => notedBy.staff === by.staff)
      const same = own.find(
        (one) => one.version === 1 && Math.abs(at - one.notedAt) < SAME_MS && isSameNoted(one, noted),
      )
      if (same) return same
      const ofToday = own.filter(({ notedOn }) => notedOn === today()).length
      const isFull = all().length >= MOST_FINDINGS || (by.role !== 'manager' && ofToday >= MOST_OF_DAY)
      if (isFull) return 'too-many-findings'
      const finding: Finding = {
        ...noted,
        id: newId(),
        number: stored.lastNumber() + 1,
        version: 1,
        notedBy: by,
        notedAt: at,
        notedOn: today(),
        changedAt: at,
        stateSince: today(),
        evidence: [],
      }
      stored.write(finding, { version: 1, at, by, what: 'noted', fields: [], note: null })
      return remember(finding)
    },

    /**
     * Changes some fields. `seen`: the version that the person saw; if somebody else has changed any of the same
     * fields since, `clash` names them and nothing is done.
     */
    change(
      finding: Finding,
      after: Partial<FindingFields>,
      by: Doer,
      seen: number | undefined,
    ): Finding | 'full' | { readonly clash: readonly string[] } {
      const clash = seen === undefined ? [] : clashes(stored.changes(finding.id), after, seen)
      if (clash.length > 0) return { clash }
      const made = changed(finding, by, 'changed', after, null)
      if (made.change.fields.length === 0) return finding
      // That it ended is always recorded.
      if (made.finding.version > MOST_CHANGES && !isOver(made.finding)) return 'full'
      stored.write(made.finding, made.change)
      return remember(made.finding)
    },

    /** A remark; the same words by the same person right after each other count once. */
    remark(finding: Finding, text: string, by: Doer): Finding | 'full' {
      const last = stored.changes(finding.id).at(-1)
      if (last?.what === 'remark' && last.note === text && last.by.staff === by.staff) return finding
      const made = changed(finding, by, 'remark', {}, text)
      if (made.finding.version > MOST_CHANGES) return 'full'
      stored.write(made.finding, made.change)
      return remember(made.finding)
    },

    /** `full`: it has as many files as one can have. */
    addEvidence(id: string, evidence: Evidence, by: Doer): Finding | 'full' | undefined {
      // Read again, as the file may have taken minutes to arrive.
      const finding = stored.byId(id)
      if (!finding) return undefined
      if (finding.evidence.filter(isThere).length >= MOST_EVIDENCE) return 'full'
      const made = changed(finding, by, 'evidence-added', {}, evidence.name)
      if (made.finding.version > MOST_CHANGES) return 'full'
      stored.addEvidence(made.finding, made.change, evidence)
      return remember({ ...made.finding, evidence: [...finding.evidence, evidence] })
    },

    /** The row stays and shows that there was a file; `why` is kept with it. */
    removeEvidence(finding: Finding, evidence: Evidence, by: Doer, why: string | null): Finding {
      const note = why === null ? evidence.name : `${evidence.name}: ${why}`
      const made = changed(finding, by, 'evidence-removed', {}, note)
      stored.removeEvidence(made.finding, made.change, evidence.id)
      return remember(stored.byId(finding.id) ?? made.finding)
    },

    inspect(said: Omit<Inspection, 'id'>): Inspection | 'too-many-findings' {
      const visits = stored.inspections()
      const same = visits.find(({ day, source, who }) =>
        isSame([day, source, who], [said.day, said.source, said.who]),
      )
      if (same) return same
      if (visits.length >= MOST_INSPECTIONS) return 'too-many-findings'
      const inspection = { id: newId(), ...said }
      stored.writeInspection(inspection, [])
      return inspection
    },

    /** Its findings move with it to another day or source, unless another visit of that day raised them too. */
    changeInspection(before: Inspection, said: Omit<Inspection, 'id'>, by: Doer): Inspection {
      const after = { id: before.id, ...said }
      const isShared = stored
        .inspections()
        .some(({ id, day, source }) => id !== before.id && day === before.day && source === before.source)
      const hasMoved = before.day !== after.day || before.source !== after.source
      const left = all().filter((one) => isLeftBy(one, before))
      const moved =
        isShared || !hasMoved
          ? []
          : left.map((one) =>
              changed(one, by, 'changed', { visitedOn: after.day, source: after.source }, null),
            )
      stored.writeInspection(after, moved)
      for (const one of moved) remember(one.finding)
      return after
    },

    /** False: it raised findings, so it stays. */
    removeInspection(inspection: Inspection): boolean {
      if (all().some((one) => isLeftBy(one, inspection))) return false
      stored.removeInspection(inspection.id)
      return true
    },

    facilities: () => stored.facilities(),
    writeFacility(facility: KeptFacility): 'too-many-findings' | null {
      const kept = stored.facilities()
      if (kept.length >= MOST_FACILITIES && !kept.some(({ id }) => id === facility.id))
        return 'too-many-findings'
      stored.writeFacility(facility)
      return null
    },
  }
}

export const isThere = ({ removedAt }: Evidence): boolean => removedAt === null

function isLeftBy(finding: Finding, { day, source }: Inspection): boolean {
  return finding.visitedOn === day && finding.source === source
}

/** Fields to be changed that somebody has meanwhile changed to something else. */
function clashes(changes: readonly Change[], after: Partial<FindingFields>, seen: number): string[] {
  const since = changes.filter(({ version }) => version > seen).flatMap(({ fields }) => fields)
  return (Object.keys(after) as FindingField[]).filter((field) => {
    const last = since.findLast((one) => one.field === field)
    return last !== undefined && !isSame(last.after, after[field])
  })
}

function isSameNoted(finding: Finding, noted: FindingFields): boolean {
  return (Object.keys(noted) as FindingField[]).every((field) => isSame(finding[field], noted[field]))
}

/** For values that JSON can express, with keys in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
