// The queries that are written once: what the builder makes of them, for today's engine and the one to come.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { queriesAsText } from '../../server/launch/plugins.mjs'
import { inOtherWords } from '../../server/store/builder.ts'
import * as complaints from '../../server/store/queries/complaints.ts'
import * as devices from '../../server/store/queries/devices.ts'
import * as facts from '../../server/store/queries/facts.ts'
import * as findings from '../../server/store/queries/findings.ts'
import * as kept from '../../server/store/queries/kept.ts'
import * as onlyAsked from '../../server/store/queries/only-asked.ts'
import * as people from '../../server/store/queries/people.ts'
import * as record from '../../server/store/queries/record.ts'
import * as surveys from '../../server/store/queries/surveys.ts'
import * as watched from '../../server/store/queries/watched.ts'
import { migrate } from '../../server/store/schema.ts'
import type { Query } from '../../server/store/statement.ts'

type AnyQuery = Query<never, unknown>
type Module = Record<string, Record<string, AnyQuery>>

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules: Record<string, Module> = {
  'complaints.ts': complaints,
  'devices.ts': devices,
  'facts.ts': facts,
  'findings.ts': findings,
  'kept.ts': kept,
  'only-asked.ts': onlyAsked,
  'people.ts': people,
  'record.ts': record,
  'surveys.ts': surveys,
  'watched.ts': watched,
}
const all = Object.values(modules).flatMap((module) =>
  Object.entries(module).flatMap(([table, queries]) =>
    Object.entries(queries).map(([name, query]) => [`${table}.${name}`, query] as const),
  ),
)

it('all of them are looked at here', () => {
  expect(readdirSync(join(root, 'server/store/queries')).sort()).toEqual(Object.keys(modules))
  expect(all.length).toBeGreaterThan(40)
})

it.each(all)('%s is what our tables understand', (_, { sql, parameters }) => {
  const db = new Database(':memory:')
  migrate(db)
  expect(() => db.prepare(sql)).not.toThrow()
  expect(sql.split('?')).toHaveLength(parameters.length + 1)
  db.close()
})

it.each(all)('%s says the same to PostgreSQL, and is given the same', (_, query) => {
  const other = inOtherWords('postgresql', query)
  expect(other.parameters).toEqual(query.parameters)
  expect(other.sql.replaceAll(/\$\d+/g, '?')).toBe(query.sql)
  expect(other.sql.match(/\$\d+/g) ?? []).toEqual(query.parameters.map((_one, index) => `$${index + 1}`))
})

it.each(Object.entries(modules))('what is built of %s is its text alone', async (file, module) => {
  const { load } = queriesAsText(root) as unknown as { load(id: string): Promise<string> }
  const code = await load(join(root, 'server/store/queries', file))
  const built = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Module
  expect(code).not.toContain('import')
  expect({ ...built }).toEqual({ ...module })
})
