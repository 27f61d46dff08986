// Replays a day: its script, under the plan as a change makes it, through the very `decide` and `evolve` of the hall. What
// comes out are events as the hall would have recorded them.
import { nextDue } from '../clock.ts'
import { Changes } from '../hall/changes.ts'
import type { Command, Time } from '../hall/command.ts'
import { decide } from '../hall/decide.ts'
import type { Actor, Event, Recorded } from '../hall/event.ts'
import { evolve } from '../hall/evolve.ts'
import { emptyHall, type Hall } from '../hall/hall.ts'
import { hoursEnd, instantOf } from '../hall/hours.ts'
import { layOut } from '../hall/layout.ts'
import type { Plan } from '../hall/plan.ts'
import { isRefusal } from '../hall/refusal.ts'
import { type AtCounter, stepAtCounter, stepOf } from '../hall/visit.ts'
import { minuteIn } from '../time-zone.ts'
import { Agenda } from './agenda.ts'
import { type Change, changedPlan, minuteOf } from './change.ts'
import { type Seen, share } from './draw.ts'
import { Readiness } from './ready.ts'
import type { DeskState, Ending, Happening, PastCall, Return, Script, StepScript, Turn } from './script.ts'

export interface Replayed {
  readonly records: readonly Recorded[]
  /** Steps for which something was drawn: nobody had ever called them. */
  readonly drawn: number
  /** Visits that came and got no number under the change. */
  readonly turnedAway: number
}

/** Lengths that are used where nothing was seen: to come to the counter, to be missed, between two calls. Milliseconds. */
const WALK = 30_000
const MISS = 90_000
const GAP = 20_000
const MINUTE = 60_000
/** A counter that nobody uses after hours closes no earlier than this after them. */
const CLOSES_AFTER = 30 * MINUTE
/** What could not be done is tried again after this. */
const AGAIN = MINUTE

/** Replays the day of the script. `seed`: the same one draws the same. */
export function replayDay(script: Script, change: Change, seen: Seen, seed: number): Replayed {
  return new Replay(script, change, seen, seed).run()
}

type Seat = Extract<Happening, { does: 'seat' }>

class Replay {
  private readonly hall: Hall
  private readonly changes = new Changes()
  private readonly records: Recorded[] = []
  private readonly ready: Readiness
  private readonly agenda = new Agenda<() => void>()
  private readonly script: Script
  private readonly change: Change
  private readonly seen: Seen
  private readonly seed: number
  private now: number
  /** What a step does, by its id in this replay, and the other way round. */
  private readonly scripts = new Map<string, StepScript>()
  private readonly ids = new Map<StepScript, { visit: string; step: string }>()
  /** By step: how many of its recorded turns were taken, and how often it was set aside in them. */
  private readonly turns = new Map<string, number>()
  private readonly asides = new Map<string, number>()
  /** Calls that nobody made then: a second call, for somebody who was away. */
  private readonly inserted = new Set<string>()
  /** Steps whose visitor is back since they were missed. */
  private readonly returned = new Set<string>()
  private readonly drawnFor = new Set<string>()
  /** By counter: how many of the recorded calls were made; as somebody set it; who sat down there. */
  private readonly made = new Map<string, number>()
  private readonly desks = new Map<string, DeskState>()
  private readonly windows: ReadonlyMap<string, readonly { from: number; to: number }[]>
  private readonly leaving = new Set<string>()
  private readonly seats = new Map<string, Seat['command'][]>()
  private turnedAway = 0
  private calls = 0
  private readonly callsAt = new Map<string, number>()
  private readonly looks = new Set<string>()
  private minute = { start: -1, minute: 0 }
  /** Before this nothing closes by itself. */
  private closes = { layout: -1, at: 0 }

  constructor(script: Script, change: Change, seen: Seen, seed: number) {
    this.script = script
    this.change = change
    this.seen = seen
    this.seed = seed
    this.now = script.at
    this.hall = emptyHall(layOut(script.opened.plan))
    this.ready = new Readiness(this.hall, (counter) => this.looks.add(counter))
    this.windows = this.windowsOf()
  }

