// A made-up hall for trying the forecast: how fast its people really are, who comes when, and how its days differ.
// None of it follows the distribution that the forecast draws from: services are mixtures of short, usual and long
// visits, some days are slow, officers differ and tire.
import type { Counter, Plan, Service, Week } from '../../hall/plan.ts'
import { between, type Random, randomFor } from '../../training/random.ts'

export interface Office {
  readonly seed: number
  readonly plan: Plan
  /** By service: minutes that a visit really takes on average. */
  readonly minutes: ReadonlyMap<string, number>
  /** By service: its share of all who come. */
  readonly shares: ReadonlyMap<string, number>
  /** By counter: how fast its officer is; 1 is usual, 1.2 is slower. */
  readonly speeds: ReadonlyMap<string, number>
  readonly priority: number
  readonly noShow: number
  /** The share who need a second service, at the other agency. */
  readonly several: number
  /** Visitors on a usual day, as a share of what the counters can serve. */
  readonly load: number
}

export const OPENS = 8 * 60
export const CLOSES = 15 * 60

const both = (words: string) => ({ id: words, en: words })

const SERVICES = [
  { id: 'a', agency: 'one', minutes: 6 },
  { id: 'b', agency: 'one', minutes: 10 },
  { id: 'c', agency: 'one', minutes: 14 },
  { id: 'd', agency: 'two', minutes: 8 },
  { id: 'e', agency: 'two', minutes: 12 },
] as const

const COUNTERS = [
  { id: 'k1', agency: 'one', zone: 'left', services: ['a', 'b'] },
  { id: 'k2', agency: 'one', zone: 'left', services: ['a', 'b', 'c'] },
  { id: 'k3', agency: 'one', zone: 'left', services: ['b', 'c'] },
  { id: 'k4', agency: 'two', zone: 'right', services: ['d'] },
  { id: 'k5', agency: 'two', zone: 'right', services: ['d', 'e'] },
] as const

/** The hall of this seed. */
export function officeOf(seed: number): Office {
  const random = randomFor(seed, 'office')
  const factor = () => Math.exp(between(random, -0.45, 0.45))
  const minutes = new Map(SERVICES.map(({ id, minutes: planned }) => [id as string, planned * factor()]))
  const shares = new Map(SERVICES.map(({ id }) => [id as string, between(random, 0.5, 1.5)]))
  const speeds = new Map(COUNTERS.map(({ id }) => [id as string, between(random, 0.8, 1.25)]))
  return {
    seed,
    plan: planOf(),
    minutes,
    shares,
    speeds,
    priority: between(random, 0.06, 0.16),
    noShow: between(random, 0.03, 0.12),
    several: between(random, 0.05, 0.2),
    load: between(random, 0.95, 1.35),
  }
}

function planOf(): Plan {
  const day = [{ from: OPENS, to: CLOSES }]
  const hours: Week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }
  return {
    name: both('Balai'),
    address: both('Jalan'),
    timeZone: 'Asia/Makassar',
    languages: ['id', 'en'],
    operation: 'regular',
    hours,
    holidays: [],
    walkSeconds: 60,
    lateSeconds: 300,
    waitLimitMinutes: 60,
    rates: { regular: 1, priority: 3 },
    agencies: ['one', 'two'].map((id) => ({ id, name: both(id), short: id })),
    zones: ['left', 'right'].map((id) => ({ id, name: both(id), sound: id, where: both(id) })),
    services: SERVICES.map(({ id, agency, minutes }): Service => ({
      id,
      agency,
      name: both(id),
      prefix: id.toUpperCase(),
      phase: { status: 'open' },
      minutes,
      quota: null,
      hours: null,
      after: [],
      requirements: [],
      source: { url: null, confidence: 'generated' },
    })),
    counters: COUNTERS.map(({ id, agency, zone, services }): Counter => ({
      id,
      label: id.slice(1),
      name: both(id),
      agency,
      zone,
      services: [...services],
    })),
    bundles: [],
    reasons: { pause: [], hold: [] },
  }
}

/** What is particular to one day. */
export interface DayLaw {
  /** How slow everything is. */
  readonly slow: number
  /** How many come, as a share of what the counters can serve. */
  readonly load: number
  /** By counter: how much slower its officer is at the day's end than at its beginning. */
  readonly drift: ReadonlyMap<string, number>
  readonly random: Random
}

export function lawOf({ seed, plan, load }: Office, nth: number): DayLaw {
  const random = randomFor(seed, `day ${nth}`)
  const slow = random() < 0.15 ? between(random, 1.25, 1.5) : between(random, 0.92, 1.1)
  return {
    slow,
    load: load * between(random, 0.75, 1.3),
    drift: new Map(plan.counters.map(({ id }) => [id, between(random, -0.15, 0.3)])),
    random,
  }
}

/** How long a visit takes, 1 on average: most are usual, some short, and a few in ten take three times as long. */
export function lengthOf(random: Random): number {
  const kind = random()
  if (kind < 0.25) return between(random, 0.2, 0.6)
  if (kind < 0.9) return (0.55 + gamma3(random)) * 0.75
  return between(random, 1.8, 3.6)
}

/** Gamma of shape 3 with mean 0.6: the sum of three exponential times. */
function gamma3(random: Random): number {
  return -0.2 * Math.log((1 - random()) * (1 - random()) * (1 - random()))
}

/** The minutes of the day at which people come: two rushes, and now and then a bus. */
export function arrivalsOf(random: Random, count: number): number[] {
  const minutes: number[] = []
  while (minutes.length < count) {
    const kind = random()
    const at =
      kind < 0.5
        ? 75 + 55 * (random() + random() + random() - 1.5)
        : kind < 0.75
          ? 320 + 60 * (random() + random() - 1)
          : random() * (CLOSES - OPENS - 15)
    const people = random() < 0.02 ? 6 : 1
    for (let one = 0; one < people; one += 1)
      minutes.push(OPENS - 20 + Math.min(CLOSES - OPENS + 15, Math.max(0, at + random())))
  }
  return minutes.slice(0, count).sort((a, b) => a - b)
}
