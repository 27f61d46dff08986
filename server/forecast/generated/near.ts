// How well people are asked to come near on made-up days: whether they reach their counter before the call, walking
// from where they said they were waiting, and how long they then wait there. As in measure.ts, each hall learns only
// from its own earlier days.
import type { ToldWait } from '../../reports/watch/told.ts'
import { noAdvice } from '../hall/advice.ts'
import { DaySoFar } from '../hall/lines.ts'
import { foresee } from '../hall/follow.ts'
import { pastOf } from '../hall/past.ts'
import { Teller } from '../hall/told.ts'
import type { Hall } from '../../hall/hall.ts'
import { waySeconds } from '../../hall/visit/place.ts'
import { stepAtCounter, type Visit } from '../../hall/visit.ts'
import { officeOf, type Office } from './office.ts'
import { playDay } from './play.ts'
import { PlayedDays } from './played-days.ts'

export interface NearOrder {
  /** How many days are counted. */
  readonly days: number
  readonly seed: number
  /** How many times the hall is run forward for each forecast. */
  readonly draws: number
  /** How many days of a hall only teach, before those that are counted. */
  readonly teach: number
  /** The fewest minutes between two forecasts. A real hall makes one after each change. */
  readonly every: number
}

export interface OfPlace {
  /** Minutes to walk from there. */
  readonly way: number
  /** How many were asked to come, without those asked right away because the call was closer than the walk. */
  readonly asked: number
  readonly atOnce: number
  /** The share who arrived before their call. */
  readonly inTime: number
  /** Minutes between arriving and the call: the median, and the 90th percentile. */
  readonly median: number
  readonly most: number
}

export interface MeasuredNear {
  readonly days: number
  readonly places: { readonly [place: string]: OfPlace }
  /** Per hundred called: those who had not been asked to come. */
  readonly unasked: number
  /**
   * Per hundred asked: those sent away again; and those of them for whom no counter had opened, paused or closed
   * meanwhile.
   */
  readonly back: number
  readonly backWithout: number
}

const MINUTE = 60_000
/** How many days of a hall are counted. */
const OF_A_HALL = 15
const PLACES = [
  { id: 'cafe', minutes: 5 },
  { id: 'cars', minutes: 8 },
]
const ZONE = 'zone'
/** One ticket in this many is kept with what it was told. */
const KEPT = 3

interface Asked {
  readonly place: string
  readonly way: number
  readonly isAtOnce: boolean
  /** When it was asked, milliseconds since 1970; and when it was called. */
  readonly at: number
  readonly calledAt: number
}

interface Counts {
  unasked: number
  called: number
  back: number
  backWithout: number
}

/** Plays and looks. `said` is called after each hall. */
export function measureNear(order: NearOrder, said: (days: number) => void = () => {}): MeasuredNear {
  const all: Asked[] = []
  const counts: Counts = { unasked: 0, called: 0, back: 0, backWithout: 0 }
  let counted = 0
  for (let nth = 0; counted < order.days; nth += 1) {
    const count = Math.min(OF_A_HALL, order.days - counted)
    const office = officeOf(order.seed * 1000 + nth)
    const places = PLACES.map((place) => ({ ...place, name: { id: place.id, en: place.id } }))
    playHall({ ...office, plan: { ...office.plan, places } }, count, order, all, counts)
    counted += count
    said(counted)
  }
  const hundred = (some: number, of: number) => round((100 * some) / Math.max(1, of))
  return {
    days: counted,
    places: Object.fromEntries([ZONE, ...PLACES.map(({ id }) => id)].map((id) => [id, ofPlace(all, id)])),
    unasked: hundred(counts.unasked, counts.called),
    back: hundred(counts.back, all.length),
    backWithout: hundred(counts.backWithout, all.length),
  }
}

