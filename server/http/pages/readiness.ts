// Ready to open? The points of the readiness page, computed from what is there.
import { Type } from 'typebox'
import { readiness, type ReadinessGround, ReadinessItem } from '../../readiness/readiness.ts'
import { languageOf } from '../ground/language.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'

/** Adds `GET /api/readiness`. */
export function addReadiness(app: App, ground: () => ReadinessGround): void {
  app.get(
    '/api/readiness',
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'What is ready to open and what is not, what keeps the hall closed first',
        tags: ['hall'],
        response: {
          200: Type.Object(
            {
              ready: Type.Boolean({ description: 'Nothing has to be done before the hall can open' }),
              items: Type.Array(ReadinessItem),
            },
            closed,
          ),
        },
      },
    },
    async ({ headers }) => readiness(ground(), languageOf(headers['accept-language'])),
  )
}
