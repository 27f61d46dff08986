// What keeps a board healthy for weeks without anybody's help: a picture that never quite stands still, a new version
// loaded at night, and a reload of a page that hangs.
import { fetchJson } from '../screens/command.ts'
import { browserIo, type Freshness } from '../screens/live.ts'

interface UpkeepIo {
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

// The browser's side of a board's upkeep, and what its address says about the screen: `?rim=5` if a television cuts
// more off its edge, `?motion=none` if nothing should move.

export const browserUpkeepIo: UpkeepIo = {
  now: () => performance.now(),
  every: (ms, run) => void setInterval(run, ms),
  async version() {
    const outcome = await fetchJson<{ version: string }>('/api/health')
    return outcome.ok ? outcome.data.version : null
  },
  move(x, y) {
    const { style } = document.documentElement
    style.setProperty('--shift-x', `${x}`)
    style.setProperty('--shift-y', `${y}`)
  },
  reload: () => void browserIo.reloadPage(),
  onFault(then) {
    addEventListener('error', then)
    addEventListener('unhandledrejection', then)
  },
}

/** The rim to leave free, in percent of the shorter side: 0 to 8. */
export function askedRim(query: string): number | null {
  const asked = /[?&]rim=(\d(?:\.\d)?)(?:&|$)/.exec(query)
  return asked && Number(asked[1]) <= 8 ? Number(asked[1]) : null
}

/** For the page's start. */
export function fitGlass(query: string): void {
  const { style, dataset } = document.documentElement
  const rim = askedRim(query)
  if (rim !== null) style.setProperty('--rim', `${rim}vmin`)
  if (/[?&]motion=none(?:&|$)/.test(query)) dataset['motion'] = 'none'
}
