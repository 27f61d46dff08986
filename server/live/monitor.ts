// The monitor's view and its shape: where the hall needs help, with a line for every agency and every zone, the most
// urgent first. The rules are in docs/monitor.md. What is going on has instants instead of durations: the page counts.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'
import type { Hall } from '../hall/hall.ts'
import { spansOn, type Whose } from '../hall/hours.ts'
import type { Counter } from '../hall/plan.ts'
import { notTaken } from '../hall/reception/reception.ts'
import { isEnded, type Visit } from '../hall/visit.ts'
import { QUARTERS, quarterOf } from '../hall/visit/quota.ts'
import { isAgencyTouched } from './agency.ts'
import { Attention, attention } from './attention.ts'
import { earliest, hallState, type Context, type KnownPerson, type Timed } from './context.ts'
import { Line, inOrder, lineOf, type Shown, type Subject } from './monitor-line.ts'
import { type Load, loadOf } from './monitor-load.ts'
import { hoursView } from './opening.ts'
import type { Kind } from './topics.ts'
import { HallState, Hours, Null, closed } from './view-parts.ts'

export const MonitorView = Type.Object(
  {
    hall: HallState,
    /** Null: the whole hall. */
    agency: Type.Union([Type.String(), Null]),
    hours: Hours,
    /** The day is over; until somebody takes a number in the next one. */
    over: Type.Boolean(),
    waitLimitMinutes: Type.Integer(),
    /** Which quarters of an hour the lists of the lines are about: minutes after midnight of the first, and how many. */
    quarters: Type.Object({ from: Type.Integer(), count: Type.Integer() }, closed),
    /** How many earlier days of this weekday have figures; null while that is not yet known. */
    usualDays: Type.Union([Type.Integer(), Null]),
    /** The whole in one line. */
    all: Line,
    /** The most urgent first, like the zones. */
    agencies: Type.Array(Line),
    zones: Type.Array(Line),
    /** Kiosks, boards and printers in trouble. */
    equipment: Type.Array(Attention),
    /** The printers of the plan, for their names. */
    printers: Type.Array(Type.Object({ id: Type.String(), name: Text }, closed)),
  },
  closed,
)
export type MonitorView = Static<typeof MonitorView>

/** No single press needs to be seen here, and computing it goes through all who wait. */
const PACE = 1_000
/** Waits grow, and hours begin and end: computed again after this. */
const TURN = 15_000

/** `monitor` for the manager; a supervisor who asks for `monitor` gets `monitor:<agency>`. */
export const monitor: Kind = {
  view: monitorView,
  isTouched: isAgencyTouched,
  paced: true,
  pace: PACE,
}

/** The view of topic `monitor`, for a single agency if one is named; undefined if there is no such agency. */
export function monitorView(context: Context, agency: string | null): Timed<MonitorView> | undefined {
  const { hall } = context
  const { plan, agencies } = hall.layout
  if (agency !== null && !agencies.has(agency)) return undefined
  const load = loadOf(context)
  const shown = shownQuarters(hall, load, context.now())
  const counters = plan.counters.filter((counter) => agency === null || counter.agency === agency)
  const parts = partsOf(context, agency, counters)
  const line = (subject: Subject) => lineOf(context, load, subject, shown)
  const view: MonitorView = {
    hall: hallState(context),
    agency,
    hours: hoursView(context),
    over: hall.closed,
    waitLimitMinutes: plan.waitLimitMinutes,
    quarters: { from: shown.first * 15, count: shown.count },
    usualDays: context.usual()?.days ?? null,
    all: line(parts.all),
    agencies: inOrder(parts.agencies.map(line)),
    zones: inOrder(parts.zones.map(line)),
    equipment: parts.equipment,
    printers: (plan.printers ?? []).map(({ id, name }) => ({ id, name })),
  }
  return { view, until: earliest(parts.until, context.now() + TURN) }
}

