// Whether the calls of a zone are heard. As things are: a display speaks them, one that nobody hears does, or none
// does; known before anything is called, so that a counter need not wait to learn that nobody announces its calls. And
// by the last call: since when none has been heard. In memory only, as the next announcement will show it again.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Display } from '../../live/push.ts'
import type { ZoneVoice } from '../../live/view-parts.ts'
import { isInReach, isMute, type Loudspeakers } from './speakers.ts'

/** Milliseconds: a display that reloads its page, or a restart of the server, makes no zone silent. */
const BACK_MS = 5_000

interface Dependencies {
  readonly hall: Hall
  readonly displays: () => readonly Display[]
  readonly loudspeakers: Pick<Loudspeakers, 'stateOf'>
  /** Called when what is known of any zone has changed. */
  readonly changed: () => void
}

export interface ZoneVoices {
  /** For a zone that the hall has. */
  of(zone: string): ZoneVoice
  /** Call it whenever a display comes, goes or reports its sound, and when the plan changes. */
  look(): void
  stop(): void
}

/** Begins with a voice in every zone: displays need a moment to come back. */
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
        // Good news at once; a display that is gone may be back in a moment.
        return [id, voice === 'none' && before !== 'none' ? before : voice]
      })
      take(new Map(kept))
      const isLate = kept.some(([id, voice]) => voice !== next.get(id))
      if (isLate) timer ??= setTimeout(settle, BACK_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

export interface SilentZones {
  committed(records: readonly Recorded[]): void
  /** `since` in milliseconds since 1970. */
  zones(): { zone: string; since: number }[]
}

export function watchSilentZones(hall: Hall): SilentZones {
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
