// What a manager can do about a queue, and what it would change: open another counter, stop giving numbers for a
// service. It comes from the same draws as what visitors are told, so that the two agree.
import type { Hall } from '../../hall/hall.ts'
import { hoursEnd } from '../../hall/hours.ts'
import { waitingFor } from '../../hall/next.ts'
import { Forecasting } from '../forecast.ts'
import type { Scene, Told } from '../scene.ts'
import type { Advice, OneMore } from './tells.ts'

/** What somebody who takes a number now is told, and the minutes that one more person ahead costs. */
interface Newcomer {
  readonly regular: Told | null
  readonly each: number
}

export const noAdvice: Advice = { counters: new Map(), stops: new Map() }

const MINUTE = 60_000
/**
 * The change is drawn fewer times than what is told, as the same visitors take equally long in both. If many wait, so
 * few times that all of it takes about as long as what is told.
 */
const DRAWS = { most: 30, fewest: 8, calls: 16_000 }
/** How many counters are tried: those whose services most people wait for. */
const MOST = 6
/** Minutes until somebody is at the counter. */
const READY = 5

export function adviceOf(
  hall: Hall,
  now: number,
  scene: Scene,
  newcomers: ReadonlyMap<string, Newcomer>,
): Advice {
  return { counters: openings(hall, now, scene), stops: stopsOf(hall, now, scene, newcomers) }
}

function openings(hall: Hall, now: number, scene: Scene): Map<string, OneMore> {
  const found = new Map<string, OneMore>()
  const weight = (services: readonly string[]) => services.reduce((sum, id) => sum + waitingFor(hall, id), 0)
  const shut = scene.counters
    .filter(({ id, services }) => hall.counters.get(id)?.state === 'closed' && weight(services) > 0)
    .toSorted((a, b) => weight(b.services) - weight(a.services))
    .slice(0, MOST)
  if (shut.length === 0) return found
  const before = told(scene)
  for (const { id } of shut) {
    const ends = hoursEnd(hall, { of: 'counter', id })
    const closesIn = ends > now ? (ends - now) / MINUTE : null
    const counters = scene.counters.map((one) => (one.id === id ? { ...one, opensIn: READY, closesIn } : one))
    const after = told({ ...scene, counters })
    let [minutes, people, served] = [0, 0, 0]
    for (const [step, was] of before) {
      const is = after.get(step)
      served += (is?.today ?? 0) - (was?.today ?? 0)
      if (!was || !is || was.today === 0) continue
      minutes += was.median - is.median
      people += 1
    }
    found.set(id, {
      minutes: Math.max(0, Math.round(minutes / Math.max(1, people))),
      served: Math.max(0, Math.round(served)),
    })
  }
  return found
}

function told(scene: Scene): ReadonlyMap<string, Told | null> {
  const forecasting = new Forecasting(scene, null)
  const draws = Math.floor(DRAWS.calls / Math.max(1, scene.steps.length))
  forecasting.advance(Math.max(DRAWS.fewest, Math.min(DRAWS.most, draws)))
  return forecasting.result().steps
}

/**
 * Judging by how many came in the last hour: a newcomer's wait grows by the work they bring and shrinks by the minute.
 * A service should stop once nine in ten of its newcomers would no longer be called.
 */
function stopsOf(
  hall: Hall,
  now: number,
  scene: Scene,
  newcomers: ReadonlyMap<string, Newcomer>,
): Map<string, number> {
  const stops = new Map<string, number>()
  const came = cameSince(hall, now - 60 * MINUTE)
  for (const { id } of scene.services) {
    const ends = scene.counters.flatMap(({ services, opensIn, closesIn }) =>
      services.includes(id) && opensIn !== null && closesIn !== null ? [closesIn] : [],
    )
    const found = newcomers.get(id)
    if (ends.length === 0 || !found?.regular) continue
    const closes = Math.max(...ends)
    const rivals = hall.layout.rivals.get(id) ?? [id]
    const perMinute = rivals.reduce((sum, one) => sum + (came.get(one) ?? 0), 0) / 60
    let wait = found.regular.today < 0.9 ? Infinity : found.regular.high
    let at = 0
    while (at < closes && at + wait <= closes) {
      at += 1
      wait = Math.max(0, wait - 1 + perMinute * found.each)
    }
    // Near the end every service would have to stop: that is left to the hours.
    if (at < closes - NEAR) stops.set(id, now + at * MINUTE)
  }
  return stops
}

const NEAR = 15

function cameSince({ visits }: Hall, since: number): Map<string, number> {
  const came = new Map<string, number>()
  for (const { takenAt, steps } of visits.values()) {
    if (takenAt < since) continue
    for (const { service } of steps) came.set(service, (came.get(service) ?? 0) + 1)
  }
  return came
}
