// Whether the kiosk speaks to this visitor: a small file of its own, because all of the kiosk may ask.
import { signal } from '@preact/signals'

/** `asks`: it asks by voice which language to speak. */
export const spoken = signal<'off' | 'asks' | 'on'>('off')

/** The last sentence was not available: no server, or a server without a voice. */
export const voiceless = signal(false)

/** Listening takes longer than reading: the times of `useIdle` while the kiosk speaks. */
export function patient<T extends { quiet: number; warning: number }>(times: T): T {
  return spoken.value === 'off' ? times : { ...times, quiet: times.quiet + 75, warning: times.warning * 3 }
}
