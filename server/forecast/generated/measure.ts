// How right the forecast is on made-up days, of halls that it has never seen: each hall learns only from its own days,
// one after the other, as a real one does, and the code that tells it is the real hall's.
import type { Fact } from '../../reports/facts/fact.ts'
import type { ToldWait } from '../../reports/watch/told.ts'
import { noAdvice } from '../hall/advice.ts'
import { foresee } from '../hall/follow.ts'
import { DaySoFar } from '../hall/lines.ts'
import { pastOf } from '../hall/past.ts'
import { promised } from '../hall/tells.ts'
import { Teller } from '../hall/told.ts'
import { insideOf, type Judged } from '../hall/week.ts'
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { officeOf } from './office.ts'
import { playDay } from './play.ts'
import { PlayedDays } from './played-days.ts'

export interface Order {
  readonly days: number
  readonly seed: number
  /** One ticket in this many is asked about, and the hall is run forward so many times for it. */
  readonly every: number
  readonly draws: number
}

/** Days of a hall; the first of them only teach and are not counted. */
const OF_A_HALL = 36
const TEACH = 6
/** A cell is judged if it has waits on this many days. */
const DAYS_OF_A_CELL = 60
const MINUTE = 60_000

export interface Measured {
  readonly days: number
  readonly told: number
  /** Shares of waits, by Kaplan and Meier: those never called waited longer. */
  readonly inside: number
  readonly cells: { readonly [cell: string]: number }
  readonly worst: { readonly least: number; readonly most: number }
  /** Minutes, for those called. */
  readonly error: number
  /** Of those told likely, or unlikely: the share served. */
  readonly likelyKept: number
  readonly unlikelyServed: number
  /** Of those served, the share told *likely*; of those not served, *unlikely*; and the share told *perhaps not*. */
  readonly servedLikely: number
  readonly notServedUnlikely: number
  readonly maybe: number
  /** Brier score of the chance told, and of the share served at that hour. */
  readonly brier: number
  readonly brierOfHour: number
  /** Minutes by which the told hour of the call moved, per ten minutes waited. */
  readonly drift: number
  /** Told hours that moved by ten minutes or more, per hundred that were looked at again; and those without a cause. */
  readonly jumps: number
  readonly jumpsWithout: number
}

interface Asked {
  readonly wait: ToldWait
  readonly fact: Fact
  readonly day: string
}

/** Plays and asks. `said` is called after each hall. */
export function measure(
  { days, seed, every, draws }: Order,
  said: (days: number) => void = () => {},
): Measured {
  const asked: Asked[] = []
  const moves = new Moves()
  let counted = 0
  for (let hall = 0; counted < days; hall += 1) {
    const count = Math.min(OF_A_HALL, TEACH + days - counted)
    const found = playHall(seed * 1000 + hall, count, every, draws, moves)
    asked.push(...found)
    counted += count - TEACH
    said(counted)
  }
  return scoreOf(asked, counted, moves)
}

function playHall(seed: number, count: number, every: number, draws: number, moves: Moves): Asked[] {
  const office = officeOf(seed)
  const past = new PlayedDays()
  const asked: Asked[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const told: ToldWait[] = []
    let known: ReturnType<typeof pastOf> | null = null
    let teller: Teller | null = null
    let tickets = 0
    const soFar = new DaySoFar()
    const comes = (hall: Hall, now: number) => {
      tickets += 1
      if (tickets % every !== 0) return
      known ??= pastOf(past, hall)
      teller ??= new Teller(hall)
      teller.take(foresee(hall, now, known, draws, soFar, noAdvice))
      if (nth >= TEACH) moves.look(hall, teller, now)
    }
    const taken = (hall: Hall, id: string, now: number) => {
      if (tickets % every !== 0) return
      const visit = hall.visits.get(id)
      for (const [index, step] of (visit?.steps ?? []).entries()) {
        const found = visit && teller?.toKeep(visit, index, now)
        if (!found) continue
        const { lowMinutes: low, highMinutes: high, minutes: median } = found.now
        const { today, basis, width } = found
        if (basis[1] !== undefined) soFar.expects(step.id, basis[1])
        told.push({
          day: hall.day,
          visit: id,
          step: step.id,
          at: now,
          low,
          high,
          ahead: 0,
          median,
          today,
          basis,
          width,
        })
      }
    }
    const heard = (hall: Hall, recorded: Recorded) => soFar.follow(hall, recorded)
    const { day, records } = playDay(office, nth, { comes, taken, heard })
    moves.forget()
    const facts = past.add(day, records, told)
    if (nth < TEACH) continue
    const byStep = new Map(facts.map((fact) => [fact.step, fact]))
    for (const wait of told) {
      const fact = byStep.get(wait.step)
      if (fact) asked.push({ wait, fact, day: `${seed} ${day}` })
    }
  }
  return asked
}

/** How told hours move while people wait. */
class Moves {
  private readonly at = new Map<string, { now: number; hour: number; open: string }>()
  private waited = 0
  private moved = 0
  looks = 0
  jumps = 0
  without = 0

