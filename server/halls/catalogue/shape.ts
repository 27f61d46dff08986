// The shape of the catalogue's files; kept apart, so that the API's description does not load them all.
import { type Static, Type } from 'typebox'
import { Agency, Service } from '../../hall/plan.ts'

const closed = { additionalProperties: false } as const
const { id, name, words, prefix, minutes, after, requirements, standard, source } = Service.properties

/** What a service is wherever it is; its phase, quota and hours are the hall's. `prefix` and `minutes` are proposals. */
export const CatalogueService = Type.Object(
  { id, name, words, prefix, minutes, after, requirements, standard, source },
  closed,
)
export type CatalogueService = Static<typeof CatalogueService>

const { id: agencyId, name: agencyName, short } = Agency.properties

export const CatalogueAgency = Type.Object(
  { id: agencyId, name: agencyName, short, services: Type.Array(CatalogueService) },
  closed,
)
export type CatalogueAgency = Static<typeof CatalogueAgency>
