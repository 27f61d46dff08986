// The supervisors' view and its shape: the counters, services and people of one agency, or of all, and what can't
// wait. What is going on has instants instead of durations: the page counts, and an idle hall sends nothing.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import type { CounterState } from '../hall/hall.ts'
import { isAfterHours } from '../hall/hours.ts'
import { waitingFor } from '../hall/next.ts'
import { DayLabel, type Counter, type Service } from '../hall/plan.ts'
import { notTaken } from '../hall/reception/reception.ts'
import { ranSince, restsOf } from '../hall/rests.ts'
import { isEnded, stepAtCounter, type Visit } from '../hall/visit.ts'
import { longestWait, standingOfNewcomer, waitingSince } from '../hall/visit/standing.ts'
import { earliest, hallState, iso, isoOrNull, reasonText, type Context, type Timed } from './context.ts'
import { wasQuiet } from './counter-visits.ts'
import { phaseToday } from './hall.ts'
import { helpUntil, helpView } from './help.ts'
import { ReceptionRow, receptionRows } from './reception.ts'
import { Forecast, HallState, Instant, Null, WaitWords, closed, text } from './view-parts.ts'
import { waitView } from './waits.ts'
import type { Kind, Touched } from './topics.ts'

const InstantOrNull = Type.Union([Instant, Null])
const TextOrNull = Type.Union([Type.String(), Null])

