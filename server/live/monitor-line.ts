// A line of the monitor: the figures of an agency, a zone or the hall, what is wrong there, and how urgent that is.
import { Type, type Static } from 'typebox'
import type { Counter } from '../hall/plan.ts'
import type { CounterState } from '../hall/hall.ts'
import type { Whose } from '../hall/hours.ts'
import { stepAtCounter } from '../hall/visit.ts'
import { ENOUGH, percentile } from '../reports/figures.ts'
import { iso, type Context } from './context.ts'
import { wasQuiet } from './counter-visits.ts'
import { unservedAt } from './monitor-closing.ts'
import { type Load, type ServiceLoad, sumOf } from './monitor-load.ts'
import { Instant, Null, closed, text } from './view-parts.ts'

/** Why a line needs attention, the most urgent first. */
export const needs = [
  /** A silent alarm or call for help that nobody has answered. */
  'alarm',
  'help',
  /** People wait, and no open counter serves them. */
  'alone',
  /** Somebody has waited longer than the limit. */
  'past',
  /** A call that nobody hears. */
  'unheard',
  /** Somebody will have waited longer than the limit in ten minutes. */
  'near',
  /** Not everybody will be served before closing. */
  'unserved',
  /** Numbers that perhaps nobody holds; then devices. */
  'slips',
  'devices',
  'none',
] as const
export type Need = (typeof needs)[number]

const Quarters = Type.Array(Type.Number())
const IdOrNull = Type.Union([Type.String(), Null])

export const Line = Type.Object(
  {
    /** The name of the agency or zone; empty for the hall. */
    id: Type.String(),
    need: Type.Enum([...needs], text),
    waiting: Type.Integer(),
    /** Who has waited longest; `since`: when the wait would have begun if it had no gaps. */
    longest: Type.Union([
      Type.Object(
        { visit: Type.String(), number: Type.String(), service: Type.String(), since: Instant },
        closed,
      ),
      Null,
    ]),
    /** The median over those who wait now; null if there are fewer than five. */
    typicalSeconds: Type.Union([Type.Integer(), Null]),
    /**
     * How many have waited longer than the service's level; longer than the plan's limit; will exceed that in ten
     * minutes.
     */
    late: Type.Integer(),
    past: Type.Integer(),
    near: Type.Integer(),
    /** How many wait for services that no open counter serves, outside breaks. */
    alone: Type.Integer(),
    called: Type.Integer(),
    serving: Type.Integer(),
    counters: Type.Object({ open: Type.Integer(), paused: Type.Integer(), closed: Type.Integer() }, closed),
    /** Officers who have signed in and have no counter. */
    free: Type.Integer(),
    /** Today's tickets and steps that ended at a counter, by quarters of an hour as the view's `quarters` says. */
    taken: Type.Integer(),
    served: Type.Integer(),
    quarters: Type.Object(
      {
        taken: Quarters,
        served: Quarters,
        /** On earlier days of this weekday; null: too few, or not known yet. */
        usual: Type.Union([Type.Object({ taken: Quarters, served: Quarters }, closed), Null]),
      },
      closed,
    ),
    /** How many will not be served before closing, if all goes on like this; null outside the hours. */
    unserved: Type.Union([
      Type.Object(
        {
          count: Type.Integer(),
          closes: Instant,
          /** How many of them are usually still to come; null: unknown, so none are counted. */
          expected: Type.Union([Type.Integer(), Null]),
          /** By the plan's figures, because too few were served today. */
          byPlan: Type.Boolean(),
        },
        closed,
      ),
      Null,
    ]),
    /** Calls that were not heard: still standing, and in all today. */
    unheard: Type.Integer(),
    unheardToday: Type.Integer(),
    /** Zones in which no call is heard; empty for agencies, as one zone serves many. */
    silent: Type.Array(Type.String()),
    /** Numbers that perhaps nobody holds. */
    slips: Type.Integer(),
    /** Devices and printers in trouble; empty for agencies. */
    devices: Type.Integer(),
    /** Calls for help that nobody answered, the oldest first. */
    help: Type.Array(Type.Object({ counter: Type.String(), alarm: Type.Boolean(), at: Instant }, closed)),
    /** What would help most: a closed counter to open, and a service to stop giving numbers. */
    act: Type.Object(
      {
        counter: IdOrNull,
        service: IdOrNull,
        /**
         * What opening that counter now would change: minutes saved for those who wait, and how many more would be
         * served.
         */
        opening: Type.Optional(Type.Object({ minutes: Type.Integer(), served: Type.Integer() }, closed)),
        /** From when new numbers for a service are unlikely to be served today, the earliest first; absent: none. */
        stops: Type.Optional(Type.Array(Type.Object({ service: Type.String(), from: Instant }, closed))),
      },
      closed,
    ),
  },
  closed,
)
export type Line = Static<typeof Line>

