// Puts an announcement together: chime, then one text after the other, each trimmed and all equally loud, by the
// figures of the recipe.
import { chime } from './chime.ts'
import { runEspeak } from './espeak.ts'
import type { Utterance } from './espeak-input.ts'
import { loudness } from './loudness.ts'
import { createLimiter } from './peak.ts'
import { recipe } from './recipe.ts'
import { trimmed } from './trim.ts'
import { sampleRate, writeWav } from './wav.ts'

/** Half a decibel is left for what 16 bits and the measure itself miss. */
const ceiling = recipe.highestPeak - 0.5

/** Says all texts in a row, behind one chime if asked, as a whole WAV file. Throws when a text makes no sound. */
export async function announce(
  utterances: readonly Utterance[],
  given: { chime: boolean },
): Promise<Uint8Array> {
  const parts = given.chime ? [atLoudness(chime(), recipe.loudness - recipe.chimeSofter)] : []
  for (const [nth, utterance] of utterances.entries()) {
    const said = await runEspeak(utterance)
    if (said.sampleRate !== sampleRate)
      throw new Error(`the voice ${utterance.voice} has another sample rate`)
    if (parts.length > 0) parts.push(silence(nth === 0 ? recipe.pauseAfterChime : recipe.pauseBetween))
    parts.push(atLoudness(trimmed(said), recipe.loudness))
  }
  return writeWav({ sampleRate, samples: mastered(joined(parts)) })
}

function atLoudness(samples: Float32Array, lufs: number): Float32Array {
  const now = loudness({ samples, sampleRate })
  if (now === -Infinity) throw new Error('a part of the announcement is silent')
  return amplified(samples, lufs - now)
}

/** The limiter takes some loudness away; a second and third turn give it back. */
function mastered(samples: Float32Array): Float32Array {
  const limited = createLimiter(samples, ceiling, Math.round(sampleRate * 0.004))
  let gain = recipe.loudness - loudness({ samples, sampleRate })
  let result = samples
  for (let turn = 0; turn < 3; turn++) {
    result = limited(gain)
    const missing = recipe.loudness - loudness({ samples: result, sampleRate })
    if (Math.abs(missing) < 0.1) break
    gain += missing
  }
  return result
}

function amplified(samples: Float32Array, decibels: number): Float32Array {
  const factor = 10 ** (decibels / 20)
  return samples.map((x) => x * factor)
}

const silence = (seconds: number) => new Float32Array(Math.round(seconds * sampleRate))

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
