// Finding a service by what people call it, for the kiosk's search. Public like the hall itself.
import { Type } from 'typebox'
import { MOST_TYPED } from '../search/fold.ts'
import { createSearch, MOST_FOUND } from '../search/search.ts'
import type { HallDoor } from './ask.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed } from './schemas.ts'

const Asked = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: MOST_TYPED,
      description: 'What somebody typed; mistakes and everyday words are understood',
    }),
    language: Type.Optional(
      Type.String({ maxLength: 3, description: 'One of the hall’s; without it its first' }),
    ),
  },
  closed,
)

const Found = Type.Object(
  {
    services: Type.Array(Type.String(), {
      maxItems: MOST_FOUND,
      description: 'Ids, the best fit first; also of services that give no numbers now',
    }),
  },
  closed,
)

/** Adds `/api/search`. */
export function addSearch(app: App, { context: { hall } }: HallDoor): void {
  const search = createSearch(hall)
  app.get(
    '/api/search',
    {
      schema: {
        operationId: 'searchServices',
        summary: 'Find services by what people call them',
        tags: ['hall'],
        querystring: Asked,
        response: { 200: Found },
      },
      config: { problems: ['unknown-language'] },
    },
    async (request, reply) => {
      const { languages } = hall.layout.plan
      const { q, language = languages[0] ?? 'id' } = request.query
      if (!languages.includes(language)) return refuse(reply, 'unknown-language')
      return { services: await search(q, language) }
    },
  )
}
