// The zone's voice, where this display is its speaker: plays each announcement once, one at a time, and says that it
// was heard. What the server takes back falls silent; where the browser forbids sound, somebody has to touch once.
import { signal, type ReadonlySignal } from '@preact/signals'
import type { BoardView } from '../server/live/views.ts'

type Announcement = NonNullable<BoardView['announcement']>

export interface PlayEvents {
  started(): void
  ended(): void
  /** `blocked`: the browser wants a touch first; otherwise the sound could not be had. */
  failed(blocked: boolean): void
}

export interface SpeakerIo {
  /** Plays a sound from its beginning, instead of any other. Events of a sound that was stopped may still come. */
  play(url: string, events: PlayEvents): void
  stop(): void
  /** Within a touch: makes later sounds possible. */
  unlock(): void
  /** Tells the server that it was heard; goes on trying as long as that makes sense. */
  heard(announcement: string): void
}

export interface Speaker {
  /** Whether a touch is needed before anything can be heard. */
  blocked: ReadonlySignal<boolean>
  /** Takes in what a new view says. `device` is this display's id, null for a mute board. */
  follow(announcement: BoardView['announcement'], device: string | null): void
  /** Somebody touched the screen. */
  unlock(): void
}

/** As many ids as a board remembers, so that nothing is said twice when a view repeats it. */
const REMEMBERED = 50

export function createSpeaker(io: SpeakerIo): Speaker {
  const blocked = signal(false)
  let wanted: Announcement | null = null
  let playing: string | null = null
  let said: string[] = []

  function say({ id, audio }: Announcement): void {
    if (audio === null || said.indexOf(id) >= 0) return
    playing = id
    said = [...said, id].slice(-REMEMBERED)
    const mine = () => playing === id
    io.play(audio, {
      started: () => {
        if (mine()) blocked.value = false
      },
      ended: () => {
        if (!mine()) return
        playing = null
        io.heard(id)
      },
      failed: (isBlocked) => {
        if (!mine()) return
        playing = null
        if (!isBlocked) return
        blocked.value = true
        said = said.filter((one) => one !== id)
      },
    })
  }

  return {
    blocked,
    follow(announcement, device) {
      const mine = announcement && device !== null && announcement.speaker === device ? announcement : null
      if (playing !== null && (!mine || mine.id !== playing)) {
        playing = null
        io.stop()
      }
      wanted = mine
      // While it is blocked every try would fail; the touch brings what is wanted then.
      if (mine && mine.id !== playing && !blocked.value) say(mine)
    },
    unlock() {
      if (!blocked.value) return
      blocked.value = false
      if (wanted) say(wanted)
      else io.unlock()
    },
  }
}
