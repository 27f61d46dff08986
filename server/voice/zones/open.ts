// The sound of a hall with all that it needs: what speaks the calls, the state of the speaking displays, which zones
// have a voice, and which of them nobody hears.
import type { Dispatch } from '../../dispatch.ts'
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Display } from '../../live/push.ts'
import type { Voice } from '../voice.ts'
import { createSound, type Sound } from './sound.ts'
import {
  createLoudspeakers,
  isMute,
  type Loudspeakers,
  type SilentZones,
  watchSilentZones,
  watchZoneVoices,
  type ZoneVoices,
} from './speakers.ts'

interface ZoneSoundParts {
  readonly hall: Hall
  readonly dispatch: Dispatch
  readonly voice: Pick<Voice, 'prepare' | 'ahead' | 'warm' | 'follow'>
  /** Displays showing a board now, in order of arrival. */
  readonly displays: () => readonly Display[]
  /** Minutes after the hall's midnight. */
  readonly minute: () => number
  /** Called when a zone gets or loses its voice. */
  readonly changed: () => void
  readonly failed: (error: unknown) => void
}

export interface ZoneSound extends Sound {
  readonly loudspeakers: Loudspeakers
  /** Whether nobody would hear this display. */
  isMute(display: string): boolean
  /** Call it when a display has reported. */
  told(): void
  voiceIn: ZoneVoices['of']
  silentZones: SilentZones['zones']
}

/** Starts looking after the sound of every zone. */
export function openZoneSound(parts: ZoneSoundParts): ZoneSound {
  const { hall, displays, changed } = parts
  parts.voice.follow(() => hall.layout.plan.voice)
  const loudspeakers = createLoudspeakers()
  const silent = watchSilentZones(hall)
  const voices = watchZoneVoices({ hall, displays, loudspeakers, changed })
  const sound = createSound({ ...parts, loudspeakers })

  return {
    loudspeakers,
    isMute: (display) => isMute(loudspeakers.stateOf(display)),
    told: voices.look,
    voiceIn: voices.of,
    silentZones: silent.zones,
    committed(records: readonly Recorded[]) {
      silent.committed(records)
      if (records.some(({ event }) => event.type === 'plan-revised')) voices.look()
      sound.committed(records)
    },
    look() {
      sound.look()
      voices.look()
    },
    ready(...told) {
      sound.ready(...told)
      voices.look()
    },
    started(...told) {
      sound.started(...told)
      voices.look()
    },
    stop() {
      sound.stop()
      voices.stop()
    },
  }
}
