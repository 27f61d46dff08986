// Signals a call by sound and vibration, once the visitor has allowed it by a tap: before that browsers play nothing.
// The tone is made here, so that no file has to be loaded over a weak network.
import { type ReadonlySignal, signal } from '@preact/signals'
import type { VisitView } from '../../server/live/visit.ts'
import { stayAwake } from './wake.ts'

export interface Alerts {
  /** Whether this phone can do anything of the kind. */
  readonly possible: boolean
  readonly on: ReadonlySignal<boolean>
  /** Call it within a tap. */
  turn(on: boolean): void
  /** A call or recall: rings a few times, until `hush`. */
  ring(): void
  /** A short one: it is time to come near. */
  nudge(): void
  hush(): void
}

type AudioKind = typeof AudioContext

/** How often a call rings, and milliseconds between the beginnings of two rings. */
const RINGS = 3
const RING_EVERY_MS = 7_000
/** Two notes, three times: when each begins (seconds) and its pitch (hertz). */
const NOTES = [0, 0.9, 1.8].flatMap((at) => [
  { at, hertz: 880 },
  { at: at + 0.28, hertz: 1175 },
])
const NOTE_SECONDS = 0.5
/** A visitor who was asked to come this recently is not asked again. */
const SAME_MS = 120_000
/** Milliseconds of vibration and rest in turn. */
const BUZZ = [500, 250, 500, 250, 900]

/** Makes the alerts of this page, silent until they are turned on. */
export function makeAlerts(): Alerts {
  const { AudioContext: standard, webkitAudioContext: old } = window as {
    AudioContext?: AudioKind
    webkitAudioContext?: AudioKind
  }
  const Kind = standard ?? old
  const on = signal(false)
  let audio: AudioContext | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function buzz(pattern: number[]): void {
    if ('vibrate' in navigator) navigator.vibrate(pattern)
  }

  function play(notes: readonly { at: number; hertz: number }[]): void {
    if (!audio) return
    // A phone call or a locked screen suspends it.
    void audio.resume()
    for (const { at, hertz } of notes) note(audio, audio.currentTime + 0.05 + at, hertz)
  }

  function hush(): void {
    clearTimeout(timer)
    if (on.value) buzz([])
  }

  function ringTimes(left: number): void {
    play(NOTES)
    buzz(BUZZ)
    if (left > 1) timer = setTimeout(ringTimes, RING_EVERY_MS, left - 1)
  }

  function nudge(): void {
    play(NOTES.slice(0, 2))
    buzz([200])
  }

  return {
    possible: Kind !== undefined || 'vibrate' in navigator,
    on,
    turn(wanted) {
      hush()
      on.value = wanted
      if (!wanted) return
      if (Kind && !audio) audio = new Kind()
      // So that the visitor hears what it will sound like, and the browser allows it.
      nudge()
      stayAwake()
    },
    ring() {
      hush()
      if (on.value) ringTimes(RINGS)
    },
    nudge() {
      if (on.value) nudge()
    },
    hush,
  }
}

/** One note that swells and fades: a hard edge would crackle. */
function note(audio: AudioContext, start: number, hertz: number): void {
  const tone = audio.createOscillator()
  const loudness = audio.createGain()
  tone.frequency.value = hertz
  loudness.gain.setValueAtTime(0.0001, start)
  loudness.gain.exponentialRampToValueAtTime(0.8, start + 0.03)
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + NOTE_SECONDS)
  tone.connect(loudness).connect(audio.destination)
  tone.start(start)
  tone.stop(start + NOTE_SECONDS)
}

// Knows which call is new: each call and recall rings once, and one that is over no longer rings. So does *get ready*.
interface FollowCalls {
  /** Call it with every view. */
  seen(view: VisitView): void
}

/** Rings for calls; `show` is called for each new one, to scroll the page back to the top. */
export function followCalls(
  alerts: Pick<Alerts, 'ring' | 'nudge' | 'hush'>,
  show: () => void,
  now: () => number = Date.now,
): FollowCalls {
  let heard = 0
  let near = -Infinity
  return {
    seen({ visit: { steps } }) {
      const calls = steps.reduce((sum, step) => sum + step.calls, 0)
      const isCalled = steps.some(({ status }) => status === 'called')
      if (!isCalled && heard > 0) alerts.hush()
      if (isCalled && calls > heard) {
        alerts.ring()
        show()
      }
      heard = isCalled ? calls : 0
      if (!steps.some(({ soon }) => soon)) return
      // After a restart the server needs a moment to know it again.
      if (now() - near > SAME_MS) alerts.nudge()
      near = now()
    },
  }
}
