// The definitions of docs/figures.md once more, computed as somebody would who has nothing but the journal and much time: what
// was undone is struck out first, then every visit is watched event by event, by the model that the random days are
// checked with, and each moment of its time is asked what it was. It shares no code with the fold.
import type { Event, Recorded } from '../../server/hall/event.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { Model } from '../property/model.ts'
import { isOpen } from '../property/model-time.ts'

/** Those fields of a fact that are figures; spans in seconds. */
export type NaiveFact = Record<string, string | number | boolean | null>

interface Moment {
  at: number
  status: string
  callableFrom: number
}

interface Watched {
  readonly day: string
  readonly first: string
  moments: Map<string, Moment[]>
  walks: { at: number; until: number; zone: string }[]
  held: { at: number; held: boolean }[]
  /** By step. */
  readonly came: Map<string, { cameBy: string; from: string | null }>
  readonly ends: Map<string, string>
  calls: { step: string; at: number; counter: string; zone: string; call: string; isSeat: boolean }[]
  announced: { step: string; call: string; id: string }[]
  recalls: string[]
  failed: number
  handed: Map<string, number | null>
}

const AHEAD = 8 * 3_600_000
const HOUR = 3_600_000

/**
 * What never happened: actions that were undone, with their undo; and what came between a wrong close and its
 * correction.
 */
function struckOut(records: readonly Recorded[]): Recorded[] {
  let kept: Recorded[] = []
  for (const one of records) {
    const { event } = one
    if (event.type === 'day-reopened') {
      kept = kept.filter(({ seq }) => seq < event.to)
      continue
    }
    if (event.type === 'undone') {
      const { action: undone } = event
      const action = kept.findLastIndex(
        ({ event: done }) => done.type === undone?.type && JSON.stringify(done) === JSON.stringify(undone),
      )
      const isSeat = event.action?.type === 'seated'
      kept = kept.flatMap((before, place) => (place === action ? [] : [before]))
      if (isSeat) kept.push(one)
      continue
    }
    kept.push(one)
  }
  return kept
}

/** The figures of every step of every day that is over, and of the last one as it is at the last event. */
export function naiveFacts(records: readonly Recorded[], plan: Plan): Map<string, NaiveFact> {
  const told = new Naive(plan, records)
  for (const recorded of struckOut(records)) told.follow(recorded)
  told.tell(records.at(-1)?.at ?? 0)
  return told.facts
}

class Naive {
  readonly facts = new Map<string, NaiveFact>()
  private readonly model: Model
  private readonly watched = new Map<string, Watched>()
  private readonly fates: Map<string, string>
  private readonly dayEnds = new Map<string, number>()
  private readonly plans = new Map<string, Plan>()
  private doneAt = new Map<string, number>()
  private readonly raw: readonly Recorded[]
  private rawAt = 0
  private open = new Map<string, boolean[]>()

  constructor(plan: Plan, raw: readonly Recorded[]) {
    this.model = new Model(plan)
    this.raw = raw.filter(
      ({ seq }) =>
        !raw.some(({ event, seq: back }) => event.type === 'day-reopened' && event.to <= seq && seq < back),
    )
    this.fates = fatesIn(raw)
  }

  follow(recorded: Recorded): void {
    const { event, at } = recorded
    const { model } = this
    const before = model.at
    this.noteDone(recorded.seq)
    if (event.type === 'undone') this.unseat(event, at)
    else model.follow(recorded)
    model.at = at
    if (event.type === 'day-opened') {
      this.doneAt = new Map()
      this.dayEnds.set(event.day, event.endsAt)
      for (const id of this.watched.keys()) if (!model.visits.has(id)) this.watched.delete(id)
    }
    if (event.type === 'clock-confirmed') this.move(at - (event.from ?? before))
    if ('visit' in event) this.watch(event.visit, recorded)
    if (event.type === 'day-closed') {
      const end = Math.min(at, this.dayEnds.get(event.day) ?? at)
      for (const id of model.visits.keys()) this.watch(id, { ...recorded, at: end })
      this.tell(end)
    }
  }

  /** When anything was last done at a counter: undone or not, it was done. */
  private noteDone(upTo: number): void {
    for (; this.rawAt < this.raw.length; this.rawAt += 1) {
      const one = this.raw[this.rawAt]
      if (!one || one.seq > upTo) break
      const { event, at } = one
      if ('counter' in event && event.counter !== null) this.doneAt.set(event.counter, at)
    }
  }

