// Is the server up, how far is its journal, which day is it in: for whoever watches over it.
import { Type } from 'typebox'
import type { App } from './request.ts'
import { closed } from './schemas.ts'

/** The journal's last `seq`, the hall's day (`2026-11-24`) and Antre's version. */
export interface Health {
  seq: number
  day: string
  version: string
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
          },
          closed,
        ),
      },
    },
    handler: () => ({ status: 'ok' as const, ...health() }),
  })
}
