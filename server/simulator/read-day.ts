// Reads a recorded day into its script, folding the hall along with the events to know what each was about.
import { Changes } from '../hall/changes.ts'
import type { Command } from '../hall/command.ts'
import { said } from '../hall/event-parts.ts'
import type { Event, EventOf, Recorded } from '../hall/event.ts'
import { evolve } from '../hall/rules.ts'
import { emptyHall, type Hall } from '../hall/hall.ts'
import { layOut } from '../hall/layout.ts'
import { OldEvents } from '../hall/old-events.ts'
import { slipFaults, stepOf } from '../hall/visit.ts'
import type { Seen } from './draw.ts'
import { Readiness } from './ready.ts'
import {
  asksByItself,
  fateAfter,
  fateBefore,
  phaseCommand,
  type DeskState,
  type Happening,
  type PastCall,
  type Script,
  type StepScript,
  type Turn,
} from './script.ts'
import { Turns } from './turns.ts'

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

class Reader {
  private readonly hall: Hall
  private readonly ready: Readiness
  private readonly world: Happening[] = []
  private readonly desks = new Map<string, DeskState[]>()
  private readonly calls = new Map<string, PastCall[]>()
  private readonly tickets = new Map<string, StepScript>()
  private readonly turns: Turns
  private readonly opened: EventOf<'day-opened'>
  private readonly at: number

  constructor(opened: EventOf<'day-opened'>, at: number) {
    this.opened = opened
    this.at = at
    this.hall = emptyHall(layOut(opened.plan))
    this.ready = new Readiness(this.hall)
    this.turns = new Turns(this.hall)
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
    for (const [counter, { at }] of this.turns.open)
      pushTo(this.desks, counter, { at: at + 1, state: 'paused', reason: null, minutes: null })
  }

  /** Notes how long things took. */
  noteSeen(seen: Seen): void {
    for (const { steps } of this.hall.visits.values()) {
      for (const { id, service } of steps) noteStep(seen, service, this.turns.of(id))
    }
    for (const [counter, calls] of this.calls) for (const { gap } of calls) seen.note('gap', counter, gap)
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
        if (!this.turns.gaveUp(event.visit, at, null)) gives({ type: 'cancel-visit', visit: event.visit })
        return true
      case 'visit-delayed':
        if (!this.turns.back(event.visit, null, at, 'delay'))
          gives({ type: 'delay-visit', visit: event.visit })
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
        this.world.push({
          at,
          does: 'add',
          visit,
          service,
          before,
          added: this.turns.script(said(event.added)),
        })
        return true
      }
      case 'step-cancelled':
        // The others follow from a service that closed.
        if (event.because === 'asked' && !this.turns.gaveUp(event.visit, at, event.step))
          this.world.push({
            at,
            does: 'cancel-step',
            visit: event.visit,
            step: this.turns.script(event.step),
          })
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
        this.turns.back(event.visit, event.step, at, 'release')
        return true
      case 'step-reopened':
        this.turns.reopened(event.step, at)
        return true
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
    if (event.type === 'called') this.called(event, at, seq)
    else if (event.type === 'seated') this.seated(event, at)
    else this.turns.note(event, at)
  }

  private carry(step: string, counter: string, at: number): void {
    this.tickets.set(step, this.turns.script(step))
    this.turns.begins(counter, step, at, 0)
  }

  private ticket(event: EventOf<'visit-taken'>, at: number, next: Event | undefined): void {
    for (const { step } of event.steps) this.tickets.set(said(step), this.turns.script(said(step)))
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
    this.turns.begins(counter, step, at, 0)
    this.turns.setUndo(counter, () => {
      if (seat) this.world.splice(this.world.lastIndexOf(seat), 1)
      this.turns.open.delete(counter)
    })
  }

  private called(event: EventOf<'called'>, at: number, seq: number): void {
    const { counter, step: id, visit: of, why } = event
    const reason = event.reason ?? null
    const since = this.ready.since(counter)
    const visit = this.hall.visits.get(of)
    const step = visit && stepOf(visit, id)
    const later = step?.status === 'waiting' && step.callableFrom > at
    const atDesk = step?.status === 'missed' || later ? this.turns.back(of, id, at, 'desk', reason) : null
    if (!atDesk) {
      const chosen = why.rule === 'chosen' ? of : null
      const gap = this.ready.couldBefore(counter) + (since === undefined ? 0 : at - since)
      pushTo(this.calls, counter, { seq, gap, chosen, reason })
    }
    // Otherwise it was a second call that was due.
    this.turns.called(counter, id, at)
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
