// Reads a recorded day into its script, folding the hall along with the events to know what each was about.
import { Changes } from '../hall/changes.ts'
import type { Command } from '../hall/command.ts'
import { type Reason, said } from '../hall/event-parts.ts'
import type { Event, EventOf, Recorded } from '../hall/event.ts'
import { evolve } from '../hall/rules.ts'
import { emptyHall, type Hall } from '../hall/hall.ts'
import { layOut } from '../hall/layout.ts'
import { OldEvents } from '../hall/old-events.ts'
import { restedBetween, restsOf } from '../hall/rests.ts'
import { slipFaults, stepAtCounter, stepOf } from '../hall/visit.ts'
import type { Seen } from './draw.ts'
import { Readiness } from './ready.ts'
import {
  asksByItself,
  fateAfter,
  fateBefore,
  phaseCommand,
  type DeskState,
  type Ending,
  type Happening,
  type PastCall,
  type Return,
  type Script,
  type StepScript,
  type Turn,
} from './script.ts'

/** Why a day can't be replayed: its clock was set, or it went on after it had been closed. */
export type Unusual = 'clock' | 'reopened'

const MINUTE = 60_000

/** The script of a day's events, from `day-opened` on; how long things took is noted in `seen`. */
export function readDay(events: readonly Recorded[], seen: Seen): Script | Unusual {
  const odd = events.find(({ event: { type } }) => type === 'clock-confirmed' || type === 'day-reopened')
  if (odd) return odd.event.type === 'day-reopened' ? 'reopened' : 'clock'
  const [first] = events
  if (first?.event.type !== 'day-opened') throw new Error('a day that does not begin')
  const reader = new Reader(first.event, first.at)
  const script = reader.read(events)
  reader.noteSeen(seen)
  return script
}

/** The current call at a counter. */
interface Open {
  readonly at: number
  readonly turn: Turn
}

class Reader {
  private readonly hall: Hall
  private readonly ready: Readiness
  private readonly world: Happening[] = []
  private readonly desks = new Map<string, DeskState[]>()
  private readonly calls = new Map<string, PastCall[]>()
  private readonly steps = new Map<string, StepScript>()
  private readonly tickets = new Map<string, StepScript>()
  /** By counter: the current call, and how to take back what was last done. */
  private readonly open = new Map<string, Open>()
  private readonly undo = new Map<string, () => void>()
  /** By step: since when it has been set aside; since when it has been over, and with which turn. */
  private readonly aside = new Map<string, number>()
  private readonly over = new Map<string, Open>()
  private readonly opened: EventOf<'day-opened'>
  private readonly at: number

  constructor(opened: EventOf<'day-opened'>, at: number) {
    this.opened = opened
    this.at = at
    this.hall = emptyHall(layOut(opened.plan))
    this.ready = new Readiness(this.hall)
  }

  read(events: readonly Recorded[]): Script {
    const changes = new Changes()
    const old = new OldEvents()
    const all = events.map((one) => old.complete(one))
    for (const [index, recorded] of all.entries()) {
      if (recorded.event.type === 'day-closed') break
      this.ready.wake(recorded.at)
      if (!this.noteWorld(all, index)) this.noteAtCounter(recorded)
      evolve(this.hall, changes, recorded)
      changes.keep()
      this.ready.follow(recorded.event, recorded.at)
    }
    this.neverEnded()
    const { opened, at, world, desks, calls, tickets } = this
    return { opened, at, world, desks, calls, steps: tickets }
  }

  /** Somebody forgot to end it: the counter takes nobody after that call. */
  private neverEnded(): void {
    for (const [counter, { at }] of this.open)
      pushTo(this.desks, counter, { at: at + 1, state: 'paused', reason: null, minutes: null })
  }

  /** Notes how long things took. */
  noteSeen(seen: Seen): void {
    for (const { steps } of this.hall.visits.values()) {
      for (const { id, service } of steps) noteStep(seen, service, this.steps.get(id)?.turns ?? [])
    }
    for (const [counter, calls] of this.calls) for (const { gap } of calls) seen.note('gap', counter, gap)
  }

