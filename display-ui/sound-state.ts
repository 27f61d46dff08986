// The state of this display's own sound, as far as a page can know: no page sees a television's volume or an
// unplugged cable.
import { signal } from '@preact/signals'
import type { SoundState } from '../server/voice/zones/speakers.ts'

export const soundState = signal<SoundState>('unknown')

/** How long a browser takes to say whether a page may play sound. */
const ANSWER_MS = 1_000

/** Asks the browser, silently, whether it wants a touch first. If it can't be asked, nothing is known. */
export function askBrowser(): void {
  if (typeof AudioContext !== 'function') return
  try {
    const context = new AudioContext()
    setTimeout(() => {
      // A sound played meanwhile knows better.
      if (soundState.value === 'unknown')
        soundState.value = context.state === 'suspended' ? 'blocked' : 'ready'
      void context.close()
    }, ANSWER_MS)
  } catch {
    // A box that has too many of them, or none: the first announcement will show.
  }
}
