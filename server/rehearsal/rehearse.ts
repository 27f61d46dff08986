// Fills a journal with whole days of a made-up hall, through the loop and by its rules, so that figures, reports and
// simulations have something to show, and anybody can check them. See docs/rehearsal.md.
import type { StoredComplaints } from '../complaints/complaint.ts'
import type { Store } from '../dispatch.ts'
import type { StoredFindings } from '../findings/finding.ts'
import { noAdvice } from '../forecast/hall/advice.ts'
import { foresee } from '../forecast/hall/follow.ts'
import type { Tells } from '../forecast/hall/tells.ts'
import { Teller } from '../forecast/hall/told.ts'
import type { Hall } from '../hall/hall.ts'
import { spansOn, weekdayOf } from '../hall/hours.ts'
import type { Plan } from '../hall/plan.ts'
import type { StoredOnlyAsked } from '../reports/only-asked.ts'
import type { StoredAlive } from '../reports/watch/alive.ts'
import { type StoredTold, keepTold } from '../reports/watch/told.ts'
import type { Survey } from '../survey/survey.ts'
import { nextDay, spanOf } from '../time-zone.ts'
import { around } from '../training/random.ts'
import { WEEKDAY_CROWDS, madeUpVisitors } from '../training/visitors.ts'
import { playComplaints } from './complaints.ts'
import { type Desk, makeDesk } from './desk.ts'
import { playFindings } from './findings.ts'
import { devicesOf, lifeOf } from './life.ts'
import { PRINTER, makePeople } from './people.ts'
import { keepPrinter, keepSound } from './sound.ts'
import { type Theatre, buildStage } from './stage.ts'
import { planSteering } from './steering.ts'
import { keepSurvey } from './survey.ts'

interface RehearsalOrder {
  readonly store: Store & {
    readonly told: Pick<StoredTold, 'add'>
    readonly alive: Pick<StoredAlive, 'put'>
    readonly complaints: StoredComplaints
    readonly findings: StoredFindings
    readonly onlyAsked: Pick<StoredOnlyAsked, 'add'>
  }
  /** The plan of the hall, which applies again unchanged after the last day. */
  readonly plan: Plan
  /** The days to play, in order; on those without hours nobody comes. */
  readonly days: readonly string[]
  /** How many take a number on a usual day. */
  readonly visits: number
  readonly seed: number
  /** Opens the survey of the played hall; without it nobody says what they thought. */
  readonly survey?: (stage: Pick<Theatre, 'hall' | 'now'>) => Survey
  /** Called after each day. */
  readonly played?: (day: string, visits: number) => void
}

interface Rehearsed {
  readonly visits: number
  readonly events: number
  readonly theatre: Theatre
}

/** People are at work from this minute of the day on. */
const MORNING = 6 * 60 + 30
const EVENING = 18 * 60
/** How many only ask, for every visitor who takes a number. */
const ASKING = 1 / 20

/**
 * Plays the days one after the other; afterwards the next day has begun, with nobody in it. @throws what the store
 * throws
 */