  private script(step: string): StepScript {
    const known = this.steps.get(step)
    if (known) return known
    const made: StepScript = { turns: [], asides: [] }
    this.steps.set(step, made)
    return made
  }

  /** Handles whatever happens other than actions on a number at a counter. False: it is such an action. */
  private noteWorld(all: readonly Recorded[], index: number): boolean {
    const { event, at, by } = all[index] as Recorded
    const gives = (command: Command) => this.world.push({ at, does: 'command', command })
    switch (event.type) {
      case 'day-opened':
        for (const { step, counter } of event.carried) this.carry(step, counter, at)
        return true
      case 'visit-taken':
        this.ticket(event, at, all[index + 1]?.event)
        return true
      case 'visit-cancelled':
        if (!this.gaveUp(event.visit, at, null)) gives({ type: 'cancel-visit', visit: event.visit })
        return true
      case 'visit-delayed':
        if (!this.back(event.visit, null, at, 'delay')) gives({ type: 'delay-visit', visit: event.visit })
        return true
      case 'place-chosen':
        gives({ type: 'choose-place', visit: event.visit, place: event.place })
        return true
      case 'slip-asked': {
        const { visit, printer } = event
        if (!asksByItself(all, index)) gives({ type: 'ask-slip', visit, printer })
        return true
      }
      case 'slip-printed':
        gives({ type: 'confirm-slip', visit: event.visit })
        return true
      case 'number-noted':
        gives({ type: 'note-number', visit: event.visit })
        return true
      case 'slip-failed': {
        const why = slipFaults.find((one) => one === event.why) ?? 'error'
        const printer = this.hall.visits.get(event.visit)?.slip.printer ?? ''
        gives({ type: 'fail-slip', visit: event.visit, printer, why })
        return true
      }
      case 'step-added': {
        const { visit, service, before } = event
        this.world.push({ at, does: 'add', visit, service, before, added: this.script(said(event.added)) })
        return true
      }
      case 'step-cancelled':
        // The others follow from a service that closed.
        if (event.because === 'asked' && !this.gaveUp(event.visit, at, event.step))
          this.world.push({ at, does: 'cancel-step', visit: event.visit, step: this.script(event.step) })
        return true
      case 'priority-set':
        gives({ type: 'set-priority', visit: event.visit, priority: event.priority })
        return true
      case 'quota-set':
        gives({ type: 'set-quota', service: event.service, quota: event.quota })
        return true
      case 'desk-set':
        gives({ type: 'set-desk', counter: event.counter, services: event.services })
        return true
      case 'phase-changed':
        if (by !== 'system:clock') gives(phaseCommand(event, fateAfter(all, index)))
        return true
      case 'plan-revised':
        this.world.push({ at, does: 'revise', plan: event.plan, ...fateBefore(all, index) })
        return true
      case 'step-released':
        this.back(event.visit, event.step, at, 'release')
        return true
      case 'step-reopened': {
        const last = this.over.get(event.step)
        if (last) last.turn.reopenedAfter = at - last.at
        return true
      }
      default:
        return this.noteDesk(event, at, by)
    }
  }

  private noteDesk(event: Event, at: number, by: string): boolean {
    const set = (counter: string, state: DeskState['state'], more: Partial<DeskState> = {}) =>
      pushTo(this.desks, counter, { at, state, reason: null, minutes: null, ...more })
    switch (event.type) {
      case 'counter-opened':
        set(event.counter, 'open')
        return true
      case 'staff-assigned':
        set(event.counter, event.open ? 'open' : 'paused')
        return true
      case 'counter-paused': {
        const minutes = event.until === undefined ? null : (event.until - at) / MINUTE
        set(event.counter, 'paused', { reason: event.reason, minutes })
        return true
      }
      case 'counter-closed':
        // What the clock closes, it closes in the replay too.
        if (by !== 'system:clock') set(event.counter, 'closed')
        return true
      default:
        return false
    }
  }

