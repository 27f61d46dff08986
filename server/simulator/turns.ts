// What became of each step at the counters of a recorded day: its turns, how long it was set aside, and what an undo
// takes back of that.
import { type Reason, said } from '../hall/event-parts.ts'
import type { Event, EventOf } from '../hall/event.ts'
import type { Hall } from '../hall/hall.ts'
import { restedBetween, restsOf } from '../hall/rests.ts'
import { stepAtCounter, stepOf } from '../hall/visit.ts'
import type { Ending, Return, StepScript, Turn } from './script.ts'

const MINUTE = 60_000

/** The current call at a counter. */
interface Open {
  readonly at: number
  readonly turn: Turn
}

export class Turns {
  private readonly hall: Hall
  private readonly steps = new Map<string, StepScript>()
  /** By counter: the current call, and how to take back what was last done. */
  readonly open = new Map<string, Open>()
  private readonly undo = new Map<string, () => void>()
  /** By step: since when it has been set aside; since when it has been over, and with which turn. */
  private readonly aside = new Map<string, number>()
  private readonly over = new Map<string, Open>()

  /** `hall` is as it was before the event that is noted. */
  constructor(hall: Hall) {
    this.hall = hall
  }

  /** The turns of a step, the oldest first. */
  of(step: string): readonly Turn[] {
    return this.steps.get(step)?.turns ?? []
  }

  /** What has become of a step so far; it goes on growing. */
  script(step: string): StepScript {
    const known = this.steps.get(step)
    if (known) return known
    const made: StepScript = { turns: [], asides: [] }
    this.steps.set(step, made)
    return made
  }

  /** An action on a number at a counter, other than calling and seating. */
  note(event: Event, at: number): void {
    switch (event.type) {
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

  /** How what was last done there is taken back; null: it can't be. */
  setUndo(counter: string, undo: (() => void) | null): void {
    if (undo) this.undo.set(counter, undo)
    else this.undo.delete(counter)
  }

  private here(counter: string): Open {
    const open = this.open.get(counter)
    if (!open) throw new Error(`nobody is at ${counter}`)
    return open
  }

  /** `startAfter`: milliseconds; null: nobody has started to serve yet. */
  begins(counter: string, step: string, at: number, startAfter: number | null): void {
    const turn: Turn = { recalls: [], startAfter, end: null, reopenedAfter: null }
    this.script(step).turns.push(turn)
    this.open.set(counter, { at, turn })
  }

  /** A call ends whatever had set the step aside. */
  called(counter: string, step: string, at: number): void {
    this.aside.delete(step)
    this.begins(counter, step, at, null)
    this.setUndo(counter, null)
  }

  /** The reception opened it again. */
  reopened(step: string, at: number): void {
    const last = this.over.get(step)
    if (last) last.turn.reopenedAfter = at - last.at
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
  gaveUp(id: string, at: number, step: string | null): boolean {
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
  back(
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
