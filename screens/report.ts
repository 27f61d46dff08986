// A kiosk or display reports its state, at once and every minute: the hall's staff are told when it falls silent.
import { effect } from '@preact/signals'
import type { Device } from '../server/access/devices.ts'
import type { SoundState } from '../server/voice/zones/speakers.ts'
import { command } from './command.ts'
import type { ThisDevice } from './device.ts'

const EVERY_MS = 60_000

/** What else a display reports; `undefined` is not sent. */
interface More {
  sound: SoundState
  memoryMb: number | undefined
}

/**
 * Reports from now on, whenever this browser is such a device, and at once when a signal that `more` reads changes. A
 * report that gets lost does no harm: the next one comes.
 */
export function reportDevice(kind: Device['kind'], { state, check }: ThisDevice, more?: () => More): void {
  async function say(): Promise<void> {
    if (state.value.status !== 'enrolled') return
    const screen = { width: innerWidth || 1, height: innerHeight || 1 }
    const rest = more && more()
    const body = { kind, version, screen, clock: Date.now(), ...rest }
    const outcome = await command('POST', '/api/devices/report', body)
    // It was revoked: it is no longer a device, or only one of the other kind.
    if (!outcome.ok && outcome.problem.status > 400 && outcome.problem.status < 405) check()
  }
  effect(() => void say())
  setInterval(() => void say(), EVERY_MS)
}

// Which build of Antre this page belongs to: it identifies an old page beside a newer server.

/** Put in by the build. */
declare const ANTRE_VERSION: string

/** `0.1.0`, as package.json has it. */
const version = ANTRE_VERSION
