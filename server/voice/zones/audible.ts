// Who speaks where, as things stand: whether the calls of a zone are spoken by a display, by one that can't be heard, or
// by none. Known before anything is called, so that a counter need not wait to learn that nobody says its calls.
import type { Hall } from '../../hall/hall.ts'
import type { Display } from '../../live/sockets.ts'
import type { ZoneVoice } from '../../live/view-parts.ts'
import { isMute, type Loudspeakers } from './speakers.ts'
import { isInReach } from './speaker.ts'

/** A display that loads its page anew, or a server that was started anew, makes no zone silent. Milliseconds. */
const BACK_MS = 5_000

interface Dependencies {
  readonly hall: Hall
  readonly displays: () => readonly Display[]
  readonly loudspeakers: Pick<Loudspeakers, 'stateOf'>
  /** Called when what is known of any zone changed. */
  readonly changed: () => void
}

export interface ZoneVoices {
  /** Of a zone that the hall has. */
  of(zone: string): ZoneVoice
  /** To be called whenever a display comes, goes, or tells how its sound is; the plan too. */
  look(): void
  stop(): void
}

/** Begins with every zone spoken for: displays need a moment to find their way back. */
export function watchZoneVoices({ hall, displays, loudspeakers, changed }: Dependencies): ZoneVoices {
  let known: ReadonlyMap<string, ZoneVoice> = new Map()
  let timer: NodeJS.Timeout | undefined = setTimeout(settle, BACK_MS)

  function found(): Map<string, ZoneVoice> {
    const there = displays()
    return new Map(
      [...hall.layout.zones].map(([id, { sound }]) => {
        const near = there.filter((display) => isInReach(hall, sound, display))
        if (near.length === 0) return [id, 'none']
        return [id, near.every((display) => isMute(loudspeakers.stateOf(display.id))) ? 'mute' : 'speaks']
      }),
    )
  }

  function take(next: Map<string, ZoneVoice>): void {
    const isNew = [...next].some(([id, voice]) => voice !== of(id))
    known = next
    if (isNew) changed()
  }

  function settle(): void {
    timer = undefined
    take(found())
  }

  const of = (zone: string): ZoneVoice => known.get(zone) ?? 'speaks'

  return {
    of,
    look() {
      const next = found()
      const kept = [...next].map(([id, voice]): [string, ZoneVoice] => {
        const before = of(id)
        // Good news at once; that one is gone may be over in a moment.
        return [id, voice === 'none' && before !== 'none' ? before : voice]
      })
      take(new Map(kept))
      const isLate = kept.some(([id, voice]) => voice !== next.get(id))
      if (isLate) timer ??= setTimeout(settle, BACK_MS)
    },
    stop: () => clearTimeout(timer),
  }
}
