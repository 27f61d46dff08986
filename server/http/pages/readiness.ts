// Ready to open? The points of the readiness page, computed from what the hall has.
import { Type } from 'typebox'
import { readiness, type ReadinessGround, ReadinessItem } from '../../readiness/readiness.ts'
import type { Access } from '../../access/access.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody } from '../ground/meant.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'

export interface ReadinessParts {
  /** What it looks at besides the hall, read when asked. */
  readonly ground: () => ReadinessGround
  /** Copies the data; gives the copy's name in the data folder. Rejects with a StorageError. */
  readonly copy: () => Promise<string>
  readonly access: Pick<Access, 'log'>
}

/** Adds `GET /api/readiness`, and `POST /api/copies` for one of its points. */
export function addReadiness(app: App, { ground, copy, access }: ReadinessParts): void {
  app.post(
    '/api/copies',
    {
      schema: {
        operationId: 'copyData',
        summary:
          'Copy all data within the data folder while the hall goes on; the newest three copies are kept',
        tags: ['hall'],
        body: meantBody({}),
        response: { 200: Type.Object({ file: Type.String({ description: 'In the data folder' }) }, closed) },
      },
    },
    async (request, _reply) => {
      const file = await copy()
      const by = `staff:${signedIn(request).id}` as const
      access.log.write({ by, action: 'data-copied', about: null, agency: null, detail: { file } })
      return { file }
    },
  )

  app.get(
    '/api/readiness',
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'What is ready for the opening and what is not; what keeps the hall closed comes first',
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
