// What becomes of the steps of a replayed day: whoever is called comes or not, is served, set aside, sent on and comes
// back, as in the record; and those whom nobody ever called, as others did.
import type { Actor } from '../hall/event.ts'
import { type AtCounter, stepAtCounter, stepOf } from '../hall/visit.ts'
import type { Desks } from './desks.ts'
import { type Seen, share } from './draw.ts'
import type { Ending, Return, Script, StepScript, Turn } from './script.ts'
import type { Stage } from './stage.ts'

/** Durations used where nothing was seen: to come to the counter, to be missed. Milliseconds. */
const WALK = 30_000
const MISS = 90_000
const MINUTE = 60_000

interface Given {
  readonly stage: Stage
  readonly desks: Desks
  readonly script: Script
  readonly seen: Seen
  readonly seed: number
}

export class Courses {
  private readonly stage: Stage
  private readonly desks: Desks
  private readonly seen: Seen
  private readonly seed: number
  private readonly secondCallSeconds: number
  /** What a step does, by its id in this replay, and the other way round. */
  private readonly scripts = new Map<string, StepScript>()
  private readonly ids = new Map<StepScript, { visit: string; step: string }>()
  /** By step: how many of its recorded turns have been taken, and how often it was set aside in them. */
  private readonly turns = new Map<string, number>()
  private readonly asides = new Map<string, number>()
  /** Calls that nobody made in the record: a second call, for somebody who was away. */
  private readonly inserted = new Set<string>()
  /** Steps whose visitor has come back after being missed. */
  private readonly returned = new Set<string>()
  private readonly drawnFor = new Set<string>()
  /** Visitors who go once they have been served. */
  private readonly leaving = new Set<string>()

  constructor({ stage, desks, script, seen, seed }: Given) {
    this.stage = stage
    this.desks = desks
    this.seen = seen
    this.seed = seed
    this.secondCallSeconds = script.opened.plan.secondCallSeconds ?? 0
  }

  /** How many steps had something drawn. */
  get drawn(): number {
    return this.drawnFor.size
  }

  /** This step of the replay does what the recorded one did. */
  follows(visit: string, step: string, script: StepScript): void {
    this.scripts.set(step, script)
    this.ids.set(script, { visit, step })
  }

  /** The recorded step in this replay; undefined: it never came about. */
  idsOf(script: StepScript): { visit: string; step: string } | undefined {
    return this.ids.get(script)
  }

  /** The visitor goes, at once or after being served. */
  leaves(visit: string): void {
    if (!this.stage.give({ type: 'cancel-visit', visit }, `visitor:${visit}`)) this.leaving.add(visit)
  }

  /** The visitor was being served when they wanted to go. */
  goesHome(visit: string): void {
    if (this.leaving.delete(visit))
      this.stage.later(0, () => this.stage.give({ type: 'cancel-visit', visit }, `visitor:${visit}`))
  }

  private present(counter: string, call: string): AtCounter | undefined {
    const current = this.stage.hall.counters.get(counter)?.current
    const visit = current && this.stage.hall.visits.get(current.visit)
    const step = visit ? stepAtCounter(visit) : undefined
    return step?.call.id === call ? step : undefined
  }

