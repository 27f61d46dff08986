// Finding a service by what people call it, for the kiosk's search. Public like the hall itself.
import { Type } from 'typebox'
import { MOST_TYPED } from '../../search/fold.ts'
import { Elsewhere } from '../../hall/plan.ts'
import { createSearch, MOST_ELSEWHERE, MOST_FOUND } from '../../search/search.ts'
import type { HallDoor } from '../ground/ask.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'

const Asked = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: MOST_TYPED,
      description: 'What somebody typed; mistakes and everyday words are understood',
    }),
    language: Type.Optional(
      Type.String({ maxLength: 3, description: 'One of the hall’s languages; by default the first' }),
    ),
  },
  closed,
)

const Found = Type.Object(
  {
    services: Type.Array(Type.String(), {
      maxItems: MOST_FOUND,
      description: 'Ids, best match first; services that give no numbers now are included',
    }),
    elsewhere: Type.Array(Type.Pick(Elsewhere, ['id', 'name', 'where']), {
      maxItems: MOST_ELSEWHERE,
      description: 'What was asked for but is not in this hall, and where to go for it',
    }),
    elsewhereFirst: Type.Boolean({ description: 'It matches better than any of the services' }),
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
      config: { problems: ['unknown-language', 'too-many-requests'] },
    },
    async (request, reply) => {
      const { languages } = hall.layout.plan
      const { q, language = languages[0] ?? 'id' } = request.query
      if (!languages.includes(language)) return refuse(reply, 'unknown-language')
      const { staff, kiosk, display } = request.who
      const found = await search(q, language, (staff ?? kiosk ?? display) ? 'known' : 'stranger')
      if (!found) return refuse(reply, 'too-many-requests', { retryAfter: 1 })
      const { services, elsewhere, elsewhereFirst } = found
      const shown = elsewhere.map(({ id, name, where }) => ({ id, name, where }))
      return { services, elsewhere: shown, elsewhereFirst }
    },
  )
}