/** What a line is about. */
export interface Subject {
  readonly id: string
  readonly services: readonly string[]
  readonly counters: readonly Counter[]
  readonly whose: Whose
  readonly free: number
  readonly slips: number
  readonly devices: number
  readonly silent: readonly string[]
}

/** The quarters of an hour that the page shows. */
export interface Shown {
  readonly first: number
  readonly count: number
}

export function lineOf(context: Context, load: Load, subject: Subject, shown: Shown): Line {
  const { hall } = context
  const now = context.now()
  const services = subject.services.flatMap((id) => load.services.get(id) ?? [])
  const states = subject.counters.flatMap(({ id }) => hall.counters.get(id) ?? [])
  const group = { services, counters: states, whose: subject.whose }
  const unserved = unservedAt(hall, load, group, now, context.tells)
  const figures = {
    ...waitsOf(services),
    ...countersOf(context, load, states),
    ...quartersOf(load, subject, shown),
    id: subject.id,
    free: subject.free,
    unserved: unserved && { ...unserved, closes: iso(unserved.closes) },
    silent: [...subject.silent],
    slips: subject.slips,
    devices: subject.devices,
    act: actOf(context, services, subject.counters, states),
  }
  return { ...figures, need: needOf(figures) }
}

/** Figures of those who wait. */
function waitsOf(services: readonly ServiceLoad[]) {
  const sum = (of: (service: ServiceLoad) => number) =>
    services.reduce((all, service) => all + of(service), 0)
  const [first] = services
    .flatMap(({ id, longest }) => (longest ? [{ ...longest, service: id }] : []))
    .toSorted((a, b) => a.since - b.since)
  return {
    waiting: sum(({ waiting }) => waiting),
    longest: first
      ? { visit: first.visit, number: first.number, service: first.service, since: iso(first.since) }
      : null,
    typicalSeconds: medianOf(services.map(({ waits }) => waits)),
    late: sum(({ late }) => late),
    past: sum(({ past }) => past),
    near: sum(({ near }) => near),
    alone: sum(({ waiting, isServed, isOn }) => (isServed || !isOn ? 0 : waiting)),
  }
}

/** From milliseconds, in seconds; by nearest rank, like all percentiles of the figures. */
function medianOf(waits: readonly (readonly number[])[]): number | null {
  const count = waits.reduce((sum, { length }) => sum + length, 0)
  if (count < ENOUGH) return null
  // As plain numbers: a crowd of thousands is sorted every second.
  const sorted = new Float64Array(count)
  let at = 0
  for (const list of waits) {
    sorted.set(list, at)
    at += list.length
  }
  sorted.sort()
  return Math.round(percentile(sorted, 50) / 1000)
}

/** What is going on at the counters. */
function countersOf(context: Context, load: Load, states: readonly CounterState[]) {
  const { hall } = context
  const steps = states.flatMap(({ current }) => {
    const visit = current && hall.visits.get(current.visit)
    return (visit && stepAtCounter(visit)) ?? []
  })
  const count = (state: CounterState['state']) => states.filter((one) => one.state === state).length
  const help = states.flatMap(({ id, help: asked }) =>
    asked && asked.answered === null ? [{ counter: id, alarm: asked.alarm, at: asked.at }] : [],
  )
  return {
    called: steps.filter(({ status }) => status === 'called').length,
    serving: steps.filter(({ status }) => status === 'serving').length,
    counters: { open: count('open'), paused: count('paused'), closed: count('closed') },
    unheard: steps.filter(
      ({ status, call }) => status === 'called' && call.heard === false && !wasQuiet(hall, call),
    ).length,
    unheardToday: states.reduce((sum, { id }) => sum + (load.unheard.get(id) ?? 0), 0),
    help: help.sort((a, b) => a.at - b.at).map((one) => ({ ...one, at: iso(one.at) })),
  }
}