  run(): Replayed {
    const { script, agenda, hall } = this
    const { opened } = script
    this.record([{ ...opened, plan: this.planOf(opened.plan) }], 'system:clock')
    for (const [id, step] of script.steps) this.follows(id.slice(0, id.lastIndexOf('.')), id, step)
    for (const { counter, visit, step } of opened.carried) this.goesOn(counter, visit, step)
    for (const happening of script.world) agenda.add(happening.at, () => this.happens(happening))
    this.planDesks()
    this.settle()
    for (;;) {
      const due = this.nextDue()
      const at = Math.min(due, agenda.next(), this.ready.nextWake())
      if (at >= opened.endsAt) break
      this.now = Math.max(this.now, at)
      if (due <= this.now) this.give({ type: 'release-due' }, 'system:clock')
      else if (agenda.next() <= this.now) agenda.take()?.what()
      this.ready.wake(this.now)
      this.settle()
    }
    this.now = Math.max(this.now, opened.endsAt)
    for (const left of this.seats.values()) this.turnedAway += left.length
    this.record([{ type: 'day-closed', day: hall.day }], 'system:clock')
    return { records: this.records, drawn: this.drawnFor.size, turnedAway: this.turnedAway }
  }

  private planOf(plan: Plan): Plan {
    return changedPlan(plan, this.change, this.script.opened.day)
  }

  private time(): Time {
    const { now } = this
    const start = Math.floor(now / MINUTE)
    if (this.minute.start !== start)
      this.minute = { start, minute: minuteIn(this.hall.layout.plan.timeZone, now) }
    return { now, minute: this.minute.minute, suspect: false, system: now, state: 'right', held: false }
  }

  /** Gives a command; false: it was refused. */
  private give(command: Command, by: Actor): boolean {
    const events = decide(this.hall, { command, time: this.time() })
    if (isRefusal(events)) return false
    this.record(events, by)
    return true
  }

  private record(events: readonly Event[], by: Actor): void {
    const { hall, now, script } = this
    for (const event of events) {
      const { day } = script.opened
      const recorded = { seq: hall.seq + 1, at: now, day, by, key: null, hash: null, event }
      evolve(hall, this.changes, recorded)
      this.changes.keep()
      this.records.push(recorded)
      this.ready.follow(event, now)
      this.after(event)
    }
  }

  private nextDue(): number {
    const { hall, now } = this
    const soon = Math.min(hall.dues[0]?.at ?? Infinity, hall.layout.reopenings[0]?.at ?? Infinity)
    if (this.closes.layout !== hall.layoutSeq) {
      const ends = [...hall.counters.keys()].map((id) => hoursEnd(hall, { of: 'counter', id }))
      this.closes = { layout: hall.layoutSeq, at: Math.min(...ends) + CLOSES_AFTER }
    }
    // To know it in detail costs a look at every counter.
    if (now < this.closes.at) return Math.min(soon, this.closes.at)
    return Math.max(now, nextDue(hall, false))
  }

  // The world.

  private happens(happening: Happening): void {
    switch (happening.does) {
      case 'command':
        this.gives(happening.command)
        return
      case 'seat': {
        const { counter } = happening.command
        this.seats.set(counter, [...(this.seats.get(counter) ?? []), happening.command])
        this.looks.add(counter)
        return
      }
      case 'add': {
        const { visit, service, before, added } = happening
        const was = this.hall.visits.get(visit)?.steps.length ?? 0
        this.give({ type: 'add-step', visit, service, before, printer: null }, 'system:start')
        const step = this.hall.visits.get(visit)?.steps[was]
        if (step) this.follows(visit, step.id, added)
        return
      }
      case 'cancel-step': {
        const at = this.ids.get(happening.step)
        if (at) this.give({ type: 'cancel-step', ...at }, 'system:start')
        return
      }
      case 'revise':
        this.revise(happening)
    }
  }

