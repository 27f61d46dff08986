// WAV files. Our own are of the one kind that every television plays: PCM, 16 bits, one channel, the canonical header of 44
// bytes. Recorded clips and the output of commands may be of other kinds and rates, with other chunks, and with the
// placeholder lengths of programs that do not know yet how long they will speak.
/** Samples from -1 to 1, one channel. */
export interface Sound {
  readonly sampleRate: number
  readonly samples: Float32Array
}

/** Samples per second of everything that the voice makes; eSpeak's own rate. */
export const sampleRate = 22_050

const headerBytes = 44
const bytesPerSample = 2

/** Writes a whole WAV file. Samples beyond ±1 are clipped. */
export function writeWav({ samples, sampleRate: rate }: Sound): Uint8Array {
  const bytes = new Uint8Array(headerBytes + samples.length * bytesPerSample)
  const view = new DataView(bytes.buffer)
  const name = (offset: number, text: string) => bytes.set(new TextEncoder().encode(text), offset)
  name(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  name(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * bytesPerSample, true)
  view.setUint16(32, bytesPerSample, true)
  view.setUint16(34, 16, true)
  name(36, 'data')
  view.setUint32(40, samples.length * bytesPerSample, true)
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample))
    view.setInt16(headerBytes + index * bytesPerSample, Math.round(clipped * 32_767), true)
  })
  return bytes
}

/** Exact length of a WAV file of this kind in seconds; null when it is anything else, cut short or empty. */
export function wavSeconds(bytes: Uint8Array): number | null {
  const format = canonicalOf(bytes)
  return format === null ? null : format.count / format.rate
}

/** Reads a WAV file of this kind; null when it is anything else, cut short or empty. */
export function readWav(bytes: Uint8Array): Sound | null {
  const format = canonicalOf(bytes)
  if (format === null) return null
  const samples = Float32Array.from({ length: format.count }, (_, index) => {
    return format.view.getInt16(headerBytes + index * bytesPerSample, true) / 32_767
  })
  return { sampleRate: format.rate, samples }
}

function canonicalOf(bytes: Uint8Array): { view: DataView; rate: number; count: number } | null {
  if (bytes.length <= headerBytes) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  const dataBytes = view.getUint32(40, true)
  const canonical =
    text(0, 4) === 'RIFF' &&
    text(8, 16) === 'WAVEfmt ' &&
    text(36, 40) === 'data' &&
    view.getUint32(4, true) === bytes.length - 8 &&
    view.getUint32(16, true) === 16 &&
    view.getUint16(20, true) === 1 &&
    view.getUint16(22, true) === 1 &&
    view.getUint16(34, true) === 16 &&
    dataBytes === bytes.length - headerBytes &&
    dataBytes % bytesPerSample === 0
  const rate = view.getUint32(24, true)
  return canonical && rate > 0 ? { view, rate, count: dataBytes / bytesPerSample } : null
}

interface Format {
  readonly isFloat: boolean
  readonly channels: number
  readonly rate: number
  readonly bytes: number
}

const extensible = 0xfffe

/** Reads a WAV file of any usual kind as one channel at its own sample rate; null if it is not one, or has no samples. */
export function readAnyWav(file: Uint8Array): Sound | null {
  const found = chunksOf(file)
  return found && samplesOf(found.format, found.data)
}

/** Seconds of a WAV file of any usual kind, of `size` bytes of which these are the first; null if it is not one. */
export function anyWavSeconds(head: Uint8Array, size: number): number | null {
  const found = chunksOf(head)
  if (!found) return null
  const bytes = Math.min(found.says, size - found.at)
  const { rate, channels, bytes: each } = found.format
  const seconds = Math.floor(bytes / (channels * each)) / rate
  return seconds > 0 ? seconds : null
}

/** The samples, where they begin, and how many bytes the header says they are (all that follow, if it does not know). */
function chunksOf(file: Uint8Array): { format: Format; at: number; says: number; data: DataView } | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const word = (at: number) => String.fromCharCode(...file.subarray(at, at + 4))
  if (file.length < 12 || word(0) !== 'RIFF' || word(8) !== 'WAVE') return null
  let format: Format | null = null
  for (let at = 12; at + 8 <= file.length;) {
    const [name, said] = [word(at), view.getUint32(at + 4, true)]
    const from = at + 8
    if (name === 'data') {
      if (format === null) return null
      const says = said === 0 || said >= 0x7fffff00 ? Infinity : said
      const length = Math.min(says, file.length - from)
      return { format, at: from, says, data: new DataView(file.buffer, file.byteOffset + from, length) }
    }
    if (name === 'fmt ') {
      if (said < 16 || from + said > file.length) return null
      format = formatOf(new DataView(file.buffer, file.byteOffset + from, said))
      if (format === null) return null
    }
    // Chunks begin at even places.
    at = from + said + (said % 2)
  }
  return null
}

function formatOf(chunk: DataView): Format | null {
  const tag = chunk.getUint16(0, true)
  const kind = tag === extensible && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : tag
  const channels = chunk.getUint16(2, true)
  const rate = chunk.getUint32(4, true)
  const bits = chunk.getUint16(14, true)
  const known = (kind === 1 && [8, 16, 24, 32].includes(bits)) || (kind === 3 && [32, 64].includes(bits))
  if (!known || channels < 1 || channels > 8 || rate < 4_000 || rate > 192_000) return null
  if (chunk.getUint16(12, true) !== (channels * bits) / 8) return null
  return { isFloat: kind === 3, channels, rate, bytes: bits / 8 }
}

function samplesOf(format: Format, data: DataView): Sound | null {
  const { channels, bytes, rate } = format
  const count = Math.floor(data.byteLength / (channels * bytes))
  if (count === 0) return null
  const read = readerOf(format, data)
  const samples = Float32Array.from({ length: count }, (_, nth) => {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += read((nth * channels + channel) * bytes)
    const sample = sum / channels
    return Number.isFinite(sample) ? sample : 0
  })
  return { sampleRate: rate, samples }
}

/** Gives the sample at a place in bytes, from -1 to 1. */
function readerOf({ isFloat, bytes }: Format, data: DataView): (at: number) => number {
  if (isFloat) return bytes === 4 ? (at) => data.getFloat32(at, true) : (at) => data.getFloat64(at, true)
  switch (bytes) {
    case 1:
      return (at) => (data.getUint8(at) - 128) / 128
    case 2:
      return (at) => data.getInt16(at, true) / 32_768
    case 3:
      return (at) => (data.getUint16(at, true) + data.getInt8(at + 2) * 65_536) / 8_388_608
    default:
      return (at) => data.getInt32(at, true) / 2_147_483_648
  }
}

// Another sample rate, by a windowed sinc: one row of weights for each place that a new sample can have between two old ones.
// What the lower of the two rates cannot represent is filtered away, so that nothing folds back as a whistle.

/** Zero crossings of the sinc on each side. */
const crossings = 12
/** Part of the band that is kept: the rest is where the filter falls. */
const kept = 0.92

/** The samples of a sound at another `rate`, in Hz. */
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
