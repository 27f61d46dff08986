// How this display's own sound is, as far as a page can know: no page sees a television's volume or a plug that is out.
import { signal } from '@preact/signals'
import type { SoundState } from '../server/voice/zones/speakers.ts'

export const soundState = signal<SoundState>('unknown')

/** How long a browser takes to say whether it lets a page sound. */
const ANSWER_MS = 1_000

/** Asks the browser, without a sound, whether it wants a touch first. Nothing is known where it can't be asked so. */
export function askBrowser(): void {
  if (typeof AudioContext !== 'function') return
  try {
    const context = new AudioContext()
    setTimeout(() => {
      // What was played meanwhile knows better.
      if (soundState.value === 'unknown')
        soundState.value = context.state === 'suspended' ? 'blocked' : 'ready'
      void context.close()
    }, ANSWER_MS)
  } catch {
    // A box that has too many of them, or none: the first announcement will tell.
  }
}
