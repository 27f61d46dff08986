// A scene as the simulation needs it: things by their place in lists instead of by name, each line sorted, and at the
// end of each line somebody who takes a number now.
import { keyOf } from './chance.ts'
import type { HabitScene, Scene, ServiceScene, StepScene } from './scene.ts'

export interface Prepared {
  readonly scene: Scene
  /** The scene's own, without those of services that it does not have. */
  readonly names: readonly StepScene[]
  readonly steps: readonly PreparedStep[]
  /**
   * How many of them the scene has; after these come newcomers (two for each service), then visitors still expected.
   */
  readonly known: number
  readonly newcomers: number
  readonly visits: readonly (readonly number[])[]
  /** Two lines for each service, regular and priority: its steps in order of arrival. */
  readonly lines: readonly (readonly number[])[]
  readonly counters: readonly PreparedCounter[]
}

export interface PreparedStep {
  readonly service: number
  readonly visit: number
  readonly state: StepScene['state']
  /** Minutes since the arrival; below 0 for visitors still expected. */
  readonly ago: number
  readonly rate: number
  readonly callableIn: number
  readonly after: readonly number[]
  readonly keptFor: number
  readonly keptUntil: number
  readonly key: number
}

export interface PreparedCounter {
  readonly zone: string
  readonly lines: readonly number[]
  readonly opensIn: number
  readonly closesIn: number
  readonly rests: Scene['counters'][number]['rests']
  readonly mayOpen: readonly number[]
  readonly habit: HabitScene | null
  readonly key: number
  readonly busy: {
    readonly step: number
    readonly service: number
    readonly ago: number
    readonly key: number
  } | null
}

/** How far ahead priority visitors are expected, in minutes, and how many at most in all. */
const AHEAD = 180
const MOST_EXPECTED = 300

/** The scene with all that each draw needs. Anything that names something missing is left out. */
export function prepare(scene: Scene): Prepared {
  const services = new Map(scene.services.map(({ id }, at) => [id, at]))
  const known = scene.steps.filter(({ service }) => services.has(service))
  const places = new Map(known.map(({ id }, at) => [id, at]))
  const counterPlaces = new Map(scene.counters.map(({ id }, at) => [id, at]))
  const visitPlaces = new Map<string, number>()
  const visits: number[][] = []
  const steps: PreparedStep[] = []
  const add = (step: Omit<PreparedStep, 'visit'>, visit: string) => {
    const place = visitPlaces.get(visit) ?? visits.length
    if (place === visits.length) visits.push([])
    visitPlaces.set(visit, place)
    visits[place]?.push(steps.length)
    steps.push({ ...step, visit: place })
  }
  for (const one of known) {
    const kept = one.kept === undefined ? undefined : counterPlaces.get(one.kept.counter)
    const isKept = one.kept !== undefined && kept !== undefined && Number.isFinite(one.kept.until)
    add(
      {
        service: services.get(one.service) ?? 0,
        state: one.state,
        ago: finite(one.ago, 0),
        rate: one.priority ? scene.rates.priority : scene.rates.regular,
        callableIn: one.callableIn === null ? Infinity : Math.max(0, finite(one.callableIn, 0)),
        after: one.after.flatMap((id) => places.get(id) ?? []),
        keptFor: isKept ? kept : -1,
        keptUntil: isKept && one.kept ? one.kept.until : 0,
        key: keyOf(one.id),
      },
      `visit ${one.visit}`,
    )
  }
  for (const [at, { id }] of scene.services.entries())
    for (const isPriority of [false, true])
      add(newcomer(scene, at, isPriority, 0, keyOf(id)), `new ${id} ${isPriority}`)
  const newcomers = steps.length - known.length
  addExpected(scene, (at, service, nth) => {
    const key = keyOf(`${service.id} ${nth}`)
    add(newcomer(scene, at, true, nth, key), `expected ${service.id} ${nth}`)
  })
  return {
    scene,
    names: known,
    steps,
    known: known.length,
    newcomers,
    visits,
    lines: linesOf(scene.services.length, steps, known),
    counters: scene.counters.map((one) => ({
      zone: one.zone,
      lines: one.services.flatMap((id) => {
        const at = services.get(id)
        return at === undefined ? [] : [2 * at, 2 * at + 1]
      }),
      opensIn: one.opensIn === null ? Infinity : Math.max(0, finite(one.opensIn, Infinity)),
      closesIn: one.closesIn === null ? Infinity : finite(one.closesIn, Infinity),
      rests: one.rests.filter(({ from, to }) => to > Math.max(0, from)),
      mayOpen: (one.mayOpen ?? []).filter(Number.isFinite),
      habit: one.habit ? saneHabit(one.habit) : null,
      key: keyOf(`counter ${one.id}`),
      busy: one.busy && {
        step: places.get(one.busy.step) ?? -1,
        service: services.get(one.busy.service) ?? 0,
        ago: Math.max(0, finite(one.busy.ago, 0)),
        key: keyOf(one.busy.step),
      },
    })),
  }
}

function saneHabit({ begins, lasts, share }: HabitScene): HabitScene | null {
  const habit = { begins: begins.filter(Number.isFinite), lasts: lasts.filter(Number.isFinite), share }
  return habit.begins.length > 0 && habit.lasts.length > 0 && share > 0 ? habit : null
}

function newcomer(scene: Scene, service: number, isPriority: boolean, nth: number, key: number) {
  return {
    service,
    state: 'waiting' as const,
    ago: -nth,
    rate: isPriority ? scene.rates.priority : scene.rates.regular,
    callableIn: 0,
    after: [],
    keptFor: -1,
    keptUntil: 0,
    key,
  }
}

/** How many with priority are expected for each service within the next hours. */
export function expectedOf({ priorityPerHour = 0 }: ServiceScene): number {
  return priorityPerHour > 0 && Number.isFinite(priorityPerHour)
    ? Math.min(40, Math.round((priorityPerHour * AHEAD) / 60))
    : 0
}

function addExpected(scene: Scene, add: (at: number, service: ServiceScene, nth: number) => void): void {
  let left = MOST_EXPECTED
  for (const [at, service] of scene.services.entries())
    for (let nth = 1; nth <= expectedOf(service) && left > 0; nth += 1) {
      add(at, service, nth)
      left -= 1
    }
}

/** When the nth of `of` expected visitors comes; `share`, from 0 to 1, decides. */
export function comesIn(nth: number, of: number, share: number): number {
  return ((nth - 1 + share) * AHEAD) / of
}

function linesOf(services: number, steps: readonly PreparedStep[], known: readonly StepScene[]): number[][] {
  const lines: number[][] = Array.from({ length: 2 * services }, () => [])
  for (const [place, step] of steps.entries()) {
    const one = known[place]
    const isPriority = one
      ? one.priority
      : place >= known.length + 2 * services || (place - known.length) % 2 === 1
    if (step.state !== 'at-counter') lines[2 * step.service + (isPriority ? 1 : 0)]?.push(place)
  }
  for (const line of lines) line.sort((a, b) => (steps[b]?.ago ?? 0) - (steps[a]?.ago ?? 0) || a - b)
  return lines
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise
}
