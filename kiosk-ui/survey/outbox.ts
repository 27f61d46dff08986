// Answers on their way to the server. Each is kept in the browser before it is sent and removed once the server has
// it, so that one given without a connection, or just before a reload, arrives exactly once.
import { type ReadonlySignal, signal } from '@preact/signals'
import { browserCommandIo, command, type Outcome, type Problem, newKey } from '../../screens/command.ts'
import { type Later, after } from '../../screens/timer.ts'
import { NINE } from './ballot.ts'

/** What is sent, and a key that makes it count once however often it is sent. */
export interface Voice {
  readonly once: string
  readonly body: object
}

export type Sent = { is: 'sent' } | { is: 'kept' } | { is: 'refused'; problem: Problem }

export interface OutboxIo {
  read(): readonly Voice[]
  write(voices: readonly Voice[]): void
  /** A number from 0 up to but not including 1. */
  random(): number
  send(voice: Voice): Promise<Outcome<unknown>>
  after: Later
}

export interface Outbox {
  /** How many wait. */
  readonly waiting: ReadonlySignal<number>
  /** Stores it at once and tries to send it; resolves when that is settled for now. */
  put(body: object): Promise<Sent>
  /** Sends what waits, now: the network is back. */
  flush(): void
}

const AGAIN_MS = 15_000
/** After this nobody has to wait any longer: it goes on by itself. */
const LIMIT_MS = 4_000
/** A tablet may give an answer every five seconds. */
const PACE_MS = 6_000

/** The outbox of this page. What a previous page left in it is sent first. */
export function openOutbox(io: OutboxIo): Outbox {
  const waiting = signal(0)
  let voices: readonly Voice[] = io.read()
  waiting.value = voices.length
  let busy: Promise<void> | null = null
  let isPlanned = false
  const refusals = new Map<string, Problem>()

  function keep(now: readonly Voice[]): void {
    voices = now
    waiting.value = now.length
    io.write(now)
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const voice = voices[0]
      if (!voice) return
      const outcome = await io.send(voice)
      if (!outcome.ok && mayWorkLater(outcome.problem)) {
        return again(outcome.problem.status === 429 ? PACE_MS : AGAIN_MS)
      }
      const lighter = !outcome.ok && outcome.problem.status === 400 ? theNineOf(voice) : null
      if (lighter) {
        keep(voices.map((one) => (one === voice ? lighter : one)))
        continue
      }
      // A right that was used has done its work.
      if (!outcome.ok && outcome.problem.code !== 'unknown-right') refusals.set(voice.once, outcome.problem)
      keep(voices.filter((one) => one !== voice))
    }
  }

  function again(ms: number): void {
    if (isPlanned) return
    isPlanned = true
    io.after(ms, () => {
      isPlanned = false
      void flush()
    })
  }

  function flush(): Promise<void> {
    busy ??= sendAll().finally(() => {
      busy = null
    })
    return busy
  }

  if (voices.length > 0) void flush()
  return {
    waiting,
    flush: () => void flush(),
    async put(body) {
      const voice: Voice = { once: newKey(), body }
      // At a random place among them: the order in which they were given is nobody's business.
      const at = Math.floor(io.random() * (voices.length + 1))
      keep([...voices.slice(0, at), voice, ...voices.slice(at)])
      await flush()
      // It was added while the last try of earlier ones was under way.
      const waits = () => voices.some(({ once }) => once === voice.once)
      if (waits() && !isPlanned) await flush()
      if (waits()) return { is: 'kept' }
      const problem = refusals.get(voice.once)
      refusals.delete(voice.once)
      return problem ? { is: 'refused', problem } : { is: 'sent' }
    },
  }
}

/**
 * Without the answers to the hall's own questions, which may have been taken off the form while it waited. Null if
 * there is nothing to leave out, or nothing would be left.
 */
function theNineOf({ once, body }: Voice): Voice | null {
  const { answers } = body as { answers?: Readonly<Record<string, unknown>> }
  const all = Object.entries(answers ?? {})
  const nine = all.filter(([element]) => NINE.includes(element))
  const isLess = nine.length > 0 && nine.length < all.length
  return isLess ? { once, body: { ...body, answers: Object.fromEntries(nine) } } : null
}

/** No answer, too many at once, a server that can't store, a tablet that is to be enrolled again. */
function mayWorkLater({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 403 || status === 429 || status >= 500
}

/** The browser's own; `name` is its place in the browser's storage. */
export function browserOutbox(name: string): OutboxIo {
  // If nothing can be stored, it lasts as long as the page.
  let inMemory: readonly Voice[] = []
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
        return Array.isArray(kept) ? (kept as Voice[]).filter((one) => typeof one?.once === 'string') : []
      } catch {
        return inMemory
      }
    },
    write(voices) {
      inMemory = voices
      try {
        if (voices.length === 0) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify(voices))
      } catch {
        // Full or forbidden: it lasts as long as the page.
      }
    },
    random: Math.random,
    send: ({ once, body }) => {
      // The request goes on when the page is closed.
      const fetchOn = (path: string, init: RequestInit) => fetch(path, { ...init, keepalive: true })
      // A right can be used only once anyway.
      const sent = 'right' in body ? body : { ...body, once }
      const io = { ...browserCommandIo, fetch: fetchOn }
      return command('POST', '/api/surveys', sent, { limitMs: LIMIT_MS, io })
    },
    after,
  }
}
