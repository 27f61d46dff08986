// The service standard (standar pelayanan) of a service: what UU 25/2009 requires to be published about it, besides
// its requirements, and what an evaluator asks about it. None of it changes how the queue runs.
import { type Static, Type } from 'typebox'
import { closed, DayLabel, Text } from './equipment.ts'

/** The other eight components, which concern how the agency works; kept as files, each under its component. */
const InnerComponent = Type.Union([
  Type.Literal('legal-basis'),
  Type.Literal('facilities'),
  Type.Literal('competence'),
  Type.Literal('supervision'),
  Type.Literal('staff-number'),
  Type.Literal('guarantee'),
  Type.Literal('safety'),
  Type.Literal('evaluation'),
])
export type InnerComponent = Static<typeof InnerComponent>

/** A file of a standard. Its bytes are in the data folder, not in the plan. */
export const StandardFile = Type.Object(
  {
    /** The first 32 hexadecimal digits of its SHA-256. */
    id: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    component: InnerComponent,
    /** What people call it, for example `SOP KTP-el 2026.pdf`. */
    name: Type.String({ minLength: 1, maxLength: 120 }),
  },
  closed,
)
export type StandardFile = Static<typeof StandardFile>

/** Every field may be absent; what nobody has filled in yet is counted as missing. */
export const Standard = Type.Object(
  {
    /** Only where the service has no requirements: says that there are none, which is an answer too. */
    nothingNeeded: Type.Optional(Type.Literal(true)),
    /** System, mechanism and procedure: the steps in order. */
    procedure: Type.Optional(Type.Array(Text, { maxItems: 30 })),
    /** How long until the product is ready, in words: *3 hari kerja*. */
    time: Type.Optional(Text),
    /** Fee or tariff, in words: *gratis*. */
    fee: Type.Optional(Text),
    /** The product: what the visitor gets. */
    product: Type.Optional(Text),
    /** Where complaints, suggestions and ideas go, and how they are handled. */
    complaints: Type.Optional(Text),
    /** The decree that sets the standard. */
    decree: Type.Optional(
      Type.Object({ number: Type.String({ minLength: 1, maxLength: 120 }), day: DayLabel }, closed),
    ),
    /** The day of the last review. */
    reviewed: Type.Optional(DayLabel),
    /** How the public was consulted about it. */
    heard: Type.Optional(Text),
    files: Type.Optional(Type.Array(StandardFile, { maxItems: 40 })),
    /** `false`: taken from elsewhere and not yet confirmed by anybody of the agency. Absent: confirmed. */
    confirmed: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type Standard = Static<typeof Standard>

/** The six components that must be published, in the order of the law. */
export const publishedComponents = [
  'requirements',
  'procedure',
  'time',
  'fee',
  'product',
  'complaints',
] as const
export type PublishedComponent = (typeof publishedComponents)[number]

/** Which of the six nobody has filled in yet, in order. */
export function missingComponents(service: {
  readonly requirements: readonly unknown[]
  readonly standard?: Standard
}): PublishedComponent[] {
  const { requirements, standard = {} } = service
  return publishedComponents.filter((component) => {
    if (component === 'requirements') return requirements.length === 0 && !standard.nothingNeeded
    if (component === 'procedure') return (standard.procedure ?? []).length === 0
    return standard[component] === undefined
  })
}

/** How many things about a service nobody of its agency has confirmed: each requirement, and the standard as one. */
export function unconfirmedParts(service: {
  readonly requirements: readonly { readonly confirmed?: boolean }[]
  readonly standard?: Standard
}): number {
  const { requirements, standard } = service
  return [...requirements, standard].filter((part) => part?.confirmed === false).length
}