  /** Somebody is called: they come or not, and are served, as in the record. */
  comes(counter: string, visit: string, id: string): void {
    const here = this.stage.hall.visits.get(visit)
    const step = here && stepOf(here, id)
    if (!step || !('call' in step)) return
    this.desks.called(counter)
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

  /** Somebody was being served at midnight. */
  goesOn(counter: string, visit: string, id: string): void {
    const here = this.stage.hall.visits.get(visit)
    const step = here && stepAtCounter(here)
    const script = this.scripts.get(id)
    this.turns.set(id, 1)
    const turn = script?.turns[0]
    if (step && turn) this.goes(counter, step.call.id, { ...turn, startAfter: null }, script)
  }

  private goes(counter: string, call: string, turn: Turn, script: StepScript | undefined): void {
    const by = (): Actor => `staff:${this.stage.at(counter).staff}`
    for (const [nth, after] of turn.recalls.entries()) {
      this.stage.later(after, () => {
        if (this.present(counter, call)?.status === 'called')
          this.stage.give(
            { type: 'recall', ...this.stage.at(counter), announcement: `${call} again ${nth}` },
            by(),
          )
      })
    }
    if (turn.startAfter !== null) {
      this.stage.later(turn.startAfter, () => {
        if (this.present(counter, call)?.status === 'called')
          this.stage.give({ type: 'start', ...this.stage.at(counter) }, by())
      })
    }
    const { end } = turn
    if (!end) return
    this.stage.later(end.after, () => {
      const step = this.present(counter, call)
      if (!step) return
      this.ends(counter, step, end.how)
      if (turn.reopenedAfter !== null && script)
        this.stage.later(turn.reopenedAfter, () => this.reopen(script))
    })
  }

  private ends(counter: string, step: AtCounter, how: Ending): void {
    const at = this.stage.at(counter)
    const by: Actor = `staff:${at.staff}`
    const visit = this.stage.hall.counters.get(counter)?.current?.visit ?? ''
    switch (how.type) {
      case 'hold':
        this.stage.give({ type: 'hold', ...at, reason: how.reason, minutes: how.minutes }, by)
        return
      case 'miss':
        this.stage.give({ type: 'miss', ...at }, by)
        return
      case 'undo':
        if (this.stage.give({ type: 'undo', ...at }, by)) return
        this.stage.give({ type: 'put-back', ...at }, by)
        return
      case 'put-back':
        this.stage.give({ type: 'put-back', ...at }, by)
        return
      case 'cancel':
        if (how.whole) this.stage.give({ type: 'cancel-visit', visit }, `visitor:${visit}`)
        else this.stage.give({ type: 'cancel-step', visit, step: step.id }, by)
        return
      case 'refer': {
        const { service, also, back } = how
        const was = this.stage.hall.visits.get(visit)?.steps.length ?? 0
        if (
          !this.stage.give({ type: 'refer', ...at, service, also, comeBack: back !== null, note: null }, by)
        ) {
          // In this replay they are already waiting there.
          this.finish(counter, { type: 'finish', outcome: 'served', missing: [], reason: null, back: null })
          return
        }
        const added = this.stage.hall.visits.get(visit)?.steps.slice(was) ?? []
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
    const at = this.stage.at(counter)
    const by: Actor = `staff:${at.staff}`
    const visit = this.stage.hall.counters.get(counter)?.current?.visit ?? ''
    const was = this.stage.hall.visits.get(visit)?.steps.length ?? 0
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
      this.stage.give({ ...plain, missing, reason, comeBack: back !== null }, by) ||
      this.stage.give({ ...plain, comeBack: back !== null }, by)
    if (!isDone) {
      // In the record it was finished without a start.
      this.stage.give({ type: 'start', ...at }, by)
      this.stage.give({ ...plain, comeBack: false }, by)
    }
    const made = this.stage.hall.visits.get(visit)?.steps[was]
    if (!back || !made) return
    this.follows(visit, made.id, back)
    this.isAside(counter, visit, made.id, false)
  }

  private reopen(script: StepScript): void {
    const at = this.ids.get(script)
    if (at) this.stage.give({ type: 'reopen-step', ...at, note: 'as it was' }, 'system:start')
  }

  /** Set aside: it waits again when it did in the record. `isMissed`: nobody will call it a second time. */
  isAside(counter: string, visit: string, step: string, isMissed: boolean): void {
    const call = this.stage.hall.counters.get(counter)?.past[0]?.id
    if (call !== undefined && this.inserted.has(call)) return
    const nth = this.asides.get(step) ?? 0
    this.asides.set(step, nth + 1)
    const script = this.scripts.get(step)
    const how = script?.turns[(this.turns.get(step) ?? 0) - 1]?.end?.how
    const { secondCallSeconds } = this
    // They came to the second call, which is no longer made: by then they are back.
    const cameLater = isMissed && how?.type === 'miss' && how.second && secondCallSeconds > 0
    const back =
      script?.asides[nth] ??
      (cameLater ? { after: secondCallSeconds * 1000, how: 'release' as const, reason: null } : null)
    if (back) this.stage.later(back.after, () => this.comesBack(counter, visit, step, back))
  }

  private comesBack(counter: string, visit: string, step: string, { how, reason }: Return): void {
    this.returned.add(step)
    if (how === 'delay' && this.stage.give({ type: 'delay-visit', visit }, `visitor:${visit}`)) return
    const desk = this.stage.hall.counters.get(counter)
    if (how === 'desk' && desk?.state === 'open' && desk.current === null) {
      const ids = this.desks.newCall()
      const at = this.stage.at(counter)
      if (this.stage.give({ type: 'call', ...at, visit, ...ids, reason }, `staff:${at.staff}`)) return
    }
    this.stage.give({ type: 'release-step', visit, step }, 'system:start')
  }

  // What nobody can know.

  /** The turn as recorded; for somebody who was never called, a likely one. */
  private fitting(turn: Turn | undefined, step: string, service: string): Turn {
    if (turn?.end) return turn
    // Called when the record ended, and not there yet.
    if (turn && turn.startAfter === null) return this.absent(step, service)
    this.drawnFor.add(step)
    return this.drawnTurn(step, service, turn?.startAfter ?? null)
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

  private drawnTurn(step: string, service: string, started: number | null): Turn {
    if (started === null && share(this.seed, `comes ${step}`) < this.seen.rate('no-show', service))
      return this.absent(step, service)
    const of = (kind: string) => {
      const part = share(this.seed, `${kind} ${step}`)
      return (
        this.seen.one(kind, service, part) ?? (kind === 'walk' ? this.seen.one(kind, null, part) : undefined)
      )
    }
    const startAfter = started ?? of('walk') ?? WALK
    const planned = (this.stage.hall.layout.services.get(service)?.minutes ?? 5) * MINUTE
    const after = startAfter + (of('serving') ?? planned)
    const how: Ending = { type: 'finish', outcome: 'served', missing: [], reason: null, back: null }
    return { recalls: [], startAfter, end: { after, how }, reopenedAfter: null }
  }
}
