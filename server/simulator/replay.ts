// Replays a day: its script, under the plan as a change makes it, with the hall's own `decide` and `evolve`. The
// result is events as the hall would have recorded them.
import type { Command } from '../hall/command.ts'
import type { Event, Recorded } from '../hall/event.ts'
import type { Plan } from '../hall/plan.ts'
import { type Change, changedPlan } from './change.ts'
import { Courses } from './courses.ts'
import { Desks } from './desks.ts'
import type { Seen } from './draw.ts'
import type { Happening, Script } from './script.ts'
import { Stage } from './stage.ts'

export interface Replayed {
  readonly records: readonly Recorded[]
  /** Steps for which something was drawn: nobody had ever called them. */
  readonly drawn: number
  /** Visits that got no number under the change. */
  readonly turnedAway: number
}

/** Whatever could not be done is tried again after this many milliseconds. */
const AGAIN = 60_000

/** Replays the day of the script. `seed`: the same one draws the same. */
export function replayDay(script: Script, change: Change, seen: Seen, seed: number): Replayed {
  return new Replay(script, change, seen, seed).run()
}

class Replay {
  private readonly script: Script
  private readonly change: Change
  private readonly stage: Stage
  private readonly desks: Desks
  private readonly courses: Courses

  constructor(script: Script, change: Change, seen: Seen, seed: number) {
    this.script = script
    this.change = change
    this.stage = new Stage(script)
    this.desks = new Desks({ stage: this.stage, script, change, seen, seed })
    this.courses = new Courses({ stage: this.stage, desks: this.desks, script, seen, seed })
    this.stage.onEvent = (event) => {
      this.desks.ready.follow(event, this.stage.now)
      this.after(event)
    }
  }

  run(): Replayed {
    const { script, stage, desks, courses } = this
    const { agenda, hall } = stage
    const { opened } = script
    stage.record([{ ...opened, plan: this.planOf(opened.plan) }], 'system:clock')
    for (const [id, step] of script.steps) courses.follows(id.slice(0, id.lastIndexOf('.')), id, step)
    for (const { counter, visit, step } of opened.carried) courses.goesOn(counter, visit, step)
    for (const happening of script.world) agenda.add(happening.at, () => this.happens(happening))
    desks.plan()
    desks.settle()
    for (;;) {
      const due = stage.nextDue()
      const at = Math.min(due, agenda.next(), desks.ready.nextWake())
      if (at >= opened.endsAt) break
      stage.now = Math.max(stage.now, at)
      if (due <= stage.now) stage.give({ type: 'release-due' }, 'system:clock')
      else if (agenda.next() <= stage.now) agenda.take()?.what()
      desks.ready.wake(stage.now)
      desks.settle()
    }
    stage.now = Math.max(stage.now, opened.endsAt)
    stage.turnedAway += desks.left()
    stage.record([{ type: 'day-closed', day: hall.day }], 'system:clock')
    const { records, turnedAway } = stage
    return { records, drawn: courses.drawn, turnedAway }
  }

  private planOf(plan: Plan): Plan {
    return changedPlan(plan, this.change, this.script.opened.day)
  }

  private happens(happening: Happening): void {
    const { stage, courses } = this
    switch (happening.does) {
      case 'command':
        this.gives(happening.command)
        return
      case 'seat':
        this.desks.sits(happening.command)
        return
      case 'add': {
        const { visit, service, before, added } = happening
        const was = stage.hall.visits.get(visit)?.steps.length ?? 0
        stage.give({ type: 'add-step', visit, service, before, printer: null }, 'system:start')
        const step = stage.hall.visits.get(visit)?.steps[was]
        if (step) courses.follows(visit, step.id, added)
        return
      }
      case 'cancel-step': {
        const at = courses.idsOf(happening.step)
        if (at) stage.give({ type: 'cancel-step', ...at }, 'system:start')
        return
      }
      case 'revise':
        this.revise(happening)
    }
  }

  private gives(command: Command): void {
    const { stage } = this
    if (
      command.type === 'set-quota' &&
      this.change.quotas?.some(({ service }) => service === command.service)
    )
      return
    if (command.type === 'cancel-visit') {
      this.courses.leaves(command.visit)
    } else if (command.type === 'take-visit') {
      if (!stage.give(command, 'system:start')) stage.turnedAway += 1
    } else if (command.type === 'set-desk') {
      const shared = this.change.shared?.find(({ counter }) => counter === command.counter)?.services ?? []
      stage.give({ ...command, services: [...new Set([...command.services, ...shared])] }, 'system:start')
    } else stage.give(command, 'system:start')
  }

  /** If the plan would strand somebody who is being served, it waits for them. */
  private revise(happening: Extract<Happening, { does: 'revise' }>): void {
    const { plan, waiting, to } = happening
    const command: Command = { type: 'revise-plan', plan: this.planOf(plan), from: null, waiting, to }
    if (!this.stage.give(command, 'system:start')) this.stage.later(AGAIN, () => this.revise(happening))
  }

  /** What follows from an event. */
  private after(event: Event): void {
    const { stage, desks, courses } = this
    switch (event.type) {
      case 'called':
      case 'recalled':
        // Nobody listens; unplayed announcements would only pile up.
        stage.give({ type: 'give-up-announcement', announcement: event.announcement }, 'system:voice')
        if (event.type === 'called') courses.comes(event.counter, event.visit, event.step)
        return
      case 'seated':
        courses.comes(event.counter, event.visit, event.step)
        return
      case 'held':
      case 'missed':
      case 'unanswered':
        courses.isAside(event.counter, event.visit, event.step, event.type === 'missed')
        courses.goesHome(event.visit)
        desks.isFree(event.counter)
        return
      case 'finished':
      case 'put-back':
      case 'referred':
      case 'undone':
        if ('visit' in event) courses.goesHome(event.visit)
        desks.isFree(event.counter)
        return
      case 'visit-cancelled':
      case 'step-cancelled':
        // Whoever was being called is gone: the counter is free.
        for (const counter of stage.hall.counters.keys()) desks.isFree(counter)
        return
      case 'counter-closed':
        desks.closed(event.counter)
        return
      default:
        if ('counter' in event && event.counter !== null) desks.lookAt(event.counter)
    }
  }
}
