// A display that is not enrolled shows a short code. Once the manager has confirmed it, the page opens its own link,
// as if somebody had typed it.
import { signal, type ReadonlySignal } from '@preact/signals'
import { command, type Outcome } from '../screens/command.ts'
import { type Later, after } from '../screens/timer.ts'

/** How often it checks whether its code was confirmed. */
export const JOIN_LOOK_MS = 3_000
/** There are too many codes, or an older server knows none. */
export const LATER_MS = 60_000

export interface JoinIo {
  ask(): Promise<Outcome<{ code: string; secret: string }>>
  fetch(secret: string): Promise<Outcome<{ token: string | null }>>
  /** Opens the link: the page is reloaded. */
  open(token: string): void
  after: Later
}

export const browserJoinIo: JoinIo = {
  ask: () => command('POST', '/api/devices/codes'),
  fetch: (secret) => command('POST', '/api/devices/codes/fetch', { secret }),
  open(token) {
    const rest = location.search.replace(/[?&]enrol(=[^&]*)?(?=&|$)/g, '').replace(/^[?&]/, '&')
    location.replace(`${location.pathname}?enrol=${token}${rest}`)
  },
  after,
}

/**
 * Whether the page should become a display: somebody viewing one place by its address wants no code unless the address
 * asks for one.
 */
export function wantsCode(query: string): boolean {
  return /[?&]enrol(=|&|$)/.test(query) || !/[?&](zone|layout)=/.test(query)
}

/** The code to show, with a gap in the middle; null while there is none. This goes on until it is confirmed. */
export function join(io: JoinIo): ReadonlySignal<string | null> {
  const shown = signal<string | null>(null)

  async function ask(): Promise<void> {
    const outcome = await io.ask()
    if (!outcome.ok) {
      shown.value = null
      io.after(LATER_MS, () => void ask())
      return
    }
    const { code, secret } = outcome.data
    shown.value = `${code.slice(0, 3)} ${code.slice(3)}`
    io.after(JOIN_LOOK_MS, () => void look(secret))
  }

  async function look(secret: string): Promise<void> {
    const outcome = await io.fetch(secret)
    if (outcome.ok && outcome.data.token !== null) return io.open(outcome.data.token)
    // Too old, or the server was restarted.
    if (!outcome.ok && outcome.problem.status === 404) return ask()
    // A server that is away for a moment still knows it.
    io.after(JOIN_LOOK_MS, () => void look(secret))
  }

  void ask()
  return shown
}
