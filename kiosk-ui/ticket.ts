// Taking the number: one intent is one ticket, however often it is tapped, sent or answered. And a ticket
// that came too late, for a visitor who has left, is given back: a number that nobody holds must not be called.
import { signal, type ReadonlySignal } from '@preact/signals'
import type { Static } from 'typebox'
import type { TakenVisit, TakeVisit } from '../server/http/visit-answers.ts'
import { command, type Method, type Outcome, type Problem } from '../screens/command.ts'
import { newKey } from '../screens/key.ts'
import { insist, isSilence } from './insist.ts'

export type Wish = Static<typeof TakeVisit>
export type Taken = Static<typeof TakenVisit>

export type TicketState = { status: 'idle' } | { status: 'sending' } | { status: 'refused'; problem: Problem }

export interface TicketIo {
  send<T>(method: Method, path: string, body: unknown, key: string): Promise<Outcome<T>>
  newKey(): string
  after(ms: number, run: () => void): void
}

export interface Ticket {
  state: ReadonlySignal<TicketState>
  /** Takes a number; null when it was refused, is already on its way, or the visitor left meanwhile. */
  take(wish: Wish): Promise<Taken | null>
  /** Clears a refusal, for what was chosen has changed. */
  reconsider(): void
  /** The visitor is gone. */
  forget(): void
}

interface Intent {
  key: string
  body: string
  wish: Wish
  /** Whether the server may have the ticket although it never said so. */
  unanswered: boolean
}

const browserTicketIo: TicketIo = {
  send: (method, path, body, key) => command(method, path, body, { key }),
  newKey,
  after: (ms, run) => void setTimeout(run, ms),
}

export function createTicket(io: TicketIo = browserTicketIo): Ticket {
  const state = signal<TicketState>({ status: 'idle' })
  let intent: Intent | null = null

  const send = ({ wish, key }: Intent) => io.send<Taken>('POST', '/api/visits', wish, key)

  function abandon(): void {
    if (intent && intent.unanswered) void giveBack(intent, io)
    intent = null
  }

  async function take(wish: Wish): Promise<Taken | null> {
    if (state.value.status === 'sending') return null
    const body = JSON.stringify(wish)
    if (intent && intent.body !== body) abandon()
    const mine = intent ?? { key: io.newKey(), body, wish, unanswered: true }
    intent = mine
    mine.unanswered = true
    state.value = { status: 'sending' }
    const outcome = await send(mine)
    mine.unanswered = !outcome.ok && isSilence(outcome.problem)
    // Gone meanwhile: `forget` has begun to give back what this was to bring.
    if (intent !== mine) return null
    if (!outcome.ok) {
      state.value = { status: 'refused', problem: outcome.problem }
      return null
    }
    intent = null
    state.value = { status: 'idle' }
    return outcome.data
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
  }
}

/** Asks once more with the same key what became of an intent, and cancels the ticket that it was. */
async function giveBack({ wish, key }: Intent, io: TicketIo): Promise<void> {
  const insistIo = {
    send: <T>(path: string, body: unknown, k: string) => io.send<T>('POST', path, body, k),
    after: io.after,
  }
  const outcome = await insist<Taken>('/api/visits', wish, key, insistIo)
  if (!outcome || !outcome.ok) return
  const { token } = outcome.data.visit
  await insist(`/api/visits/${token}/cancel`, {}, io.newKey(), insistIo)
}
