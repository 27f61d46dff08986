// What keeps a board healthy for weeks without anybody's help: a picture that never quite stands still, a new version
// loaded at night, and a reload of a page that hangs.
import type { Freshness } from '../../screens/live.ts'

export interface UpkeepIo {
  /** Milliseconds that never go back. */
  now(): number
  every(ms: number, run: () => void): void
  /** The server's version; null if it does not answer. */
  version(): Promise<string | null>
  /** Moves the whole picture by this many hairs (see `hair` in the style sheet). */
  move(x: number, y: number): void
  /** Reloads the page, unless it has just done so. */
  reload(): void
  /** Calls `then` when a script of the page failed and nothing caught it. */
  onFault(then: () => void): void
}

/** What the page shows now. */
export interface Shown {
  freshness: Freshness
  /** The hall is closed and nobody is left in it. */
  night: boolean
}

const MINUTE = 60_000
export const LOOK_MS = MINUTE
export const MOVE_MS = 3 * MINUTE
/** Stale for this long although the server answers: the page itself hangs. A healthy one recovers within seconds. */
export const HUNG_MS = 3 * MINUTE

/** A small walk that ends where it began, so that every pixel gets some rest. */
const WALK = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
] as const

/** Begins it. `shown` is asked whenever something must be decided; null while nothing is shown yet. */
export function startUpkeep(shown: () => Shown | null, io: UpkeepIo): void {
  let ownVersion: string | null = null
  let wellAt = io.now()
  let step = 0
  let failed = false

  async function look(): Promise<void> {
    const version = await io.version()
    if (version === null) {
      // No server: a reload would give an error page, and nothing would bring the board back.
      wellAt = io.now()
      return
    }
    const { freshness, night } = shown() || { freshness: 'stale' as const, night: false }
    if (freshness === 'live') wellAt = io.now()
    if (ownVersion === null) ownVersion = version
    const isNew = version !== ownVersion && night
    if (isNew || failed || io.now() - wellAt >= HUNG_MS) io.reload()
  }

  io.every(LOOK_MS, () => void look())
  io.every(MOVE_MS, () => {
    step = (step + 1) % WALK.length
    const place = WALK[step]
    if (place) io.move(place[0], place[1])
  })
  io.onFault(() => (failed = true))
  void look()
}
