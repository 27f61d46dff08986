// The browser's side of the voice: one <audio>, because a browser that forbids sound allows it element by element.
import { command } from '../screens/command.ts'
import type { PlayEvents, SpeakerIo } from './speaker.ts'

/** The name under which browsers refuse a sound that nobody asked for by a touch. */
const BLOCKED = 'NotAllowedError'

/** The sound of this display. */
export function browserSpeakerIo(): SpeakerIo {
  const audio = new Audio()
  audio.preload = 'auto'
  let events: PlayEvents | null = null

  audio.addEventListener('playing', () => events && events.started())
  audio.addEventListener('ended', () => events && events.ended())
  audio.addEventListener('error', () => events && events.failed(false))

  return {
    play(url, next) {
      events = next
      audio.src = url
      // Browsers before 2017 answer nothing.
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
      else quieten()
    },
    heard(announcement) {
      void command('POST', `/api/announcements/${encodeURIComponent(announcement)}/heard`, {})
    },
  }
}
