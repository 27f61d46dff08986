// One draw: the hall run forward by the rule of *who is next*. How long each visitor takes, who does not come and how fast the
// day is are drawn; all else follows.
import { Agenda } from './agenda.ts'
import { chance, keyOf, normalAt, shareBelow, valueAt } from './chance.ts'
import type { Pace } from './pace.ts'
import { comesIn, expectedOf, type Prepared, type PreparedCounter, type PreparedStep } from './prepared.ts'
import type { Rest } from './scene.ts'

/** How many in a line who can't be called yet are passed over before its next one. */
const LOOK = 60
/** Nobody is followed for longer than this: a day, in minutes. */
const END = 1440
/** How much of a day's pace all services have in common. */
const IN_COMMON = Math.sqrt(0.3)
const APART = Math.sqrt(1 - IN_COMMON ** 2)
/** Keys of what is drawn once. */
const HALL = 1
const PACE = 0x61c88647
const SHOWS = 0x5bd1e995
const COMES = 0x27d4eb2f
const OPENS = 0x165667b1
const RESTS = 0x2545f491
const LASTS = 0x68bc21eb
/** No break is shorter, minutes. */
const SHORTEST_BREAK = 5

/** Writes to `waits` when each step is called in this draw, minutes from now; Infinity if it is not. */
export function runDraw(prepared: Prepared, draw: number, waits: Float64Array): void {
  new Draw(prepared, draw, waits).run()
}

class Draw {
  private readonly prepared: Prepared
  private readonly draw: number
  private readonly waits: Float64Array
  private readonly agenda = new Agenda()
  private readonly done: Uint8Array
  private readonly callable: Float64Array
  private readonly heads: Int32Array
  /** By visit: until when it is at a counter, from when other zones may call it, and which zone that was. */
  private readonly busyUntil: Float64Array
  private readonly walksUntil: Float64Array
  private readonly zones: string[] = []
  private readonly isIdle: Uint8Array
  /** By counter: when it begins to call, its usual break, and since when it has had nobody. */
  private readonly opensIn: Float64Array
  private readonly habits: readonly (Rest | null)[]
  private readonly freeFrom: Float64Array
  /** When that break is over; 0: it has not come yet. */
  private readonly restEnds: Float64Array
  private readonly factors: Float64Array
  private left: number

  constructor(prepared: Prepared, draw: number, waits: Float64Array) {
    const { steps, counters, lines, visits } = prepared
    this.prepared = prepared
    this.draw = draw
    this.waits = waits
    this.done = new Uint8Array(steps.length)
    this.callable = new Float64Array(steps.length)
    this.heads = new Int32Array(lines.length)
    this.busyUntil = new Float64Array(visits.length)
    this.walksUntil = new Float64Array(visits.length)
    this.isIdle = new Uint8Array(counters.length)
    this.opensIn = Float64Array.from(counters, (counter) => this.opens(counter))
    this.habits = counters.map((counter) => this.habitOf(counter))
    this.freeFrom = Float64Array.from(this.opensIn)
    this.restEnds = new Float64Array(counters.length)
    this.factors = this.factorsOfDay()
    this.left = prepared.known + prepared.newcomers
  }

  run(): void {
    this.waits.fill(Infinity)
    this.begin()
    const { agenda, prepared } = this
    while (this.left > 0 && agenda.next < END) {
      const now = agenda.next
      const what = agenda.take()
      if (what < prepared.counters.length) this.calls(what, now)
      else {
        // At the same time wakes come after counters, so whatever is left for this time are wakes too: one is enough.
        while (agenda.next === now) agenda.take()
        for (let counter = 0; counter < prepared.counters.length; counter += 1)
          if (this.isIdle[counter] === 1) this.calls(counter, now)
      }
    }
  }

  private begin(): void {
    const { steps, counters } = this.prepared
    for (const [place, step] of steps.entries()) this.begins(place, step)
    for (const [place, counter] of counters.entries()) {
      if (counter.busy) {
        const { step, service, ago, key } = counter.busy
        const until = this.remaining(service, key, ago)
        this.freeFrom[place] = until
        this.agenda.add(until, place)
        if (step >= 0) this.leaves(step, until, counter.zone)
      } else if ((this.opensIn[place] as number) < END) this.agenda.add(this.opensIn[place] as number, place)
    }
  }

