// What must be true of a hall at every moment, found by checking all of it and the model.
import { isDeepStrictEqual } from 'node:util'
import type { CounterState, Hall } from '../../server/hall/hall.ts'
import type { Line } from '../../server/hall/credit.ts'
import { aheadOf } from '../../server/hall/next.ts'
import { isEnded, type Step, type Visit } from '../../server/hall/visit.ts'
import { ahead, hasWayOut } from './brute.ts'
import { freeze } from './picture.ts'
import { lastNumbers, type Model } from './model.ts'
import type { ModelStep, ModelVisit } from './model-parts.ts'

/** Throws with what is wrong, if anything is. */
export function check(hall: Hall, model: Model): void {
  same('visits', [...hall.visits.keys()].sort(), [...model.visits.keys()].sort())
  for (const visit of hall.visits.values()) checkVisit(model, visit)
  checkCounters(hall, model)
  same('slips that are not resolved', [...hall.unheld.keys()].sort(), unheldOf(model))
  same('tickets taken', hall.taken, model.taken)
  same('numbers', hall.numbers, lastNumbers(model, model.day))
  checkHall(hall)
}

/** The part that needs no model: what the hall says in one place agrees with what it says in another. */
export function checkHall(hall: Hall): void {
  // Most visits have ended: what follows is about the others.
  const open = [...hall.visits.values()].filter(({ steps }) => !steps.every(isEnded))
  checkStanding(hall, open)
  checkLines(hall, open)
  checkSounds(hall)
  same('dues', hall.dues, duesOf(open))
  same('who asked that somebody comes', [...hall.comeToMe.keys()].sort(), comeToMeOf(open))
  same('tokens', hall.tokens, new Map([...hall.visits.values()].map(({ token, id }) => [token, id])))
  same('pace', hall.pace, paceOf(hall))
  const figures = figuresOf(hall)
  for (const { id, served, servedMs } of hall.counters.values())
    same(`figures of ${id}`, { served, servedMs }, figures.counters.get(id) ?? { served: 0, servedMs: 0 })
  same('what each served', hall.served, figures.people)
  for (const { steps } of open) {
    for (const step of steps) {
      const served =
        isEnded(step) || step.status === 'serving' || hall.layout.countersOf.get(step.service)?.length
      if (!served) throw new Error(`${step.id} waits for ${step.service}, which no counter serves`)
    }
  }
}

/** Compares the hall's and the model's version of one visit. Freezes it, so that changing it in place will throw. */
export function checkVisit(model: Model, visit: Visit): void {
  freeze(visit)
  const told = model.visit(visit.id)
  const { takenAt, number, walk, priority, day, slip, steps } = visit
  same(`visit ${visit.id}`, { takenAt, number, walk, priority, day, slip }, pick(told))
  same(`steps of ${visit.id}`, steps.map(ofHall), told.steps.map(ofModel))
  for (const step of told.steps) {
    if (step.status === 'blocked' && !hasWayOut(told, step)) throw new Error(`${step.id} waits for ever`)
  }
}

/** How many are ahead of the steps of this visit: counted over all that wait. */
export function checkAhead(hall: Hall, model: Model, visit: Visit, now: number): void {
  const told = model.visit(visit.id)
  for (const [index, step] of told.steps.entries()) {
    const waits = step.status === 'blocked' || step.status === 'waiting'
    const before = waits ? ahead(model, { visit: told, step }, now) : null
    same(`ahead of ${step.id}`, aheadOf(hall, visit, index, now), before)
  }
}

const pick = ({ takenAt, number, walk, priority, day, slip }: ModelVisit) => ({
  takenAt,
  number,
  walk,
  priority,
  day,
  slip,
})

function ofHall(step: Step): unknown {
  const { id, service, status, secondCall, comeBack } = step
  const about = { id, service, status, secondCall, returns: step.returns !== null }
  if (status === 'blocked') return { ...about, after: [...step.after].sort(), comeBack }
  if (status === 'waiting') return { ...about, from: step.callableFrom, comeBack }
  return status === 'held' ? { ...about, until: step.until } : about
}

function ofModel(step: ModelStep): unknown {
  const { id, service, status, secondCall, returns, after, comeBack, callableFrom, until } = step
  const about = { id, service, status, secondCall, returns }
  if (status === 'blocked') return { ...about, after: after.toSorted(), comeBack }
  if (status === 'waiting') return { ...about, from: callableFrom, comeBack }
  return status === 'held' ? { ...about, until } : about
}

function checkCounters(hall: Hall, model: Model): void {
  for (const counter of hall.counters.values()) {
    freeze(counter)
    const { state, staff, current } = model.counters.get(counter.id) ?? {
      state: 'closed',
      staff: null,
      current: null,
    }
    const { id } = counter
    if (!hall.closed) checkHelp(model, counter)
    same(
      `counter ${id}`,
      { state: counter.state, staff: counter.staff, current: counter.current },
      { state, staff, current },
    )
  }
}

/** A visitor at a counter is called there, once, and nowhere else. */
function checkStanding(hall: Hall, open: readonly Visit[]): void {
  const here = [...hall.counters.values()].flatMap(({ id, current }) =>
    current ? [`${current.step} at ${id}`] : [],
  )
  const there = open.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.status === 'called' || step.status === 'serving' ? [`${step.id} at ${step.call.counter}`] : [],
    ),
  )
  same('who stands where', here.sort(), there.sort())
  for (const { id, steps } of open)
    if (steps.filter(({ status }) => status === 'called' || status === 'serving').length > 1)
      throw new Error(`${id} is at two counters`)
}

