// Cuts the silence off both ends of a text that was said, and rounds the cuts so that nothing clicks.
import type { Sound } from './wav.ts'

const windowSeconds = 0.01
/** A window this far below the loudest one is silence, dB. */
const silenceBelow = -40
const keepBefore = 0.02
/** Last sounds die away slowly, and a voice that stops at once sounds cut off. */
const keepAfter = 0.06

/** The part between the first and the last window that can be heard; the sound as it is when nothing can. */
export function trimmed({ samples, sampleRate }: Sound): Float32Array {
  const size = Math.round(windowSeconds * sampleRate)
  const levels = Array.from({ length: Math.ceil(samples.length / size) }, (_, nth) =>
    rms(samples.subarray(nth * size, (nth + 1) * size)),
  )
  const threshold = Math.max(...levels) * 10 ** (silenceBelow / 20)
  const heard = (level: number) => level > threshold
  const first = levels.findIndex(heard)
  if (first === -1) return samples
  const from = Math.max(0, first * size - Math.round(keepBefore * sampleRate))
  const to = (levels.findLastIndex(heard) + 1) * size + Math.round(keepAfter * sampleRate)
  return faded(samples.slice(from, to), Math.round(0.004 * sampleRate), Math.round(0.02 * sampleRate))
}

function rms(samples: Float32Array): number {
  let sum = 0
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index] ?? 0
    sum += x * x
  }
  return Math.sqrt(sum / Math.max(1, samples.length))
}

/** In place. */
function faded(samples: Float32Array, fadeIn: number, fadeOut: number): Float32Array {
  const last = samples.length - 1
  const fade = (index: number) => {
    samples[index] = (samples[index] ?? 0) * Math.min(1, index / fadeIn, (last - index) / fadeOut)
  }
  const quietFrom = Math.max(fadeIn, samples.length - fadeOut)
  for (let index = 0; index < Math.min(fadeIn, samples.length); index++) fade(index)
  for (let index = quietFrom; index < samples.length; index++) fade(index)
  return samples
}