function playHall(
  office: Office,
  count: number,
  { teach, draws, every }: NearOrder,
  all: Asked[],
  counts: Counts,
): void {
  const past = new PlayedDays()
  for (let nth = 0; nth < teach + count; nth += 1) {
    const isCounted = nth >= teach
    const soFar = new DaySoFar()
    const asked = new Map<string, { at: number; place: string; way: number; isAtOnce: boolean }>()
    const looked = new Set<string>()
    // Those asked to come, with the state of the counters at that moment.
    let before = new Map<string, string>()
    let known: ReturnType<typeof pastOf> | null = null
    let teller: Teller | null = null
    let last = 0
    let tickets = 0
    const told: ToldWait[] = []
    const look = (hall: Hall, now: number) => {
      last = now
      known ??= pastOf(past, hall)
      teller ??= new Teller(hall)
      teller.take(foresee(hall, now, known, draws, soFar, noAdvice))
      if (!isCounted) return
      const counters = hall.layout.plan.counters.map(({ id }) => hall.counters.get(id)?.state).join()
      const near = new Map<string, string>()
      for (const { visit, step } of teller.nearest()) {
        near.set(step.id, before.get(step.id) ?? counters)
        if (!asked.has(step.id))
          asked.set(step.id, {
            at: now,
            place: visit.waitsAt?.place ?? ZONE,
            way: waySeconds(hall.layout, visit, step.service) / 60,
            isAtOnce: !looked.has(step.id),
          })
      }
      for (const [id, then] of before) {
        const visit = hall.visits.get(id.slice(0, id.lastIndexOf('.')))
        const isWaiting = visit?.steps.find((step) => step.id === id)?.status === 'waiting'
        // At another counter, or called: that does not count as being sent away.
        if (near.has(id) || !visit || !isWaiting || stepAtCounter(visit)) continue
        counts.back += 1
        if (then === counters) counts.backWithout += 1
      }
      before = near
      for (const visit of hall.visits.values()) for (const { id } of visit.steps) looked.add(id)
    }
    const { day, records } = playDay(office, nth, {
      comes: (hall, now) => {
        tickets += 1
        if (tickets % KEPT === 0) look(hall, now)
      },
      taken: (hall, id, now) => {
        const visit = hall.visits.get(id)
        if (tickets % KEPT === 0 && visit && teller) {
          const said = toldTo(hall, visit, teller, now)
          for (const { step, basis } of said) if (basis?.[1] !== undefined) soFar.expects(step, basis[1])
          told.push(...said)
        }
        if (isCounted) look(hall, now)
      },
      heard: (hall, recorded) => soFar.follow(hall, recorded),
      waitsAt: placeFor,
      eachMinute: (hall, now) => {
        if (isCounted && now - last >= every * MINUTE) look(hall, now)
      },
    })
    const facts = past.add(day, records, told)
    if (!isCounted) continue
    for (const { step, calledAt } of facts) {
      if (calledAt === null) continue
      const found = asked.get(step)
      counts.called += 1
      if (found) all.push({ ...found, calledAt })
      else counts.unasked += 1
    }
  }
}

/** What a ticket was told, for the days after it to learn from. */
function toldTo({ day }: Hall, visit: Visit, teller: Teller, at: number): ToldWait[] {
  return visit.steps.flatMap(({ id: step }, index) => {
    const found = teller.toKeep(visit, index, at)
    if (!found) return []
    const { now, today, basis, width } = found
    const { lowMinutes: low, highMinutes: high, minutes: median } = now
    return [{ day, visit: visit.id, step, at, low, high, ahead: 0, median, today, basis, width }]
  })
}

/** A third each: in the waiting areas, in the café, in the car. */
function placeFor(visit: string): string | null {
  return [null, 'cafe', 'cars'][Number(/\d+/.exec(visit)?.[0] ?? 0) % 3] ?? null
}

function ofPlace(all: readonly Asked[], place: string): OfPlace {
  const here = all.filter((one) => one.place === place)
  const fair = here.filter(({ isAtOnce }) => !isAtOnce)
  const waits = fair.map(({ at, way, calledAt }) => (calledAt - at) / MINUTE - way).sort((a, b) => a - b)
  const quantile = (share: number) => round(Math.max(0, waits[Math.floor(share * waits.length)] ?? 0))
  return {
    way: here[0]?.way ?? 0,
    asked: fair.length,
    atOnce: here.length - fair.length,
    inTime: round(waits.filter((wait) => wait >= 0).length / Math.max(1, waits.length)),
    median: quantile(0.5),
    most: quantile(0.9),
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000