  private begins(place: number, step: PreparedStep): void {
    const { known, newcomers, scene } = this.prepared
    if (step.state === 'at-counter') {
      this.done[place] = 1
      this.left -= 1
      return
    }
    let from = step.callableIn
    if (place >= known + newcomers) {
      const service = scene.services[step.service]
      from = service
        ? comesIn(-step.ago, expectedOf(service), chance(scene.seed, this.draw, step.key ^ COMES))
        : Infinity
    }
    const isBlocked = step.after.length > 0
    this.callable[place] = isBlocked ? Infinity : from
    if (from > 0 && from < END && !isBlocked) this.wake(from)
    if (step.keptUntil > 0) this.wake(step.keptUntil)
  }

  private wake(at: number): void {
    this.agenda.add(at, this.prepared.counters.length)
  }

  /** The counter calls somebody, or stays idle until something changes. */
  private calls(place: number, now: number): void {
    const counter = this.prepared.counters[place]
    if (!counter) return
    this.isIdle[place] = 0
    const opensIn = this.opensIn[place] as number
    if (now < opensIn) {
      if (opensIn < END) this.agenda.add(opensIn, place)
      return
    }
    if (now >= counter.closesIn) return
    const restsUntil = this.restsUntil(place, counter, now)
    if (restsUntil > now) {
      this.agenda.add(restsUntil, place)
      return
    }
    const { known, newcomers } = this.prepared
    for (;;) {
      const step = this.next(place, counter.lines, counter.zone, now)
      if (step < 0) {
        this.isIdle[place] = 1
        return
      }
      this.done[step] = 1
      this.waits[step] = now
      if (step < known + newcomers) this.left -= 1
      // For a newcomer only the time of the call is noted: nobody waits longer because of it.
      if (step < known || step >= known + newcomers) {
        const until = now + this.takes(step)
        this.freeFrom[place] = until
        this.agenda.add(until, place)
        this.leaves(step, until, counter.zone)
        return
      }
    }
  }

  private opens({ key, mayOpen, opensIn }: PreparedCounter): number {
    if (mayOpen.length === 0) return opensIn
    return Math.max(0, valueAt(mayOpen, chance(this.prepared.scene.seed, this.draw, key ^ OPENS)))
  }

  private habitOf({ habit, key }: PreparedCounter): Rest | null {
    if (!habit) return null
    const { seed } = this.prepared.scene
    const share = chance(seed, this.draw, key ^ RESTS)
    if (share >= habit.share) return null
    const from = Math.max(0, valueAt(habit.begins, share / habit.share))
    const minutes = valueAt(habit.lasts, chance(seed, this.draw, key ^ LASTS))
    return { from, to: from + Math.max(SHORTEST_BREAK, minutes) }
  }

  /** Until when it calls nobody, as of `now`; `now` or earlier if it calls. */
  private restsUntil(place: number, { rests }: PreparedCounter, now: number): number {
    const rest = rests.find(({ from, to }) => now >= from && now < to)
    if (rest) return rest.to
    const habit = this.habits[place]
    if (!habit || now < habit.from) return now
    // A break that falls due while somebody is at the counter begins after that, and is no shorter for it.
    const begins = Math.max(habit.from, this.freeFrom[place] as number)
    if (this.restEnds[place] === 0) this.restEnds[place] = begins + habit.to - habit.from
    return this.restEnds[place] as number
  }

  /** The visitor is at the counter until then, and afterwards on the way to the next one. */
  private leaves(step: number, until: number, zone: string): void {
    const { steps, visits, scene } = this.prepared
    const visit = steps[step]?.visit ?? 0
    const others = visits[visit] ?? []
    if (others.length < 2) return
    this.busyUntil[visit] = until
    this.walksUntil[visit] = until + scene.walk
    this.zones[visit] = zone
    this.wake(until)
    if (scene.walk > 0) this.wake(until + scene.walk)
    for (const other of others) {
      const { after = [], callableIn = 0 } = steps[other] ?? {}
      if (after.includes(step) && after.every((one) => this.done[one] === 1))
        this.callable[other] = Math.max(until, callableIn)
    }
  }