  private unseat(event: Extract<Event, { type: 'undone' }>, at: number): void {
    const action = event.action
    if (action?.type !== 'seated') return
    const visit = this.model.visit(action.visit)
    const own = this.watched.get(action.visit)
    for (const step of visit.steps) {
      step.status = 'cancelled'
      own?.ends.set(step.id, 'undone')
    }
    own?.came.set(action.step, { cameBy: 'seated', from: null })
    // As if it had been cancelled instead of seated.
    const seatedAt = this.raw.findLast(
      ({ event: done }) => done.type === 'seated' && done.call === action.call,
    )?.at
    this.push(action.visit, seatedAt ?? at)
  }

  private watch(id: string, { event, at, by }: Recorded): void {
    const visit = this.model.visits.get(id)
    if (!visit) return
    const own: Watched = this.watched.get(id) ?? {
      day: visit.day,
      first: visit.steps[0]?.id ?? '',
      moments: new Map(),
      walks: [],
      held: [],
      came: new Map(),
      ends: new Map(),
      calls: [],
      announced: [],
      recalls: [],
      failed: 0,
      handed: new Map(),
    }
    this.watched.set(id, own)
    for (const { id: step } of visit.steps) if (!own.came.has(step)) own.came.set(step, cameWith(event, step))
    if (event.type === 'visit-cancelled')
      for (const one of visit.steps)
        if (own.moments.get(one.id)?.at(-1)?.status !== 'cancelled' && one.status === 'cancelled')
          own.ends.set(one.id, by.startsWith('staff:') ? 'asked' : 'visitor')
    if (event.type === 'step-cancelled') own.ends.set(event.step, event.because)
    if (event.type === 'slip-failed') own.failed += 1
    if (event.type === 'finished') own.handed.set(event.step, event.documents ?? null)
    if (event.type === 'referred') own.handed.delete(event.step)
    if (event.type === 'called' || event.type === 'seated') {
      const { step, counter, call } = event
      const isSeat = event.type === 'seated'
      own.calls.push({ step, at, counter, zone: this.model.zoneOf(counter), call, isSeat })
      if (isSeat) own.came.set(step, { cameBy: 'seated', from: null })
    }
    if (event.type === 'recalled') own.recalls.push(event.step)
    if (event.type === 'called' || event.type === 'recalled') {
      const call = own.calls.findLast(({ step }) => step === event.step)?.call ?? ''
      own.announced.push({ step: event.step, call, id: event.announcement })
    }
    this.push(id, at)
  }

  private push(id: string, at: number): void {
    const visit = this.model.visit(id)
    const own = this.watched.get(id)
    if (!own) return
    for (const { id: step, status, callableFrom } of visit.steps) {
      const moments = own.moments.get(step) ?? []
      own.moments.set(step, moments)
      const last = moments.at(-1)
      const from = status === 'waiting' ? callableFrom : 0
      if (last?.status !== status || last.callableFrom !== from)
        moments.push({ at, status, callableFrom: from })
    }
    const { walk, slip } = visit
    const lastWalk = own.walks.at(-1)
    if (walk && (walk.until !== lastWalk?.until || walk.zone !== lastWalk.zone))
      own.walks.push({ at, ...walk })
    const held = slip.noted || slip.status === 'printed' || slip.status === 'none'
    if (own.held.at(-1)?.held !== held) own.held.push({ at, held })
  }

  private move(by: number): void {
    for (const own of this.watched.values()) {
      for (const moments of own.moments.values())
        for (const one of moments) {
          one.at += by
          if (one.status === 'waiting') one.callableFrom += by
        }
      for (const one of own.walks) {
        one.at += by
        one.until += by
      }
      for (const one of own.held) one.at += by
      for (const one of own.calls) one.at += by
    }
    for (const [counter, at] of this.doneAt) this.doneAt.set(counter, at + by)
  }

  /** Tells the figures of all visits that are here as they stand at `now`. */
  tell(now: number): void {
    this.plans.set(this.model.day, this.model.plan)
    this.open.clear()
    for (const [id, visit] of this.model.visits) {
      const own = this.watched.get(id)
      for (const { id: step, service, status } of visit.steps)
        if (own)
          this.facts.set(`${own.day} ${step}`, this.figures(own, step, service, status, visit.priority, now))
    }
  }