function quartersOf({ taken, counters, usual }: Load, subject: Subject, { first, count }: Shown) {
  const own = subject.counters.map(({ id }) => id)
  const found = <T>(ids: readonly string[], map: ReadonlyMap<string, T>) =>
    ids.map((id) => map.get(id)).filter((one): one is T & {} => one !== undefined)
  const cut = (list: readonly number[]) => list.slice(first, first + count)
  const rounded = (list: readonly number[]) => cut(list).map((one) => Math.round(one * 10) / 10)
  const tickets = sumOf(found(subject.services, taken))
  const ended = sumOf(found(own, counters).map(({ quarters }) => quarters))
  return {
    taken: tickets.reduce((sum, one) => sum + one, 0),
    served: ended.reduce((sum, one) => sum + one, 0),
    quarters: {
      taken: cut(tickets),
      served: cut(ended),
      usual: usual && {
        taken: rounded(sumOf(found(subject.services, usual.taken))),
        served: rounded(sumOf(found(own, usual.served))),
      },
    },
  }
}

/**
 * What would help most: the closed counter that most people wait for, where those no open counter serves count far
 * more; and the services that should stop giving numbers.
 */
function actOf(
  context: Context,
  services: readonly ServiceLoad[],
  counters: readonly Counter[],
  states: readonly CounterState[],
): Line['act'] {
  const advice = context.tells.advice()
  const counter = toOpen(services, counters, states)
  const opening = counter === null ? undefined : advice.counters.get(counter)
  const giving = services.filter(({ takes }) => takes)
  const stops = giving
    .flatMap(({ id }) => {
      const from = advice.stops.get(id)
      return from === undefined ? [] : [{ service: id, from }]
    })
    .toSorted((a, b) => a.from - b.from)
    .map(({ service, from }) => ({ service, from: iso(from) }))
  return {
    counter,
    service: stops[0]?.service ?? toStop(services),
    ...(opening && { opening }),
    ...(stops.length > 0 && { stops }),
  }
}

function toOpen(
  services: readonly ServiceLoad[],
  counters: readonly Counter[],
  states: readonly CounterState[],
): string | null {
  const shut = new Set(states.flatMap(({ id, state }) => (state === 'closed' ? [id] : [])))
  const weight = (id: string) => {
    const found = services.find((service) => service.id === id)
    return found ? found.waiting * (found.isServed ? 1 : 1000) : 0
  }
  const best = counters
    .filter(({ id }) => shut.has(id))
    .map((counter) => ({ id: counter.id, weight: counter.services.reduce((sum, id) => sum + weight(id), 0) }))
    .reduce<{ id: string; weight: number } | null>((a, b) => (a && a.weight >= b.weight ? a : b), null)
  return best && best.weight > 0 ? best.id : null
}

/** The service that still gives numbers and that most people wait for; null if nobody waits for one. */
function toStop(services: readonly ServiceLoad[]): string | null {
  const giving = services.filter(({ takes, waiting }) => takes && waiting > 0)
  const [first] = giving.toSorted((a, b) => b.waiting - a.waiting)
  return first ? first.id : null
}

function needOf(line: Omit<Line, 'need'>): Need {
  if (line.help.some(({ alarm }) => alarm)) return 'alarm'
  if (line.help.length > 0) return 'help'
  if (line.alone > 0) return 'alone'
  if (line.past > 0) return 'past'
  if (line.unheard > 0 || line.silent.length > 0) return 'unheard'
  if (line.near > 0) return 'near'
  if ((line.unserved?.count ?? 0) > 0) return 'unserved'
  if (line.slips > 0) return 'slips'
  return line.devices > 0 ? 'devices' : 'none'
}

/** The most urgent line first; of two alike, the one that concerns more people; then in the plan's order. */
export function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted(
    (a, b) => needs.indexOf(a.need) - needs.indexOf(b.need) || concerned(b) - concerned(a) || 0,
  )
}

function concerned({ need, ...line }: Line): number {
  switch (need) {
    case 'alarm':
    case 'help':
      return line.help.length
    case 'unserved':
      return line.unserved?.count ?? 0
    case 'unheard':
      return line.unheard
    case 'alone':
    case 'past':
    case 'near':
    case 'slips':
    case 'devices':
      return line[need]
    default:
      return 0
  }
}
