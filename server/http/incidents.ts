// What should not have happened, for the manager's page: throws that nobody caught, ends that nobody asked for.
import { Type } from 'typebox'
import type { Incidents } from '../incidents.ts'
import type { App } from './request.ts'
import { closed } from './schemas.ts'

const Instant = Type.String({ description: 'ISO 8601, UTC' })

const Incident = Type.Object(
  {
    id: Type.String(),
    kind: Type.String({
      description:
        '`survived`: the hall went on; `restarted`: the server ended in order and started anew; `ended`: it was gone without a word',
    }),
    first: Instant,
    last: Instant,
    count: Type.Integer({ description: 'How often, from the first to the last' }),
    version: Type.String({ description: 'Of the program, at that time' }),
    what: Type.String({ description: 'The error as a program says it; empty where there is none' }),
    where: Type.Array(Type.String(), { description: 'The nearest lines of the program' }),
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
        summary: 'What should not have happened to the server, newest first',
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
