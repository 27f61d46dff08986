// The shape of what supervisors and the manager see: counters, services and people of one agency, or of all.
// Instants instead of lasting seconds wherever something goes on: the page counts, and an idle hall sends nothing.
import { Type, type Static } from 'typebox'
import { DayLabel } from '../hall/plan.ts'
import { Text } from '../hall/equipment.ts'
import { ReceptionRow } from './reception-views.ts'
import { Forecast, HallState } from './view-parts.ts'

const closed = { additionalProperties: false } as const
const text = { type: 'string' } as const
const Null = Type.Null()
const Instant = Type.String({ description: 'ISO 8601, UTC' })
const InstantOrNull = Type.Union([Instant, Null])
const TextOrNull = Type.Union([Type.String(), Null])

const AgencyCounter = Type.Object(
  {
    id: Type.String(),
    state: Type.Enum(['closed', 'open', 'paused'], text),
    staff: Type.Union([Type.Object({ username: Type.String(), name: Type.String() }, closed), Null]),
    /** Why it is paused: a reason of the plan, or the words that were typed. */
    reason: TextOrNull,
    /** When a paused counter means to go on, if somebody said. */
    pausedUntil: InstantOrNull,
    current: Type.Union([
      Type.Object(
        {
          /** The id of the call. */
          call: Type.String(),
          visit: Type.String(),
          number: Type.String(),
          /** The day of the number: an earlier one where the midnight came while the visitor was being served. */
          day: DayLabel,
          service: Type.String(),
          status: Type.Enum(['called', 'serving'], text),
          /** Since when it is called, or served. */
          since: Instant,
          calls: Type.Integer(),
          /** Whether the announcement was heard: null while it is not known yet. */
          heard: Type.Union([Type.Boolean(), Null]),
          /** The plan wants no sound now: it is shown alone, and that is no fault. */
          quiet: Type.Boolean(),
        },
        closed,
      ),
      Null,
    ]),
    served: Type.Integer(),
    averageSeconds: Type.Union([Type.Integer(), Null]),
    /** What it serves today. */
    services: Type.Array(Type.String()),
    /** The call for help from here, also when the counter was closed meanwhile; an answered one for five minutes more. */
    help: Type.Union([
      Type.Object(
        {
          alarm: Type.Boolean(),
          at: Instant,
          /** The name of who called. */
          from: TextOrNull,
          /** The name of who is coming. */
          answeredBy: TextOrNull,
        },
        closed,
      ),
      Null,
    ]),
    /** Messages to it that nobody has read yet. */
    unread: Type.Integer(),
  },
  closed,
)
export type AgencyCounter = Static<typeof AgencyCounter>

const AgencyService = Type.Object(
  {
    id: Type.String(),
    status: Type.Enum(['open', 'trial', 'soon', 'paused', 'elsewhere'], text),
    /** With `paused`: until when, null when nobody knows. */
    until: TextOrNull,
    /** With `paused`: why. */
    reason: Type.Union([Text, Null]),
    /** With `soon`: the day it should open. */
    expected: Type.Union([DayLabel, Null]),
    /** With `elsewhere`: where to go instead; with `soon`: meanwhile. */
    where: Type.Union([Text, Null]),
    quota: Type.Union([Type.Integer(), Null]),
    /** Tickets taken today: what the quota counts. */
    taken: Type.Integer(),
    waiting: Type.Integer(),
    held: Type.Integer(),
    missed: Type.Integer(),
    /** Who has waited longest; `since`: as if without a break. */
    longest: Type.Union([
      Type.Object({ visit: Type.String(), number: Type.String(), since: Instant }, closed),
      Null,
    ]),
    /** How many have waited longer than the limit, or will have in ten minutes. */
    atRisk: Type.Integer(),
    /** For who would come now. */
    forecast: Forecast,
    /** Open counters that serve it today. */
    openCounters: Type.Integer(),
  },
  closed,
)
export type AgencyService = Static<typeof AgencyService>

const AgencyPerson = Type.Object(
  {
    username: Type.String(),
    name: Type.String(),
    role: Type.Enum(['officer', 'supervisor', 'manager'], text),
    agency: TextOrNull,
    /** The counter that the person holds; a manager may hold several, and this is the first. */
    counter: TextOrNull,
    signedIn: Type.Boolean(),
  },
  closed,
)
export type AgencyPerson = Static<typeof AgencyPerson>

export const AgencyView = Type.Object(
  {
    hall: HallState,
    /** Null on `agency:all`. */
    agency: TextOrNull,
    /** Minutes of waiting after which a supervisor should have done something. */
    waitLimitMinutes: Type.Integer(),
    /** The hall’s hours of today are over, in regular operation. */
    afterHours: Type.Boolean(),
    /** Zones of its counters in which the last announcement was not heard, and since when none is. */
    silentZones: Type.Array(Type.Object({ zone: Type.String(), since: Instant }, closed)),
    /** In the plan's order, as all lists here. */
    counters: Type.Array(AgencyCounter),
    services: Type.Array(AgencyService),
    staff: Type.Array(AgencyPerson),
    /** Whose number may be in nobody's hand and who needs a service of the agency, by arrival, at most 30; and how many. */
    notTaken: Type.Array(ReceptionRow),
    notTakenCount: Type.Integer(),
  },
  closed,
)
export type AgencyView = Static<typeof AgencyView>