  private noteAtCounter({ event, at, seq }: Recorded): void {
    switch (event.type) {
      case 'called':
        this.called(event, at, seq)
        return
      case 'seated':
        this.seated(event, at)
        return
      case 'recalled': {
        const { turn, at: from } = this.here(event.counter)
        turn.recalls.push(at - from)
        this.undo.set(event.counter, () => turn.recalls.pop())
        return
      }
      case 'started': {
        const { turn, at: from } = this.here(event.counter)
        turn.startAfter = at - from
        this.undo.set(event.counter, () => {
          turn.startAfter = null
        })
        return
      }
      case 'finished': {
        const { outcome, missing, reason = null, back, comeBack } = event
        const returns = comeBack === true ? said(back) : null
        const script = returns === null ? null : this.script(returns)
        this.ends(event, at, { type: 'finish', outcome, missing, reason, back: script }, returns)
        return
      }
      case 'held': {
        const { reason, step } = event
        this.ends(event, at, { type: 'hold', reason, minutes: this.holdMinutes(event, at) }, step)
        return
      }
      case 'missed':
      case 'unanswered':
        this.ends(event, at, { type: 'miss', second: event.type === 'unanswered' }, event.step)
        return
      case 'put-back':
        this.ends(event, at, { type: 'put-back' }, null)
        return
      case 'referred': {
        const { service, also = [] } = event
        const sent = said(event.sent).map((id) => this.script(id))
        const back = event.comeBack ? this.script(said(event.back)) : null
        this.ends(event, at, { type: 'refer', service, also, sent, back }, null)
        return
      }
      case 'released': {
        const undo = event.counter !== null && this.back(event.visit, event.step, at, 'release')
        this.aside.delete(event.step)
        if (event.counter !== null) this.setUndo(event.counter, undo || null)
        return
      }
      case 'handed-over':
        this.setUndo(event.counter, null)
        return
      case 'undone': {
        this.undo.get(event.counter)?.()
        this.setUndo(event.counter, null)
        if (event.action?.type === 'called') this.calledBack(event.counter, at)
      }
    }
  }

  private setUndo(counter: string, undo: (() => void) | null): void {
    if (undo) this.undo.set(counter, undo)
    else this.undo.delete(counter)
  }

  private here(counter: string): Open {
    const open = this.open.get(counter)
    if (!open) throw new Error(`nobody is at ${counter}`)
    return open
  }

  private begins(counter: string, step: string, at: number, startAfter: number | null): void {
    const turn: Turn = { recalls: [], startAfter, end: null, reopenedAfter: null }
    this.script(step).turns.push(turn)
    this.open.set(counter, { at, turn })
  }

  private carry(step: string, counter: string, at: number): void {
    this.tickets.set(step, this.script(step))
    this.begins(counter, step, at, 0)
  }

  private ticket(event: EventOf<'visit-taken'>, at: number, next: Event | undefined): void {
    for (const { step } of event.steps) this.tickets.set(said(step), this.script(said(step)))
    const { visit, token, priority, comeToMe, language, printer, overQuota = false } = event
    const services = event.steps.map(({ service }) => service)
    const missing = [...new Set(event.steps.flatMap((step) => step.missing))]
    const ticket = { visit, token, services, missing, priority, comeToMe, language }
    if (next?.type === 'seated' && next.visit === visit) {
      const { counter, call } = next
      this.world.push({ at, does: 'seat', command: { type: 'serve', counter, call, ...ticket } })
    } else
      this.world.push({ at, does: 'command', command: { type: 'take-visit', ...ticket, printer, overQuota } })
  }

  /** The ticket was the last thing to happen; an undo removes it. */
  private seated({ counter, step }: EventOf<'seated'>, at: number): void {
    const seat = this.world.at(-1)
    this.begins(counter, step, at, 0)
    this.undo.set(counter, () => {
      if (seat) this.world.splice(this.world.lastIndexOf(seat), 1)
      this.open.delete(counter)
    })
  }

  private called(event: EventOf<'called'>, at: number, seq: number): void {
    const { counter, step: id, visit: of, why } = event
    const reason = event.reason ?? null
    const since = this.ready.since(counter)
    const visit = this.hall.visits.get(of)
    const step = visit && stepOf(visit, id)
    const later = step?.status === 'waiting' && step.callableFrom > at
    const atDesk = step?.status === 'missed' || later ? this.back(of, id, at, 'desk', reason) : null
    if (!atDesk) {
      const chosen = why.rule === 'chosen' ? of : null
      const gap = this.ready.couldBefore(counter) + (since === undefined ? 0 : at - since)
      pushTo(this.calls, counter, { seq, gap, chosen, reason })
    }
    // Otherwise it was a second call that was due.
    this.aside.delete(id)
    this.begins(counter, id, at, null)
    this.setUndo(counter, null)
  }