  private gives(command: Command): void {
    if (
      command.type === 'set-quota' &&
      this.change.quotas?.some(({ service }) => service === command.service)
    )
      return
    if (command.type === 'cancel-visit') {
      // Whoever is being served goes afterwards.
      if (!this.give(command, `visitor:${command.visit}`)) this.leaving.add(command.visit)
    } else if (command.type === 'take-visit') {
      if (!this.give(command, 'system:start')) this.turnedAway += 1
    } else if (command.type === 'set-desk') {
      const shared = this.change.shared?.find(({ counter }) => counter === command.counter)?.services ?? []
      this.give({ ...command, services: [...new Set([...command.services, ...shared])] }, 'system:start')
    } else this.give(command, 'system:start')
  }

  /** Where somebody is being served whom the plan would strand, it waits for them. */
  private revise(happening: Extract<Happening, { does: 'revise' }>): void {
    const { plan, waiting, to } = happening
    const command: Command = { type: 'revise-plan', plan: this.planOf(plan), from: null, waiting, to }
    if (!this.give(command, 'system:start')) this.later(AGAIN, () => this.revise(happening))
  }

  private later(ms: number, what: () => void): void {
    this.agenda.add(this.now + Math.max(0, ms), what)
  }

  private follows(visit: string, step: string, script: StepScript): void {
    this.scripts.set(step, script)
    this.ids.set(script, { visit, step })
  }

  // The counters, open as they were, and besides as the change says.

  private windowsOf(): ReadonlyMap<string, readonly { from: number; to: number }[]> {
    const windows = new Map<string, { from: number; to: number }[]>()
    const { opened } = this.script
    for (const { counter, from, to } of this.change.open ?? []) {
      const [begins, ends] = [from, to].map((time) => instantOf({ ...this.hall, ...opened }, minuteOf(time)))
      const span = { from: begins as number, to: ends as number }
      windows.set(counter, [...(windows.get(counter) ?? []), span])
    }
    return windows
  }

  private planDesks(): void {
    const { agenda } = this
    for (const [counter, states] of this.script.desks) {
      for (const state of states) {
        agenda.add(state.at, () => {
          this.desks.set(counter, state)
          this.setDesk(counter)
        })
      }
    }
    for (const [counter, windows] of this.windows) {
      if (!this.hall.counters.has(counter)) continue
      for (const { from, to } of windows) {
        agenda.add(from, () => this.setDesk(counter))
        agenda.add(to, () => this.setDesk(counter))
      }
    }
  }

  private isAdded(counter: string): boolean {
    return (this.windows.get(counter) ?? []).some(({ from, to }) => from <= this.now && this.now < to)
  }

  /** Who holds the counter, or will. */
  private at(counter: string): { counter: string; staff: string } {
    return { counter, staff: this.hall.counters.get(counter)?.staff ?? `of ${counter}` }
  }

  /** As somebody set it; with a visitor there it closes afterwards. */
  private setDesk(counter: string): void {
    const desk = this.hall.counters.get(counter)
    if (!desk) return
    const { state, reason, minutes } = this.desks.get(counter) ?? {
      state: 'closed',
      reason: null,
      minutes: null,
    }
    const wanted = this.isAdded(counter) ? 'open' : state
    const by: Actor = `staff:${this.at(counter).staff}`
    if (wanted === desk.state) return
    if (wanted === 'open') this.give({ type: 'open-counter', ...this.at(counter), mayHoldSeveral: true }, by)
    else if (wanted === 'closed') {
      if (desk.current === null)
        this.give({ type: 'close-counter', ...this.at(counter), mayCloseAny: true }, by)
    } else {
      if (desk.staff === null)
        this.give({ type: 'open-counter', ...this.at(counter), mayHoldSeveral: true }, by)
      this.give({ type: 'pause-counter', ...this.at(counter), reason, minutes }, by)
    }
  }

  /** Looks at the counters that can call from now on, or no more. */
  private settle(): void {
    for (const counter of this.looks) {
      this.looks.delete(counter)
      this.look(counter)
    }
  }

