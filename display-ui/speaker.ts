// The zone's voice, if this display is its speaker: plays each announcement once, one at a time, and reports what
// happens: ready, begun, heard, or that it can't be heard. What the server retracts falls silent; if the browser
// forbids sound, somebody has to touch once.
import { signal } from '@preact/signals'
import { command } from '../screens/command.ts'
import type { SoundState } from '../server/voice/zones/speakers.ts'
import type { BoardView } from '../server/live/board.ts'

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

// The browser's side of the voice: one <audio>, because a browser that forbids sound allows it element by element.

/** The name of the error with which browsers refuse a sound that no touch has allowed. */
const BLOCKED = 'NotAllowedError'

const tell = (announcement: string, what: string, body: object = {}) =>
  command('POST', `/api/announcements/${encodeURIComponent(announcement)}/${what}`, body)

/** The sound of this display. */
export function browserSpeakerIo(): SpeakerIo {
  const audio = new Audio()
  audio.preload = 'auto'
  let events: PlayEvents | null = null

  audio.addEventListener('canplay', () => events && events.ready())
  audio.addEventListener('playing', () => events && events.started())
  audio.addEventListener('ended', () => events && events.ended())
  audio.addEventListener('error', () => events && events.failed(false))

  return {
    play(url, next) {
      events = next
      audio.src = url
      // Browsers before 2017 return nothing.
      const started: Promise<void> | undefined = audio.play()
      if (!started) return
      started.catch((error: unknown) => next.failed(error instanceof Error && error.name === BLOCKED))
    },
    stop() {
      events = null
      audio.pause()
    },
    unlock() {
      events = null
      audio.muted = true
      const started: Promise<void> | undefined = audio.play()
      const quieten = () => {
        audio.pause()
        audio.muted = false
      }
      if (started) started.then(quieten, quieten)
      // Without a source, a browser would silently wait for one for ever.
      if (!started || !audio.src) quieten()
    },
    mute() {
      if (audio.muted || audio.volume === 0) return 'muted'
      return audio.canPlayType('audio/wav') === '' ? 'none' : null
    },
    ready: (announcement, sound) => void tell(announcement, 'ready', { sound }),
    started: (announcement) => void tell(announcement, 'started'),
    heard(announcement, failed) {
      void tell(announcement, 'heard').then((outcome) => {
        // Even if it was refused: a restarted server does not know yet that it is being played.
        if (!outcome.ok) failed()
      })
    },
  }
}

// The state of this display's own sound, as far as a page can know: no page sees a television's volume or an
// unplugged cable.

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
