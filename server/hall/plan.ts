// The plan: everything particular to one hall, as data. The code knows no hall; a hall is a plan. A plan that fits
// this schema may still contradict itself: `plan-faults/` names every such fault.
import { type Static, Type } from 'typebox'
import {
  Arrows,
  BoardRules,
  closed,
  DayLabel,
  Id,
  MediaRules,
  Printer,
  SlipLayout,
  Text,
  VoiceRules,
} from './equipment.ts'
import { Standard } from './standard.ts'
import {
  AtZero,
  Holiday,
  LastTicket,
  MOST_PERIODS,
  MOST_SINGLE_DAYS,
  Period,
  Quota,
  SingleDay,
  type Span,
  Week,
} from './times.ts'

export { DayLabel, Id, Text, Week }

/** Stands for a text that nobody has filled in yet: none can be empty. */
export const NOT_YET = '–'
export type { Span }

/** The state of a service: `open` and `trial` take tickets, the others say why not. */
export const Phase = Type.Union([
  Type.Object({ status: Type.Literal('open') }, closed),
  Type.Object({ status: Type.Literal('trial') }, closed),
  Type.Object(
    {
      status: Type.Literal('soon'),
      expected: Type.Union([DayLabel, Type.Null()]),
      /** Where to go meanwhile. */
      where: Type.Optional(Text),
    },
    closed,
  ),
  Type.Object(
    {
      status: Type.Literal('paused'),
      /** A day, an instant (ISO 8601) or words. */
      until: Type.Union([Type.String(), Type.Null()]),
      reason: Type.Union([Text, Type.Null()]),
      /** The state it returns to by itself after the instant in `until`. */
      reopens: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('trial')])),
    },
    closed,
  ),
  Type.Object({ status: Type.Literal('elsewhere'), where: Text }, closed),
])
export type Phase = Static<typeof Phase>
export type ServiceStatus = Phase['status']

/** A paper or fact a service asks for. `issuedBy` is a service of this hall that issues it; `where` says where else. */
export const Requirement = Type.Object(
  {
    id: Id,
    name: Text,
    issuedBy: Type.Union([Id, Type.Null()]),
    where: Type.Optional(Text),
    /** `false`: not yet confirmed by anybody of the agency; staff see it marked. Absent: confirmed. */
    confirmed: Type.Optional(Type.Boolean()),
  },
  closed,
)

export const Agency = Type.Object(
  {
    id: Id,
    name: Text,
    short: Type.String({ minLength: 1, maxLength: 16 }),
    /** Shown on its tile at the kiosk, beside the name; absent: made from `short`. */
    monogram: Type.Optional(Type.String({ minLength: 1, maxLength: 3 })),
    /** Instead of the monogram: a PNG as base64. */
    logo: Type.Optional(Type.String({ maxLength: 16_000 })),
    /** Within the hall's hours; absent: the hall's. */
    hours: Type.Optional(Week),
  },
  closed,
)

/** A waiting area. Zones with the same `sound` share one queue of announcements. */
export const Zone = Type.Object(
  { id: Id, name: Text, sound: Id, where: Text, arrows: Type.Optional(Arrows) },
  closed,
)

/** Where people wait who sit in no zone: a café, the car park. */
export const Place = Type.Object(
  {
    id: Id,
    name: Text,
    /** Minutes to walk from there to the waiting areas. */
    minutes: Type.Integer({ minimum: 1, maximum: 60 }),
    /** The same, to a zone that is nearer or farther. */
    zones: Type.Optional(Type.Record(Id, Type.Integer({ minimum: 1, maximum: 60 }))),
  },
  closed,
)

/** Everyday words for a service beyond its name, in any language; only for the search. */
const Words = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 40 })

/** Where facts come from and how far they can be trusted. */
const Source = Type.Object(
  {
    url: Type.Union([Type.String(), Type.Null()]),
    confidence: Type.String(),
    note: Type.Optional(Type.String()),
  },
  closed,
)

