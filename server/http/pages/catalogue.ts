// The catalogue of common agencies, to pick from when a hall is set up.
import { Type } from 'typebox'
import { CatalogueAgency } from '../../halls/catalogue/shape.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'

/** Adds `GET /api/catalogue`. */
export function addCatalogue(app: App): void {
  app.get(
    '/api/catalogue',
    {
      schema: {
        operationId: 'getCatalogue',
        summary: 'Agencies that are common in a public service mall, with services, requirements and sources',
        tags: ['hall'],
        response: { 200: Type.Object({ agencies: Type.Array(CatalogueAgency) }, closed) },
      },
    },
    async () => {
      const { catalogue } = await import('../../halls/catalogue/catalogue.ts')
      return { agencies: [...catalogue] }
    },
  )
}
