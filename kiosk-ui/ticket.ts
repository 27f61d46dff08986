// Taking the number: one intention is one ticket, however often it is tapped, sent or answered. And a ticket that
// came too late, because the visitor left or the kiosk reloaded, is given back: a number that nobody holds must not
// be called.
import { signal, type ReadonlySignal } from '@preact/signals'
import { command, type Method, type Outcome, type Problem, newKey } from '../screens/command.ts'
import { givenUpAt } from '../screens/press.ts'
import { type Later, after } from '../screens/timer.ts'
import {
  browserIntents,
  type IntentStore,
  type KeptIntent,
  notForgotten,
  type Taken,
  type Wish,
} from './kept.ts'

export type TicketState = { status: 'idle' } | { status: 'sending' } | { status: 'refused'; problem: Problem }

export interface TicketIo {
  send<T>(method: Method, path: string, body: unknown, key: string): Promise<Outcome<T>>
  newKey(): string
  after: Later
  /** When the kiosk stops waiting for what it now sends, by the hall's clock. */
  givenUpAt(): string | null
  /** Milliseconds since 1970, as far as this device knows. */
  wallClock(): number
  kept: IntentStore
}

export interface Ticket {
  state: ReadonlySignal<TicketState>
  /** Takes a number; null if it was refused, is already on its way, or the visitor has left. */
  take(wish: Wish): Promise<Taken | null>
  /** Clears a refusal, as the choice has changed. */
  reconsider(): void
  /** The visitor is gone. */
  forget(): void
  /**
   * What the page had asked for before it reloaded. A number whose visitor may still be standing here goes to `show`,
   * which returns whether it is shown; any other is given back, unless it is on paper.
   */
  recover(show: (taken: Taken, wish: Wish) => boolean): Promise<void>
}

/**
 * Nobody waits longer than this in front of a screen that has lost their press; after that, somebody else may be
 * standing there.
 */
export const SHOWN_FOR_MS = 60_000

const browserTicketIo: TicketIo = {
  send: (method, path, body, key) => command(method, path, body, { key }),
  newKey,
  after,
  givenUpAt,
  wallClock: () => Date.now(),
  kept: browserIntents,
}

/** An intention, and whether the server may have issued the ticket although it never said so. */
type Intent = KeptIntent & { unanswered: boolean }

export function createTicket(io: TicketIo = browserTicketIo): Ticket {
  const state = signal<TicketState>({ status: 'idle' })
  let intent: Intent | null = null

  function keep({ key, wish, notAfter, at, left }: KeptIntent): void {
    io.kept.write([...without(key), { key, wish, notAfter, at, left }])
  }

  const without = (key: string) => io.kept.read().filter((one) => one.key !== key)
  const drop = ({ key }: KeptIntent) => io.kept.write(without(key))

  function abandon(): void {
    if (intent && intent.unanswered) {
      intent.left = true
      keep(intent)
      void settle(intent, () => false)
    }
    intent = null
  }

  async function take(wish: Wish): Promise<Taken | null> {
    if (state.value.status === 'sending') return null
    if (intent && JSON.stringify(intent.wish) !== JSON.stringify(wish)) abandon()
    const mine = intent ?? {
      key: io.newKey(),
      wish,
      notAfter: null,
      at: 0,
      left: false,
      unanswered: true,
    }
    intent = mine
    mine.unanswered = true
    mine.notAfter = io.givenUpAt()
    mine.at = io.wallClock()
    keep(mine)
    state.value = { status: 'sending' }
    const outcome = await io.send<Taken>('POST', '/api/visits', bodyOf(mine), mine.key)
    mine.unanswered = !outcome.ok && isSilence(outcome.problem)
    // The visitor has left in the meantime: `forget` has begun to give back what this would bring.
    if (intent !== mine) return null
    if (!mine.unanswered) drop(mine)
    if (!outcome.ok) {
      state.value = { status: 'refused', problem: outcome.problem }
      return null
    }
    intent = null
    state.value = { status: 'idle' }
    return outcome.data
  }

  /**
   * Asks once more what became of an intention, with its expired time, so that one that never arrived is not carried
   * out now. A number that is not shown is given back; one on paper may be in somebody's hand, and is left to the
   * hall.
   */
  async function settle(one: KeptIntent, show: (taken: Taken) => boolean): Promise<void> {
    const insistIo = {
      send: <T>(path: string, body: unknown, key: string) => io.send<T>('POST', path, body, key),
      after: io.after,
    }
    const outcome = await insist<Taken>('/api/visits', bodyOf(one), one.key, insistIo)
    if (!outcome || (!outcome.ok && [401, 403].indexOf(outcome.problem.status) >= 0)) return
    if (outcome.ok && !show(outcome.data) && (one.left || !isOnPaper(outcome.data))) {
      const { token } = outcome.data.visit
      const cancelled = await insist(`/api/visits/${token}/cancel`, {}, io.newKey(), insistIo)
      if (!cancelled) return
    }
    drop(one)
  }

  return {
    state,
    take,
    reconsider() {
      if (state.value.status === 'refused') state.value = { status: 'idle' }
    },
    forget() {
      abandon()
      state.value = { status: 'idle' }
    },
    async recover(show) {
      const kept = notForgotten(io.kept.read(), io.wallClock())
      io.kept.write(kept)
      await Promise.all(
        kept.map((one) =>
          settle(one, (taken) => {
            const age = io.wallClock() - one.at
            return !one.left && age >= 0 && age < SHOWN_FOR_MS && show(taken, one.wish)
          }),
        ),
      )
    },
  }
}

function bodyOf({ wish, notAfter }: KeptIntent): object {
  return notAfter === null ? wish : { ...wish, notAfter }
}

/** Whether a slip came out, or may still come. */
function isOnPaper({ slip }: Taken): boolean {
  return slip.status === 'printed' || slip.status === 'queued'
}

// A command that must arrive even if nobody waits for it: sent again under the same key until the server answers.

export interface InsistIo {
  send<T>(path: string, body: unknown, key: string): Promise<Outcome<T>>
  after: Later
}

/** How long it goes on: the server keeps keys for longer. */
const TRIES = 720
const EVERY_MS = 5_000

const browserInsistIo: InsistIo = {
  send: (path, body, key) => command('POST', path, body, { key }),
  after,
}

/** No answer from the server, or one from something in between: what was sent may have been done. */
function isSilence({ status, code }: Problem): boolean {
  return status === 0 || (status >= 500 && code === 'unexpected')
}

/** Sends a command until it is answered; null after an hour of silence. */
export async function insist<T>(
  path: string,
  body: unknown,
  key: string = newKey(),
  io: InsistIo = browserInsistIo,
): Promise<Outcome<T> | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const outcome = await io.send<T>(path, body, key)
    if (outcome.ok || !isSilence(outcome.problem)) return outcome
    await new Promise<void>((resolve) => {
      io.after(EVERY_MS, resolve)
    })
  }
  return null
}
