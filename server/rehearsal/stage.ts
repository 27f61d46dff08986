// The stage of a rehearsal: the hall, its loop, a time that only the play moves, and chance.
import { setImmediate as turn } from 'node:timers/promises'
import type { Answer } from '../batch.ts'
import { createClock, nextDue } from '../clock.ts'
import { createDispatch, type Store } from '../dispatch.ts'
import type { Command } from '../hall/command.ts'
import type { Actor, Recorded } from '../hall/event.ts'
import { emptyHall, type Hall } from '../hall/hall.ts'
import { layOut } from '../hall/layout.ts'
import type { Plan } from '../hall/plan.ts'
import { randomFor, type Random } from '../training/random.ts'

export interface Stage {
  readonly hall: Hall
  /** Milliseconds since 1970. */
  now(): number
  /** The instant of a minute of today. */
  instantOf(minute: number): number
  /** Plans an action for an instant, or for now if that has passed. */
  at(instant: number, deed: Deed): void
  /** Plans an action for this many seconds from now. */
  in(seconds: number, deed: Deed): void
  /** Gives a command to the loop. */
  give(command: Command, by: Actor): Promise<Answer>
  /** Separate random numbers for a part of the play. */
  chance(part: string): Random
  newId(): string
  newToken(): string
  /** Calls this with everything recorded from now on. It may only plan. */
  follow(seen: (recorded: Recorded) => void): void
}

/** The stage, for whoever runs the play. */
export interface Theatre extends Stage {
  /** Plays until this instant; what is planned for later stays planned. */
  playUntil(instant: number): Promise<void>
}

interface Ground {
  readonly store: Store
  readonly plan: Plan
  readonly seed: number
  /** When it begins, milliseconds since 1970. */
  readonly begins: number
}

/** What may make something due within minutes: a hold with a time, a pause with an end. */
const SOON: ReadonlySet<string> = new Set(['held', 'undone', 'phase-changed', 'plan-revised', 'day-opened'])
/** Everything else makes something due in half an hour at the soonest. */
const ASK_MS = 60_000

/** Builds the hall before its first day, and the loop around it. */
export function buildStage({ store, plan, seed, begins }: Ground): Theatre {
  const hall = emptyHall(layOut(plan))
  const agenda = createAgenda()
  const followers: ((recorded: Recorded) => void)[] = []
  let now = begins
  /** When something is next due in the hall, as last checked; `stale`: something may have become due sooner. */
  let due = { asked: -Infinity, at: Infinity, stale: true }
  let broken: unknown = null

  const clock = createClock({ system: () => now, steady: () => now - begins, declared: true })
  const dispatch = createDispatch({
    hall,
    store,
    clock,
    committed: (records) => {
      for (const recorded of records) {
        if (SOON.has(recorded.event.type)) due.stale = true
        for (const follow of followers) follow(recorded)
      }
    },
    failed: (error) => {
      broken = error
    },
  })
  const make = textFrom(randomFor(seed, 'ids'))

  async function give(command: Command, by: Actor): Promise<Answer> {
    const answer = await dispatch({ command, by })
    if (broken !== null) throw broken
    // The loop reports a commit one turn after its answer: listeners must know before the next action.
    await turn()
    return answer
  }

  /** Whether something was due in the hall before this instant. */
  async function doDue(before: number): Promise<boolean> {
    const isOld = due.stale || before - due.asked > ASK_MS || due.at <= before
    if (isOld) due = { asked: before, at: nextDue(hall, false), stale: false }
    if (due.at > before) return false
    now = Math.max(now, due.at)
    const { seq } = hall
    await give({ type: 'release-due' }, 'system:clock')
    // Nothing came of it, so it is not tried again before something else happens.
    if (hall.seq === seq) due = { asked: before, at: Infinity, stale: false }
    return true
  }

  return {
    hall,
    now: () => now,
    instantOf: (minute) => hall.endsAt - (24 * 60 - minute) * 60_000,
    at: (instant, deed) => agenda.plan(Math.max(Math.round(instant), now), deed),
    in: (seconds, deed) => agenda.plan(now + Math.round(seconds * 1_000), deed),
    give,
    chance: (part) => randomFor(seed, part),
    newId: () => make(12),
    newToken: () => make(22),
    follow: (seen) => void followers.push(seen),
    async playUntil(instant) {
      for (;;) {
        const next = Math.min(agenda.next(), instant)
        if (await doDue(next)) continue
        if (next >= instant) break
        now = Math.max(now, next)
        await agenda.take()?.()
      }
      now = instant
    },
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Ids and tokens as the server makes them, but decided by the seed: only good enough for made-up people. */
function textFrom(random: Random): (length: number) => string {
  return (length) => {
    let text = ''
    for (let at = 0; at < length; at += 1) text += LETTERS.charAt(Math.floor(random() * 64))
    return text
  }
}

// What happens when, in order of time; of two at the same instant, the one planned first.

type Deed = () => void | Promise<void>

interface Planned {
  readonly at: number
  readonly nth: number
  readonly deed: Deed
}

export interface Agenda {
  /** Plans an action for an instant, milliseconds since 1970. */
  plan(at: number, deed: Deed): void
  /** When the next one is due; Infinity: nothing is planned. */
  next(): number
  /** Takes the next one. */
  take(): Deed | undefined
}

/** A binary heap: a day has tens of thousands of actions. */
function createAgenda(): Agenda {
  const heap: Planned[] = []
  let planned = 0

  const isBefore = (one: Planned, other: Planned) =>
    one.at < other.at || (one.at === other.at && one.nth < other.nth)
  function exchange(one: number, other: number): void {
    const [a, b] = [heap[one], heap[other]]
    if (a && b) [heap[one], heap[other]] = [b, a]
  }
  const before = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]]
    return a !== undefined && b !== undefined && isBefore(a, b)
  }

  return {
    plan(at, deed) {
      heap.push({ at, nth: (planned += 1), deed })
      for (let here = heap.length - 1; here > 0;) {
        const parent = (here - 1) >> 1
        if (!before(here, parent)) break
        exchange(here, parent)
        here = parent
      }
    },
    next: () => heap[0]?.at ?? Infinity,
    take() {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first?.deed
      heap[0] = last
      for (let here = 0; ;) {
        const [left, right] = [2 * here + 1, 2 * here + 2]
        const child = before(right, left) ? right : left
        if (!before(child, here)) break
        exchange(child, here)
        here = child
      }
      return first.deed
    },
  }
}