export const Service = Type.Object(
  {
    id: Id,
    agency: Id,
    name: Text,
    words: Type.Optional(Words),
    /** One or two capital letters; services that share it share its count. */
    prefix: Type.String({ pattern: '^[A-Z]{1,2}$' }),
    phase: Phase,
    /** Minutes at the counter, a planning figure until the day has figures of its own. */
    minutes: Type.Number({ exclusiveMinimum: 0 }),
    /** Tickets a day, or null for no limit. */
    quota: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    /** Said when that quota is used up; absent: `come-back`. */
    atZero: Type.Optional(AtZero),
    /** Within those of its agency; null: the agency's. */
    hours: Type.Union([Week, Type.Null()]),
    /** Absent: the hall's. */
    lastTicket: Type.Optional(LastTicket),
    /** Services that come first when they are in the same visit. */
    after: Type.Array(Id),
    requirements: Type.Array(Requirement),
    /** The service level: minutes of waiting within which a visitor should be called. Absent: the hall's (`reports`). */
    level: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
    standard: Type.Optional(Standard),
    /** What evaluations count separately: `investment`, services for businesses. */
    tags: Type.Optional(Type.Array(Type.Literal('investment'), { maxItems: 1 })),
    /** It hands documents over: how many is noted at its counters when serving ends. Absent: it does not. */
    documents: Type.Optional(Type.Boolean()),
    source: Source,
  },
  closed,
)
export type Service = Static<typeof Service>

/** A desk. `label` is what hangs above it ("7"); `name` is what it is called in a sentence ("Loket 7"). */
export const Counter = Type.Object(
  {
    id: Id,
    label: Type.String({ minLength: 1, maxLength: 8 }),
    name: Text,
    agency: Id,
    zone: Id,
    services: Type.Array(Id),
    /** Within those of its agency; absent: the agency's. Shown, never enforced. */
    hours: Type.Optional(Week),
  },
  closed,
)

/** A life event ("a child is born") and the services that people then need, in a sensible order. */
export const Bundle = Type.Object({ id: Id, name: Text, services: Type.Array(Id) }, closed)

/** What people come and ask for that the hall does not have, and where to go for it. */
export const Elsewhere = Type.Object(
  { id: Id, name: Text, words: Type.Optional(Words), where: Text, source: Type.Optional(Source) },
  closed,
)

/** A reason staff choose from a list, for a pause or a hold. */
const Reason = Type.Object({ id: Id, name: Text }, closed)

/** A reason to end with; `outcome` is what it means for the figures. */
const FinishReason = Type.Object(
  { id: Id, name: Text, outcome: Type.Union([Type.Literal('served'), Type.Literal('incomplete')]) },
  closed,
)

/** A reason for a pause; `minutes`: how long such a pause usually lasts. */
const PauseReason = Type.Object(
  { id: Id, name: Text, minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })) },
  closed,
)

/** What the reports show, and to whom. */
const Reports = Type.Object(
  {
    /** Figures of each officer, for their own supervisor and the managers. Absent: only for the officer. */
    officers: Type.Optional(Type.Boolean()),
    /** The page `/angka/`. Absent: there is none. */
    public: Type.Optional(Type.Boolean()),
    /** The service level of services that have none of their own, in minutes. Absent: 15. */
    level: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
  },
  closed,
)

/** How complaints are answered, and where the national channel stands. */
const ComplaintRules = Type.Object(
  {
    /** An answer is promised within so many days on which the hall is open. Absent: 5. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
    /** The words are erased so many calendar days after the last thing that happened. Absent: 180. */
    eraseAfterDays: Type.Optional(Type.Integer({ minimum: 30, maximum: 1825 })),
    /** SP4N-LAPOR! is named beside our own form, or takes its place. Absent: it is not named. */
    sp4n: Type.Optional(Type.Union([Type.Literal('beside'), Type.Literal('instead')])),
  },
  closed,
)

/** Emergency numbers, on paper. */
const Paper = Type.Object(
  {
    /** The letters before each of them; no service can have these. Absent: some that none can have. */
    prefix: Type.Optional(Type.String({ pattern: '^[A-Z]{1,2}$' })),
  },
  closed,
)

