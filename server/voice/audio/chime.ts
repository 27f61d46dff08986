// The chime in front of an announcement: three soft bells, C E G. It makes people look up, and gives a television
// that wakes its loudspeakers late something to swallow other than the number.
import { sampleRate } from './wav.ts'

const bells = [523.25, 659.26, 783.99]
const secondsBetween = 0.22
const secondsOfDecay = 0.28
const secondsInAll = 1.3

// A bell is its tone and two fainter ones above, which die away sooner.
const partials = [
  { times: 1, strength: 1 },
  { times: 2, strength: 0.25 },
  { times: 3, strength: 0.08 },
]

/** The chime at the voice's sample rate, highest point about 0.5; its end fades to nothing. */
export function chime(): Float32Array {
  const length = Math.round(secondsInAll * sampleRate)
  return Float32Array.from({ length }, (_, index) => {
    const now = index / sampleRate
    const fadeOut = Math.min(1, (secondsInAll - now) / 0.1)
    return bells.reduce((sum, pitch, nth) => sum + bell(pitch, now - nth * secondsBetween), 0) * fadeOut * 0.3
  })
}

function bell(pitch: number, seconds: number): number {
  if (seconds < 0) return 0
  const attack = Math.min(1, seconds / 0.006)
  return partials.reduce((sum, { times, strength }) => {
    const decay = Math.exp((-seconds * times) / secondsOfDecay)
    return sum + strength * decay * attack * Math.sin(2 * Math.PI * pitch * times * seconds)
  }, 0)
}