  private look(counter: string): void {
    const desk = this.hall.counters.get(counter)
    if (desk?.state !== 'open' || desk.current !== null) return
    const seat = this.seats.get(counter)?.shift()
    if (seat) {
      this.seat(counter, seat)
      return
    }
    const since = this.ready.since(counter)
    if (since === undefined) return
    const made = this.made.get(counter) ?? 0
    const past = this.isAdded(counter) ? undefined : this.script.calls.get(counter)?.[made]
    const gap = (past?.gap ?? this.drawnGap(counter)) - this.ready.couldBefore(counter)
    const at = Math.max(this.now, since + gap)
    this.agenda.add(at, () => this.calling(counter, since, made, past), past?.seq ?? Infinity)
  }

  /** The officer gets to it; unless somebody else called meanwhile, or the counter is closed: then it is looked at again. */
  private calling(counter: string, since: number, made: number, past: PastCall | undefined): void {
    if (this.ready.since(counter) !== since || (this.made.get(counter) ?? 0) !== made) return
    const at = this.at(counter)
    const by: Actor = `staff:${at.staff}`
    if (past) this.made.set(counter, made + 1)
    this.calls += 1
    const ids = { call: `call ${this.calls}`, announcement: `said ${this.calls}` }
    const { chosen, reason } = past ?? { chosen: null, reason: null }
    if (chosen !== null && this.give({ type: 'call', ...at, visit: chosen, ...ids, reason }, by)) return
    this.give({ type: 'call-next', ...at, ...ids }, by)
  }

  private drawnGap(counter: string): number {
    const part = share(this.seed, `gap ${counter} ${this.callsAt.get(counter) ?? 0}`)
    return this.seen.one('gap', counter, part) ?? this.seen.one('gap', null, part) ?? GAP
  }

  private seat(counter: string, seat: Seat['command']): void {
    const { staff } = this.at(counter)
    if (!this.give({ ...seat, staff }, `staff:${staff}`)) {
      this.turnedAway += 1
      this.looks.add(counter)
    }
  }

  // What becomes of a step.

  private after(event: Event): void {
    switch (event.type) {
      case 'called':
      case 'recalled':
        // Nobody listens; what is never said would only pile up.
        this.give({ type: 'give-up-announcement', announcement: event.announcement }, 'system:voice')
        if (event.type === 'called') this.comes(event.counter, event.visit, event.step)
        return
      case 'seated':
        this.comes(event.counter, event.visit, event.step)
        return
      case 'held':
      case 'missed':
      case 'unanswered':
        this.isAside(event.counter, event.visit, event.step, event.type === 'missed')
        this.goesHome(event.visit)
        this.isFree(event.counter)
        return
      case 'finished':
      case 'put-back':
      case 'referred':
      case 'undone':
        if ('visit' in event) this.goesHome(event.visit)
        this.isFree(event.counter)
        return
      case 'visit-cancelled':
      case 'step-cancelled':
        // Whoever was being called is gone: the counter is free.
        for (const counter of this.hall.counters.keys()) this.isFree(counter)
        return
      case 'counter-closed':
        // Also by the clock: then it stays closed until somebody opens it.
        this.desks.set(event.counter, { at: this.now, state: 'closed', reason: null, minutes: null })
        return
      default:
        if ('counter' in event && event.counter !== null) this.looks.add(event.counter)
    }
  }

  private goesHome(visit: string): void {
    if (this.leaving.delete(visit))
      this.later(0, () => this.give({ type: 'cancel-visit', visit }, `visitor:${visit}`))
  }

  private isFree(counter: string): void {
    if (this.hall.counters.get(counter)?.current) return
    this.looks.add(counter)
    // It was to close or to pause with the end of this.
    this.later(0, () => this.setDesk(counter))
  }

  private present(counter: string, call: string): AtCounter | undefined {
    const current = this.hall.counters.get(counter)?.current
    const visit = current && this.hall.visits.get(current.visit)
    const step = visit ? stepAtCounter(visit) : undefined
    return step?.call.id === call ? step : undefined
  }