export const Plan = Type.Object(
  {
    name: Text,
    address: Text,
    /** IANA name, for example `Asia/Makassar`. */
    timeZone: Type.String(),
    /** Languages of the screens, the first is the default. */
    languages: Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), { minItems: 1 }),
    /** In `trial` operation hours are shown but not enforced. */
    operation: Type.Union([Type.Literal('trial'), Type.Literal('regular')]),
    hours: Week,
    holidays: Type.Array(Holiday),
    periods: Type.Optional(Type.Array(Period, { maxItems: MOST_PERIODS })),
    /** Each takes precedence over a holiday on that day, a holiday over a period, a period over the week. */
    days: Type.Optional(Type.Array(SingleDay, { maxItems: MOST_SINGLE_DAYS })),
    lastTicket: Type.Optional(LastTicket),
    /** Besides the services' own daily quotas. */
    quotas: Type.Optional(Type.Array(Quota, { maxItems: 200 })),
    /** Seconds that a visitor needs to walk from one zone to another. */
    walkSeconds: Type.Integer({ minimum: 0, maximum: 3600 }),
    /** Seconds that a visitor who missed the call waits before being callable again. */
    lateSeconds: Type.Integer({ minimum: 0, maximum: 3600 }),
    /**
     * Seconds after which a visitor who did not come is called once more. Absent: the number is missed after one call.
     */
    secondCallSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 3600 })),
    /** Minutes of waiting after which the supervisor is told. An alert, not a rule. */
    waitLimitMinutes: Type.Integer({ minimum: 1 }),
    /** Credit gained per minute, by class. */
    rates: Type.Object(
      { regular: Type.Number({ exclusiveMinimum: 0 }), priority: Type.Number({ exclusiveMinimum: 0 }) },
      closed,
    ),
    agencies: Type.Array(Agency),
    zones: Type.Array(Zone),
    /** None: visitors are not asked where they wait. */
    places: Type.Optional(Type.Array(Place, { maxItems: 20 })),
    services: Type.Array(Service),
    counters: Type.Array(Counter),
    bundles: Type.Array(Bundle),
    /** Only for the search, which names these instead of something similar. */
    elsewhere: Type.Optional(Type.Array(Elsewhere, { maxItems: 200 })),
    /** Without one, every number stays on its screen until the visitor has noted it. */
    printers: Type.Optional(Type.Array(Printer)),
    slip: Type.Optional(SlipLayout),
    board: Type.Optional(BoardRules),
    voice: Type.Optional(VoiceRules),
    media: Type.Optional(MediaRules),
    reports: Type.Optional(Reports),
    paper: Type.Optional(Paper),
    complaints: Type.Optional(ComplaintRules),
    reasons: Type.Object(
      {
        pause: Type.Array(PauseReason),
        hold: Type.Array(Reason),
        /** Why somebody is called out of order. */
        call: Type.Optional(Type.Array(Reason)),
        finish: Type.Optional(Type.Array(FinishReason)),
      },
      closed,
    ),
  },
  closed,
)
export type Plan = Static<typeof Plan>
export type Agency = Static<typeof Agency>
export type Zone = Static<typeof Zone>
export type Place = Static<typeof Place>
export type Counter = Static<typeof Counter>
export type Requirement = Static<typeof Requirement>
export type Bundle = Static<typeof Bundle>
export type Elsewhere = Static<typeof Elsewhere>

/**
 * What a changed plan no longer has but the hall still serves until the day ends. Its services take nobody new; its
 * counters name only those services, and may be in the plan as well.
 */
export const Retired = Type.Object(
  {
    agencies: Type.Array(Agency),
    zones: Type.Array(Zone),
    services: Type.Array(Service),
    counters: Type.Array(Counter),
  },
  closed,
)
export type Retired = Static<typeof Retired>

/**
 * What holds until the day ends instead of what a revised plan says: it must not change for those who are already
 * here.
 */
export const Instead = Type.Object(
  {
    /** By service. */
    prefixes: Type.Optional(Type.Record(Id, Type.String())),
    timeZone: Type.Optional(Type.String()),
  },
  closed,
)
export type Instead = Static<typeof Instead>

/** Whether a service in this phase takes visitors. */
export function takesVisitors({ status }: { readonly status: Phase['status'] }): boolean {
  return status === 'open' || status === 'trial'
}

/** Minutes of the service level where the plan says nothing. */
const USUAL_LEVEL = 15

/** The service level T of a service, in seconds: the wait within which a visitor should be called. */
export function levelSecondsOf(
  { reports }: Pick<Plan, 'reports'>,
  service: Pick<Service, 'level'> | undefined,
): number {
  return (service?.level ?? reports?.level ?? USUAL_LEVEL) * 60
}
