// WAV files as other programs write them, for tests: any format, any loudness, silence around, unknown lengths.

export interface Wave {
  readonly rate?: number
  readonly channels?: number
  readonly bits?: 8 | 16 | 24 | 32
  readonly float?: boolean
  /** The header as newer programs write it, with the format in an extension. */
  readonly extensible?: boolean
  /** Another chunk before the samples, of an odd length. */
  readonly comment?: boolean
  /** The header of a program that does not know yet how long it will be. */
  readonly streamed?: boolean
  /** Seconds of tone, and of silence on each side. */
  readonly seconds?: number
  readonly around?: number
  readonly pitch?: number
  /** Highest point, 0 to 1. */
  readonly level?: number
}

/** A tone in a WAV file of that kind. */
export function wave(given: Wave = {}): Uint8Array {
  const { rate = 22_050, channels = 1, bits = 16, float = false, seconds = 0.4, around = 0 } = given
  const { pitch = 440, level = 0.3 } = given
  const count = Math.round((seconds + 2 * around) * rate)
  const samples = Array.from({ length: count }, (_, nth) => {
    const now = nth / rate - around
    return now < 0 || now >= seconds ? 0 : level * Math.sin(2 * Math.PI * pitch * now)
  })
  const data = new DataView(new ArrayBuffer(count * channels * (bits / 8)))
  samples.forEach((sample, nth) => {
    for (let channel = 0; channel < channels; channel++)
      put(data, (nth * channels + channel) * (bits / 8), sample, bits, float)
  })
  return file(given, new Uint8Array(data.buffer))
}

function put(data: DataView, at: number, sample: number, bits: number, float: boolean): void {
  if (float) return bits === 32 ? data.setFloat32(at, sample, true) : data.setFloat64(at, sample, true)
  const whole = Math.round(sample * (2 ** (bits - 1) - 1))
  if (bits === 8) data.setUint8(at, whole + 128)
  else if (bits === 16) data.setInt16(at, whole, true)
  else if (bits === 32) data.setInt32(at, whole, true)
  else {
    data.setUint16(at, whole & 0xffff, true)
    data.setInt8(at + 2, whole >> 16)
  }
}

function file(given: Wave, data: Uint8Array): Uint8Array {
  const { rate = 22_050, channels = 1, bits = 16, float = false, extensible, comment, streamed } = given
  const tag = float ? 3 : 1
  const each = (channels * bits) / 8
  const format = [...u16(extensible ? 0xfffe : tag), ...u16(channels), ...u32(rate), ...u32(rate * each)]
  format.push(...u16(each), ...u16(bits))
  if (extensible) format.push(...u16(22), ...u16(bits), ...u32(0), ...u16(tag), ...Array<number>(14).fill(0))
  const between = comment ? [...word('LIST'), ...u32(3), 1, 2, 3, 0] : []
  const length = streamed ? 0xffffffff : data.length
  const head = [...word('WAVE'), ...word('fmt '), ...u32(format.length), ...format, ...between]
  head.push(...word('data'), ...u32(length))
  const size = streamed ? 0xffffffff : head.length + data.length
  return Uint8Array.from([...word('RIFF'), ...u32(size), ...head, ...data])
}

const word = (text: string) => [...new TextEncoder().encode(text)]
const u16 = (n: number) => [n & 255, n >> 8]
const u32 = (n: number) => [n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24]
