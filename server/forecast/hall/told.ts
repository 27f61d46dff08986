// What the hall tells about waits, at any moment the same to everybody. It rests on the last forecast, which is a
// second old; anyone who has come since stands behind those whom that forecast knew. Once told, a wait is kept as a
// time of day and not changed with every small movement: it changes when the forecast has left the range that was
// told.
import type { Hall } from '../../hall/hall.ts'
import { waitingFor } from '../../hall/next.ts'
import { isEnded, type Step, type Visit } from '../../hall/visit.ts'
import { callsAgainAt, standingOf, standingOfNewcomer } from '../../hall/visit/standing.ts'
import { UNLIKELY } from '../forecast.ts'
import type { Told } from '../scene.ts'
import { noAdvice } from './advice.ts'
import type { ForNewcomer, Foresight } from './follow.ts'
import { Near } from './near.ts'
import { bestTime } from './quiet.ts'
import type { Advice, NotCalled, Quieter, Tells, ToldNow, ToldWith } from './tells.ts'
import { MINUTE, type Kept, renewed, movedBy, saidAt } from './kept.ts'

/** An older forecast does not count: its process has been failing for a while. */
const STALE = 3 * MINUTE

const HOUR = 60 * MINUTE

/**
 * A wait of this many minutes is long enough to come another time for; a shorter one is worth coming for if today is
 * not certain.
 */
const LONG = 45

interface Desks {
  readonly open: number
  readonly from: number | null
}

/** Tells what the last forecast says; `hall` is the loop's hall. */
export class Teller implements Tells {
  private readonly hall: Hall
  private foresight: Foresight | null = null
  private kept = new Map<string, Kept>()
  private readonly near: Near
  private taken = 0

  constructor(hall: Hall) {
    this.hall = hall
    this.near = new Near(hall)
  }

  /** Takes a newer forecast; returns the visits that are now told something different. */
  take(foresight: Foresight): ReadonlySet<string> {
    const taking = this.taking(foresight)
    for (;;) {
      const one = taking.next()
      if (one.done) return one.value
    }
  }

  /**
   * The same in pieces, one for each visit that waits, so that a ticket need not wait for thousands. Until the last
   * piece the previous forecast is told; whoever takes a number meanwhile keeps what the ticket says.
   */
  *taking(foresight: Foresight): Generator<undefined, ReadonlySet<string>> {
    const next = new Map<string, Kept>()
    const changed = new Set<string>()
    const desks = new Map<string, Desks>()
    for (const [id, told] of foresight.steps) {
      yield
      const found = this.find(id)
      if (!found || !told) continue
      const { visit, step } = found
      const old = this.kept.get(id)
      const isOneOfMany = visit.steps.filter((one) => !isEnded(one)).length > 1
      const says = this.keepOf(foresight, step.service, told, foresight.at, desks)
      const kept = old ? renewed(old, says, foresight.at, isOneOfMany) : says
      next.set(id, kept)
      if (kept !== old) changed.add(visit.token)
    }
    if (foresight.seq >= this.hall.goesOnWith) {
      const near = this.near.looking(foresight, (id) => {
        const { visit, step } = this.find(id) ?? {}
        if (!visit || step?.status !== 'waiting') return null
        return this.desksOf(step.service, foresight.at, desks).from === null ? null : { visit, step }
      })
      for (const token of yield* near) changed.add(token)
    }
    // Anyone who came after the forecast began keeps what the ticket said.
    for (const [id, old] of this.kept) if (!foresight.steps.has(id) && this.find(id)) next.set(id, old)
    this.foresight = foresight
    this.kept = next
    this.taken += 1
    return changed
  }

  /** The clock was moved by this many milliseconds: what was told moves with it, as all times of the hall do. */
  moved(by: number): void {
    if (this.foresight) this.foresight = { ...this.foresight, at: this.foresight.at + by }
    for (const [id, kept] of this.kept) this.kept.set(id, movedBy(kept, by))
  }

  /**
   * Checks again whether this visit should set out, at `now`, because it now waits elsewhere. Says whether that
   * changed.
   */
  look(visit: Visit, now: number): boolean {
    const { foresight } = this
    if (!foresight || foresight.seq < this.hall.goesOnWith) return false
    const looked = visit.steps.map(
      (step) =>
        step.status === 'waiting' &&
        !this.restsOnNothing(step.service, now) &&
        this.near.look(foresight, visit, step, now),
    )
    return looked.includes(true)
  }

