// What is published about a service: its standard with its requirements, who issues them, its hours and where it is.
// One shape for the API and for the pages under `/layanan/`.
import { type Static, Type } from 'typebox'
import type { Hall } from '../hall/hall.ts'
import { dayAfter, spansOn, weekdayOf } from '../hall/hours.ts'
import { DayLabel, Id, Text } from '../hall/plan.ts'
import { Week } from '../hall/times.ts'
import { isRetired } from '../hall/service/retired.ts'
import { missingComponents } from '../hall/standard.ts'
import type { Context } from './context.ts'
import { HallService, hallService } from './hall.ts'
import { closed, Null, text } from './view-parts.ts'

const TextOrNull = Type.Union([Text, Null])

const PublishedRequirement = Type.Object(
  {
    id: Id,
    name: Text,
    where: Type.Union([Text, Null]),
    /** The service of this hall that issues it. */
    issuer: Type.Union([Type.Object({ id: Id, name: Text, agency: Text }, closed), Null]),
    /** Whether the agency has confirmed it. */
    confirmed: Type.Boolean(),
  },
  closed,
)

export const PublishedService = Type.Object(
  {
    service: HallService,
    agency: Type.Object({ id: Id, name: Text, short: Type.String() }, closed),
    requirements: Type.Array(PublishedRequirement),
    /** The agency has said that the service requires nothing. */
    nothingNeeded: Type.Boolean(),
    /** The steps in order; empty if nobody has filled them in. */
    procedure: Type.Array(Text),
    time: TextOrNull,
    fee: TextOrNull,
    product: TextOrNull,
    complaints: TextOrNull,
    decree: Type.Union([Type.Object({ number: Type.String(), day: DayLabel }, closed), Null]),
    reviewed: Type.Union([DayLabel, Null]),
    heard: TextOrNull,
    /** Whether the agency has confirmed everything besides the requirements. */
    confirmed: Type.Boolean(),
    /** Which of the six components nobody has filled in yet. */
    missing: Type.Array(
      Type.Enum(['requirements', 'procedure', 'time', 'fee', 'product', 'complaints'], text),
    ),
    /** The hours of the seven days that begin today, without holidays and other single days. */
    hours: Week,
    /** The counters that serve it, each with its zone. */
    counters: Type.Array(Type.Object({ name: Text, zone: Text, where: Text }, closed)),
  },
  closed,
)
export type PublishedService = Static<typeof PublishedService>

type Ground = Pick<Context, 'hall' | 'note'>

/** What is published about a service; undefined if the plan has none with this id, or it is leaving. */
export function publishedService(context: Ground, id: string): PublishedService | undefined {
  const { hall } = context
  const { layout } = hall
  const service = layout.services.get(id)
  const agency = service && layout.agencies.get(service.agency)
  if (!service || !agency || isRetired(hall.today, id)) return undefined
  const { standard = {}, requirements } = service
  const { procedure, time, fee, product, complaints, decree, reviewed, heard } = standard
  return {
    service: hallService(context, service),
    agency: { id: agency.id, name: agency.name, short: agency.short },
    requirements: requirements.map(({ id: paper, name, where, issuedBy, confirmed }) => {
      const by =
        issuedBy === null || isRetired(hall.today, issuedBy) ? undefined : layout.services.get(issuedBy)
      const office = by && layout.agencies.get(by.agency)
      const issuer = by && office ? { id: by.id, name: by.name, agency: office.name } : null
      return { id: paper, name, where: where ?? null, issuer, confirmed: confirmed !== false }
    }),
    nothingNeeded: standard.nothingNeeded === true && requirements.length === 0,
    procedure: procedure ?? [],
    time: time ?? null,
    fee: fee ?? null,
    product: product ?? null,
    complaints: complaints ?? null,
    decree: decree ?? null,
    reviewed: reviewed ?? null,
    heard: heard ?? null,
    confirmed: standard.confirmed !== false,
    missing: missingComponents(service),
    hours: weekOf(hall, id),
    counters: (layout.countersOf.get(id) ?? []).flatMap(({ name, zone }) => {
      const there = layout.zones.get(zone)
      return there ? [{ name, zone: there.name, where: there.where }] : []
    }),
  }
}

/** The hours of a service on each weekday, from today on. */
function weekOf({ layout, day }: Pick<Hall, 'layout' | 'day'>, service: string): Week {
  const { days: _days, ...plan } = layout.plan
  const usual = { ...layout, plan: { ...plan, holidays: [] } }
  const spans = [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
    const label = dayAfter(day, ahead)
    return [weekdayOf(label), [...spansOn(usual, { of: 'service', id: service }, label)]] as const
  })
  return Object.fromEntries(spans) as Week
}

/** The services of the hall by agency, in the plan's order, without those that are leaving. */
export interface PublishedAgency {
  readonly id: string
  readonly name: Text
  readonly short: string
  readonly services: readonly HallService[]
}

/** All that is published, by agency; an agency without a service is left out. */
export function publishedAgencies(context: Ground): PublishedAgency[] {
  const { hall } = context
  const { agencies, services } = hall.layout.plan
  const shown = services.filter(({ id }) => !isRetired(hall.today, id))
  return agencies.flatMap(({ id, name, short }) => {
    const own = shown.filter(({ agency }) => agency === id).map((service) => hallService(context, service))
    return own.length === 0 ? [] : [{ id, name, short, services: own }]
  })
}
