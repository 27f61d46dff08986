// How the server is doing. In figures, for monitoring: is it up, how far is its journal, which day is it in. In
// words, for the manager's page: what should not have happened.
import { type Static, Type } from 'typebox'
import type { Incidents } from '../../incidents.ts'
import { DamageState } from '../../live/view-parts.ts'
import type { App } from '../ground/request.ts'
import { closed, Instant } from '../ground/schemas.ts'

/** The journal's last `seq`, the hall's day (`2026-11-24`), Antre's version, and how the journal is. */
export interface Health {
  seq: number
  day: string
  version: string
  /** The last event that the forecast behind today's waits knows; null: no waits are told. */
  forecast: number | null
  /** `gone`: its files are missing, and nothing is accepted. */
  storage: 'well' | 'gone'
  /** What a start found missing or altered, until somebody confirms it. */
  damage: Static<typeof DamageState>[]
  /** A training, or a clock with an offset: what is shown and given is not valid. */
  rehearsal: boolean
}

/** Adds `/api/health`. */
export function addHealth(app: App, health: () => Health): void {
  app.route({
    method: 'GET',
    url: '/api/health',
    schema: {
      operationId: 'health',
      summary: 'Whether the server is up',
      tags: ['hall'],
      response: {
        200: Type.Object(
          {
            status: Type.Literal('ok'),
            seq: Type.Integer(),
            day: Type.String(),
            version: Type.String(),
            forecast: Type.Union([Type.Integer(), Type.Null()], {
              description: 'The last event that the current forecast knows; null: no waits are told',
            }),
            storage: Type.Enum(['well', 'gone'], { type: 'string' }),
            damage: Type.Array(DamageState),
            rehearsal: Type.Boolean({ description: 'A training is under way, or `CLOCK_OFFSET` is not 0' }),
          },
          closed,
        ),
      },
    },
    handler: () => ({ status: 'ok' as const, ...health() }),
  })
}

const Incident = Type.Object(
  {
    id: Type.String(),
    kind: Type.String({
      description:
        '`survived`: the hall went on; `restarted`: the server shut down cleanly and started again; `ended`: it was gone without a word',
    }),
    first: Instant,
    last: Instant,
    count: Type.Integer({ description: 'How often, from the first to the last' }),
    version: Type.String({ description: 'Of the program, at that time' }),
    what: Type.String({ description: 'The program’s own error message; empty if there is none' }),
    where: Type.Array(Type.String(), { description: 'Where in the program it happened' }),
  },
  closed,
)

/** Adds `GET /api/incidents`. */
export function addIncidents(app: App, { list }: Pick<Incidents, 'list'>): void {
  app.get(
    '/api/incidents',
    {
      schema: {
        operationId: 'listIncidents',
        summary: 'Faults and unexpected ends of the server, newest first',
        tags: ['hall'],
        response: { 200: Type.Object({ incidents: Type.Array(Incident) }, closed) },
      },
    },
    async () => ({
      incidents: list().map(({ first, last, where, ...one }) => ({
        ...one,
        first: new Date(first).toISOString(),
        last: new Date(last).toISOString(),
        where: [...where],
      })),
    }),
  )
}