  /** Somebody is called: they come or not, and are served, as they were. */
  private comes(counter: string, visit: string, id: string): void {
    const here = this.hall.visits.get(visit)
    const step = here && stepOf(here, id)
    if (!step || !('call' in step)) return
    this.callsAt.set(counter, (this.callsAt.get(counter) ?? 0) + 1)
    const nth = this.turns.get(id) ?? 0
    const script = this.scripts.get(id)
    const last = script?.turns[nth - 1]?.end?.how
    if (step.secondCall && last?.type === 'miss' && !last.second && !this.returned.has(id)) {
      this.inserted.add(step.call.id)
      this.goes(counter, step.call.id, this.absent(id, step.service), script)
      return
    }
    this.returned.delete(id)
    this.turns.set(id, nth + 1)
    this.goes(counter, step.call.id, this.fitting(script?.turns[nth], id, step.service), script)
  }

  private goesOn(counter: string, visit: string, id: string): void {
    const here = this.hall.visits.get(visit)
    const step = here && stepAtCounter(here)
    const script = this.scripts.get(id)
    this.turns.set(id, 1)
    const turn = script?.turns[0]
    if (step && turn) this.goes(counter, step.call.id, { ...turn, startAfter: null }, script)
  }

  private goes(counter: string, call: string, turn: Turn, script: StepScript | undefined): void {
    const by = (): Actor => `staff:${this.at(counter).staff}`
    for (const [nth, after] of turn.recalls.entries()) {
      this.later(after, () => {
        if (this.present(counter, call)?.status === 'called')
          this.give({ type: 'recall', ...this.at(counter), announcement: `${call} again ${nth}` }, by())
      })
    }
    if (turn.startAfter !== null) {
      this.later(turn.startAfter, () => {
        if (this.present(counter, call)?.status === 'called')
          this.give({ type: 'start', ...this.at(counter) }, by())
      })
    }
    const { end } = turn
    if (!end) return
    this.later(end.after, () => {
      const step = this.present(counter, call)
      if (!step) return
      this.ends(counter, step, end.how)
      if (turn.reopenedAfter !== null && script) this.later(turn.reopenedAfter, () => this.reopen(script))
    })
  }

  private ends(counter: string, step: AtCounter, how: Ending): void {
    const at = this.at(counter)
    const by: Actor = `staff:${at.staff}`
    const visit = this.hall.counters.get(counter)?.current?.visit ?? ''
    switch (how.type) {
      case 'hold':
        this.give({ type: 'hold', ...at, reason: how.reason, minutes: how.minutes }, by)
        return
      case 'miss':
        this.give({ type: 'miss', ...at }, by)
        return
      case 'undo':
        if (this.give({ type: 'undo', ...at }, by)) return
        this.give({ type: 'put-back', ...at }, by)
        return
      case 'put-back':
        this.give({ type: 'put-back', ...at }, by)
        return
      case 'cancel':
        if (how.whole) this.give({ type: 'cancel-visit', visit }, `visitor:${visit}`)
        else this.give({ type: 'cancel-step', visit, step: step.id }, by)
        return
      case 'refer': {
        const { service, also, back } = how
        const was = this.hall.visits.get(visit)?.steps.length ?? 0
        if (!this.give({ type: 'refer', ...at, service, also, comeBack: back !== null, note: null }, by)) {
          // They wait there already, in this replay.
          this.finish(counter, { type: 'finish', outcome: 'served', missing: [], reason: null, back: null })
          return
        }
        const added = this.hall.visits.get(visit)?.steps.slice(was) ?? []
        for (const [nth, script] of [...how.sent, ...(back ? [back] : [])].entries()) {
          const made = added[nth]
          if (made) this.follows(visit, made.id, script)
        }
        return
      }
      case 'finish':
        this.finish(counter, how)
    }
  }

