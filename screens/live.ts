// The live connection of a screen: follows one topic, keeps its newest whole view, and always knows how fresh that
// view is. It only reads: commands go by HTTP, so nothing is ever queued here across a reconnection.
import { type ReadonlySignal, batch, signal } from '@preact/signals'
import type { LiveMessage } from '../server/live/protocol.ts'
import { type After, after } from './timer.ts'

/**
 * `connecting`: nothing heard yet. `live`: the view is true. `reconnecting`: it was true a moment ago. `stale`: too
 * long ago; a screen must no longer show it as true.
 */
export type Freshness = 'connecting' | 'live' | 'reconnecting' | 'stale'

/** Why the server will not serve this page. `wrong-version` heals itself, the others wait for a person. */
export type Refused = 'not-allowed' | 'no-such-topic' | 'wrong-version'

export interface Live<V> {
  /** The newest whole view, null before the first. */
  view: ReadonlySignal<V | null>
  /** The server's clock at the last sign of life, ISO 8601. */
  at: ReadonlySignal<string | null>
  freshness: ReadonlySignal<Freshness>
  refused: ReadonlySignal<Refused | null>
  /** Ends it for good. */
  close(): void
}

interface LiveOptions<V> {
  topic: string
  /** Without query; by default the server that served the page. */
  url?: string
  /** Called with every new view, after the signals were set; `seq` is the running number of the last event in it. */
  onView?: (view: V, seq: number) => void
  io?: LiveIo
}

/** The server beats every 5 s; after a little more than two missed beats the connection counts as dead. */
const SILENCE_MS = 12_000
const CONNECT_LIMIT_MS = 4_000
/** Only a connection that has been live this long resets the next pause. */
const PROVEN_MS = 5_000
export const PAUSE = { firstMs: 500, factor: 1.5, mostMs: 2_000, jitter: 0.2 }
const WRONG_VERSION_PAUSE_MS = 60_000

/** Milliseconds before try number `tries` (0 is the first after a loss); `dice` from 0 to 1 spreads a crowd. */
export function pauseBefore(tries: number, dice: number): number {
  const base = Math.min(PAUSE.firstMs * Math.pow(PAUSE.factor, tries), PAUSE.mostMs)
  return base * (1 + PAUSE.jitter * (2 * dice - 1))
}

interface Attempt {
  socket: { close(): void } | null
  opened: boolean
  liveSince: number | null
  seq: number
}

const nothing = () => {}

/** Connects to a topic and stays connected until `close`. Never throws. */
export function connectLive<V>({ topic, url, onView, io = browserIo }: LiveOptions<V>): Live<V> {
  const view = signal<V | null>(null)
  const at = signal<string | null>(null)
  const freshness = signal<Freshness>('connecting')
  const refused = signal<Refused | null>(null)
  const address = `${url ?? io.defaultUrl()}?topic=${encodeURIComponent(topic)}&v=${PROTOCOL}`

  let current: Attempt | null = null
  let tries = 0
  let lastSign = io.now()
  let ended = false
  // One timer per attempt (for it to open, then for its next message, or for the next attempt) and one for staleness.
  let stopWaiting = nothing
  let stopStaleness = nothing

  function wait(ms: number, then: () => void): void {
    stopWaiting()
    stopWaiting = io.after(ms, then)
  }

  function watchStaleness(): void {
    stopStaleness()
    stopStaleness = io.after(Math.max(0, lastSign + SILENCE_MS - io.now()), () => {
      if (!current || current.liveSince === null) freshness.value = 'stale'
    })
  }

  function attempt(): void {
    const mine: Attempt = { socket: null, opened: false, liveSince: null, seq: -1 }
    current = mine
    wait(CONNECT_LIMIT_MS, lose)
    // An abandoned socket may still speak: only the current attempt is listened to.
    const listen =
      <A extends unknown[]>(handle: (...args: A) => void) =>
      (...args: A) => {
        if (current === mine) handle(...args)
      }
    try {
      mine.socket = io.openSocket(`${address}&clock=${Date.now()}`, {
        opened: listen(() => {
          mine.opened = true
          wait(SILENCE_MS, lose)
        }),
        message: listen((data: unknown) => hear(mine, data)),
        closed: listen(closed),
      })
    } catch {
      lose()
    }
  }

  function hear(mine: Attempt, data: unknown): void {
    const message = readMessage<V>(data, topic)
    if (!message) return
    if (io.heard) io.heard(message.at)
    lastSign = io.now()
    wait(SILENCE_MS, lose)
    watchStaleness()
    // Views of one connection come in order; an older one would take the screen back in time.
    const fresh = message.type === 'view' && message.seq >= mine.seq ? message : null
    batch(() => {
      at.value = message.at
      if (!fresh) return
      mine.seq = fresh.seq
      if (mine.liveSince === null) mine.liveSince = lastSign
      view.value = fresh.view
      freshness.value = 'live'
      refused.value = null
    })
    if (fresh && onView) onView(fresh.view, fresh.seq)
  }

  function giveUpSocket(): void {
    const socket = current && current.socket
    current = null
    stopWaiting()
    try {
      if (socket) socket.close()
    } catch {
      // A socket that cannot be closed is forgotten anyway.
    }
  }

  function lose(): void {
    if (current && current.liveSince !== null && io.now() - current.liveSince >= PROVEN_MS) tries = 0
    giveUpSocket()
    if (io.now() - lastSign >= SILENCE_MS) freshness.value = 'stale'
    else {
      if (freshness.value === 'live') freshness.value = 'reconnecting'
      watchStaleness()
    }
    wait(pauseBefore(tries, io.random()), attempt)
    tries += 1
  }

  function refuse(why: Refused): void {
    giveUpSocket()
    stopStaleness()
    batch(() => {
      refused.value = why
      freshness.value = 'stale'
    })
  }

  function closed(code: number): void {
    if (code === 4003) return refuse('not-allowed')
    if (code === 4004) return refuse('no-such-topic')
    if (code !== 4001) return lose()
    refuse('wrong-version')
    // The reloaded page may still be the old one, from a server in the middle of an update: ask again later.
    if (!io.reloadPage()) wait(WRONG_VERSION_PAUSE_MS, attempt)
  }

  function hint(): void {
    if (ended || refused.value) return
    if (!current) attempt()
    // After sleep the timers lag behind the clock.
    else if (current.opened && io.now() - lastSign >= SILENCE_MS) {
      giveUpSocket()
      freshness.value = 'stale'
      attempt()
    }
  }

  const stopHints = io.onHint(hint)
  watchStaleness()
  attempt()

  return {
    view,
    at,
    freshness,
    refused,
    close() {
      ended = true
      stopHints()
      stopStaleness()
      giveUpSocket()
    },
  }
}

