// The browser's side of a board's upkeep, and what its address says about the screen: `?rim=5` if a television cuts
// more off its edge, `?motion=none` if nothing should move.
import { fetchJson } from '../../screens/command.ts'
import { browserIo } from '../../screens/live-io.ts'
import type { UpkeepIo } from './upkeep.ts'

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
