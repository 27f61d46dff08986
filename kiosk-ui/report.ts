// The kiosk says how it is, at once and every minute: who looks after the hall is told when it falls silent.
import { effect } from '@preact/signals'
import { command } from '../screens/command.ts'
import type { ThisDevice } from '../screens/device.ts'
import { version } from '../screens/version.ts'

const EVERY_MS = 60_000

/** Reports from now on, whenever this browser is a kiosk. A report that nobody hears is not missed: the next one comes. */
export function reportKiosk({ state, check }: ThisDevice): void {
  async function say(): Promise<void> {
    if (state.value.status !== 'enrolled') return
    const screen = { width: innerWidth || 1, height: innerHeight || 1 }
    const outcome = await command('POST', '/api/devices/report', { kind: 'kiosk', version, screen })
    // Its enrolment was taken back.
    if (!outcome.ok && (outcome.problem.status === 401 || outcome.problem.status === 403)) check()
  }
  effect(() => void say())
  setInterval(() => void say(), EVERY_MS)
}