// Reads what arrived on a socket. Anything that is not a message of this topic is null: a screen never breaks on
// garbage, it just does not count it as a sign of life.

/** The message in `data`, or null. The view itself is trusted: its shape belongs to the protocol version. */
function readMessage<V>(data: unknown, topic: string): LiveMessage<V> | null {
  if (typeof data !== 'string') return null
  let parsed: unknown
  try {
    parsed = JSON.parse(data)
  } catch {
    return null
  }
  if (typeof parsed !== 'object' || parsed === null) return null
  const message = parsed as Record<string, unknown>
  if (typeof message.at !== 'string') return null
  if (message.type === 'beat') return { type: 'beat', at: message.at }
  if (message.type !== 'view' || message.topic !== topic) return null
  if (typeof message.seq !== 'number' || typeof message.view !== 'object' || message.view === null)
    return null
  return { type: 'view', topic, seq: message.seq, at: message.at, view: message.view as V }
}

// The protocol version this page was built for, sent as `v=` with every live connection. The same number as in
// `server/live/protocol.ts`, repeated because pages import only types from the server.
export const PROTOCOL = 1

// Everything the live connection needs from the outside world, as one argument, so that tests bring their own socket,
// clock and dice. The browser's version is below.

export interface SocketEvents {
  opened(): void
  /** Whatever arrived on the socket; anything but text is garbage to us. */
  message(data: unknown): void
  /** Closed or failed, with the close code (1006 when there was none). */
  closed(code: number): void
}

export interface LiveIo {
  /** Called with the server's clock at each sign of life: set by `hall-clock.ts` if that is used. */
  heard?: (at: string) => void
  /** Opens a socket. May throw; may call the events at any time, even after `close`. */
  openSocket(url: string, events: SocketEvents): { close(): void }
  /** Milliseconds that never go back. */
  now(): number
  /** A number from 0 up to but not including 1. */
  random(): number
  after: After
  /** Calls `hint` when the network or the page is back; returns how to stop. */
  onHint(hint: () => void): () => void
  /** Reloads the page, unless it did so within the last minute: then it returns false. */
  reloadPage(): boolean
  /** The live address without its query. */
  defaultUrl(): string
}

const RELOADED_AT = 'antre.reloadedAt'
const RELOAD_PAUSE_MS = 60_000

/**
 * Reloads the page, at most once a minute, and returns whether it does. The time of the last reload is kept in
 * `storage`, which outlives it. If storage is blocked nothing could break a loop, so nothing is reloaded.
 */
export function reloadGuarded(
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
  wallClock: () => number,
  reload: () => void,
): boolean {
  try {
    const now = wallClock()
    const age = now - Number(storage().getItem(RELOADED_AT) || 0)
    // A negative age means a clock that was set back: it must not forbid reloading for years.
    if (age >= 0 && age < RELOAD_PAUSE_MS) return false
    storage().setItem(RELOADED_AT, String(now))
  } catch {
    return false
  }
  reload()
  return true
}

export const browserIo: LiveIo = {
  openSocket(url, events) {
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => events.opened())
    socket.addEventListener('message', (event) => events.message(event.data))
    socket.addEventListener('close', (event) => events.closed(event.code))
    return socket
  },
  now: () => performance.now(),
  random: () => Math.random(),
  after,
  onHint(hint) {
    const visible = () => {
      if (document.visibilityState === 'visible') hint()
    }
    addEventListener('online', hint)
    document.addEventListener('visibilitychange', visible)
    return () => {
      removeEventListener('online', hint)
      document.removeEventListener('visibilitychange', visible)
    }
  },
  reloadPage: () =>
    reloadGuarded(
      () => sessionStorage,
      () => Date.now(),
      () => location.reload(),
    ),
  defaultUrl: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`,
}
