// The browser's side of the voice: one <audio>, because a browser that forbids sound allows it element by element.
import { command } from '../screens/command.ts'
import type { PlayEvents, SpeakerIo } from './speaker.ts'

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