function partsOf(context: Context, agency: string | null, counters: readonly Counter[]) {
  const { hall } = context
  const { plan } = hall.layout
  const alerts = attention(context)
  const slips = notTaken(hall, context.now())
  const people = context.people()
  const busy = new Set([...hall.counters.values()].flatMap(({ staff }) => staff ?? []))
  const zones = new Set(counters.map(({ zone }) => zone))
  const silent = context.silentZones().flatMap(({ zone }) => (zones.has(zone) ? [zone] : []))
  const equipment = alerts.list.filter((alert) => agency === null || isOwn(hall, alert, zones, counters))
  const subject = (
    id: string,
    of: Partial<Subject> & Pick<Subject, 'services' | 'counters' | 'whose'>,
  ): Subject => {
    const own = new Set(of.services)
    const unheld = slips.visits.filter((visit) => needsOneOf(visit, own)).length
    return { id, free: 0, slips: unheld, devices: 0, silent: [], ...of }
  }
  const ofAgency = (id: string) => {
    const whose: Whose = { of: 'agency', id }
    const services = plan.services.filter((service) => service.agency === id).map((service) => service.id)
    const own = counters.filter((counter) => counter.agency === id)
    return subject(id, { services, counters: own, whose, free: freeOf(people, busy, id) })
  }
  const ofZone = (id: string) => {
    const own = counters.filter(({ zone }) => zone === id)
    const services = [...new Set(own.flatMap((counter) => counter.services))]
    const devices = equipment.filter(({ zone, kind }) => zone === id && kind !== 'zone-silent').length
    return subject(id, {
      services,
      counters: own,
      whose: null,
      devices,
      silent: silent.filter((zone) => zone === id),
    })
  }
  const agencies = plan.agencies
    .filter(({ id }) => agency === null || id === agency)
    .map(({ id }) => ofAgency(id))
  const all = subject('', {
    services: agencies.flatMap(({ services }) => services),
    counters,
    whose: agency === null ? null : { of: 'agency', id: agency },
    free: agencies.reduce((sum, { free }) => sum + free, 0),
    silent,
    devices: equipment.filter(({ kind }) => kind !== 'zone-silent').length,
  })
  return {
    all,
    agencies,
    zones: plan.zones.filter(({ id }) => zones.has(id)).map(({ id }) => ofZone(id)),
    equipment,
    until: earliest(slips.next, alerts.until),
  }
}

/** Whether it concerns the supervisor: it stands where the agency’s counters are, or prints for one of them. */
function isOwn(
  { layout }: Hall,
  { zone, printer }: Attention,
  zones: ReadonlySet<string>,
  counters: readonly Counter[],
): boolean {
  if (printer === null) return zone === null || zones.has(zone)
  const users = layout.printers.get(printer)?.counters ?? []
  return counters.some(({ id }) => users.includes(id))
}

const needsOneOf = ({ steps }: Visit, services: ReadonlySet<string>) =>
  steps.some((step) => !isEnded(step) && services.has(step.service))

/** Officers who could open a counter at once. */
function freeOf(people: readonly KnownPerson[], busy: ReadonlySet<string>, agency: string): number {
  return people.filter(
    ({ id, role, agency: of, signedIn }) => role === 'officer' && of === agency && signedIn && !busy.has(id),
  ).length
}

/** The hall's hours of today, extended by whatever happened before and after them. */
function shownQuarters(hall: Hall, { taken, counters }: Load, now: number): Shown {
  const spans = spansOn(hall.layout, null, hall.day)
  const lists = [...taken.values(), ...[...counters.values()].map(({ quarters }) => quarters)]
  const used = lists.flatMap((list) => list.flatMap((count, at) => (count > 0 ? [at] : [])))
  const from = Math.min(...spans.map((span) => Math.floor(span.from / 15)), ...used)
  const to = Math.max(...spans.map((span) => Math.ceil(span.to / 15)), ...used.map((at) => at + 1))
  if (from >= to) return { first: quarterOf(hall, now), count: 0 }
  return { first: Math.max(0, from), count: Math.min(QUARTERS, to) - Math.max(0, from) }
}
