// The zone's voice, if this display is its speaker: plays each announcement once, one at a time, and reports what
// happens: ready, begun, heard, or that it can't be heard. What the server retracts falls silent; if the browser
// forbids sound, somebody has to touch once.
import type { SoundState } from '../server/voice/zones/speakers.ts'
import type { BoardView } from '../server/live/board.ts'
import { soundState } from './sound-state.ts'

type Announcement = NonNullable<BoardView['announcement']>

export interface PlayEvents {
  /** The sound is loaded, and nothing forbids it. */
  ready(): void
  started(): void
  ended(): void
  /** `blocked`: the browser wants a touch first; otherwise the sound was not available. */
  failed(blocked: boolean): void
}

export interface SpeakerIo {
  /** Plays a sound from its beginning, instead of any other. A stopped sound may still send events. */
  play(url: string, events: PlayEvents): void
  stop(): void
  /** Within a touch: makes later sounds possible. */
  unlock(): void
  /** `muted` or `none` if nobody would hear it, null if nothing suggests that. */
  mute(): 'muted' | 'none' | null
  ready(announcement: string, state: SoundState): void
  started(announcement: string): void
  /** Tells the server that it was heard; goes on trying as long as that makes sense, and then says that it failed. */
  heard(announcement: string, failed: () => void): void
}

export interface Speaker {
  /** Takes in a new view. `device` is this display's id, null for a mute board. */
  follow(announcement: BoardView['announcement'], device: string | null): void
  /** Somebody touched the screen. */
  unlock(): void
}

/** How many ids a board remembers, so that nothing is played twice when a view repeats it. */
const REMEMBERED = 50

export function createSpeaker(io: SpeakerIo): Speaker {
  let wanted: Announcement | null = null
  /** A new object each time, as the same one may be played again while its first end is still on its way. */
  let playing: { id: string } | null = null
  let said: string[] = []
  /** Heard, but the server does not know yet. */
  let untold: string | null = null
  /** The browser refused a sound: until a touch, every try would fail. */
  let refused = false

  function cannot(id: string, state: SoundState): void {
    soundState.value = state
    io.ready(id, state)
  }

  const forget = (id: string) => {
    said = said.filter((one) => one !== id)
  }

  function tell(id: string): void {
    untold = null
    io.heard(id, () => {
      untold = id
    })
  }

  function say({ id, audio }: Announcement): void {
    if (id === untold) tell(id)
    if (audio === null || said.indexOf(id) >= 0) return
    said = [...said, id].slice(-REMEMBERED)
    const state = refused ? 'blocked' : io.mute()
    if (state) return cannot(id, state)
    const own = { id }
    playing = own
    const mine = () => playing === own
    io.play(audio, {
      ready: () => {
        if (mine()) io.ready(id, 'ready')
      },
      started: () => {
        if (!mine()) return
        soundState.value = 'ready'
        io.started(id)
      },
      ended: () => {
        if (!mine()) return
        playing = null
        tell(id)
      },
      failed: (isBlocked) => {
        if (!mine()) return
        playing = null
        refused = isBlocked
        cannot(id, isBlocked ? 'blocked' : 'none')
      },
    })
  }

  return {
    follow(announcement, device) {
      const mine = announcement && device !== null && announcement.speaker === device ? announcement : null
      if (playing && (!mine || mine.id !== playing.id)) {
        // It may be asked for again after a restart of the server.
        forget(playing.id)
        playing = null
        io.stop()
      }
      wanted = mine
      if (mine && !(playing && mine.id === playing.id)) say(mine)
    },
    unlock() {
      refused = false
      soundState.value = 'unknown'
      if (!wanted) return io.unlock()
      forget(wanted.id)
      say(wanted)
    },
  }
}
