// This browser as a device of the hall: it enrols itself once with the token of its link, and afterwards asks the
// server which device it is. The page cannot read the cookie that makes it one.
import { signal, type ReadonlySignal } from '@preact/signals'
import type { Device } from '../server/access/devices.ts'
import { command, fetchJson, type Outcome, type Problem, newKey } from './command.ts'
import { type Later, after } from './timer.ts'

/** `none`: no device of this page's kind; `problem` says why the link did not make it one. */
export type DeviceState =
  | { status: 'asking' }
  | { status: 'enrolled'; device: Device }
  | { status: 'none'; problem: Problem | null }

export interface ThisDevice {
  state: ReadonlySignal<DeviceState>
  /** Asks the server again, for when it no longer treats this browser as a device. */
  check(): void
}

export interface DeviceIo {
  /** The token in the page's address, null if there is none. */
  token(): string | null
  /** Removes the token from the address, so that a reload or a photograph of the screen does not repeat it. */
  forgetToken(): void
  enrol(token: string, key: string): Promise<Outcome<{ device: Device }>>
  self(kind: Device['kind']): Promise<Outcome<{ device: Device | null }>>
  after: Later
}

/** A device that was switched on before its server asks again and again. */
const AGAIN_MS = 3_000

const browserDeviceIo: DeviceIo = {
  token: () => {
    const found = /[?&]enrol=([^&]+)/.exec(location.search)
    return found && found[1] ? found[1] : null
  },
  forgetToken() {
    const rest = location.search.replace(/([?&])enrol=[^&]*&?/, '$1').replace(/[?&]$/, '')
    history.replaceState(null, '', location.pathname + rest + location.hash)
  },
  enrol: (token, key) => command('POST', '/api/devices/enrol', { token }, { key }),
  self: (kind) => fetchJson(`/api/devices/self?kind=${kind}`),
  after,
}

/** Finds out which device this browser is, enrolling it first if the address has a token. Never throws. */
export function knowDevice(kind: Device['kind'], io: DeviceIo = browserDeviceIo): ThisDevice {
  const state = signal<DeviceState>({ status: 'asking' })
  let asking = false

  async function answered<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    for (;;) {
      const outcome = await ask()
      if (outcome.ok || (outcome.problem.status > 0 && outcome.problem.status < 500)) return outcome
      await new Promise<void>((resolve) => {
        io.after(AGAIN_MS, resolve)
      })
    }
  }

  /** A link that did not work matters only to a browser that is not a device already. */
  async function ask(problem: Problem | null): Promise<void> {
    const outcome = await answered(() => io.self(kind))
    const device = outcome.ok ? outcome.data.device : null
    state.value =
      device && device.kind === kind ? { status: 'enrolled', device } : { status: 'none', problem }
  }

  async function start(): Promise<void> {
    const token = io.token()
    if (token === null) return ask(null)
    const key = newKey()
    const outcome = await answered(() => io.enrol(token, key))
    io.forgetToken()
    if (outcome.ok && outcome.data.device.kind === kind) {
      state.value = { status: 'enrolled', device: outcome.data.device }
    } else await ask(outcome.ok ? null : outcome.problem)
  }

  function run(first: () => Promise<void>): void {
    if (asking) return
    asking = true
    void first().then(() => {
      asking = false
    })
  }

  run(start)
  return { state, check: () => run(() => ask(null)) }
}
