// Writes a query once, for SQLite and for PostgreSQL. The builder only makes text, and it does so while Antre is
// built: a server loads only the text (see server/launch/plugins.mjs and docs/decisions/0015-queries-as-text.md).
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Query, Stored } from './statement.ts'
import type { Tables } from './columns.ts'

export type Engine = 'sqlite' | 'postgresql'
type Builder = Kysely<Tables>
type Write = (builder: Builder, given: never) => Compilable<unknown>

const engines: Readonly<Record<Engine, Builder>> = {
  sqlite: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  postgresql: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
}

/** Placeholder in a query for a value given when it runs. */
class Placeholder {
  readonly given: string

  constructor(given: string) {
    this.given = given
  }
}

const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) })

/** How each query was written, by its text for SQLite. */
const written = new Map<string, Write>()

/**
 * Writes a query: `query<{ id: string }>()((db, { id }) => db.selectFrom('staff').selectAll().where('id', '=', id))`.
 * Parameters have no value yet, so a query can't examine them.
 */
export function query<Given extends Readonly<Record<string, Stored>> = Record<never, never>>() {
  return <Row>(write: (builder: Builder, given: Given) => Compilable<Row>): Query<Given, Row> => {
    const made = compile<Given, Row>('sqlite', write as Write)
    written.set(made.sql, write as Write)
    return made
  }
}

/** The same query in another engine's dialect. */
export function inOtherWords<Given, Row>(engine: Engine, { sql }: Query<Given, Row>): Query<Given, Row> {
  const write = written.get(sql)
  if (!write) throw new Error(`not written here: ${sql}`)
  return compile(engine, write)
}

function compile<Given, Row>(engine: Engine, write: Write): Query<Given, Row> {
  const { sql, parameters } = write(engines[engine], placeholders as never).compile()
  return {
    sql,
    parameters: parameters.map((one) => (one instanceof Placeholder ? { ...one } : (one as Stored))),
  }
}