function checkHelp({ help }: Model, { id, help: call, messages }: CounterState): void {
  const told = call && { alarm: call.alarm, answered: call.answered !== null }
  same(`the call for help from ${id}`, told, help.calls.get(id) ?? null)
  const all = messages.map((message) => ({ id: message.id, read: message.readAt !== null }))
  same(`messages to ${id}`, all, help.messages.get(id) ?? [])
}

const LINES: ReadonlySet<string> = new Set(['regular', 'priority', 'held', 'missed', 'blocked'])

function checkLines(hall: Hall, open: readonly Visit[]): void {
  const expected = new Map<string, string[]>()
  const visits = open.toSorted(
    (a, b) =>
      a.takenAt - b.takenAt || (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.running - b.running),
  )
  for (const { steps, priority, takenAt } of visits) {
    for (const { id, service, status } of steps) {
      const line = status === 'waiting' ? (priority ? 'priority' : 'regular') : status
      if (!LINES.has(line)) continue
      const key = `${service} ${line}`
      const there = expected.get(key) ?? []
      if (there.push(`${id} of ${takenAt}`) === 1) expected.set(key, there)
    }
  }
  const lines = [...hall.queues].flatMap(([service, queue]) =>
    Object.entries<Line>({ ...queue }).map(
      ([line, { places }]) =>
        [`${service} ${line}`, places.map(({ step, takenAt }) => `${step} of ${takenAt}`)] as const,
    ),
  )
  same('lines', new Map(lines.filter(([, steps]) => steps.length > 0)), expected)
}

function checkSounds(hall: Hall): void {
  const queued = [...hall.sounds].flatMap(([sound, queue]) => queue.map((id) => ({ id, sound })))
  const open = [...hall.announcements.values()].filter(
    ({ status }) => status === 'pending' || status === 'playing',
  )
  same('announcements in a queue', queued.map(({ id }) => id).sort(), open.map(({ id }) => id).sort())
  for (const { id, sound } of queued) {
    const announcement = hall.announcements.get(id)
    if (announcement?.sound !== sound) throw new Error(`${id} is in the wrong queue`)
  }
  for (const [sound, queue] of hall.sounds) checkPlaying(hall, sound, queue)
}

/** What plays is at the head of its queue without a gap, and all of one sound, from one display. */
function checkPlaying(hall: Hall, sound: string, queue: readonly string[]): void {
  const said = queue.flatMap((id) => hall.announcements.get(id) ?? [])
  const playing = said.filter(({ status }) => status === 'playing')
  if (said.slice(0, playing.length).some(({ status }) => status !== 'playing'))
    throw new Error(`${sound}: something plays out of turn`)
  same(
    `sounds that play in ${sound}`,
    new Set(playing.map(({ id, lead }) => lead ?? id)).size,
    Math.min(1, playing.length),
  )
  same(
    `speakers in ${sound}`,
    new Set(playing.map(({ speaker }) => speaker)).size,
    Math.min(1, playing.length),
  )
  for (const { id, status, lead, also, speaker, startedAt } of said) {
    if (status === 'pending' && (lead !== null || also.length > 0 || speaker !== null || startedAt !== null))
      throw new Error(`${id} waits as if it played`)
  }
}

function duesOf(open: readonly Visit[]): unknown[] {
  const held = open.flatMap(({ id: visit, steps }) =>
    steps.flatMap((step) =>
      step.status === 'held' && step.until !== null ? [{ at: step.until, visit, step: step.id }] : [],
    ),
  )
  return held.sort((a, b) => a.at - b.at || (a.step < b.step ? -1 : 1))
}

function unheldOf(model: Model): string[] {
  const known = ['printed', 'none']
  return [...model.visits.values()]
    .flatMap(({ id, slip }) => (slip.noted || known.includes(slip.status) ? [] : [id]))
    .sort()
}

function comeToMeOf(open: readonly Visit[]): string[] {
  return open
    .filter(({ comeToMe }) => comeToMe)
    .map(({ id }) => id)
    .sort()
}

function paceOf(hall: Hall): Map<string, { count: number; ms: number }> {
  const pace = new Map<string, { count: number; ms: number }>()
  for (const visit of hall.visits.values()) {
    for (const step of visit.steps) {
      if (step.status !== 'done' || step.outcome !== 'served' || visit.day !== hall.day) continue
      const { count, ms } = pace.get(step.service) ?? { count: 0, ms: 0 }
      pace.set(step.service, { count: count + 1, ms: ms + step.endedAt - step.startedAt })
    }
  }
  return pace
}

/**
 * What has been served today at each counter and by each of the staff: each step that ended there once, however often it
 * was reopened.
 */
function figuresOf(hall: Hall): { counters: Map<string, Figures>; people: Map<string, Figures> } {
  const [counters, people] = [new Map<string, Figures>(), new Map<string, Figures>()]
  const add = (to: Map<string, Figures>, key: string, ms: number) => {
    const { served, servedMs } = to.get(key) ?? { served: 0, servedMs: 0 }
    to.set(key, { served: served + 1, servedMs: servedMs + ms })
  }
  for (const { steps, day } of hall.visits.values()) {
    for (const step of steps) {
      if (step.status !== 'done' || step.outcome === 'referred' || day !== hall.day) continue
      add(counters, step.call.counter, step.endedAt - step.startedAt)
      add(people, step.endedBy ?? '', step.endedAt - step.startedAt)
    }
  }
  return { counters, people }
}

interface Figures {
  readonly served: number
  readonly servedMs: number
}

function same(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
}
