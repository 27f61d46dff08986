// Is the server up, how far is its journal, which day is it in: for whoever watches over it.
import { Type, type Static } from 'typebox'
import { DamageState } from '../live/view-parts.ts'
import type { App } from './request.ts'
import { closed } from './schemas.ts'

/** The journal's last `seq`, the hall's day (`2026-11-24`), Antre's version, and how the journal is. */
export interface Health {
  seq: number
  day: string
  version: string
  /** `gone`: its files are not at their place, and nothing is accepted. */
  storage: 'well' | 'gone'
  /** What a start found missing or altered and nobody confirmed yet. */
  damage: Static<typeof DamageState>[]
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
            storage: Type.Enum(['well', 'gone'], { type: 'string' }),
            damage: Type.Array(DamageState),
          },
          closed,
        ),
      },
    },
    handler: () => ({ status: 'ok' as const, ...health() }),
  })
}