  private figures(
    own: Watched,
    step: string,
    service: string,
    status: string,
    priority: boolean,
    now: number,
  ): NaiveFact {
    const moments = own.moments.get(step) ?? []
    const came = own.came.get(step) ?? { cameBy: '?', from: null }
    const calls = own.calls.filter((one) => one.step === step)
    const real = calls.filter(({ isSeat }) => !isSeat)
    const call = real[0] ?? null
    const last = moments.at(-1)
    const isOver = ['done', 'cancelled', 'expired'].includes(status)
    const ended = isOver ? (last?.at ?? null) : null
    const starts = moments.flatMap((one, place) =>
      one.status === 'serving' ? [{ from: one.at, to: moments[place + 1]?.at ?? now }] : [],
    )
    const dayEnd = this.dayEnds.get(own.day) ?? now
    const start = starts[0] ?? null
    const isSeated = calls.some(({ isSeat, at }) => isSeat && at === start?.from)
    const leading = start && !isSeated ? (real.findLast(({ at }) => at <= start.from)?.at ?? null) : null
    const served = starts.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0) / 1000
    const isForgotten = starts.some(({ to }) => to > dayEnd + 4 * HOUR)
    const end = status === 'expired' ? 'day' : status === 'cancelled' ? (own.ends.get(step) ?? '?') : null
    const blocked = isOver && status !== 'done' && moments.at(-2)?.status === 'blocked'
    return {
      cameBy: came.cameBy,
      from: came.from,
      priority,
      status,
      end,
      blocked,
      calledAt: call?.at ?? null,
      leadingCallAt: leading,
      startedAt: start?.from ?? null,
      endedAt: ended,
      counter: calls.at(-1)?.counter ?? null,
      zone: calls.at(-1)?.zone ?? null,
      walkSeconds: start && leading !== null ? (start.from - leading) / 1000 : null,
      servedSeconds: start === null || isForgotten ? null : served,
      calls: real.length + own.recalls.filter((one) => one === step).length,
      notHeard: this.notHeard(own, step),
      slipsFailed: own.first === step ? own.failed : 0,
      documents: (status === 'done' ? own.handed.get(step) : null) ?? null,
      ...this.waiting(own, step, service, moments, came.cameBy, call, now),
    }
  }

  private notHeard(own: Watched, step: string): number {
    const mine = own.announced.filter((one) => one.step === step)
    const calls = [...new Set(mine.map(({ call }) => call))]
    return calls.filter((call) => {
      const fates = mine.filter((one) => one.call === call).map(({ id }) => this.fates.get(id))
      return fates.includes('unheard') && !fates.includes('heard')
    }).length
  }

  private waiting(
    own: Watched,
    step: string,
    service: string,
    moments: readonly Moment[],
    cameBy: string,
    call: { at: number; zone: string } | null,
    now: number,
  ): NaiveFact {
    const sums = { elsewhere: 0, walking: 0, aside: 0, slip: 0, waited: 0, rest: 0 }
    const begins = moments.find(({ status }) => status === 'waiting' || status === 'held')
    const waits = begins !== undefined && cameBy !== 'seated' && cameBy !== 'paper'
    if (waits) {
      // What began after its day’s end, while the clock was in doubt, expires as of that end: it waited for no time, not for
      // the time from the one back to the other (seed 108).
      const to = Math.max(begins.at, call?.at ?? this.waitedUntil(own.day, service, moments, now))
      for (const [from, until] of piecesOf(own, moments, begins.at, to)) {
        const at = (from + until) / 2
        const what = this.whatAt(own, step, service, moments, call, at)
        sums[what] += until - from
        if (what === 'waited' && !this.wasOpen(own.day, service, at)) sums.rest += until - from
      }
    }
    const seconds = (ms: number) => ms / 1000
    return {
      waitsFrom: waits ? begins.at : null,
      waitedSeconds: waits && call ? seconds(sums.waited) : null,
      waitedOpenSeconds: waits && call ? seconds(sums.waited - sums.rest) : null,
      uncalledSeconds: waits && !call ? seconds(sums.waited) : null,
      elsewhereSeconds: seconds(sums.elsewhere),
      walkingSeconds: seconds(sums.walking),
      asideSeconds: seconds(sums.aside),
      slipSeconds: seconds(sums.slip),
      restSeconds: seconds(sums.rest),
    }
  }

  private waitedUntil(day: string, service: string, moments: readonly Moment[], now: number): number {
    const last = moments.at(-1)
    if (last?.status === 'cancelled' || last?.status === 'done') return last.at
    if (last?.status !== 'expired') return now
    const began = moments.findLast(({ status }) => status === 'waiting')?.at ?? last.at
    const midnight = Date.parse(`${day}T00:00:00Z`) - AHEAD
    const close = midnight + (this.openMinutes(day, service).lastIndexOf(true) + 1) * 60_000
    const counters = (this.plans.get(day)?.counters ?? []).filter(({ services }) =>
      services.includes(service),
    )
    const done = counters.map(({ id }) => this.doneAt.get(id) ?? 0)
    return Math.min(last.at, Math.max(began, close, ...done))
  }

  private whatAt(
    own: Watched,
    step: string,
    service: string,
    moments: readonly Moment[],
    call: { zone: string } | null,
    at: number,
  ): 'elsewhere' | 'walking' | 'aside' | 'slip' | 'waited' {
    for (const [other, theirs] of own.moments)
      if (other !== step && ['called', 'serving'].includes(stateAt(theirs, at)?.status ?? ''))
        return 'elsewhere'
    const isThere = (zone: string) =>
      call
        ? call.zone === zone
        : (this.plans.get(own.day)?.counters ?? []).some(
            (one) => one.services.includes(service) && one.zone === zone,
          )
    if (own.walks.some((walk) => walk.at <= at && at < walk.until && !isThere(walk.zone))) return 'walking'
    const state = stateAt(moments, at)
    if (state?.status !== 'waiting' || state.callableFrom > at) return 'aside'
    return stateAt(own.held, at)?.held === false ? 'slip' : 'waited'
  }

  private wasOpen(day: string, service: string, at: number): boolean {
    const minute = Math.floor((at + AHEAD - Date.parse(`${day}T00:00:00Z`)) / 60_000)
    const open = this.openMinutes(day, service)
    return open[minute] === true || !open.includes(true)
  }

  private openMinutes(day: string, service: string): boolean[] {
    const plan = this.plans.get(day)
    if (!plan) return []
    const key = `${day} ${service}`
    const known = this.open.get(key)
    if (known) return known
    const agency = plan.services.find(({ id }) => id === service)?.agency
    const minutes = Array.from({ length: 1440 }, (_, minute) =>
      [0, 1, 2].every((depth) => isOpen(plan, depth, agency, service, day, minute)),
    )
    this.open.set(key, minutes)
    return minutes
  }
}

