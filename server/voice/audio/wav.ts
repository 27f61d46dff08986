// WAV files, the one kind that every television plays: PCM, 16 bit, one channel, the canonical 44 bytes of header.

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
  const format = formatOf(bytes)
  return format === null ? null : format.count / format.rate
}

/** Reads a WAV file of this kind; null when it is anything else, cut short or empty. */
export function readWav(bytes: Uint8Array): Sound | null {
  const format = formatOf(bytes)
  if (format === null) return null
  const samples = Float32Array.from({ length: format.count }, (_, index) => {
    return format.view.getInt16(headerBytes + index * bytesPerSample, true) / 32_767
  })
  return { sampleRate: format.rate, samples }
}

function formatOf(bytes: Uint8Array): { view: DataView; rate: number; count: number } | null {
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
