// WAV files from elsewhere are read whatever their format, and converted to the voice's own sample rate.
import { describe, expect, it } from 'vitest'
import { anyWavSeconds, readAnyWav, resampled } from '../../server/voice/audio/wav.ts'
import { wave, type Wave } from './waves.ts'

const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)

describe('a WAV file', () => {
  it.each<[string, Wave]>([
    ['8 bits', { bits: 8 }],
    ['16 bits', {}],
    ['24 bits', { bits: 24 }],
    ['32 bits', { bits: 32 }],
    ['floats', { bits: 32, float: true }],
    ['two channels at 48 kHz', { channels: 2, rate: 48_000 }],
    ['8 kHz', { rate: 8_000 }],
    ['the format in an extension', { extensible: true, bits: 24 }],
    ['a comment before the samples', { comment: true }],
    ['a length that was not known', { streamed: true }],
  ])('with %s is read', (_, given) => {
    const file = wave({ ...given, level: 0.5, seconds: 0.5 })
    const sound = readAnyWav(file)
    expect(sound?.sampleRate).toBe(given.rate ?? 22_050)
    expect((sound?.samples.length ?? 0) / (sound?.sampleRate ?? 1)).toBeCloseTo(0.5, 3)
    expect(rms(sound?.samples ?? new Float32Array(1))).toBeCloseTo(0.5 / Math.SQRT2, 1)
    expect(anyWavSeconds(file, file.length)).toBeCloseTo(0.5, 3)
    expect(anyWavSeconds(file.subarray(0, 200), file.length)).toBeCloseTo(0.5, 3)
  })

  it('that is cut short is read as far as it goes', () => {
    const file = wave({ seconds: 1 })
    expect(readAnyWav(file.subarray(0, 44 + 22_050))?.samples).toHaveLength(11_025)
    expect(readAnyWav(file.subarray(0, 44 + 22_051))?.samples).toHaveLength(11_025)
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a header alone', wave().subarray(0, 44)],
    ['half a header', wave().subarray(0, 30)],
    ['text', new TextEncoder().encode('RIFF is a word '.repeat(50))],
    ['an MP3', Uint8Array.from({ length: 5_000 }, (_, n) => (n < 3 ? (b3[n] ?? 0) : (n * 7) % 256))],
    ['noise behind a true beginning', Uint8Array.from(wave(), (byte, n) => (n < 12 ? byte : (n * 31) % 251))],
    ['no channel', changed(22, 0)],
    ['a hundred channels', changed(22, 100)],
    ['a rate of nothing', changed(24, 0, 0, 0, 0)],
    ['a rate of 4 GHz', changed(24, 255, 255, 255, 255)],
    ['compressed', changed(20, 2)],
    ['12 bits', changed(34, 12)],
  ])('that is %s is none', (_, file) => {
    expect(readAnyWav(file)).toBeNull()
    expect(anyWavSeconds(file, file.length)).toBeNull()
  })
})

const b3 = [0x49, 0x44, 0x33]

function changed(at: number, ...bytes: number[]): Uint8Array {
  const file = wave()
  file.set(bytes, at)
  return file
}

describe('another sample rate', () => {
  it.each([8_000, 11_025, 16_000, 22_051, 24_000, 44_100, 48_000, 96_000])(
    '%i Hz keeps length, loudness and pitch',
    (rate) => {
      const sound = readAnyWav(wave({ rate, seconds: 0.5, pitch: 1_000, level: 0.5 }))
      if (!sound) throw new Error('no sound')
      const made = resampled(sound, 22_050)
      expect(made.length / 22_050).toBeCloseTo(0.5, 3)
      const middle = made.subarray(2_000, 9_000)
      expect(rms(middle)).toBeCloseTo(0.5 / Math.SQRT2, 2)
      const rising = middle.filter((x, n) => x >= 0 && (middle[n - 1] ?? 0) < 0).length
      expect(Math.abs(rising - 1_000 * (7_000 / 22_050))).toBeLessThan(2)
    },
  )

  it('folds nothing back: frequencies too high for the rate are gone', () => {
    const high = readAnyWav(wave({ rate: 48_000, pitch: 15_000, seconds: 0.5, level: 0.5 }))
    if (!high) throw new Error('no sound')
    expect(rms(resampled(high, 22_050).subarray(1_000, 9_000))).toBeLessThan(0.001)
  })
})
