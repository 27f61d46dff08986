// The answer of `GET /api/hall` and its shape: what every screen may know of the plan. Fetched once, and again
// whenever a view's `hall.plan` changes; what changes from minute to minute is in the views instead.
import { createHash } from 'node:crypto'
import { Type, type Static } from 'typebox'
import { hasPriority } from '../hall/credit.ts'
import { Arrows } from '../hall/equipment.ts'
import {
  type Agency,
  Bundle,
  Counter,
  DayLabel,
  Id,
  Plan,
  Requirement,
  Text,
  Week,
  type Phase,
  type Service,
} from '../hall/plan.ts'
import { AtZero, LastTicket } from '../hall/times.ts'
import { isRetired } from '../hall/service/retired.ts'
import { missingComponents } from '../hall/standard.ts'
import type { Context } from './context.ts'
import { Null, closed, text } from './view-parts.ts'

/** An agency: who it is. */
const HallAgency = Type.Object(
  {
    id: Id,
    name: Text,
    short: Type.String(),
    monogram: Type.Optional(Type.String()),
    /** Its picture is at `/api/agencies/<id>/logo?<this>`, which changes with it. Absent: it has none. */
    logo: Type.Optional(Type.String()),
    /** Within the hall's; absent: the hall's. */
    hours: Type.Optional(Week),
    /** It left the plan, and until the day's end serves those who have a number. */
    retired: Type.Optional(Type.Literal(true)),
  },
  closed,
)

/** A waiting area and the words that lead to it. */
const HallZone = Type.Object({ id: Id, name: Text, where: Text, arrows: Type.Optional(Arrows) }, closed)

/** A service with its phase flattened: `status` and what belongs to it. */
export const HallService = Type.Object(
  {
    id: Id,
    agency: Id,
    name: Text,
    prefix: Type.String(),
    status: Type.Enum(['open', 'trial', 'soon', 'paused', 'elsewhere'], text),
    /** With `soon`: the day it should open, null when nobody knows. */
    expected: Type.Optional(Type.Union([DayLabel, Null])),
    /** With `paused`: until when, null if nobody knows. */
    until: Type.Optional(Type.Union([Type.String(), Null])),
    /** With `paused`: why. */
    reason: Type.Optional(Type.Union([Text, Null])),
    /** With `elsewhere`: where to go instead; with `soon`: where to go meanwhile. */
    where: Type.Optional(Text),
    /** Tickets a day, or null for no limit. */
    quota: Type.Union([Type.Integer(), Null]),
    /** Minutes at the counter, the planning figure. */
    minutes: Type.Number(),
    /** Said when the quota is used up; absent: `come-back`. */
    atZero: Type.Optional(AtZero),
    /** Null: the agency's hours. */
    hours: Type.Union([Week, Null]),
    /** When its numbers stop before the hours end; absent: as for the whole hall. */
    lastTicket: Type.Optional(LastTicket),
    /** Services that come first when they are in the same visit. */
    after: Type.Array(Id),
    requirements: Type.Array(Requirement),
    /** Minutes of waiting within which a visitor should be called; absent: 15. */
    level: Type.Optional(Type.Integer()),
    /** How many documents were handed over is noted at its counters when serving ends. */
    documents: Type.Optional(Type.Boolean()),
    /** `GET /api/services/:id/standard` says more about it than its requirements. */
    hasStandard: Type.Optional(Type.Literal(true)),
    /** It left the plan: whoever has a number is served until the day's end, and nobody is offered it. */
    retired: Type.Optional(Type.Literal(true)),
  },
  closed,
)

export const HallAnswer = Type.Object(
  {
    /** The plan's running number, the same as `hall.plan` in every view. */
    plan: Type.Integer(),
    name: Text,
    address: Text,
    timeZone: Type.String(),
    languages: Type.Array(Type.String()),
    operation: Plan.properties.operation,
    hours: Week,
    holidays: Plan.properties.holidays,
    /**
     * Whether priority makes any difference here: a plan with equal rates has no such class, and a kiosk doesn't
     * offer it.
     */
    priority: Type.Boolean(),
    agencies: Type.Array(HallAgency),
    zones: Type.Array(HallZone),
    /** Other places where visitors may wait. Absent: they are not asked. */
    places: Type.Optional(Type.Array(Type.Object({ id: Id, name: Text }, closed))),
    services: Type.Array(HallService),
    counters: Type.Array(Counter),
    bundles: Type.Array(Bundle),
    /** Seconds after a first call that nobody answers until the second; null: there is none. */
    secondCallSeconds: Type.Union([Type.Integer(), Null]),
    /** What staff choose from, each list empty if the plan has none. */
    reasons: Type.Required(Plan.properties.reasons),
  },
  closed,
)
export type HallAnswer = Static<typeof HallAnswer>
export type HallAgency = Static<typeof HallAgency>
export type HallZone = Static<typeof HallZone>
export type HallService = Static<typeof HallService>

/** The plan of today without what only the server needs; the status of a service with its details beside it. */
export function hallAnswer(context: HallContext): HallAnswer {
  const { layout, layoutSeq } = context.hall
  const { plan } = layout
  const {
    name,
    address,
    timeZone,
    languages,
    operation,
    hours,
    holidays,
    bundles,
    places = [],
    reasons,
  } = plan
  const leaving = new Set(context.hall.today.retired?.agencies)
  return {
    plan: layoutSeq,
    name,
    address,
    timeZone,
    languages,
    operation,
    hours,
    holidays,
    priority: hasPriority(plan.rates),
    secondCallSeconds: plan.secondCallSeconds ?? null,
    agencies: plan.agencies.map((one) => hallAgency(one, leaving.has(one))),
    bundles,
    reasons: { call: [], finish: [], ...reasons },
    zones: plan.zones.map(({ sound: _sound, ...zone }) => zone),
    ...(places.length > 0 && { places: places.map(({ id, name: place }) => ({ id, name: place })) }),
    services: plan.services.map((service) => hallService(context, service)),
    counters: plan.counters,
  }
}

/** An agency as everybody may know it; its picture is fetched by itself, under an address that changes with it. */
function hallAgency({ logo, ...agency }: Agency, isLeaving: boolean): HallAgency {
  return {
    ...agency,
    ...(logo !== undefined && { logo: createHash('sha256').update(logo).digest('base64url').slice(0, 12) }),
    ...(isLeaving && { retired: true as const }),
  }
}

/** A service as everybody may know it. */
export function hallService(context: HallContext, service: Service): HallService {
  const { phase: _phase, source: _source, words: _words, standard, ...rest } = service
  const { reopens: _reopens, ...phase }: Phase & { reopens?: unknown } = phaseToday(context, service)
  return {
    ...rest,
    ...phase,
    // Otherwise everything but the requirements is missing.
    ...(missingComponents({ requirements: [1], ...(standard && { standard }) }).length < 5 && {
      hasStandard: true as const,
    }),
    ...(isRetired(context.hall.today, service.id) && { retired: true as const }),
  }
}

/** The phase with its free-text reason, which is not stored in the plan. */
export function phaseToday({ hall, note }: HallContext, { id, phase }: Service): Phase {
  const own = hall.today.reasons.get(id)
  const words = own === undefined ? null : note(own)
  if (words === null || phase.status !== 'paused') return phase
  return { ...phase, reason: inAllLanguages(hall.layout.plan.languages, words) }
}

type HallContext = Pick<Context, 'hall' | 'note'>

/** Free text: nobody translates it. */
export function inAllLanguages(languages: readonly string[], words: string): Text {
  return { ...Object.fromEntries(languages.map((language) => [language, words])), id: words, en: words }
}
