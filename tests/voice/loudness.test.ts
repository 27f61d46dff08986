// The measuring instruments themselves, against figures from outside: the tables of BS.1770 and the test signals of
// EBU Tech 3341.
import { describe, expect, it } from 'vitest'
import { createLimiter, kWeighting, loudness, truePeak } from '../../server/voice/audio/loudness.ts'

function sine(
  frequency: number,
  decibels: number,
  seconds: number,
  sampleRate: number,
  phase = 0,
): Float32Array {
  const amplitude = 10 ** (decibels / 20)
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => {
    return amplitude * Math.sin((2 * Math.PI * frequency * index) / sampleRate + phase)
  })
}

function inARow(...parts: Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]))
}

describe('loudness', () => {
  it('weights at 48 kHz with the very coefficients of BS.1770, tables 1 and 2', () => {
    const [shelf, highPass] = kWeighting(48_000)
    const expected = [
      1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
    ]
    for (const [nth, value] of [...shelf.b, ...shelf.a].entries())
      expect(value).toBeCloseTo(expected[nth] ?? 0, 8)
    expect(highPass.b).toEqual([1, -2, 1])
    expect(highPass.a[0]).toBeCloseTo(-1.99004745483398, 8)
    expect(highPass.a[1]).toBeCloseTo(0.99007225036621, 8)
  })

  it.each([22_050, 48_000])(
    'is -3.01 LUFS for a full-scale sine of 997 Hz in one channel, at %i Hz',
    (sampleRate) => {
      expect(loudness({ samples: sine(997, 0, 5, sampleRate), sampleRate })).toBeCloseTo(-3.01, 1)
    },
  )

  it('does not count what is 10 LU softer than the rest (as case 3 of Tech 3341, in one channel)', () => {
    const soft = sine(1000, -36, 5, 22_050)
    const samples = inARow(soft, sine(1000, -23, 20, 22_050), soft)
    expect(loudness({ samples, sampleRate: 22_050 })).toBeCloseTo(-23 - 3.01, 1)
  })

  it('does not count silence', () => {
    const samples = inARow(sine(1000, -20, 4, 22_050), new Float32Array(22_050 * 6))
    expect(loudness({ samples, sampleRate: 22_050 })).toBeCloseTo(-23.0, 0)
    expect(loudness({ samples: new Float32Array(22_050), sampleRate: 22_050 })).toBe(-Infinity)
  })

  it('measures sounds shorter than a block, and none', () => {
    expect(loudness({ samples: sine(997, 0, 0.2, 22_050), sampleRate: 22_050 })).toBeCloseTo(-3.01, 0)
    expect(loudness({ samples: new Float32Array(), sampleRate: 22_050 })).toBe(-Infinity)
  })
})

describe('true peak', () => {
  it('sees the wave between the samples: a quarter of the rate, sampled beside its tops', () => {
    const samples = sine(22_050 / 4, 0, 1, 22_050, Math.PI / 4)
    expect(20 * Math.log10(Math.max(...samples))).toBeCloseTo(-3.01, 1)
    expect(truePeak(samples.subarray(100, -100))).toBeGreaterThan(-0.4)
    expect(truePeak(samples.subarray(100, -100))).toBeLessThan(0.4)
  })

  it('is held by the limiter, which leaves the rest as it was', () => {
    const samples = inARow(sine(440, -12, 1, 22_050), sine(440, 6, 0.2, 22_050), sine(440, -12, 1, 22_050))
    const result = createLimiter(samples, -1.5, 88)(0)
    expect(truePeak(result)).toBeLessThanOrEqual(-1.4)
    expect(truePeak(result)).toBeGreaterThan(-2.5)
    expect(result.subarray(0, 20_000)).toEqual(samples.subarray(0, 20_000))
    expect(result.subarray(-20_000)).toEqual(samples.subarray(-20_000))
    const louder = createLimiter(samples, -1.5, 88)(6)
    expect(truePeak(louder)).toBeLessThanOrEqual(-1.4)
    expect(truePeak(louder.subarray(0, 20_000))).toBeCloseTo(truePeak(samples.subarray(0, 20_000)) + 6, 3)
  })
})