  version(): number {
    return this.taken
  }

  asOf(now: number): number | null {
    return this.current(now)?.seq ?? null
  }

  step(visit: Visit, index: number, now: number): ToldNow | null {
    return this.toKeep(visit, index, now)?.now ?? null
  }

  toKeep(visit: Visit, index: number, now: number): ToldWith | null {
    const step = visit.steps[index]
    const foresight = this.current(now)
    if (!step || !foresight || (step.status !== 'waiting' && step.status !== 'blocked')) return null
    if (foresight.steps.get(step.id) === null || this.restsOnNothing(step.service, now)) return null
    const kept = this.kept.get(step.id) ?? this.fromTicket(foresight, visit, index, now)
    return kept ? { now: saidAt(kept, now), today: kept.today, basis: kept.basis, width: kept.width } : null
  }

  isFull(service: string, now: number): boolean | null {
    const found = this.current(now)?.newcomers.get(service)
    if (!found || found.spare === null || this.restsOnNothing(service, now)) return null
    return sinceThen(found, this.aheadOf(service, now)) > found.spare
  }

  notCalled(services: readonly string[], now: number): NotCalled | null {
    const foresight = this.current(now)
    if (!foresight) return null
    let [count, isFirst] = [0, false]
    for (const id of services) {
      const found = foresight.newcomers.get(id)
      // No counter will serve it: nobody who waits for it is called.
      if (!found) count += waitingFor(this.hall, id)
      else count += found.notCalled
      isFirst ||= found?.isFirst === true && found.ahead > 0
    }
    return { count, isFirst }
  }

  quieter(service: string, now: number): Quieter | null {
    const quiet = this.current(now)?.newcomers.get(service)?.quiet
    const told = this.newcomer(service, false, now)
    if (!quiet || !told) return null
    // Coming back is worth it only if the wait is long now and usually half as long then.
    const isSure = told.today === 'likely'
    if (isSure && told.minutes < LONG) return null
    const most = isSure ? told.minutes / 2 : LONG
    // Those who wait now go before anybody who comes sooner.
    const over = now + told.highMinutes * MINUTE
    const best = bestTime(this.hall, service, quiet, { most, after: isSure ? over : null })
    if (best) return best
    // Not known that well: an hour of the day, whatever the weekday.
    const hour = (now - this.hall.startsAt) / HOUR
    const [usual, least] = [quiet.waits.get(Math.floor(hour)), quiet.waits.get(quiet.hour) ?? 0]
    if (isSure ? usual === undefined || least > most : quiet.hour === Math.floor(hour)) return null
    const isToday = isSure && this.hall.startsAt + quiet.hour * HOUR > over
    if (isSure && !isToday && quiet.hour > hour) return null
    return { day: isToday ? this.hall.day : null, minute: 60 * quiet.hour, minutes: null }
  }

  advice(): Advice {
    return this.foresight?.advice ?? noAdvice
  }

  isNear(step: string): boolean {
    return this.near.has(step)
  }

  nearest(): { visit: Visit; step: Step }[] {
    return this.near.steps().flatMap((id) => this.find(id) ?? [])
  }

  newcomer(service: string, priority: boolean, now: number): ToldNow | null {
    const foresight = this.current(now)
    if (!foresight || this.restsOnNothing(service, now)) return null
    const kept = this.atEnd(foresight, service, priority, this.aheadOf(service, now), now)
    return kept ? saidAt(kept, now) : null
  }

  private aheadOf(service: string, now: number): number {
    return standingOfNewcomer(this.hall, service, now).ahead ?? 0
  }

  /** A number that the forecast does not know yet is told what the kiosk said. */
  private fromTicket(foresight: Foresight, visit: Visit, index: number, now: number): Kept | null {
    const step = visit.steps[index]
    if (step?.status !== 'waiting' || foresight.steps.has(step.id)) return null
    const own = this.ownBefore(visit, index)
    const ahead = (standingOf(this.hall, visit, index, now).ahead ?? 0) - own
    const kept = this.atEnd(foresight, step.service, visit.priority, ahead, now)
    if (kept) this.kept.set(step.id, kept)
    return kept
  }

