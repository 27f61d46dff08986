// Queries about findings.
import { query } from '../builder.ts'
import type { Tables } from '../columns.ts'

const ofFinding = [
  'id',
  'number',
  'version',
  'fields',
  'noted_by',
  'noted_at',
  'noted_on',
  'changed_at',
  'state_since',
] as const
const ofEvidence = ['id', 'finding', 'name', 'kind', 'bytes', 'removed_at'] as const

export const findings = {
  all: query()((db) => db.selectFrom('findings').select(ofFinding).orderBy('number', 'desc')),
  byId: query<{ id: string }>()((db, { id }) =>
    db.selectFrom('findings').select(ofFinding).where('id', '=', id),
  ),
  last: query()((db) => db.selectFrom('findings').select('number').orderBy('number', 'desc').limit(1)),
  add: query<Tables['findings']>()((db, row) =>
    db.insertInto('findings').values({
      id: row.id,
      number: row.number,
      version: row.version,
      fields: row.fields,
      noted_by: row.noted_by,
      noted_at: row.noted_at,
      noted_on: row.noted_on,
      changed_at: row.changed_at,
      state_since: row.state_since,
    }),
  ),
  change: query<{ id: string; version: number; fields: string; changed_at: number; state_since: string }>()(
    (db, { id, version, fields, changed_at, state_since }) =>
      db.updateTable('findings').set({ version, fields, changed_at, state_since }).where('id', '=', id),
  ),
}

export const changes = {
  of: query<{ finding: string }>()((db, { finding }) =>
    db
      .selectFrom('finding_changes')
      .select(['version', 'at', 'by', 'what', 'fields', 'note'])
      .where('finding', '=', finding)
      .orderBy('version'),
  ),
  add: query<{
    finding: string
    version: number
    at: number
    by: string
    what: string
    fields: string
    note: string | null
  }>()((db, { finding, version, at, by, what, fields, note }) =>
    db.insertInto('finding_changes').values({ finding, version, at, by, what, fields, note }),
  ),
}

export const evidence = {
  all: query()((db) => db.selectFrom('finding_evidence').select(ofEvidence).orderBy('version').orderBy('id')),
  of: query<{ finding: string }>()((db, { finding }) =>
    db
      .selectFrom('finding_evidence')
      .select(ofEvidence)
      .where('finding', '=', finding)
      .orderBy('version')
      .orderBy('id'),
  ),
  add: query<{
    id: string
    finding: string
    name: string
    kind: string
    bytes: number
    version: number
  }>()((db, { id, finding, name, kind, bytes, version }) =>
    db.insertInto('finding_evidence').values({ id, finding, name, kind, bytes, version, removed_at: null }),
  ),
  remove: query<{ id: string; at: number }>()((db, { id, at }) =>
    db.updateTable('finding_evidence').set({ removed_at: at }).where('id', '=', id),
  ),
}

export const inspections = {
  all: query()((db) =>
    db
      .selectFrom('inspections')
      .select(['id', 'day', 'source', 'who', 'note'])
      .orderBy('day', 'desc')
      .orderBy('source')
      .orderBy('who')
      .orderBy('id'),
  ),
  put: query<{ id: string; day: string; source: string; who: string; note: string | null }>()(
    (db, { id, day, source, who, note }) =>
      db
        .insertInto('inspections')
        .values({ id, day, source, who, note })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ day, source, who, note })),
  ),
  remove: query<{ id: string }>()((db, { id }) => db.deleteFrom('inspections').where('id', '=', id)),
}

export const facilities = {
  all: query()((db) => db.selectFrom('facilities').select(['id', 'name', 'state']).orderBy('id')),
  put: query<{ id: string; name: string | null; state: string }>()((db, { id, name, state }) =>
    db
      .insertInto('facilities')
      .values({ id, name, state })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, state })),
  ),
}
