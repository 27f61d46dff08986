// What is known of the displays that speak: how each says its own sound is, and who kept silent lately. In memory
// alone: it is of the device and of this hour, no part of the hall's day, and after a restart it is soon known again.

/** How a display says its sound is: it can speak, the browser wants a touch first, it was made mute, it has no sound. */
export const soundStates = ['ready', 'blocked', 'muted', 'none', 'unknown'] as const
export type SoundState = (typeof soundStates)[number]

export interface Loudspeakers {
  /** A display told how its sound is; `asked`: when it was asked to speak. */
  says(display: string, state: SoundState, asked?: boolean): void
  /** What it said last; null: nothing yet. */
  stateOf(display: string): SoundState | null
  /** Whether it tells that it begins, when it is asked to speak: then it is not waited for where it does not. */
  tells(display: string): boolean
  /** It did not confirm what it was to say: it speaks again only where no other can. */
  failed(display: string): void
  /** It confirmed: all is well. */
  confirmed(display: string): void
  /** The higher, the later it should be asked to speak; 0 where nothing is known against it. */
  doubt(display: string): number
  forget(display: string): void
}

/** More than can be silent at once: a display that says itself that it has no sound is asked after all those. */
const MUTE = 100_000

export function createLoudspeakers(): Loudspeakers {
  const states = new Map<string, SoundState>()
  /** The latest last. */
  const silent = new Set<string>()
  const tellers = new Set<string>()
  const confirmed = (display: string) => void silent.delete(display)
  return {
    says(display, state, asked = false) {
      states.set(display, state)
      if (asked) tellers.add(display)
    },
    stateOf: (display) => states.get(display) ?? null,
    tells: (display) => tellers.has(display),
    failed(display) {
      silent.delete(display)
      silent.add(display)
    },
    confirmed,
    doubt: (display) => [...silent].indexOf(display) + 1 + (isMute(states.get(display)) ? MUTE : 0),
    forget(display) {
      states.delete(display)
      tellers.delete(display)
      confirmed(display)
    },
  }
}

/** Whether nobody would hear a display whose sound is like that. */
export function isMute(state: SoundState | null | undefined): boolean {
  return state === 'blocked' || state === 'muted' || state === 'none'
}