const AgencyCounter = Type.Object(
  {
    id: Type.String(),
    state: Type.Enum(['closed', 'open', 'paused'], text),
    staff: Type.Union([Type.Object({ username: Type.String(), name: Type.String() }, closed), Null]),
    /** Why it is paused: one of the plan's reasons, or free text. */
    reason: TextOrNull,
    /** When a paused counter is to go on, if anybody said. */
    pausedUntil: InstantOrNull,
    current: Type.Union([
      Type.Object(
        {
          /** The id of the call. */
          call: Type.String(),
          visit: Type.String(),
          number: Type.String(),
          /** The day of the number: an earlier one if the visitor was being served over midnight. */
          day: DayLabel,
          service: Type.String(),
          status: Type.Enum(['called', 'serving'], text),
          /** Since when it is called, or served. */
          since: Instant,
          calls: Type.Integer(),
          /** Whether the announcement was heard: null while it is not known yet. */
          heard: Type.Union([Type.Boolean(), Null]),
          /** The plan has quiet hours: it is only shown, which is no fault. */
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
    /** The call for help from here, even if the counter was closed meanwhile; an answered one for five minutes more. */
    help: Type.Union([
      Type.Object(
        {
          alarm: Type.Boolean(),
          at: Instant,
          /** The name of the person who called. */
          from: TextOrNull,
          /** The name of the person who is coming. */
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
    /** With `paused`: until when, null if nobody knows. */
    until: TextOrNull,
    /** With `paused`: why. */
    reason: Type.Union([Text, Null]),
    /** With `soon`: the day it should open. */
    expected: Type.Union([DayLabel, Null]),
    /** With `elsewhere`: where to go instead; with `soon`: where to go meanwhile. */
    where: Type.Union([Text, Null]),
    quota: Type.Union([Type.Integer(), Null]),
    /** Tickets taken today: what the quota counts. */
    taken: Type.Integer(),
    waiting: Type.Integer(),
    held: Type.Integer(),
    missed: Type.Integer(),
    /** Who has waited longest; `since`: when the wait would have begun if it had no gaps. */
    longest: Type.Union([
      Type.Object(
        {
          visit: Type.String(),
          number: Type.String(),
          since: Instant,
          /** Seconds of it during breaks and before the hours, which don't count towards the limit; absent: none. */
          restedSeconds: Type.Optional(Type.Integer()),
        },
        closed,
      ),
      Null,
    ]),
    /** How many have waited longer than the limit, or will have in ten minutes. */
    atRisk: Type.Integer(),
    /** For somebody who comes now. */
    forecast: Forecast,
    when: WaitWords,
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
    /** Zones of its counters in which the last announcement was not heard, and since when none has been heard. */
    silentZones: Type.Array(Type.Object({ zone: Type.String(), since: Instant }, closed)),
    /** In the plan's order, like all lists here. */
    counters: Type.Array(AgencyCounter),
    services: Type.Array(AgencyService),
    staff: Type.Array(AgencyPerson),
    /**
     * Visitors who perhaps do not hold their number and need a service of the agency, by arrival, at most 30; and how
     * many.
     */
    notTaken: Type.Array(ReceptionRow),
    notTakenCount: Type.Integer(),
  },
  closed,
)
export type AgencyView = Static<typeof AgencyView>

const MINUTE = 60_000
const MOST_ROWS = 30
/** A wait is at risk from this many minutes before the limit. */
const NEAR = 10
/** Waits near the limit and newly signed-in staff change it: computed again after this. */
const TURN = 30_000

/** `agency:<id>`, and `agency:all` for the manager. */
export const agency: Kind = {
  view: (context, id) => (id === null ? undefined : agencyView(context, id)),
  isTouched: (context, id, change) => isAgencyTouched(context, id === 'all' ? null : id, change),
  paced: true,
}

/** A change of a visit names the services of all its steps, so these and the counters are enough. */
export function isAgencyTouched({ hall: { layout } }: Context, id: string | null, change: Touched): boolean {
  const { services, counters } = change
  // Whether calls are heard in a zone concerns everybody with a counter there.
  if (services === 'all' || counters === 'all' || change.reception) return true
  const isOwn = (of: string | undefined) => id === null || of === id
  for (const one of counters) if (isOwn(layout.counters.get(one)?.agency)) return true
  for (const one of services) if (isOwn(layout.services.get(one)?.agency)) return true
  return false
}

/** The view of topic `agency:<id>`, or of `agency:all`; undefined if there is no such agency. */
export function agencyView(context: Context, id: string): Timed<AgencyView> | undefined {
  const { hall } = context
  const { plan, agencies } = hall.layout
  const agency = id === 'all' ? null : id
  if (agency !== null && !agencies.has(agency)) return undefined
  const isOwn = (of: string | null) => agency === null || of === agency
  const services = plan.services.filter((service) => isOwn(service.agency))
  const counters = plan.counters.filter((counter) => isOwn(counter.agency))
  const slips = notTaken(hall, context.now())
  const own = new Set(services.map((service) => service.id))
  const visits = slips.visits.filter((visit) => needs(visit, own))
  const view: AgencyView = {
    hall: hallState(context),
    agency,
    waitLimitMinutes: plan.waitLimitMinutes,
    afterHours: isAfterHours(hall, context.now(), agency === null ? null : { of: 'agency', id: agency }),
    silentZones: context
      .silentZones()
      .filter(({ zone }) => counters.some((counter) => counter.zone === zone))
      .map(({ zone, since }) => ({ zone, since: iso(since) })),
    counters: counters.map((counter) => counterOf(context, counter)),
    services: services.map((service) => serviceOf(context, service)),
    staff: peopleOf(context).filter((person) => isOwn(person.agency)),
    notTaken: receptionRows(context, visits.slice(0, MOST_ROWS)),
    notTakenCount: visits.length,
  }
  const helps = counters.map(({ id: one }) => helpUntil(context, stateOf(context, one)))
  return { view, until: earliest(slips.next, ...helps, context.now() + TURN) }
}

const needs = ({ steps }: Visit, services: ReadonlySet<string>) =>
  steps.some((step) => !isEnded(step) && services.has(step.service))

function counterOf(context: Context, { id, services }: Counter): AgencyCounter {
  const counter = stateOf(context, id)
  const { state, staff, served, servedMs } = counter
  return {
    id,
    state,
    staff: staff === null ? null : context.staff(staff),
    reason: reasonText(context, counter.reason),
    pausedUntil: isoOrNull(counter.pausedUntil),
    current: currentOf(context, counter),
    served,
    averageSeconds: served === 0 ? null : Math.round(servedMs / served / 1000),
    services,
    help: helpOf(context, counter),
    unread: counter.messages.filter(({ readAt }) => readAt === null).length,
  }
}

function stateOf({ hall }: Context, id: string): CounterState {
  const counter = hall.counters.get(id)
  if (!counter) throw new Error(`the plan's counter ${id} is not in the hall`)
  return counter
}

function helpOf(context: Context, counter: CounterState): AgencyCounter['help'] {
  const help = helpView(context, counter)
  const from = counter.help && context.staff(counter.help.staff)
  return help && { ...help, from: from ? from.name : null }
}

function currentOf({ hall }: Context, { current }: CounterState): AgencyCounter['current'] {
  const visit = current && hall.visits.get(current.visit)
  const step = visit && stepAtCounter(visit)
  if (!visit || !step) return null
  const { service, status, call } = step
  return {
    call: call.id,
    visit: visit.id,
    number: visit.number,
    day: visit.day,
    service,
    status,
    since: iso(step.status === 'serving' ? step.startedAt : call.at),
    calls: call.calls,
    heard: call.heard,
    quiet: wasQuiet(hall, call),
  }
}

function serviceOf(context: Context, service: Service): AgencyService {
  const { hall, now } = context
  const { id, quota } = service
  const phase = phaseToday(context, service)
  const { layout, queues } = hall
  const waiting = waitingFor(hall, id)
  const longest = longestWait(hall, id, now())
  const rests = restsOf(hall, { of: 'service', id })
  const nearSince = ranSince(rests, now(), (layout.plan.waitLimitMinutes - NEAR) * MINUTE)
  const standing = standingOfNewcomer(hall, id, now())
  return {
    id,
    status: phase.status,
    until: phase.status === 'paused' ? phase.until : null,
    reason: phase.status === 'paused' ? phase.reason : null,
    expected: phase.status === 'soon' ? phase.expected : null,
    where: 'where' in phase ? (phase.where ?? null) : null,
    quota,
    taken: hall.taken.get(id) ?? 0,
    waiting,
    held: queues.get(id)?.held.places.length ?? 0,
    missed: queues.get(id)?.missed.places.length ?? 0,
    longest: longest && {
      visit: longest.visit,
      number: longest.number,
      since: iso(longest.since),
      ...(longest.restedMs > 0 && { restedSeconds: Math.round(longest.restedMs / 1000) }),
    },
    atRisk: waitingSince(hall, id, nearSince, now()),
    ...waitView(hall, context.tells.newcomer(id, false, now()), standing),
    openCounters: standing.openCounters,
  }
}

/** Everyone who may sign in, with the counter that each holds. */
function peopleOf(context: Context): AgencyPerson[] {
  const held = new Map<string, string>()
  for (const { id } of context.hall.layout.plan.counters) {
    const { staff = null } = context.hall.counters.get(id) ?? {}
    if (staff !== null && !held.has(staff)) held.set(staff, id)
  }
  return context.people().map(({ id, username, name, role, agency, signedIn }) => {
    return { username, name, role, agency, counter: held.get(id) ?? null, signedIn }
  })
}
