// What is wrong with a kiosk or display, in words: what somebody sees, and what to do about it.
import type { DeviceTrouble } from '../../server/live/attention.ts'
import { formatTime } from '../../screens/format.ts'
import { hallText } from '../hall/texts/index.ts'

/** Those that only who keeps the devices can do something about. */
const MANAGERS: readonly string[] = ['place-gone', 'memory-high', 'clock-off', 'version-old']

/** `name` begins the sentence; `since` is when it was last heard of, ISO 8601. */
export function troubleText(kind: DeviceTrouble, name: string, since: string | null): string {
  if (kind !== 'kiosk-silent' && kind !== 'display-silent') return hallText(`attention.${kind}`, { name })
  return since === null
    ? hallText('attention.deviceSilentUnknown', { name })
    : hallText('attention.deviceSilent', { name, time: formatTime(since) })
}

/** Whether somebody at the reception can mend it. */
export function isForReception({ kind }: { kind: string }): boolean {
  return !MANAGERS.includes(kind)
}
