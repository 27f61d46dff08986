// The displays that speak: the reported state of each one's sound, which of them kept silent lately, which one should
// speak, and whether a zone hears its calls. In memory only: it is about the device and this hour, not the hall's day,
// and is soon known again after a restart.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Display } from '../../live/push.ts'
import type { ZoneVoice } from '../../live/view-parts.ts'

/** A display's report of its sound: it can speak, the browser wants a touch first, it was muted, it has no sound. */
export const soundStates = ['ready', 'blocked', 'muted', 'none', 'unknown'] as const
export type SoundState = (typeof soundStates)[number]

export interface Loudspeakers {
  /** A display reported its sound; `asked`: when it was asked to speak. */
  says(display: string, state: SoundState, asked?: boolean): void
  /** Its last report; null: none yet. */
  stateOf(display: string): SoundState | null
  /** Whether it usually reports when it begins to speak: then it is not waited for if it does not. */
  tells(display: string): boolean
  /** It did not confirm an announcement: it speaks again only if no other can. */
  failed(display: string): void
  /** It confirmed what it said. */
  confirmed(display: string): void
  /** The higher, the later it should be asked to speak; 0 if there is no reason against it. */
  doubt(display: string): number
  forget(display: string): void
}

/** More than can be silent at once: a display that reports no sound is asked after all of those. */
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

/** Whether nobody would hear a display whose sound is in this state. */
export function isMute(state: SoundState | null | undefined): boolean {
  return state === 'blocked' || state === 'muted' || state === 'none'
}

interface SpeakerQuestion {
  /** Displays showing a board now. */
  readonly displays: readonly Display[]
  /** Which display speaks for each of the other sounds at this moment; null if none does. */
  readonly speaking: readonly (string | null)[]
  /** How recently a display failed to confirm: the higher, the more recently; 0 if it never did. */
  readonly silence: (id: string) => number
}

/**
 * The display that should speak for a sound. Null if none can be heard there, `busy` if those that can have to wait: a
 * display speaks for one sound at a time, and the board of the whole hall shows one announcement at a time.
 */
export function chooseSpeaker(hall: Hall, sound: string, question: SpeakerQuestion): string | null | 'busy' {
  const { displays, speaking, silence } = question
  const inReach = displays.filter((display) => isInReach(hall, sound, display))
  if (inReach.length === 0) return null
  const isFree = ({ id, board }: Display) => (board === null ? speaking.length === 0 : !speaking.includes(id))
  const wide = ({ zone, board }: Display) => (zone === null || board === null ? 1 : 0)
  const [best] = inReach.filter(isFree).sort((a, b) => silence(a.id) - silence(b.id) || wide(a) - wide(b))
  return best?.id ?? 'busy'
}

/** Whether a display is where this sound should be heard, and shows its calls. */
export function isInReach(hall: Hall, sound: string, { zone, board }: Display): boolean {
  const isNear = (id: string | null) => id === null || hall.layout.zones.get(id)?.sound === sound
  return isNear(zone) && isNear(board)
}

// Whether the calls of a zone are heard. As things are: a display speaks them, one that nobody hears does, or none
// does; known before anything is called, so that a counter need not wait to learn that nobody announces its calls. And
// by the last call: since when none has been heard. In memory only, as the next announcement will show it again.

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