  /** A call that was undone still took its time. */
  private calledBack(counter: string, at: number): void {
    const open = this.open.get(counter)
    if (!open) return
    open.turn.end = { after: at - open.at, how: { type: 'undo' } }
    this.open.delete(counter)
  }

  /** `aside`: the step that is set aside with it. */
  private ends(
    { counter, step }: { readonly counter: string; readonly step: string },
    at: number,
    how: Ending,
    aside: string | null,
  ): void {
    const open = this.here(counter)
    open.turn.end = { after: at - open.at, how }
    this.over.set(step, { at, turn: open.turn })
    this.open.delete(counter)
    if (aside !== null) {
      this.script(aside).asides.push(null)
      this.aside.set(aside, at)
    }
    this.undo.set(counter, () => {
      open.turn.end = null
      this.open.set(counter, open)
      if (aside === null) return
      this.script(aside).asides.pop()
      this.aside.delete(aside)
    })
  }

  /** The visitor left while being called: that is how the call ended. `step`: only this one was cancelled. */
  private gaveUp(id: string, at: number, step: string | null): boolean {
    const visit = this.hall.visits.get(id)
    const here = visit && stepAtCounter(visit)
    if (here?.status !== 'called' || (step !== null && step !== here.id)) return false
    const { counter } = here.call
    const open = this.open.get(counter)
    if (!open) return false
    open.turn.end = { after: at - open.at, how: { type: 'cancel', whole: step === null } }
    this.open.delete(counter)
    this.setUndo(counter, null)
    return true
  }

  /**
   * What was set aside (in the whole visit, if no step is named) waits again. Null: nothing was; else how to undo it.
   */
  private back(
    id: string,
    step: string | null,
    at: number,
    how: Return['how'],
    reason: Reason | null = null,
  ): (() => void) | null {
    const all = this.hall.visits.get(id)?.steps ?? []
    // Visitors who say that they will be late say nothing about what is held.
    const steps = step === null ? all.flatMap((one) => (one.status === 'held' ? [] : [one.id])) : [step]
    const found = steps.flatMap((one) => {
      const since = this.aside.get(one)
      return since === undefined ? [] : [{ one, since }]
    })
    for (const { one, since } of found) {
      const { asides } = this.script(one)
      asides[asides.length - 1] = { after: at - since, how, reason }
      this.aside.delete(one)
    }
    if (found.length === 0) return null
    return () => {
      for (const { one, since } of found) {
        const { asides } = this.script(one)
        asides[asides.length - 1] = null
        this.aside.set(one, since)
      }
    }
  }

  /** As many minutes as somebody said, not counting rests. */
  private holdMinutes({ visit: id, step: of, until }: EventOf<'held'>, at: number): number | null {
    if (until === null) return null
    const visit = this.hall.visits.get(id)
    const service = visit && stepOf(visit, of)?.service
    const rests = service === undefined ? [] : restsOf(this.hall, { of: 'service', id: service })
    return (until - at - restedBetween(rests, at, until)) / MINUTE
  }
}

function pushTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

function noteStep(seen: Seen, service: string, turns: readonly Turn[]): void {
  if (turns.length === 0) return
  const started = turns.filter(({ startAfter }) => startAfter !== null)
  const isOver = turns.some(({ end }) => end?.how.type === 'finish' || end?.how.type === 'refer')
  seen.count('no-show', service, started.length === 0)
  if (isOver && started.length > 0) {
    const ms = started.reduce((sum, { end, startAfter }) => sum + (end?.after ?? 0) - (startAfter ?? 0), 0)
    seen.note('serving', service, Math.max(0, ms))
  }
  for (const { startAfter, end } of turns) {
    if (startAfter) seen.note('walk', service, startAfter)
    if (end?.how.type === 'miss') seen.note('miss', service, end.after)
  }
}
