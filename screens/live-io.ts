// Everything the live connection needs from the outside world, as one argument, so that tests bring their own socket,
// clock and dice. The browser's version is below.
import { type After, after } from './timer.ts'
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
