// Findings with their changes and files, evaluators' visits and facilities, in their tables. All throw a StorageError.
import type { Database } from 'better-sqlite3'
import {
  blankFinding,
  type Change,
  changeKinds,
  type Evidence,
  evidenceKinds,
  facilityStates,
  type Finding,
  type FindingFields,
  findingSources,
  findingStates,
  type Inspection,
  type KeptFacility,
  type StoredFindings,
} from '../../findings/finding.ts'
import { safely } from '../errors.ts'
import * as queries from '../queries/findings.ts'
import { prepare, type RowOf } from '../statement.ts'

/** The findings in an open database. */
export function findingsTables(db: Database): StoredFindings {
  const all = prepare(db, queries.findings.all)
  const byId = prepare(db, queries.findings.byId)
  const last = prepare(db, queries.findings.last)
  const add = prepare(db, queries.findings.add)
  const change = prepare(db, queries.findings.change)
  const changesOf = prepare(db, queries.changes.of)
  const addChange = prepare(db, queries.changes.add)
  const allEvidence = prepare(db, queries.evidence.all)
  const evidenceOf = prepare(db, queries.evidence.of)
  const addEvidence = prepare(db, queries.evidence.add)
  const removeEvidence = prepare(db, queries.evidence.remove)
  const inspections = prepare(db, queries.inspections.all)
  const putInspection = prepare(db, queries.inspections.put)
  const removeInspection = prepare(db, queries.inspections.remove)
  const facilities = prepare(db, queries.facilities.all)
  const putFacility = prepare(db, queries.facilities.put)

  function write(finding: Finding, made: Change): void {
    const { id, number, version } = finding
    const row = {
      id,
      version,
      fields: JSON.stringify(fieldsOf(finding)),
      changed_at: finding.changedAt,
      state_since: finding.stateSince,
    }
    const by = JSON.stringify(made.by)
    if (made.version === 1)
      add.run({ ...row, number, noted_by: by, noted_at: finding.notedAt, noted_on: finding.notedOn })
    else change.run(row)
    const { at, what, note } = made
    addChange.run({
      finding: id,
      version: made.version,
      at,
      by,
      what,
      fields: JSON.stringify(made.fields),
      note,
    })
  }
  const together = (work: () => void) => safely(() => void db.transaction(work).immediate())

  return {
    list: () =>
      safely(() => {
        const files = new Map<string, RowOf<typeof queries.evidence.of>[]>()
        for (const row of allEvidence.all({}))
          files.set(row.finding, [...(files.get(row.finding) ?? []), row])
        return all.all({}).flatMap((row) => findingOf(row, files.get(row.id) ?? []))
      }),
    lastNumber: () => safely(() => last.get({})?.number ?? 0),
    byId: (id) =>
      safely(() => {
        const row = byId.get({ id })
        return row && findingOf(row, evidenceOf.all({ finding: id }))[0]
      }),
    changes: (finding) => safely(() => changesOf.all({ finding }).flatMap(changeOf)),
    write: (finding, made) => together(() => write(finding, made)),
    addEvidence: (finding, made, { id, name, kind, bytes }) =>
      together(() => {
        addEvidence.run({ id, finding: finding.id, name, kind, bytes, version: made.version })
        write(finding, made)
      }),
    removeEvidence: (finding, made, id) =>
      together(() => {
        removeEvidence.run({ id, at: made.at })
        write(finding, made)
      }),
    evidence: () =>
      safely(() => allEvidence.all({}).map((row) => ({ id: row.id, removedAt: row.removed_at }))),
    inspections: () => safely(() => inspections.all({}).flatMap(inspectionOf)),
    writeInspection: (inspection, moved) =>
      together(() => {
        putInspection.run({ ...inspection })
        for (const one of moved) write(one.finding, one.change)
      }),
    removeInspection: (id) => safely(() => void removeInspection.run({ id })),
    facilities: () => safely(() => facilities.all({}).flatMap(facilityOf)),
    writeFacility: ({ id, name, state }) =>
      safely(() => void putFacility.run({ id, name: name && JSON.stringify(name), state })),
  }
}

function fieldsOf(finding: Finding): FindingFields {
  const names = Object.keys(blankFinding) as (keyof FindingFields)[]
  return Object.fromEntries(names.map((name) => [name, finding[name]])) as unknown as FindingFields
}

/** None if its row is damaged. */
function findingOf(
  row: RowOf<typeof queries.findings.byId>,
  files: readonly RowOf<typeof queries.evidence.of>[],
): Finding[] {
  const fields = read<FindingFields>(row.fields)
  const notedBy = read<Finding['notedBy']>(row.noted_by)
  if (!fields || !notedBy) return []
  if (!findingSources.includes(fields.source) || !findingStates.includes(fields.state)) return []
  return [
    {
      // What an older row lacks.
      ...blankFinding,
      ...fields,
      id: row.id,
      number: row.number,
      version: row.version,
      notedBy,
      notedAt: row.noted_at,
      notedOn: row.noted_on,
      changedAt: row.changed_at,
      stateSince: row.state_since,
      evidence: files.flatMap(({ id, name, kind, bytes, removed_at: removedAt }): Evidence[] => {
        const known = evidenceKinds.find((one) => one === kind)
        return known ? [{ id, name, kind: known, bytes, removedAt }] : []
      }),
    },
  ]
}

function changeOf(row: RowOf<typeof queries.changes.of>): Change[] {
  const by = read<Change['by']>(row.by)
  const fields = read<Change['fields']>(row.fields)
  const { version, at, what, note } = row
  const known = changeKinds.find((one) => one === what)
  return by && fields && known ? [{ version, at, by, what: known, fields, note }] : []
}

function inspectionOf({ source, ...row }: RowOf<typeof queries.inspections.all>): Inspection[] {
  const known = findingSources.find((one) => one === source)
  return known ? [{ ...row, source: known }] : []
}

function facilityOf({ id, name, state }: RowOf<typeof queries.facilities.all>): KeptFacility[] {
  const known = facilityStates.find((one) => one === state)
  return known ? [{ id, name: name === null ? null : read<KeptFacility['name']>(name), state: known }] : []
}

function read<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T | null
  } catch {
    return null
  }
}