/** Every boundary at which anything may change cuts the time into pieces. */
function piecesOf(own: Watched, moments: readonly Moment[], from: number, to: number): [number, number][] {
  const cuts = [
    ...[...own.moments.values()].flatMap((theirs) => theirs.map(({ at }) => at)),
    ...moments.map(({ callableFrom }) => callableFrom),
    ...own.walks.flatMap(({ at, until }) => [at, until]),
    ...own.held.map(({ at }) => at),
    // Hours begin and end with minutes.
    ...Array.from(
      { length: Math.min(4000, Math.ceil((to - from) / 60_000) + 1) },
      (_, minute) => (Math.floor(from / 60_000) + minute) * 60_000,
    ),
  ]
  const inside = [...new Set([from, ...cuts.filter((cut) => from < cut && cut < to), to])].sort(
    (a, b) => a - b,
  )
  return inside.slice(1).map((cut, place) => [inside[place] ?? cut, cut])
}

const stateAt = <T extends { at: number }>(states: readonly T[], at: number): T | undefined =>
  states.findLast((state) => state.at <= at)

function cameWith(event: Event, step: string): { cameBy: string; from: string | null } {
  if (event.type === 'referred')
    return { cameBy: event.back === step ? 'come-back' : 'referred', from: event.step }
  return event.type === 'finished' ? { cameBy: 'return', from: event.step } : { cameBy: 'ticket', from: null }
}

function fatesIn(records: readonly Recorded[]): Map<string, string> {
  const quiet = new Set<string>()
  const fates = new Map<string, string>()
  for (const { event } of records) {
    if (event.type === 'announcement-started' && event.quiet)
      for (const id of [event.announcement, ...(event.also ?? [])]) quiet.add(id)
    if (event.type === 'announcement-heard') fates.set(event.announcement, 'heard')
    if (event.type === 'announcement-unheard' && !event.again && !quiet.has(event.announcement))
      fates.set(event.announcement, 'unheard')
  }
  return fates
}
