// How loud people hear a sound: ITU-R BS.1770-5, which EBU R 128 builds on. K-weighting (the head, then low frequencies cut
// off), mean square in blocks of 400 ms, and two gates that keep pauses from counting. And its peaks as a loudspeaker makes
// them (annex 2): between two samples a wave may rise above both.
import type { Sound } from './wav.ts'

/** A second-order filter, `a0` being 1. */
export interface Biquad {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

/**
 * The two filters of K-weighting at a sample rate in Hz. BS.1770 gives them for 48 kHz only; these are the analogue
 * filters behind that table, put through the bilinear transform as libebur128 does.
 */
export function kWeighting(rate: number): readonly [Biquad, Biquad] {
  return [shelf(rate), highPass(rate)]
}

function shelf(rate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / rate)
  const q = 0.7071752369554196
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  }
}

function highPass(rate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / rate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] }
}

const toLufs = (power: number) => -0.691 + 10 * Math.log10(power)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Integrated loudness in LUFS of one channel; -Infinity for silence. A sound under 400 ms is one block. */
export function loudness({ samples, sampleRate }: Sound): number {
  const powers = blockPowers(samples, sampleRate)
  const heard = powers.filter((power) => toLufs(power) > -70)
  if (heard.length === 0) return -Infinity
  const relativeGate = toLufs(mean(heard)) - 10
  return toLufs(mean(heard.filter((power) => toLufs(power) > relativeGate)))
}

/** Mean squares of blocks of four steps that overlap by three; a rest that fills no step does not count. */
function blockPowers(samples: Float32Array, rate: number): number[] {
  const steps = stepPowers(samples, rate, Math.max(1, Math.min(Math.round(rate * 0.1), samples.length >> 2)))
  return steps.slice(3).map((_, nth) => mean(steps.slice(nth, nth + 4)))
}

/**
 * Mean squares of the K-weighted sound, step by step; the filters run on from step to step. Both stand written out in one
 * loop: the state of a function is kept on the heap, a new number for each of a million samples.
 */
function stepPowers(samples: Float32Array, rate: number, step: number): number[] {
  const [head, low] = kWeighting(rate)
  const [h0, h1, h2] = head.b
  const [g1, g2] = head.a
  const [l0, l1, l2] = low.b
  const [k1, k2] = low.a
  let [head1, head2, low1, low2] = [0, 0, 0, 0]
  const powers: number[] = []
  for (let from = 0; from + step <= samples.length; from += step) {
    let sum = 0
    for (let index = from; index < from + step; index++) {
      const x = samples[index] ?? 0
      const y = h0 * x + head1
      head1 = h1 * x - g1 * y + head2
      head2 = h2 * x - g2 * y
      const weighted = l0 * y + low1
      low1 = l1 * y - k1 * weighted + low2
      low2 = l2 * y - k2 * weighted
      sum += weighted * weighted
    }
    powers.push(sum / step)
  }
  return powers
}

const timesFiner = 4
const tapsEachSide = 6

// Peaks are measured on four times as many points. Rows of a windowed sinc: row p gives the wave p/4 of a sample after a sample; row 0 is the sample itself.
const rows = [1, 2, 3].map((phase) =>
  Float64Array.from({ length: 2 * tapsEachSide }, (_, tap) => {
    const x = tap - tapsEachSide + 1 - phase / timesFiner
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (tapsEachSide + 0.5))
    return (window * Math.sin(Math.PI * x)) / (Math.PI * x)
  }),
)

/** For each sample the highest point of the wave from there to the next sample, as a positive number. */
function peaks(samples: Float32Array): Float32Array {
  // Silence around it, so that the inner loop, ten million turns for an announcement, asks for no bounds.
  const padded = new Float32Array(samples.length + 2 * tapsEachSide)
  padded.set(samples, tapsEachSide - 1)
  const result = samples.map(Math.abs)
  for (const row of rows) {
    for (let index = 0; index < samples.length; index++) {
      let sum = 0
      for (let tap = 0; tap < row.length; tap++) sum += (row[tap] ?? 0) * (padded[index + tap] ?? 0)
      const point = Math.abs(sum)
      if (point > (result[index] ?? 0)) result[index] = point
    }
  }
  return result
}

/** True peak in dBTP; -Infinity for silence. */
export function truePeak(samples: Float32Array): number {
  return 20 * Math.log10(peaks(samples).reduce((highest, peak) => Math.max(highest, peak), 0))
}

/**
 * Makes a sound louder or softer and turns it down around every peak above the ceiling (dBTP) and nowhere else.
 * `reach` is how many samples before and after a peak the gain takes to go down and up again. Returns a function to
 * call with a gain in dB: trying several costs little, because the peaks are looked for once.
 */
export function createLimiter(
  samples: Float32Array,
  ceiling: number,
  reach: number,
): (gain: number) => Float32Array {
  const peaksBefore = peaks(samples)
  return (gain) => {
    const factor = 10 ** (gain / 20)
    const top = 10 ** (ceiling / 20) / factor
    const wanted = peaksBefore.map((peak) => (peak > top ? top / peak : 1))
    // The mean of a window of minima never exceeds the gain wanted in its middle.
    const gains = runningMean(runningMinimum(wanted, reach), reach)
    return samples.map((sample, index) => sample * factor * (gains[index] ?? 1))
  }
}

/** The lowest value within `reach` of each place; the queue holds indexes whose values rise. */
function runningMinimum(values: Float32Array, reach: number): Float32Array {
  const queue: number[] = []
  const result = new Float32Array(values.length)
  for (let index = 0; index < values.length + reach; index++) {
    const value = values[index]
    if (value !== undefined) {
      while (queue.length > 0 && (values[queue.at(-1) ?? 0] ?? 0) >= value) queue.pop()
      queue.push(index)
    }
    if ((queue[0] ?? 0) < index - 2 * reach) queue.shift()
    if (index >= reach) result[index - reach] = values[queue[0] ?? 0] ?? 1
  }
  return result
}

function runningMean(values: Float32Array, reach: number): Float32Array {
  const at = (index: number) => values[Math.max(0, Math.min(values.length - 1, index))] ?? 1
  let sum = 0
  for (let index = -reach; index <= reach; index++) sum += at(index)
  return values.map((_, index) => {
    const result = sum / (2 * reach + 1)
    sum += at(index + reach + 1) - at(index - reach)
    return result
  })
}