  private finish(
    counter: string,
    { outcome, missing, reason, back }: Extract<Ending, { type: 'finish' }>,
  ): void {
    const at = this.at(counter)
    const by: Actor = `staff:${at.staff}`
    const visit = this.hall.counters.get(counter)?.current?.visit ?? ''
    const was = this.hall.visits.get(visit)?.steps.length ?? 0
    const plain = {
      type: 'finish',
      ...at,
      outcome,
      missing: [],
      reason: null,
      words: null,
      told: null,
      documents: null,
    } as const
    const isDone =
      this.give({ ...plain, missing, reason, comeBack: back !== null }, by) ||
      this.give({ ...plain, comeBack: back !== null }, by)
    if (!isDone) {
      // The record has it finished without a start.
      this.give({ type: 'start', ...at }, by)
      this.give({ ...plain, comeBack: false }, by)
    }
    const made = this.hall.visits.get(visit)?.steps[was]
    if (!back || !made) return
    this.follows(visit, made.id, back)
    this.isAside(counter, visit, made.id, false)
  }

  private reopen(script: StepScript): void {
    const at = this.ids.get(script)
    if (at) this.give({ type: 'reopen-step', ...at, note: 'as it was' }, 'system:start')
  }

  /** Set aside: it waits again as it did then. `isMissed`: nobody will call it a second time. */
  private isAside(counter: string, visit: string, step: string, isMissed: boolean): void {
    const call = this.hall.counters.get(counter)?.past[0]?.id
    if (call !== undefined && this.inserted.has(call)) return
    const nth = this.asides.get(step) ?? 0
    this.asides.set(step, nth + 1)
    const script = this.scripts.get(step)
    const how = script?.turns[(this.turns.get(step) ?? 0) - 1]?.end?.how
    const { secondCallSeconds = 0 } = this.script.opened.plan
    // They came to the second call, which is not made any more: by then they are back.
    const cameLater = isMissed && how?.type === 'miss' && how.second && secondCallSeconds > 0
    const back =
      script?.asides[nth] ??
      (cameLater ? { after: secondCallSeconds * 1000, how: 'release' as const, reason: null } : null)
    if (back) this.later(back.after, () => this.comesBack(counter, visit, step, back))
  }

  private comesBack(counter: string, visit: string, step: string, { how, reason }: Return): void {
    this.returned.add(step)
    if (how === 'delay' && this.give({ type: 'delay-visit', visit }, `visitor:${visit}`)) return
    const desk = this.hall.counters.get(counter)
    if (how === 'desk' && desk?.state === 'open' && desk.current === null) {
      this.calls += 1
      const ids = { call: `call ${this.calls}`, announcement: `said ${this.calls}` }
      const at = this.at(counter)
      if (this.give({ type: 'call', ...at, visit, ...ids, reason }, `staff:${at.staff}`)) return
    }
    this.give({ type: 'release-step', visit, step }, 'system:start')
  }

  // What nobody can know.

  /** The turn as recorded; for somebody who was never called, one that is as likely. */
  private fitting(turn: Turn | undefined, step: string, service: string): Turn {
    if (turn?.end) return turn
    // Called as the record ended, and not yet there.
    if (turn && turn.startAfter === null) return this.absent(step, service)
    this.drawnFor.add(step)
    return this.drawn(step, service, turn?.startAfter ?? null)
  }

  private absent(step: string, service: string): Turn {
    const part = share(this.seed, `miss ${step}`)
    const after = this.seen.one('miss', service, part) ?? this.seen.one('miss', null, part) ?? MISS
    return {
      recalls: [],
      startAfter: null,
      end: { after, how: { type: 'miss', second: false } },
      reopenedAfter: null,
    }
  }

  private drawn(step: string, service: string, started: number | null): Turn {
    if (started === null && share(this.seed, `comes ${step}`) < this.seen.rate('no-show', service))
      return this.absent(step, service)
    const of = (kind: string) => {
      const part = share(this.seed, `${kind} ${step}`)
      return (
        this.seen.one(kind, service, part) ?? (kind === 'walk' ? this.seen.one(kind, null, part) : undefined)
      )
    }
    const startAfter = started ?? of('walk') ?? WALK
    const planned = (this.hall.layout.services.get(service)?.minutes ?? 5) * MINUTE
    const after = startAfter + (of('serving') ?? planned)
    const how: Ending = { type: 'finish', outcome: 'served', missing: [], reason: null, back: null }
    return { recalls: [], startAfter, end: { after, how }, reopenedAfter: null }
  }
}