export async function rehearse(order: RehearsalOrder): Promise<Rehearsed> {
  const { store, plan, days, visits, seed, played = () => {} } = order
  const { timeZone } = plan
  const first = days[0]
  if (first === undefined) throw new Error('no day to play')
  const ownPlan = withPrinter(plan)
  const begins = spanOf(timeZone, first).startsAt + MORNING * 60_000
  const stage = buildStage({ store, plan: ownPlan, seed, begins })
  const { hall, give } = stage
  await give({ type: 'recover' }, 'system:start')
  const survey = order.survey?.(stage)
  if (survey) keepSurvey(stage, survey, seed)

  let nth = -1
  const visitors = madeUpVisitors(seed)
  const desks = new Map<string, Desk>()
  const isLastDay = () => nth === days.length - 1
  const people = makePeople({ stage, visitors, seat })
  for (const { id } of plan.counters) desks.set(id, makeDesk({ stage, id, people: () => people }))
  keepSound(stage)
  keepPrinter(stage)
  rouseWhenCallable(stage, desks)
  const told = keepTold({
    hall,
    tells: tellAsPlayed(hall),
    stored: { ...store.told, ofDay: () => [] },
    failed: raise,
    lost: () => {},
  })
  stage.follow((recorded) => told.committed([recorded]))
  const complaints = playComplaints(stage, store.complaints)
  const findings = playFindings(stage, store.findings)
  const devices = [...devicesOf(plan), { kind: 'printer', id: PRINTER } as const]
  const life = stage.chance('life')
  const random = stage.chance('days')
  const asking = stage.chance('only asked')
  let total = 0

  async function seat(made: Parameters<Desk['seat']>[0]): Promise<boolean> {
    const free = [...desks.values()].find((desk) => desk.isFreeFor(made.services))
    return free !== undefined && free.seat(made)
  }

  /** What the manager does of a morning: halls begin in trial operation, and things change on the way. */
  async function manage(): Promise<void> {
    const open = days.filter((day) => spansOn(hall.layout, null, day).length > 0)
    const at = open.indexOf(hall.day)
    findings.day(at, open.length)
    const by = 'staff:latihan-pengelola'
    if (open.length > 3 && at === Math.floor(open.length / 3))
      await give({ type: 'set-operation', operation: 'regular' }, by)
    if (open.length > 3 && at === Math.floor(open.length / 2))
      await give({ type: 'revise-plan', plan: changed(hall.layout.base), from: null }, by)
  }

  for (const day of days) {
    nth += 1
    const spans = spansOn(hall.layout, null, day)
    const [from, to] = [spans[0]?.from, spans.at(-1)?.to]
    if (from !== undefined && to !== undefined) {
      stage.at(stage.instantOf(MORNING), manage)
      for (const desk of desks.values()) desk.begin()
      const crowd = WEEKDAY_CROWDS[weekdayOf(day) - 1] ?? 1
      const count = Math.round(around(random, visits * crowd, 0.08))
      for (const minute of visitors.arrivals(spans, count)) stage.at(stage.instantOf(minute), people.come)
      planSteering(stage, random, from + 30, to - 30)
    }
    if (isLastDay()) stage.at(stage.instantOf(EVENING), () => leave(stage, plan))
    const { startsAt, endsAt } = hall
    await stage.playUntil(endsAt)
    told.flush()
    const hours = from !== undefined && to !== undefined ? { from, to } : null
    store.alive.put(lifeOf({ day, startsAt, endsAt }, hours, devices, life))
    const came = [...hall.visits.values()].filter((visit) => visit.day === day).length
    total += came
    // Beside the agenda, with random numbers of its own, so that a seed's queue stays what it was.
    for (let left = Math.round(around(asking, came * ASKING, 0.3)); left > 0; left -= 1)
      store.onlyAsked.add(day, null)
    complaints.endDay()
    await give({ type: 'release-due' }, 'system:clock')
    complaints.look()
    if (hall.day !== nextDay(day)) throw new Error(`${day} did not end`)
    played(day, came)
  }
  told.stop()
  survey?.close()
  return { visits: total, events: hall.seq, theatre: stage }
}

function raise(error: unknown): never {
  throw error
}

/** The hall is left as it was found. */
async function leave({ give }: Theatre, plan: Plan): Promise<void> {
  await give({ type: 'revise-plan', plan, from: null, waiting: 'end' }, 'staff:latihan-pengelola')
}

/** A printer that needs no paper, at one kiosk and the first counter. */
function withPrinter(plan: Plan): Plan {
  const name = { id: 'Pencetak latihan', en: 'Rehearsal printer' }
  const counters = plan.counters.slice(0, 1).map(({ id }) => id)
  const link = { kind: 'fake' } as const
  const printer = {
    id: PRINTER,
    name,
    link,
    paper: 80,
    answers: true,
    kiosks: [],
    counters,
    reception: true,
  } as const
  return { ...plan, printers: [{ ...printer, kiosks: [], counters }] }
}

/** One service is renamed, and one counter moves to the next zone: figures follow the id. */
function changed(plan: Plan): Plan {
  const [service] = plan.services.filter(({ phase }) => phase.status === 'open')
  const counter = plan.counters.at(-1)
  const zone = plan.zones.find(({ id }) => id !== counter?.zone)?.id
  const renamed = (name: Plan['name']) =>
    Object.fromEntries(Object.entries(name).map(([language, text]) => [language, `${text} (2)`]))
  return {
    ...plan,
    services: plan.services.map((one) =>
      one === service ? { ...one, name: renamed(one.name) } : one,
    ) as Plan['services'],
    counters: plan.counters.map((one) => (one === counter && zone ? { ...one, zone } : one)),
  }
}

const WAKES: ReadonlySet<string> = new Set([
  'visit-taken',
  'slip-printed',
  'number-noted',
  'released',
  'step-released',
  'put-back',
  'finished',
  'referred',
])

/** Idle desks look when somebody may be callable there. */
function rouseWhenCallable(stage: Theatre, desks: ReadonlyMap<string, Desk>): void {
  const { hall } = stage
  stage.follow(({ event }) => {
    if (!WAKES.has(event.type) || !('visit' in event)) return
    for (const { status, service } of hall.visits.get(event.visit)?.steps ?? []) {
      if (status !== 'waiting') continue
      for (const { id } of hall.layout.countersOf.get(service) ?? []) desks.get(id)?.rouse()
    }
  })
}

/** The greatest age of a forecast, and how many draws make it. */
const AGE_MS = 150_000
const DRAWS = 20

/** What the hall tells with its tickets: a real hall's forecast, but made in hall time and with fewer draws, as days pass in seconds. */
function tellAsPlayed(hall: Hall): Pick<Tells, 'toKeep'> {
  const teller = new Teller(hall)
  let madeAt = -Infinity
  return {
    toKeep(visit, index, now) {
      if (now - madeAt > AGE_MS || now < madeAt) {
        teller.take(foresee(hall, now, undefined, DRAWS, null, noAdvice))
        madeAt = now
      }
      return teller.toKeep(visit, index, now)
    },
  }
}
