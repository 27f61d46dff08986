// Who speaks where, as things stand: whether the calls of a zone are spoken by a display, by one that can't be heard, or
// by none. Known before anything is called, so that a counter need not wait to learn that nobody says its calls.
// Zones where calls are not heard: since when none was that should have been. Told to who can do something about it;
// in memory alone, as the next announcement tells it anew.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Display } from '../../live/sockets.ts'
import type { ZoneVoice } from '../../live/view-parts.ts'
import { isInReach, isMute, type Loudspeakers } from './speakers.ts'

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

export interface Silence {
  committed(records: readonly Recorded[]): void
  /** `since` in milliseconds since 1970. */
  zones(): { zone: string; since: number }[]
}

export function watchSilence(hall: Hall): Silence {
  /** By sound, as zones that share one fall silent together. */
  const silent = new Map<string, { zone: string; since: number }>()

  function follow({ event, at }: Recorded): void {
    if (event.type === 'day-opened' || event.type === 'day-reopened') silent.clear()
    if (event.type !== 'announcement-heard' && event.type !== 'announcement-unheard') return
    const announcement = hall.announcements.get(event.announcement)
    if (!announcement) return
    const { sound, zone, status, quiet } = announcement
    if (status === 'heard') silent.delete(sound)
    if (status === 'unheard' && !quiet && !silent.has(sound)) silent.set(sound, { zone, since: at })
  }

  return {
    committed: (records) => records.forEach(follow),
    zones: () => [...silent.values()].filter(({ zone }) => hall.layout.zones.has(zone)),
  }
}
