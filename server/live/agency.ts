// The view for who steers: the counters, services and people of an agency, and what can't wait.
import { isAfterHours } from '../hall/hours.ts'
import type { CounterState } from '../hall/hall.ts'
import { forecast, longestWait, waitingSince } from '../hall/visit/standing.ts'
import { waitingFor } from '../hall/next.ts'
import type { Counter, Service } from '../hall/plan.ts'
import { notTaken } from '../hall/reception/reception.ts'
import { isEnded, stepAtCounter, type Visit } from '../hall/visit.ts'
import type { AgencyCounter, AgencyPerson, AgencyService, AgencyView } from './agency-views.ts'
import { type Context, earliest, hallState, iso, isoOrNull, reasonText, type Timed } from './context.ts'
import { wasQuiet } from './counter-current.ts'
import { helpUntil, helpView } from './help.ts'
import { phaseToday } from './hall.ts'
import { receptionRows } from './reception.ts'

const MINUTE = 60_000
const MOST_ROWS = 30
/** Minutes before the limit from which on a wait is at risk. */
const NEAR = 10
/** Waits near the limit, who joined the staff: looked at again after this. */
const TURN = 30_000

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
    afterHours: isAfterHours(hall, context.now()),
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
  const longest = longestWait(hall, id)
  const nearSince = now() - (layout.plan.waitLimitMinutes - NEAR) * MINUTE
  const desks = layout.countersOf.get(id) ?? []
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
    longest: longest && { ...longest, since: iso(longest.since) },
    atRisk: waitingSince(hall, id, nearSince),
    forecast: forecast(hall, id, waiting),
    openCounters: desks.filter((desk) => hall.counters.get(desk.id)?.state === 'open').length,
  }
}

/** All who may sign in, with the counter that each holds. */
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
