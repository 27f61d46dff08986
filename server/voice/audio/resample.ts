// Another sample rate for a sound: a windowed sinc, a row of it for each place that a new sample can have between two
// old ones. What the lower of both rates cannot hold is filtered away, so that nothing folds back as a whistle.
import type { Sound } from './wav.ts'

/** Zero crossings of the sinc on each side. */
const crossings = 12
/** Part of the band that is kept: the rest is where the filter falls. */
const kept = 0.92

/** The samples of the sound at `rate`, in Hz. */
export function resampled({ samples, sampleRate }: Sound, rate: number): Float32Array {
  if (sampleRate === rate) return samples
  const divisor = greatestDivisor(sampleRate, rate)
  const [up, down] = [rate / divisor, sampleRate / divisor]
  const cutoff = kept * Math.min(1, rate / sampleRate)
  const reach = Math.ceil(crossings / cutoff)
  const rows = new Map<number, Float64Array>()
  return Float32Array.from({ length: Math.ceil((samples.length * up) / down) }, (_, nth) => {
    const place = nth * down
    const before = Math.floor(place / up)
    const phase = place % up
    let row = rows.get(phase)
    if (row === undefined) rows.set(phase, (row = rowOf(phase / up, cutoff, reach)))
    let sum = 0
    for (let tap = 0; tap < row.length; tap++)
      sum += (row[tap] ?? 0) * (samples[before - reach + 1 + tap] ?? 0)
    return sum
  })
}

/** Weights of the samples around a place that lies `fraction` of a step after the `reach`th of them. */
function rowOf(fraction: number, cutoff: number, reach: number): Float64Array {
  return Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const x = tap - reach + 1 - fraction
    const window = Math.abs(x) >= reach ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * x) / reach)
    const angle = Math.PI * cutoff * x
    return window * cutoff * (angle === 0 ? 1 : Math.sin(angle) / angle)
  })
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
