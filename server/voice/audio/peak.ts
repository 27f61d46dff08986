// Peaks as a loudspeaker makes them: between two samples a wave may rise above both. Measured on four times as many
// points (BS.1770-5, annex 2), and held below a ceiling by a limiter that sees them coming.

const timesFiner = 4
const tapsEachSide = 6

// Rows of a windowed sinc: row p gives the wave p/4 of a sample after a sample; row 0 is the sample itself.
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
 * `reach` is how many samples before and after a peak the gain takes to go down and up again. Returns what to call
 * with a gain in dB: trying several costs little, because the peaks are looked for once.
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