  /** Who is next for these lines: the highest credit of those that can be called; -1 if nobody. */
  private next(counter: number, lines: readonly number[], zone: string, now: number): number {
    let best = -1
    let most = -Infinity
    let longest = -Infinity
    for (const line of lines) {
      const place = this.firstOf(line, counter, zone, now)
      if (place < 0) continue
      const { ago, rate } = this.prepared.steps[place] as PreparedStep
      const waited = this.isExpected(place) ? now - (this.callable[place] as number) : now + ago
      const credit = waited * rate
      if (credit > most || (credit === most && (waited > longest || (waited === longest && place < best)))) {
        best = place
        most = credit
        longest = waited
      }
    }
    return best
  }

  private isExpected(place: number): boolean {
    return place >= this.prepared.known + this.prepared.newcomers
  }

  private firstOf(line: number, counter: number, zone: string, now: number): number {
    const places = this.prepared.lines[line] as readonly number[]
    let head = this.heads[line] as number
    while (head < places.length && this.done[places[head] as number] === 1) head += 1
    this.heads[line] = head
    let looked = 0
    for (let at = head; at < places.length && looked < LOOK; at += 1) {
      const place = places[at] as number
      if (this.done[place] === 1) continue
      if (this.mayCall(place, counter, zone, now)) return place
      looked += 1
    }
    return -1
  }

  private mayCall(place: number, counter: number, zone: string, now: number): boolean {
    if ((this.callable[place] as number) > now) return false
    const { visit, keptFor, keptUntil } = this.prepared.steps[place] as PreparedStep
    if (keptFor >= 0 && keptFor !== counter && keptUntil > now) return false
    if ((this.busyUntil[visit] as number) > now) return false
    return (this.walksUntil[visit] as number) <= now || this.zones[visit] === zone
  }

  private takes(place: number): number {
    const { scene, steps } = this.prepared
    const { key, service } = steps[place] as PreparedStep
    const pace = scene.services[service]?.pace as Pace
    if (chance(scene.seed, this.draw, key ^ SHOWS) < pace.noShow) return pace.missMinutes + pace.gap
    return this.span(pace, service, chance(scene.seed, this.draw, key)) + pace.gap
  }

  /** What is left of a visit that has taken `ago` minutes: drawn among those that take longer than that. */
  private remaining(service: number, key: number, ago: number): number {
    const { scene } = this.prepared
    const pace = scene.services[service]?.pace as Pace
    const middle = pace.minutes * (this.factors[service] ?? 1) * Math.exp(-(pace.spread ** 2) / 2)
    const below = ago > 0 ? shareBelow(Math.log(ago / middle) / pace.spread) : 0
    const share = below + (1 - below) * chance(scene.seed, this.draw, key)
    // A visit that has taken far longer than any other is about as likely to go on as not.
    const longest = ago + pace.minutes
    if (share > 0.9995) return Math.max(0, longest - ago) + pace.gap
    return Math.max(0, this.span(pace, service, share) - ago) + pace.gap
  }

  private span(pace: Pace, service: number, share: number): number {
    const log = pace.spread * normalAt(share) - pace.spread ** 2 / 2
    return pace.minutes * (this.factors[service] ?? 1) * Math.exp(log)
  }

  /** How much slower or faster than usual each service is in this draw. */
  private factorsOfDay(): Float64Array {
    const { seed, services } = this.prepared.scene
    const hall = normalAt(chance(seed, this.draw, HALL))
    return Float64Array.from(services, ({ id, pace: { doubt } }) => {
      const own = normalAt(chance(seed, this.draw, keyOf(id) ^ PACE))
      return Math.exp(doubt * (IN_COMMON * hall + APART * own))
    })
  }
}