  /** How many of the visit's own steps are counted as ahead of it: the kiosk did not know about them. */
  private ownBefore({ steps }: Visit, index: number): number {
    const service = steps[index]?.service ?? ''
    const rivals = this.hall.layout.rivals.get(service) ?? [service]
    return steps.slice(0, index).filter((one) => one.status === 'waiting' && rivals.includes(one.service))
      .length
  }

  /**
   * The end of a line as the forecast saw it, and behind it those who have come since. Counted from `now`: the
   * forecast is some seconds old, and until the next one the kiosk must say what the ticket says.
   */
  private atEnd(
    foresight: Foresight,
    service: string,
    priority: boolean,
    ahead: number,
    now: number,
  ): Kept | null {
    const found = foresight.newcomers.get(service)
    if (!found) return null
    const told = priority ? sooner(found.priority, found.regular) : found.regular
    if (!told) return null
    const more = sinceThen(found, ahead)
    const later = {
      ...told,
      low: told.low + more,
      median: told.median + more,
      high: told.high + more,
      today: found.spare !== null && more > found.spare ? Math.min(told.today, UNLIKELY) : told.today,
      // The first three are what the simulation would have said.
      basis: more === 0 ? told.basis : told.basis.map((one, at) => (at < 3 ? one + more : one)),
    }
    return this.keepOf(foresight, service, later, now)
  }

  private keepOf(
    { newcomers }: Foresight,
    service: string,
    told: Told,
    at: number,
    desks?: Map<string, Desks>,
  ): Kept {
    // Earlier days may suggest a shorter wait, but nobody is called while all counters pause.
    const { open, from } = this.desksOf(service, at, desks)
    const instant = (minutes: number) => Math.max(from ?? at, at + minutes * MINUTE)
    const { isFirst = false, width = 1 } = newcomers.get(service) ?? {}
    return {
      lowAt: instant(told.low),
      medianAt: instant(told.median),
      highAt: instant(told.high),
      today: told.today,
      isFirst,
      basis: told.basis,
      width,
      was: null,
      open,
    }
  }

  /** No counter is open, and nobody said when one will be: what is usual would only be a guess, so nobody is told. */
  private restsOnNothing(service: string, now: number): boolean {
    return this.desksOf(service, now).from === null
  }

  /**
   * How many counters call for it, and from when one does; null: nobody knows. `known`: what was found before, for
   * when many ask at one moment.
   */
  private desksOf(service: string, now: number, known?: Map<string, Desks>): Desks {
    const before = known?.get(service)
    if (before) return before
    const { hall } = this
    const counters = (hall.layout.countersOf.get(service) ?? []).flatMap(
      ({ id }) => hall.counters.get(id) ?? [],
    )
    const from = counters.flatMap((counter) => callsAgainAt(hall, counter, now) ?? [])
    const desks = {
      open: counters.filter(({ state }) => state === 'open').length,
      from: from.length === 0 ? null : Math.min(...from),
    }
    known?.set(service, desks)
    return desks
  }

  private current(now: number): Foresight | null {
    const { foresight, hall } = this
    if (!foresight || foresight.seq < hall.goesOnWith || Math.abs(now - foresight.at) > STALE) return null
    return foresight
  }

  private find(id: string): { visit: Visit; step: Step } | null {
    const visit = this.hall.visits.get(id.slice(0, id.lastIndexOf('.')))
    const step = visit?.steps.find((one) => one.id === id)
    return visit && step && (step.status === 'waiting' || step.status === 'blocked') ? { visit, step } : null
  }
}

/** Minutes of work that those who came after the forecast bring. */
function sinceThen({ ahead: before, each }: ForNewcomer, ahead: number): number {
  return Math.max(0, ahead - before) * each
}

/** Priority visitors are never told a later time than regular ones, however the draws fell. */
function sooner(priority: Told | null, regular: Told | null): Told | null {
  if (!priority || !regular) return priority
  return {
    ...priority,
    low: Math.min(priority.low, regular.low),
    median: Math.min(priority.median, regular.median),
    high: Math.min(priority.high, regular.high),
  }
}