  look(hall: Hall, teller: Teller, now: number): void {
    const open = hall.layout.plan.counters.map(({ id }) => hall.counters.get(id)?.state).join()
    for (const visit of hall.visits.values()) {
      for (const [index, step] of visit.steps.entries()) {
        if (step.status !== 'waiting') continue
        const told = teller.step(visit, index, now)
        if (!told) continue
        const before = this.at.get(step.id)
        const hour = now + told.minutes * MINUTE
        if (before && now - before.now < 5 * MINUTE) continue
        this.at.set(step.id, { now, hour, open })
        if (!before) continue
        this.looks += 1
        this.waited += (now - before.now) / MINUTE
        this.moved += (hour - before.hour) / MINUTE
        if (Math.abs(hour - before.hour) < 10 * MINUTE) continue
        this.jumps += 1
        if (open === before.open && told.was === null) this.without += 1
      }
    }
  }

  /** A new day: what was told yesterday no longer moves. */
  forget(): void {
    this.at.clear()
  }

  get drift(): number {
    return this.waited === 0 ? 0 : (10 * this.moved) / this.waited
  }
}

function scoreOf(asked: readonly Asked[], days: number, moves: Moves): Measured {
  // Anyone told that today is unlikely was told no time.
  const timed = asked.filter(({ wait }) => promised(wait.today ?? 1) !== 'unlikely')
  const judged = timed.map(judgedOf)
  const cells = cellsOf(timed, judged)
  const isServed = ({ fact }: Asked) => fact.calledAt !== null
  const told = (wait: ToldWait) => wait.today ?? 1
  const [likely, unlikely] = [
    asked.filter(({ wait }) => told(wait) >= 0.9),
    asked.filter(({ wait }) => told(wait) <= 0.3),
  ]
  const [served, not] = [asked.filter(isServed), asked.filter((one) => !isServed(one))]
  const hours = new Map<number, Asked[]>()
  for (const one of asked) hours.set(one.fact.hour, [...(hours.get(one.fact.hour) ?? []), one])
  const shares = new Map([...hours].map(([hour, all]) => [hour, all.filter(isServed).length / all.length]))
  const mean = (values: readonly number[]) =>
    values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
  const miss = (one: Asked, chance: number) => (chance - (isServed(one) ? 1 : 0)) ** 2
  const called = judged.filter(({ isLonger }) => !isLonger)
  return {
    days,
    told: asked.length,
    inside: round(insideOf(judged, ({ low, high }) => [low, high])),
    cells,
    worst: { least: Math.min(...Object.values(cells)), most: Math.max(...Object.values(cells)) },
    error: round(mean(called.map(({ minutes, median }) => Math.abs(minutes - median)))),
    likelyKept: round(mean(likely.map((one) => Number(isServed(one))))),
    unlikelyServed: round(mean(unlikely.map((one) => Number(isServed(one))))),
    servedLikely: round(mean(served.map(({ wait }) => Number(told(wait) >= 0.9)))),
    notServedUnlikely: round(mean(not.map(({ wait }) => Number(told(wait) <= 0.3)))),
    maybe: round(1 - (likely.length + unlikely.length) / Math.max(1, asked.length)),
    brier: round(mean(asked.map((one) => miss(one, told(one.wait))))),
    brierOfHour: round(mean(asked.map((one) => miss(one, shares.get(one.fact.hour) ?? 1)))),
    drift: round(moves.drift),
    jumps: round((100 * moves.jumps) / Math.max(1, moves.looks)),
    jumpsWithout: round((100 * moves.without) / Math.max(1, moves.looks)),
  }
}

function judgedOf({ wait, fact, day }: Asked): Judged {
  const { low, high, median, width, at } = wait
  const isLonger = fact.calledAt === null
  const until = fact.calledAt ?? closing(fact)
  const { service, agency } = fact
  const minutes = (until - at) / MINUTE
  return {
    day,
    service,
    agency,
    low,
    high,
    median: median ?? 0,
    width: width ?? 1,
    minutes: Math.max(0, minutes),
    isLonger,
  }
}

/** Nobody is called after the hours: all that is known is that the call would have come later. */
function closing({ takenAt, hour }: Fact): number {
  return takenAt + (15 - hour) * 60 * MINUTE
}

/** The share inside the range by service, hour of the ticket and class, where there are enough days. */
function cellsOf(asked: readonly Asked[], judged: readonly Judged[]): Record<string, number> {
  const cells = new Map<string, Judged[]>()
  for (const [place, { fact }] of asked.entries()) {
    const one = judged[place]
    const keys = [
      `service ${fact.service}`,
      `hour ${fact.hour}`,
      `class ${fact.priority ? 'priority' : 'regular'}`,
    ]
    for (const key of keys) if (one) cells.set(key, [...(cells.get(key) ?? []), one])
  }
  const enough = [...cells].filter(([, all]) => new Set(all.map(({ day }) => day)).size >= DAYS_OF_A_CELL)
  return Object.fromEntries(
    enough.map(([key, all]) => [key, round(insideOf(all, ({ low, high }) => [low, high]))] as const).sort(),
  )
}

const round = (value: number) => Math.round(value * 1000) / 1000
